package dev.fluxion.runtime;

/**
 * Which numbered stacks of a {@link Tape} a derivative uses that is compiled in several parts. What is remembered for
 * one order must not lie on a stack that another order uses, whichever part it is in; and all parts must agree on the
 * stack that holds the adjoints of another.
 *
 * <pre>
 *   order   remembers on   adjoints of what lower orders remember
 *   1       0 to 1023
 *   2       1024 to 2047   2048 to 3071
 *   3       3072 to 4095   4096 to 7167
 * </pre>
 */
public final class TapeOrders {

    /** How many stacks of one type one order remembers things on. */
    public static final int STACKS = 1024;

    /** The highest order that there are stacks for. */
    public static final int HIGHEST = 6;

    private TapeOrders() {}

    /** Returns the order whose derivatives use a stack. */
    public static int of(int stack) {
        int order = 1;
        while (stack >= first(order + 1)) {
            order++;
        }
        return order;
    }

    /** Returns the first stack that an order remembers things on, and the first that it uses at all. */
    public static int first(int order) {
        return ((1 << order - 1) - 1) * STACKS;
    }

    /** Returns the stack that holds the adjoints, of an order, of what a lower one has on a stack. */
    public static int adjoints(int order, int stack) {
        return first(order) + STACKS + stack;
    }

    /**
     * Returns the stack of the calling code that one of a callee's is, or a negative number if it is the callee's own.
     *
     * @param stack the number that the callee uses
     * @param own the orders up to this are of derivatives that the callee's primal consists of; they begin and end
     *     within each call
     * @param level the caller's order of what is the next order for the callee, less one
     */
    static int ofCaller(int stack, int own, int level) {
        int order = of(stack);
        if (order <= own) {
            return -1;
        }
        int remembered = stack - first(order);
        int ofCaller = level + order - own;
        if (remembered < STACKS) {
            return first(ofCaller) + remembered;
        }
        int primal = ofCaller(remembered - STACKS, own, level);
        return primal < 0 ? -1 : adjoints(ofCaller, primal);
    }
}
