package dev.fluxion.frontend.corpus;

/** Loops: carried values, swaps, rotations, several exits. */
public final class LoopCorpus {
    private LoopCorpus() {}

    public static double pow(double x, int n) {
        double r = 1;
        for (int i = 0; i < (n & 31); i++) {
            r *= x;
        }
        return r;
    }

    public static double swap(double x, double y, int n) {
        for (int i = 0; i < (n & 31); i++) {
            double t = x;
            x = y;
            y = t;
        }
        return x - 2 * y;
    }

    public static double rotate(double a, double b, double c, int n) {
        for (int i = 0; i < (n & 31); i++) {
            double t = a;
            a = b;
            b = c;
            c = t;
        }
        return a + 10 * b + 100 * c;
    }

    public static long fibonacci(int n) {
        long a = 0;
        long b = 1;
        while ((n & 63) > 0) {
            long t = a + b;
            a = b;
            b = t;
            n = (n & 63) - 1;
        }
        return a;
    }

    public static int gcd(int a, int b) {
        while (b != 0) {
            int t = a % b;
            a = b;
            b = t;
        }
        return a;
    }

    public static double geometricMean(double x, double y) {
        int steps = 0;
        while (Math.abs(x - y) > 1e-9 && steps++ < 50) {
            double z = (x + y) / 2;
            y = x;
            x = z;
        }
        return x;
    }

    public static double newton(double x) {
        double y = x;
        for (int i = 0; i < 20; i++) {
            double next = (y + x / y) / 2;
            if (next == y) {
                break;
            }
            y = next;
        }
        return y;
    }

    public static int loopAtStart(int n) {
        do {
            n = n / 2 - 1;
        } while (n > 3);
        return n;
    }

    public static int nested(int n, int m) {
        int sum = 0;
        for (int i = 0; i < (n & 7); i++) {
            for (int j = i; j < (m & 7); j++) {
                for (int k = j; k > 0; k--) {
                    sum += i * j - k;
                }
            }
        }
        return sum;
    }

    public static double invariant(double x, double y, int n) {
        double s = 0;
        for (int i = 0; i < (n & 31); i++) {
            double z = x * y;
            s += z;
        }
        return s + x;
    }

    public static double twoExits(double x, int n) {
        for (int i = 0; ; i++) {
            if (i >= (n & 31)) {
                return x;
            }
            x = x * x - 1;
            if (x > 1e6) {
                return i;
            }
        }
    }

    public static int continues(int n) {
        int s = 0;
        for (int i = 0; i < (n & 63); i++) {
            if (i % 3 == 0) {
                continue;
            }
            if (i % 7 == 6) {
                s *= 2;
                continue;
            }
            s += i;
        }
        return s;
    }

    public static int countDown(int n) {
        int s = 0;
        for (int i = n & 31; i-- > 0; ) {
            s = s * 31 + i;
        }
        return s;
    }

    public static long longCounter(long n) {
        long s = 0;
        for (long i = 0; i < (n & 31); i += 2) {
            s ^= s << 5 ^ i;
        }
        return s;
    }

    public static float floatCounter(float x) {
        float s = 0;
        for (float t = 0; t < 2; t += 0.25f) {
            s += t * x;
        }
        return s;
    }

    public static int collatz(int n) {
        int steps = 0;
        n = n & 0xffff | 1;
        while (n != 1 && steps < 200) {
            n = (n & 1) == 0 ? n >> 1 : 3 * n + 1;
            steps++;
        }
        return steps;
    }

    public static int recursive(int n) {
        int m = n & 15;
        return m < 2 ? m : recursive(m - 1) + recursive(m - 2);
    }

    public static boolean isEven(int n) {
        int m = n & 15;
        return m == 0 || isOdd(m - 1);
    }

    public static boolean isOdd(int n) {
        int m = n & 15;
        return m != 0 && isEven(m - 1);
    }

    public static double reassigned(double x, int n) {
        double y = x;
        for (int i = 0; i < (n & 15); i++) {
            y = x;
        }
        return y;
    }

    public static int deadCarry(int n) {
        int unused = 0;
        int s = 0;
        for (int i = 0; i < (n & 15); i++) {
            unused += i;
            s = i;
        }
        return s;
    }

    public static int reusedSlots(int n) {
        int s = 0;
        {
            double d = n;
            s += (int) d;
        }
        {
            long l = n;
            s += (int) (l >> 1);
        }
        {
            int i = n;
            int j = s;
            s += i * j;
        }
        return s;
    }
}
