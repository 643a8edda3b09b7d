package dev.fluxion.frontend.corpus;

/** Straight-line arithmetic of all types, conversions, comparisons. */
@SuppressWarnings("lossy-conversions")
public final class Scalars {
    private Scalars() {}

    public static double polynomial(double x) {
        return 3 * x * x - 2 * x + 1;
    }

    public static double horner(double x, double a, double b, double c) {
        double r = a;
        r = r * x + b;
        r = r * x + c;
        return r;
    }

    public static float floats(float x, float y) {
        return x * y - x / y + -x % y;
    }

    public static double doubles(double x, double y) {
        return x * y - x / y + -x % y;
    }

    public static int ints(int x, int y) {
        return (x + y) * (x - y) ^ (x & y | ~x);
    }

    public static long longs(long x, long y) {
        return (x + y) * (x - y) ^ (x & y | ~x);
    }

    public static int divide(int x, int y) {
        return x / y - x % y;
    }

    public static long divideLongs(long x, long y) {
        return x / y - x % y;
    }

    public static int shifts(int x, int n) {
        return x << n ^ x >> n + 1 ^ x >>> n - 1;
    }

    public static long shiftLongs(long x, int n) {
        return x << n ^ x >> n + 1 ^ x >>> n - 1;
    }

    public static long shiftByLong(long x, long n) {
        return x << n;
    }

    public static int negate(int x, long y, float f, double d) {
        return -x + (int) -y + (int) -f + (int) -d;
    }

    public static double widen(byte b, short s, char c, int i, long l, float f) {
        return b + s + c + (double) i + (double) l + (double) f;
    }

    public static byte toByte(int x) {
        return (byte) x;
    }

    public static short toShort(int x) {
        return (short) x;
    }

    public static char toChar(int x) {
        return (char) x;
    }

    public static int narrowDouble(double x) {
        return (byte) x + (short) x + (char) x + (int) x;
    }

    public static long doubleToLong(double x) {
        return (long) x;
    }

    public static long floatToLong(float x) {
        return (long) x + (int) x;
    }

    public static float toFloat(int i, long l, double d) {
        return (float) i + (float) l + (float) d;
    }

    public static int compoundByte(byte b, int x) {
        b += x;
        b *= 3;
        b >>>= 1;
        return b;
    }

    public static char nextChar(char c) {
        c++;
        return c++;
    }

    public static double increments(int i, long l, double d) {
        int j = i++ + ++i;
        long m = l-- - --l;
        double e = d++ * ++d;
        return j + m + e + i + l + d;
    }

    public static int bigIncrement(int i) {
        i += 1000;
        i -= 30000;
        return i;
    }

    public static boolean and(boolean a, boolean b) {
        return a & b | a ^ b;
    }

    public static boolean shortCircuit(boolean a, boolean b, boolean c) {
        return a && (b || !c) || !a && c;
    }

    public static boolean less(double x, double y) {
        return x < y;
    }

    public static boolean lessEqual(double x, double y) {
        return x <= y;
    }

    public static boolean greater(double x, double y) {
        return x > y;
    }

    public static boolean greaterEqual(double x, double y) {
        return x >= y;
    }

    public static boolean equal(double x, double y) {
        return x == y;
    }

    public static boolean notEqual(double x, double y) {
        return x != y;
    }

    public static boolean notLess(double x, double y) {
        return !(x < y);
    }

    public static boolean notGreaterEqual(double x, double y) {
        return !(x >= y);
    }

    public static int floatOrder(float x, float y) {
        return (x < y ? 1 : 0)
                + (x <= y ? 2 : 0)
                + (x > y ? 4 : 0)
                + (x >= y ? 8 : 0)
                + (x == y ? 16 : 0)
                + (x != y ? 32 : 0);
    }

    public static int longOrder(long x, long y) {
        return (x < y ? 1 : 0)
                + (x <= y ? 2 : 0)
                + (x > y ? 4 : 0)
                + (x >= y ? 8 : 0)
                + (x == y ? 16 : 0)
                + (x != y ? 32 : 0);
    }

    public static int intOrder(int x, int y) {
        return (x < y ? 1 : 0)
                + (x <= y ? 2 : 0)
                + (x > y ? 4 : 0)
                + (x >= y ? 8 : 0)
                + (x == y ? 16 : 0)
                + (x != y ? 32 : 0);
    }

    public static int zeroOrder(int x) {
        return (x < 0 ? 1 : 0)
                + (x <= 0 ? 2 : 0)
                + (x > 0 ? 4 : 0)
                + (x >= 0 ? 8 : 0)
                + (x == 0 ? 16 : 0)
                + (x != 0 ? 32 : 0);
    }

    public static double constants() {
        return 0.0 + 1.0 + -0.0 + 2.5 + 0f + 1f + 2f + 3f + 0L + 1L + 2L + -1 + 5 + 6 + 127 + 128 + 40000 + 'c';
    }

    public static double special(double x) {
        return x == Double.POSITIVE_INFINITY ? Double.MIN_VALUE : x != x ? Double.MAX_VALUE : Double.NaN;
    }

    public static double mathCalls(double x, double y) {
        return Math.sin(x) * Math.exp(-y * y) + Math.max(x, y) - Math.hypot(x, y);
    }

    public static double unused(double x, double y) {
        double z = x * y;
        double w = z + 1;
        return x;
    }

    public static void nothing(double x) {}

    public static double copies(double x) {
        double a = x;
        double b = a;
        double c = b;
        a = 2;
        return a + b + c;
    }

    public static double manyParameters(double a, long b, float c, int d, double e, long f, boolean g, byte h, char i) {
        return a + b * c - d + e / f + (g ? h : i);
    }
}
