package dev.fluxion.runtime;

import dev.fluxion.diagnostic.NotDifferentiableException;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.IdentityHashMap;

/**
 * What a forward sweep leaves for the reverse sweep: stacks, addressed by type and number, and slots for the second and
 * further results of a function. Not thread safe; a thread takes one with {@link #acquire()} and gives it back with
 * {@link #release()}, and a gradient inside a gradient takes another. Each thread keeps its own free tapes, which die
 * with it.
 */
public final class Tape {

    /** How many results of one type a function can return through the tape: more than a Java method has parameters. */
    public static final int RESULTS = 256;

    static final int INITIAL_CAPACITY = 32;

    /** Buffers with more elements than this go back to the heap when the tape is released. */
    static final int LARGEST_KEPT = 1 << 22;

    private static final ThreadLocal<FreeTapes> FREE = new FreeTapesOfThread();

    /** Results of type double beyond the first result of a function. */
    public final double[] doubleResults = new double[RESULTS];

    /** Results of type float beyond the first result of a function. */
    public final float[] floatResults = new float[RESULTS];

    /** Results of type int beyond the first result of a function. */
    public final int[] intResults = new int[RESULTS];

    /** Results of type long beyond the first result of a function. */
    public final long[] longResults = new long[RESULTS];

    private @Nullable Object @Nullable [] objectResults;
    private @Nullable DoubleStack[] doubles = {};
    private @Nullable FloatStack[] floats = {};
    private @Nullable IntStack[] ints = {};
    private @Nullable LongStack[] longs = {};
    private @Nullable ObjectStack[] objects = {};
    private final LocalArrays locals = new LocalArrays();
    private final TapeBudget budget = new TapeBudget();

    private final FreeTapes home;
    private @Nullable Tape next;
    private boolean acquired;
    private @Nullable Tape outer;
    private int ownOrders;
    private int level;
    private @Nullable NotDifferentiableException refused;

    private Tape(FreeTapes home) {
        this.home = home;
    }

    /** Takes a tape of the current thread; all its stacks are empty. */
    public static Tape acquire() {
        FreeTapes home = FREE.get();
        Tape tape = home.first;
        if (tape == null) {
            tape = new Tape(home);
        } else {
            home.first = tape.next;
            tape.next = null;
        }
        tape.acquired = true;
        return tape;
    }

    /**
     * Takes a tape for a part of a derivative whose primal has derivatives in it already: what those remember lies on
     * stacks of its own, what is remembered for the derivative of the code around it lies on that code's.
     *
     * @param outer the tape of the code around it
     * @param ownOrders how many orders the primal consists of
     * @param level how often the code around it has been differentiated already, see {@link DynamicCall}
     */
    static Tape within(Tape outer, int ownOrders, int level) {
        FreeTapes home = FREE.get();
        Tape tape = home.firstInner;
        if (tape == null) {
            tape = new Tape(home);
        } else {
            home.firstInner = tape.next;
            tape.next = null;
        }
        tape.acquired = true;
        tape.outer = outer;
        tape.ownOrders = ownOrders;
        tape.level = level;
        return tape;
    }

    /** Returns a tape that belongs to no thread, and is never released: what it holds dies with it. */
    static Tape unowned() {
        return new Tape(new FreeTapes());
    }

    /**
     * Returns a tape that holds the same, and is released by nobody.
     *
     * @param fresh what stands in the place of some of the objects held
     */
    Tape copy(IdentityHashMap<Object, Object> fresh) {
        Tape copy = unowned();
        copy.doubles = new DoubleStack[doubles.length];
        for (int i = 0; i < doubles.length; i++) {
            DoubleStack stack = doubles[i];
            copy.doubles[i] = stack == null ? null : stack.copy();
        }
        copy.floats = new FloatStack[floats.length];
        for (int i = 0; i < floats.length; i++) {
            FloatStack stack = floats[i];
            copy.floats[i] = stack == null ? null : stack.copy();
        }
        copy.ints = new IntStack[ints.length];
        for (int i = 0; i < ints.length; i++) {
            IntStack stack = ints[i];
            copy.ints[i] = stack == null ? null : stack.copy();
        }
        copy.longs = new LongStack[longs.length];
        for (int i = 0; i < longs.length; i++) {
            LongStack stack = longs[i];
            copy.longs[i] = stack == null ? null : stack.copy();
        }
        copy.objects = new ObjectStack[objects.length];
        for (int i = 0; i < objects.length; i++) {
            ObjectStack stack = objects[i];
            copy.objects[i] = stack == null ? null : stack.copy(fresh);
        }
        return copy;
    }

    /** Returns how many bytes the arrays of its stacks have. */
    long bytes() {
        return budget.used();
    }

    /** Throws what was refused on this tape, if anything was, also if the program has caught it. */
    void stopIfRefused() {
        if (refused != null) {
            throw refused;
        }
    }

    /**
     * Gives the tape back, by the thread that acquired it, whatever the stacks still hold: also after an exception. It
     * refers to no object of the program afterwards. A second release has no effect.
     *
     * @throws NotDifferentiableException if something was refused since the tape was acquired, also if the program has
     *     caught that
     */
    public void release() {
        if (!acquired) {
            return;
        }
        acquired = false;
        if (outer != null) {
            releaseInner();
            return;
        }
        for (DoubleStack stack : doubles) {
            if (stack != null) {
                stack.reset();
            }
        }
        for (FloatStack stack : floats) {
            if (stack != null) {
                stack.reset();
            }
        }
        for (IntStack stack : ints) {
            if (stack != null) {
                stack.reset();
            }
        }
        for (LongStack stack : longs) {
            if (stack != null) {
                stack.reset();
            }
        }
        for (ObjectStack stack : objects) {
            if (stack != null) {
                stack.reset();
            }
        }
        locals.reset();
        if (objectResults != null) {
            Arrays.fill(objectResults, null);
        }
        next = home.first;
        home.first = this;
        NotDifferentiableException pending = refused;
        refused = null;
        if (pending != null) {
            throw pending;
        }
    }

