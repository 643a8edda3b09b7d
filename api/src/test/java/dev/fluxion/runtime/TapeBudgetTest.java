package dev.fluxion.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.diagnostic.NotDifferentiableException;

import org.junit.jupiter.api.Test;

/** How much the stacks of a tape may hold. */
class TapeBudgetTest {

    @Test
    void growsByDoublingAsLongAsThereIsRoom() {
        TapeBudget budget = new TapeBudget("1k");
        DoubleStack stack = new DoubleStack(budget);
        assertThat(budget.used()).isEqualTo(32 * 8);
        for (int i = 0; i < 100; i++) {
            stack.push(i);
        }
        assertThat(stack.data).as("doubled twice").hasSize(128);
        assertThat(budget.used()).isEqualTo(1024);
        stack.reserve(28);
        assertThatThrownBy(() -> stack.push(1))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("FX-0308")
                .hasMessageContaining("has 1024 bytes, one of its stacks would need 1032 bytes, and the budget is 1k")
                .hasMessageContaining("checkpointed");
    }

    @Test
    void takesTheRestWhereThereIsNoRoomToDouble() {
        TapeBudget budget = new TapeBudget("1000");
        IntStack stack = new IntStack(budget);
        stack.reserve(130);
        stack.reserve(1);
        assertThat(stack.data).hasSize(250);
        assertThat(budget.used()).isEqualTo(1000);
        assertThatThrownBy(() -> stack.reserve(120)).isInstanceOf(NotDifferentiableException.class);
        assertThat(stack.top).as("nothing is lost").isEqualTo(131);
        stack.reserve(119);
    }

    @Test
    void isThatOfAllStacksTogether() {
        TapeBudget budget = new TapeBudget("4k");
        DoubleStack doubles = new DoubleStack(budget);
        LongStack longs = new LongStack(budget);
        FloatStack floats = new FloatStack(budget);
        ObjectStack objects = new ObjectStack(budget);
        doubles.reserve(300);
        assertThatThrownBy(() -> longs.reserve(300)).isInstanceOf(NotDifferentiableException.class);
        assertThatThrownBy(() -> floats.reserve(600)).isInstanceOf(NotDifferentiableException.class);
        assertThatThrownBy(() -> objects.reserve(600)).isInstanceOf(NotDifferentiableException.class);
        longs.reserve(100);
        floats.reserve(100);
        objects.reserve(50);
        assertThat(budget.used())
                .isLessThanOrEqualTo(4096)
                .isGreaterThanOrEqualTo(300 * 8 + 100 * 8 + 100 * 4 + 50 * 4);
    }

    @Test
    void aBudgetThatIsNoNumberIsAnError() {
        DoubleStack stack = new DoubleStack(new TapeBudget("64 MB"));
        assertThatThrownBy(() -> stack.reserve(100))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("fluxion.tape.budget is \"64 MB\"");
    }

    @Test
    void megabytesAndGigabytes() {
        TapeBudget small = new TapeBudget("64m");
        small.resized(0, 8_000_000, 8);
        assertThat(small.grown(8_000_000, 1, 8_000_000, 8)).isEqualTo((64 << 20) / 8);
        TapeBudget large = new TapeBudget("2G");
        large.resized(0, 100_000_000, 8);
        assertThat(large.grown(100_000_000, 1, 100_000_000, 8)).isEqualTo(200_000_000);
    }
}
