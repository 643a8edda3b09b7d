package dev.fluxion.ir.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.PrimitiveType;

import org.junit.jupiter.api.Test;

import java.util.List;

class SsaBuilderTest {
    private final FunctionBuilder out = new FunctionBuilder("f", List.of(PrimitiveType.F64));
    private final SsaBuilder slots = new SsaBuilder(out);
    private final Label entry = out.label("entry");
    private final Label loop = out.label("loop");
    private final Label body = out.label("body");
    private final Label exit = out.label("exit");
    private final Variable x = out.variable(PrimitiveType.F64, "x");
    private final Variable n = out.variable(PrimitiveType.I32, "n");

    private Value read(String slot) {
        return slots.read(slot, slot.equals("i") ? PrimitiveType.I32 : PrimitiveType.F64);
    }

    private Block block(Function function, Label label) {
        return function.blocksByLabel().get(label);
    }

    /** r = 1; for (i = 0; i < n; i++) r *= x; return r. */
    private Function power() {
        out.begin(entry, List.of(x, n));
        slots.write("x", x);
        slots.write("r", Constant.of(1.0));
        slots.write("i", Constant.of(0));
        out.jump(loop);
        out.begin(loop, List.of());
        Value test = out.add(new Op.Compare(CompareKind.LT, read("i"), n));
        out.end(new Terminator.Branch(test, new Successor(body, List.of()), new Successor(exit, List.of())));
        out.begin(body, List.of());
        slots.write("r", out.add(new Op.Binary(BinaryKind.MUL, read("r"), read("x"))));
        slots.write("i", out.add(new Op.Binary(BinaryKind.ADD, read("i"), Constant.of(1))));
        out.jump(loop);
        out.begin(exit, List.of());
        out.end(new Terminator.Return(List.of(read("r"))));
        return slots.build();
    }

    @Test
    void aLoopGetsOneParameterForEachSlotThatChangesAndNoneForTheOthers() {
        Function power = power();
        assertThat(block(power, loop).parameters()).hasSize(2);
        assertThat(block(power, body).parameters()).isEmpty();
        assertThat(block(power, exit).parameters()).isEmpty();
        assertThat(block(power, body).statements().getFirst().op().operands()).contains(x);
    }

    @Test
    void everyEdgePassesTheValueThatTheSlotHasAtItsEnd() {
        Function power = power();
        Terminator.Jump enter = (Terminator.Jump) block(power, entry).terminator();
        assertThat(enter.target().arguments()).containsExactlyInAnyOrder(Constant.of(0), Constant.of(1.0));
        Terminator.Jump back = (Terminator.Jump) block(power, body).terminator();
        assertThat(back.target().arguments())
                .containsExactlyInAnyOrder(
                        block(power, body).statements().get(0).result(),
                        block(power, body).statements().get(1).result());
    }

    @Test
    void aSwapInALoopPassesBothSlotsCrosswise() {
        Variable y = out.variable(PrimitiveType.F64, "y");
        out.begin(entry, List.of(x, n, y));
        slots.write("a", x);
        slots.write("b", y);
        out.jump(loop);
        out.begin(loop, List.of());
        out.end(new Terminator.Branch(n, new Successor(body, List.of()), new Successor(exit, List.of())));
        out.begin(body, List.of());
        Value a = read("a");
        slots.write("a", read("b"));
        slots.write("b", a);
        out.jump(loop);
        out.begin(exit, List.of());
        out.end(new Terminator.Return(List.of(out.add(new Op.Binary(BinaryKind.SUB, read("a"), read("b"))))));
        Function swap = slots.build();
        List<Variable> carried = block(swap, loop).parameters();
        assertThat(carried).hasSize(2);
        Terminator.Jump back = (Terminator.Jump) block(swap, body).terminator();
        assertThat(back.target().arguments()).containsExactly(carried.get(1), carried.get(0));
    }

    @Test
    void aSlotThatIsRewrittenWithItsOwnValueNeedsNoParameter() {
        out.begin(entry, List.of(x, n));
        slots.write("x", x);
        out.jump(loop);
        out.begin(loop, List.of());
        out.end(new Terminator.Branch(n, new Successor(body, List.of()), new Successor(exit, List.of())));
        out.begin(body, List.of());
        slots.write("x", read("x"));
        out.jump(loop);
        out.begin(exit, List.of());
        out.end(new Terminator.Return(List.of(read("x"))));
        Function copy = slots.build();
        assertThat(block(copy, loop).parameters()).isEmpty();
        assertThat(((Terminator.Return) block(copy, exit).terminator()).values()).containsExactly(x);
    }

    @Test
    void aSlotThatNothingWroteIsZero() {
        out.begin(entry, List.of(x, n));
        out.end(new Terminator.Return(List.of(read("nothing"))));
        assertThat(((Terminator.Return) slots.build().entry().terminator()).values()).containsExactly(Constant.of(0.0));
    }

    @Test
    void aSlotThatIsOnlyUpdatedInALoopButNeverUsedLeavesNoParameter() {
        out.begin(entry, List.of(x, n));
        slots.write("dead", x);
        out.jump(loop);
        out.begin(loop, List.of());
        out.end(new Terminator.Branch(n, new Successor(body, List.of()), new Successor(exit, List.of())));
        out.begin(body, List.of());
        read("dead");
        slots.write("dead", Constant.of(2.0));
        out.jump(loop);
        out.begin(exit, List.of());
        out.end(new Terminator.Return(List.of(x)));
        assertThat(block(slots.build(), loop).parameters()).isEmpty();
    }
}