    /** Only stacks of its own may be kept, and most are the other tape's. */
    private void releaseInner() {
        outer = null;
        doubles = new DoubleStack[0];
        floats = new FloatStack[0];
        ints = new IntStack[0];
        longs = new LongStack[0];
        objects = new ObjectStack[0];
        if (objectResults != null) {
            Arrays.fill(objectResults, null);
        }
        next = home.firstInner;
        home.firstInner = this;
    }

    /** Notes that something that was to be done on this tape has no derivative. */
    void refuse(NotDifferentiableException reason) {
        if (outer != null) {
            outer.refuse(reason);
        } else if (refused == null) {
            refused = reason;
        }
    }

    /** Returns the double stack of that number, from 0. */
    public DoubleStack doubles(int stack) {
        DoubleStack known = stack < doubles.length ? doubles[stack] : null;
        return known == null ? freshDoubles(stack) : known;
    }

    /** Returns the float stack of that number, from 0. */
    public FloatStack floats(int stack) {
        FloatStack known = stack < floats.length ? floats[stack] : null;
        return known == null ? freshFloats(stack) : known;
    }

    /** Returns the int stack of that number, from 0. */
    public IntStack ints(int stack) {
        IntStack known = stack < ints.length ? ints[stack] : null;
        return known == null ? freshInts(stack) : known;
    }

    /** Returns the long stack of that number, from 0. */
    public LongStack longs(int stack) {
        LongStack known = stack < longs.length ? longs[stack] : null;
        return known == null ? freshLongs(stack) : known;
    }

    /** Returns the reference stack of that number, from 0. */
    public ObjectStack objects(int stack) {
        ObjectStack known = stack < objects.length ? objects[stack] : null;
        return known == null ? freshObjects(stack) : known;
    }

    /**
     * Returns an array of zeros for the time until the tape is released, what {@code new double[length]} is else: for
     * arrays that nobody keeps.
     */
    public double[] localDoubles(int length) {
        return outer == null ? locals.takeDoubles(length) : outer.localDoubles(length);
    }

    /** Returns an array of zeros for the time until the tape is released, as {@link #localDoubles}. */
    public float[] localFloats(int length) {
        return outer == null ? locals.takeFloats(length) : outer.localFloats(length);
    }

    /** Returns the slots for results of reference type beyond the first result of a function. */
    public @Nullable Object[] objectResults() {
        @Nullable Object[] results = objectResults;
        if (results == null) {
            results = new @Nullable Object[RESULTS];
            objectResults = results;
        }
        return results;
    }

    private int numberOfOuter(int stack) {
        return outer == null ? -1 : TapeOrders.ofCaller(stack, ownOrders, level);
    }

    private DoubleStack freshDoubles(int stack) {
        if (stack >= doubles.length) {
            doubles = Arrays.copyOf(doubles, stack + 1);
        }
        int ofOuter = numberOfOuter(stack);
        DoubleStack fresh = outer == null || ofOuter < 0 ? new DoubleStack(budget) : outer.doubles(ofOuter);
        doubles[stack] = fresh;
        return fresh;
    }

    private FloatStack freshFloats(int stack) {
        if (stack >= floats.length) {
            floats = Arrays.copyOf(floats, stack + 1);
        }
        int ofOuter = numberOfOuter(stack);
        FloatStack fresh = outer == null || ofOuter < 0 ? new FloatStack(budget) : outer.floats(ofOuter);
        floats[stack] = fresh;
        return fresh;
    }

    private IntStack freshInts(int stack) {
        if (stack >= ints.length) {
            ints = Arrays.copyOf(ints, stack + 1);
        }
        int ofOuter = numberOfOuter(stack);
        IntStack fresh = outer == null || ofOuter < 0 ? new IntStack(budget) : outer.ints(ofOuter);
        ints[stack] = fresh;
        return fresh;
    }

    private LongStack freshLongs(int stack) {
        if (stack >= longs.length) {
            longs = Arrays.copyOf(longs, stack + 1);
        }
        int ofOuter = numberOfOuter(stack);
        LongStack fresh = outer == null || ofOuter < 0 ? new LongStack(budget) : outer.longs(ofOuter);
        longs[stack] = fresh;
        return fresh;
    }

    private ObjectStack freshObjects(int stack) {
        if (stack >= objects.length) {
            objects = Arrays.copyOf(objects, stack + 1);
        }
        int ofOuter = numberOfOuter(stack);
        ObjectStack fresh = outer == null || ofOuter < 0 ? new ObjectStack(budget) : outer.objects(ofOuter);
        objects[stack] = fresh;
        return fresh;
    }

    /** The tapes that a thread does not use at the moment. */
    private static final class FreeTapes {
        private @Nullable Tape first;
        private @Nullable Tape firstInner;
    }

    private static final class FreeTapesOfThread extends ThreadLocal<FreeTapes> {
        @Override
        protected FreeTapes initialValue() {
            return new FreeTapes();
        }
    }
}
