package dev.fluxion.engine;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The gradient is that of the path taken, also where that path went through a catch. */
@SuppressWarnings({
    "NarrowCalculation",
    "IdentityBinaryExpression",
    "RefactorSwitch",
    "StaticAssignmentOfThrowable"
}) // all of it meant
final class ExceptionsTest {

    private static final double[][] POINTS = {{1.3, -0.7, 2.1}, {-1.1, 0.4, 0.9}, {0.2, 3.3, -2.5}};

    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1;
    }

    private static final class OtherRefusal extends Exception {
        private static final long serialVersionUID = 1;
    }

    private static double thrown(double[] x) {
        double y = x[0] * x[1];
        try {
            y *= x[2];
            if (x[0] < 0) {
                throw new Refusal();
            }
            y = Math.sin(y);
        } catch (Refusal e) {
            y = y * y + x[1];
        }
        return y * x[0];
    }

    @Test
    void aCatchThatComputes() {
        Slopes.assertRight(x -> thrown(x), POINTS);
    }

    private static double index(double[] x) {
        double sum = 0;
        try {
            for (int i = 0; ; i++) {
                sum = sum * 0.5 + x[i] * x[i];
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            sum *= x[1];
        }
        return Math.exp(-sum);
    }

    @Test
    void anIndexOutOfBoundsEndsALoop() {
        Slopes.assertRight(x -> index(x), POINTS);
    }

    private static double division(double[] x, int n) {
        double y = x[0];
        for (int i = -2; i <= 2; i++) {
            try {
                y = y * x[1] + n / i;
                y += Math.cos(x[2] * i);
            } catch (ArithmeticException e) {
                y = y * y * x[2];
            }
        }
        return y;
    }

    @Test
    void aDivisionByZeroOnOneTrip() {
        Slopes.assertRight(x -> division(x, 7), POINTS);
    }

    private static double everyKind(double[] x) {
        double y = 1;
        for (int kind = 0; kind < 7; kind++) {
            Object text = "text";
            double[] none = null;
            try {
                y *= x[0];
                switch (kind) {
                    case 0 -> y += none[0];
                    case 1 -> y += ((Integer) text).intValue() * x[1];
                    case 2 -> y += new double[kind - 3].length;
                    case 3 -> y += x[kind] * x[1];
                    case 4 -> y += kind % (kind - 4) * x[2];
                    case 5 -> y += none.length;
                    default -> y += x[2];
                }
                y *= 2;
            } catch (NullPointerException e) {
                y = y * x[1] + 1;
            } catch (ClassCastException | NegativeArraySizeException e) {
                y += Math.sin(x[2]) * y;
            } catch (RuntimeException e) {
                y -= x[0] * x[1] * y;
            }
        }
        return y;
    }

    @Test
    void everyExceptionOfTheMachine() {
        Slopes.assertRight(x -> everyKind(x), POINTS);
    }

    private static double nested(double[] x) {
        double y = x[0];
        for (int i = 0; i < 4; i++) {
            try {
                try {
                    y *= x[i];
                    if (i == 1) {
                        throw new Refusal();
                    }
                    if (y > 1) {
                        throw new OtherRefusal();
                    }
                    y += x[1];
                } catch (Refusal e) {
                    y = y * x[2] + x[i];
                    if (x[2] > 0) {
                        throw new OtherRefusal();
                    }
                } finally {
                    y *= x[1];
                }
                y = Math.tanh(y);
            } catch (OtherRefusal e) {
                y += y * y;
            } catch (ArrayIndexOutOfBoundsException e) {
                y -= x[0];
            }
        }
        return y;
    }

    @Test
    void nestedInALoop() {
        Slopes.assertRight(x -> nested(x), POINTS);
    }

    @SuppressWarnings("finally")
    private static double finallyLeaves(double[] x) {
        double y = x[0];
        for (int i = 0; i < 5; i++) {
            try {
                y = y * x[1] + x[i];
                if (i == 1) {
                    continue;
                }
                y = y * x[2];
                if (i == 2 && y > 0) {
                    return y * y;
                }
            } catch (ArrayIndexOutOfBoundsException e) {
                y += x[2];
                if (i == 4) {
                    break;
                }
            } finally {
                y = Math.sin(y) + x[0];
                if (i == 3) {
                    continue;
                }
            }
            y *= 1.5;
        }
        return y;
    }

    @Test
    void finallyWithContinueAndReturn() {
        Slopes.assertRight(x -> finallyLeaves(x), POINTS);
    }

    private static double returnInALoop(double[] x, double[] y) {
        int i = 3;
        double scale = 1;
        for (; ; ) {
            try {
                return scale * x[i] * y[0];
            } catch (ArrayIndexOutOfBoundsException e) {
                i--;
                scale *= x[0];
            }
        }
    }

    @Test
    void aLoopThatEndsWhereNothingIsThrown() {
        Slopes.assertRight(x -> returnInALoop(x, x), POINTS);
    }

    private static double dataDependent(double[] x) {
        double y = x[0];
        double[] table = {1, 2, 3, 4};
        for (int i = 0; i < 30; i++) {
            try {
                y = 0.9 * y + 0.1 * table[(int) Math.abs(5 * Math.sin(i * x[1]))] * x[2];
            } catch (IndexOutOfBoundsException e) {
                y = y * y * 0.3 - x[1];
            }
        }
        return y;
    }

    @Test
    void someTripsOfALoopAreCaught() {
        Slopes.assertRight(x -> dataDependent(x), POINTS);
    }

    private static double partialWrites(double[] x) {
        double[] work = new double[3];
        try {
            for (int i = 0; i < 5; i++) {
                work[i] = x[i] * x[0];
                work[0] += work[i] * work[i];
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            work[1] *= x[2];
        }
        return work[0] * work[1] + work[2];
    }

    @Test
    void partialWritesToAnArray() {
        Slopes.assertRight(x -> partialWrites(x), POINTS);
    }

    private static double overwritesItsArgument(double[] x) {
        try {
            for (int i = 0; ; i++) {
                x[i] = x[i] * x[i + 1];
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            x[2] *= x[0];
        }
        return x[0] * x[1] * x[2];
    }

    @Test
    void partialWritesToAnArgument() {
        Slopes.assertRight(x -> overwritesItsArgument(x), POINTS);
    }

    private static final class Holder {
        double value;
    }

    private static @Nullable Holder holder;

    @SuppressWarnings("NullAway") // what is caught
    private static double intoAnObjectThatMayBeNull(double[] x) {
        Holder held = x[0] > 0 ? null : new Holder();
        holder = held;
        double[] buffer = x[1] > 0 ? null : new double[2];
        double y = 1;
        for (int i = 0; i < 3; i++) {
            try {
                held.value = y * x[2];
                y += held.value;
                buffer[1] = y * x[0];
                y *= buffer[1];
            } catch (NullPointerException e) {
                y = y * x[1] + i;
            }
        }
        return holder == held ? y : 0;
    }

    @Test
    void aFieldOfAnObjectThatMayBeNull() {
        Slopes.assertRight(x -> intoAnObjectThatMayBeNull(x), POINTS);
    }
}
