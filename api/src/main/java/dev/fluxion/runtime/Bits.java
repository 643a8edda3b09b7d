package dev.fluxion.runtime;

/**
 * Carries derivatives through the bits of floating numbers, in code that takes numbers apart and puts others together.
 *
 * <p>Along the path that a program takes, the bits of a positive {@code x}, read as a whole number, grow with {@code x}
 * at the rate {@code 2^(52 - e)}, where {@code e} is its exponent; put together again, {@code y} grows with its bits at
 * {@code 2^(e - 52)}. Masks and shifts in between drop parts that are constant along the path, or keep only these.
 *
 * <p>A derivative travels beside the bits in a companion, a double that is always 0 and only has slopes.
 *
 * <pre>
 *   long b = doubleToRawLongBits(x);              double t = lift(x, rate(x));
 *   double y = longBitsToDouble(b &amp; MASK);        y = carry(longBitsToDouble(b &amp; MASK), t, 1 / rate(y));
 * </pre>
 */
public final class Bits {

    /** How many bits of a whole number are one unit of its companion, as a power of two. */
    private static final int UNIT = 52;

    private static final int FLOAT_DIGITS = 23;

    /** From so many bits on, what drops the lowest ones is a step; below it is rounding. */
    private static final int STEP = 20;

    private Bits() {}

    /** Returns how fast the companion of a double's bits grows with it: {@code ±2^-e}. */
    public static double rate(double x) {
        int exponent = Math.max(Math.getExponent(x), Double.MIN_EXPONENT);
        return Math.copySign(Math.scalb(1.0, -exponent), x);
    }

    /** Returns how fast the companion of a float's bits grows with it: {@code ±2^(23 - 52 - e)}. */
    public static double rate(float x) {
        int exponent = Math.max(Math.getExponent(x), Float.MIN_EXPONENT);
        return Math.copySign(Math.scalb(1.0, FLOAT_DIGITS - UNIT - exponent), x);
    }

    /** Returns how fast a whole number grows with its companion. */
    public static double unit() {
        return Math.scalb(1.0, UNIT);
    }

    /** Returns what a shift to the left multiplies a companion by. */
    public static double left(int distance) {
        return Math.scalb(1.0, distance & 63);
    }

    /** Returns what a shift to the right multiplies a companion by; one that leaves a step, by 0. */
    public static double right(int distance) {
        return isStep(distance & 63) ? 0 : Math.scalb(1.0, -(distance & 63));
    }

    /** Returns whether dropping so many of the lowest bits leaves a step function, and is not just rounding. */
    public static boolean isStep(int dropped) {
        return dropped >= STEP;
    }

    /** Returns the companion of a number's bits: 0, with a slope of {@code rate} in {@code x}. */
    public static double lift(double x, double rate) {
        return 0;
    }

    /** Returns {@code y}, with a slope of {@code rate} in its companion. */
    public static double carry(double y, double companion, double rate) {
        return y;
    }

    /** Returns {@code y}, of which no derivative in its companion is known. */
    public static double lost(double y, double companion) {
        return y;
    }
}
