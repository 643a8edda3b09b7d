package dev.fluxion.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.diagnostic.NotDifferentiableException;

import org.junit.jupiter.api.Test;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReference;

class TapeTest {

    @Test
    void stacksGiveBackWhatTheyWereGivenLastFirst() {
        Tape tape = Tape.acquire();
        for (int i = 0; i < 1000; i++) {
            tape.doubles(2).push(i + 0.5);
            tape.floats(0).push(i);
            tape.ints(1).push(i);
            tape.longs(0).push((long) i << 33);
            tape.objects(0).push("o" + i);
        }
        for (int i = 999; i >= 0; i--) {
            assertThat(tape.doubles(2).pop()).isEqualTo(i + 0.5);
            assertThat(tape.floats(0).pop()).isEqualTo((float) i);
            assertThat(tape.ints(1).pop()).isEqualTo(i);
            assertThat(tape.longs(0).pop()).isEqualTo((long) i << 33);
            assertThat(tape.objects(0).pop()).isEqualTo("o" + i);
        }
        tape.release();
    }

    @Test
    void reservedRangesLieAboveWhatIsThere() {
        Tape tape = Tape.acquire();
        DoubleStack stack = tape.doubles(0);
        stack.push(7);
        double[] data = stack.reserve(1000);
        assertThat(data).isSameAs(stack.data);
        assertThat(stack.top).isEqualTo(1001);
        for (int i = 1; i <= 1000; i++) {
            data[i] = i;
        }
        assertThat(stack.reserve(0)).isSameAs(data);
        double[] again = stack.release(1000);
        assertThat(again[stack.top]).isEqualTo(1);
        assertThat(again[stack.top + 999]).isEqualTo(1000);
        assertThat(stack.pop()).isEqualTo(7);
        tape.release();
    }

    @Test
    void aReleasedTapeComesBackEmptyAlsoAfterAFailure() {
        Tape tape = Tape.acquire();
        tape.doubles(0).push(1);
        tape.ints(3).reserve(5);
        tape.release();
        Tape next = Tape.acquire();
        assertThat(next).isSameAs(tape);
        assertThat(next.doubles(0).top).isZero();
        assertThat(next.ints(3).top).isZero();
        next.release();
    }

    @Test
    void aGradientInsideAGradientTakesAnotherTape() {
        Tape outer = Tape.acquire();
        Tape inner = Tape.acquire();
        assertThat(inner).isNotSameAs(outer);
        inner.release();
        outer.release();
    }

    @Test
    void releasingTwiceDoesNotGiveOneTapeToTwo() {
        Tape tape = Tape.acquire();
        tape.release();
        tape.release();
        Tape one = Tape.acquire();
        Tape other = Tape.acquire();
        assertThat(one).isNotSameAs(other);
        one.release();
        other.release();
    }

    @Test
    void threadsHaveTapesOfTheirOwn() throws InterruptedException {
        Tape mine = Tape.acquire();
        mine.release();
        AtomicReference<Tape> platform = new AtomicReference<>();
        Thread thread = new Thread(() -> platform.set(Tape.acquire()));
        thread.start();
        thread.join();
        AtomicReference<Tape> virtual = new AtomicReference<>();
        Thread.startVirtualThread(() -> virtual.set(Tape.acquire())).join();
        assertThat(platform.get()).isNotSameAs(mine).isNotSameAs(virtual.get());
        assertThat(virtual.get()).isNotSameAs(mine);
    }

    @Test
    void aTapeDiesWithItsThread() throws InterruptedException {
        AtomicReference<WeakReference<Tape>> seen = new AtomicReference<>();
        Thread thread =
                new Thread(() -> {
                    Tape tape = Tape.acquire();
                    tape.release();
                    seen.set(new WeakReference<>(tape));
                });
        thread.start();
        thread.join();
        thread = null;
        assertThat(isCollected(seen.get())).isTrue();
    }

    @Test
    void aReleasedTapeKeepsNoObject() throws InterruptedException {
        Tape tape = Tape.acquire();
        WeakReference<Object> pushed = push(tape, new Object());
        WeakReference<Object> popped = push(tape, new Object());
        tape.objects(0).pop();
        WeakReference<Object> reserved = store(tape, new Object());
        tape.objects(0).release(3);
        WeakReference<Object> result = result(tape, new Object());
        tape.release();
        assertThat(isCollected(pushed)).isTrue();
        assertThat(isCollected(popped)).isTrue();
        assertThat(isCollected(reserved)).isTrue();
        assertThat(isCollected(result)).isTrue();
        assertThat(Tape.acquire()).isSameAs(tape);
        tape.release();
    }

    @Test
    void veryLargeBuffersGoBackToTheHeap() {
        Tape tape = Tape.acquire();
        tape.floats(0).reserve(Tape.LARGEST_KEPT + 1);
        tape.ints(0).reserve(1000);
        tape.release();
        assertThat(tape.floats(0).data.length).isLessThan(1000);
        assertThat(tape.ints(0).data.length).isGreaterThanOrEqualTo(1000);
    }

    @Test
    void tooLargeARecordIsAnError() {
        TapeBudget unlimited = new TapeBudget(null);
        assertThat(unlimited.grown(1 << 30, 1, 1 << 30, 8)).isEqualTo(Integer.MAX_VALUE - 8);
        for (int[] tooMany : new int[][] {{Integer.MAX_VALUE - 8, 1}, {1 << 30, 1 << 30}, {10, -1}}) {
            assertThatThrownBy(() -> unlimited.grown(tooMany[0], tooMany[1], 0, 8))
                    .isInstanceOf(NotDifferentiableException.class)
                    .hasMessageContaining("FX-0308");
        }
    }

    @Test
    void buffersOnceGrownAreUsedAgain() {
        Tape tape = Tape.acquire();
        double[] data = tape.doubles(0).reserve(5000);
        DoubleStack stack = tape.doubles(0);
        tape.release();
        for (int i = 0; i < 100; i++) {
            Tape again = Tape.acquire();
            assertThat(again).isSameAs(tape);
            assertThat(again.doubles(0)).isSameAs(stack);
            assertThat(again.doubles(0).reserve(5000)).isSameAs(data);
            again.release();
        }
    }

    private static WeakReference<Object> push(Tape tape, Object object) {
        tape.objects(0).push(object);
        return new WeakReference<>(object);
    }

    private static WeakReference<Object> store(Tape tape, Object object) {
        tape.objects(0).reserve(3)[tape.objects(0).top - 1] = object;
        return new WeakReference<>(object);
    }

    private static WeakReference<Object> result(Tape tape, Object object) {
        tape.objectResults()[3] = object;
        return new WeakReference<>(object);
    }

    private static boolean isCollected(WeakReference<?> reference) throws InterruptedException {
        for (int i = 0; i < 50 && reference.get() != null; i++) {
            System.gc();
            Thread.sleep(10);
        }
        return reference.get() == null;
    }
}
