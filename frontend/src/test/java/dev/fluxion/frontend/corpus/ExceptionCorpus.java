package dev.fluxion.frontend.corpus;

/** Exceptions: what handlers see, finally on all ways out, synchronized. */
@SuppressWarnings({"try", "finally"})
public final class ExceptionCorpus {
    private static final Object LOCK = new Object();

    private ExceptionCorpus() {}

    public static int caught(int x, int y) {
        try {
            return x / y;
        } catch (ArithmeticException e) {
            return -1;
        }
    }

    public static int seenByHandler(int x, int y) {
        int state = 0;
        try {
            state = 1;
            int q = x / y;
            state = q;
            q = 10 / (q - 1);
            state += q;
            q = 100 / q;
            state = q;
        } catch (ArithmeticException e) {
            return state * 1000;
        }
        return state;
    }

    public static int loopInTry(int[] a, int n) {
        int sum = 0;
        int i = 0;
        try {
            for (; i < (n & 15); i++) {
                sum += a[i];
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            sum = -sum - i;
        }
        return sum;
    }

    public static int tryInLoop(int[] a, int n) {
        int errors = 0;
        int sum = 0;
        for (int i = 0; i < (n & 15); i++) {
            try {
                sum += a[i] / i;
            } catch (ArithmeticException e) {
                errors++;
            } catch (RuntimeException e) {
                errors += 100;
                if (errors > 500) {
                    break;
                }
            }
        }
        return sum * 31 + errors;
    }

    public static int finallyRuns(int x) {
        int r = 0;
        try {
            r = 100 / x;
            if (r > 10) {
                return r;
            }
            r++;
        } finally {
            r += 1000;
        }
        return r;
    }

    @SuppressWarnings("finally")
    public static int finallyOverrides(int x) {
        try {
            return 100 / x;
        } finally {
            if (x < 5) {
                return -x;
            }
        }
    }

    public static int nestedTries(int x, int[] a) {
        int r = 1;
        try {
            r = 2;
            try {
                r = a[x];
                r = 10 / r;
            } catch (ArithmeticException e) {
                r += 50;
                r = a[r];
            } finally {
                r += 7;
                a[0] = r;
            }
        } catch (IndexOutOfBoundsException e) {
            return -r;
        }
        return r;
    }

    public static int rethrow(int x) {
        try {
            if (x > 0) {
                throw new IllegalArgumentException("x" + x);
            }
            return x;
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    public static int multiCatch(int x, int[] a) {
        try {
            return a[x] / (x - 1);
        } catch (ArithmeticException | NullPointerException e) {
            return e instanceof ArithmeticException ? 1 : 2;
        }
    }

    public static int synchronizedBlock(int x, int y) {
        int r = x;
        synchronized (LOCK) {
            r = r / y;
        }
        return r;
    }

    public static synchronized int synchronizedMethod(int x, int y) {
        if (x > y) {
            return x;
        }
        return x / y;
    }

    public static double thrownInExpression(double x, int n) {
        double y = x > 0 ? x : fail(n);
        return y * 2;
    }

    private static double fail(int n) {
        if (n > 2) {
            throw new UnsupportedOperationException();
        }
        return n;
    }

    public static int alwaysThrows(int x) {
        throw new IllegalStateException();
    }

    public static int resources(int x) {
        int[] closed = {0};
        try (AutoCloseable first = () -> closed[0]++;
                AutoCloseable second = () -> closed[0] += 10 / x) {
            return x + closed[0];
        } catch (Exception e) {
            return closed[0] - 1;
        }
    }

    public static int swallow(Object ignored, int x) {
        int r = 0;
        try {
            r = x;
            Integer.parseInt("not " + x);
            r = 1;
        } catch (NumberFormatException e) {
            r += 5;
        }
        return r;
    }

    public static double parameterInHandler(double x, int[] a, int i) {
        try {
            x = x * 2;
            a[i] = 3;
            x = x + 1;
            a[i + 1] = 4;
        } catch (RuntimeException e) {
            x = -x;
        }
        return x;
    }
}
