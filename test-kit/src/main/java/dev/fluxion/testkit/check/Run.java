package dev.fluxion.testkit.check;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * What a call did: what it returned or threw, and how it left its argument and the static fields.
 *
 * @param value the result; 0 where an exception came out
 * @param thrown the class of the exception, or null
 * @param argument the argument after the call
 * @param state the static fields after the call
 */
@SuppressWarnings("ArrayRecordComponent") // compared by bits here
record Run(double value, @Nullable String thrown, double[] argument, double[] state) {

    /** Something that gives a number for an array, and may change the array. */
    interface Call {
        double on(double[] x) throws Throwable;
    }

    /** Calls on a copy of the argument, with fresh static fields. */
    static Run of(Subject subject, double[] x, Call call) {
        subject.reset();
        double[] argument = x.clone();
        double value = 0;
        String thrown = null;
        try {
            value = call.on(argument);
        } catch (VirtualMachineError error) {
            throw error;
        } catch (Throwable exception) {
            thrown = exception.getClass().getName();
        }
        // showing the state may run code of the program, which may change the argument again
        return new Run(value, thrown, argument.clone(), subject.state());
    }

    /** Returns how the other differs from this, or null where it does not, to the bit. */
    @Nullable String difference(Run other) {
        if (!java.util.Objects.equals(thrown, other.thrown)) {
            return "threw " + other.thrown + ", not " + thrown;
        }
        if (!same(value, other.value)) {
            return "value " + other.value + ", not " + value;
        }
        if (!Arrays.equals(argument, other.argument)) {
            return "argument left as " + Arrays.toString(other.argument) + ", not " + Arrays.toString(argument);
        }
        if (!Arrays.equals(state, other.state)) {
            return "state left as " + Arrays.toString(other.state) + ", not " + Arrays.toString(state);
        }
        return null;
    }

    private static boolean same(double x, double y) {
        return Double.doubleToLongBits(x) == Double.doubleToLongBits(y);
    }
}
