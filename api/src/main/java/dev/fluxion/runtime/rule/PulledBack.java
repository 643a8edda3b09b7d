package dev.fluxion.runtime.rule;

import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.rule.Adjoints;
import dev.fluxion.rule.Cotangents2;
import dev.fluxion.rule.Cotangents3;
import dev.fluxion.rule.Cotangents4;
import dev.fluxion.rule.Cotangents5;
import dev.fluxion.runtime.FunctionMemory;
import dev.fluxion.runtime.Linker;
import dev.fluxion.runtime.Shadows;
import dev.fluxion.tangent.NoTangent;
import dev.fluxion.tangent.NotImplemented;
import dev.fluxion.tangent.ZeroTangent;

import org.jspecify.annotations.Nullable;

/**
 * What emitted code does around the pullback of a rule: takes the cotangent of the value, and adds those of the
 * arguments to their adjoints. Plain Java, so that it can be differentiated again.
 */
public final class PulledBack {

    private PulledBack() {}

    /**
     * Refuses a rule that has returned nothing.
     *
     * @throws NotDifferentiableException if that is null, with the rule's name
     */
    public static void required(@Nullable Object given, String rule) {
        if (given == null) {
            throw RuleFailures.nothing(rule);
        }
    }

    /** Gives an array that a method with a rule has made or written its shadow. */
    public static void register(Shadows shadows, double @Nullable [] array) {
        shadows.ofStored(array);
    }

    /** Gives an array that a method with a rule has made or written its shadow. */
    public static void register(Shadows shadows, float @Nullable [] array) {
        shadows.ofStored(array);
    }

    /** Gives everything that an object leads to its shadow. */
    public static void register(Linker linker, Shadows shadows, @Nullable Object object) {
        if (object != null) {
            linker.cotangents().register(object, shadows);
        }
    }

    /** Returns a copy of the adjoints of an array's numbers, and sets them to zero. */
    public static double @Nullable [] take(Shadows shadows, double @Nullable [] array) {
        if (array == null) {
            return null;
        }
        double[] taken = new double[array.length];
        double[] adjoints = shadows.find(array);
        if (adjoints != null) {
            for (int i = 0; i < taken.length; i++) {
                taken[i] = adjoints[i];
                adjoints[i] = 0;
            }
        }
        return taken;
    }

    /** Returns a copy of the adjoints of an array's numbers, and sets them to zero. */
    public static float @Nullable [] take(Shadows shadows, float @Nullable [] array) {
        if (array == null) {
            return null;
        }
        float[] taken = new float[array.length];
        float[] adjoints = shadows.find(array);
        if (adjoints != null) {
            for (int i = 0; i < taken.length; i++) {
                taken[i] = adjoints[i];
                adjoints[i] = 0;
            }
        }
        return taken;
    }

    /** Returns what an object leads to now, for {@link #take(Linker, Shadows, Object)} and {@code add} later. */
    public static @Nullable Object snapshot(Linker linker, @Nullable Object object) {
        return object == null ? null : linker.cotangents().snapshot(object);
    }

    /** Returns the cotangent of an object, of its own type, and sets it to zero. */
    public static @Nullable Object take(Linker linker, Shadows shadows, @Nullable Object snapshot) {
        return snapshot == null ? null : linker.cotangents().take(snapshot, shadows);
    }

    /** Returns the adjoints that a pullback works on in place. */
    public static Adjoints adjoints(Linker linker, Shadows shadows, int arguments) {
        return Adjoints.of(shadows, arguments, linker);
    }

    /** Returns the adjoints that a pullback works on in place which goes through functions. */
    public static Adjoints adjoints(Linker linker, Shadows shadows, int arguments, FunctionMemory memory) {
        return Adjoints.of(shadows, arguments, linker, memory);
    }

    /**
     * Returns what is thrown where a pullback has failed.
     *
     * @param exception what it has thrown
     * @param rule the rule's name
     */
    public static NotDifferentiableException failed(Exception exception, String rule) {
        return exception instanceof NotDifferentiableException refusal ? refusal : RuleFailures.thrown(rule, exception);
    }

    /**
     * Returns one argument's cotangent of those that a pullback has returned for all.
     *
     * @param cotangents what it has returned
     * @param argument the argument's index
     * @param count how many arguments there are
     * @param rule the rule's name
     */
    public static @Nullable Object component(@Nullable Object cotangents, int argument, int count, String rule) {
        if (cotangents instanceof Cotangents2<?, ?> some && count == 2) {
            return argument == 0 ? some.first() : some.second();
        }
        if (cotangents instanceof Cotangents3<?, ?, ?> some && count == 3) {
            return argument == 0 ? some.first() : argument == 1 ? some.second() : some.third();
        }
        if (cotangents instanceof Cotangents4<?, ?, ?, ?> some && count == 4) {
            return argument == 0
                    ? some.first()
                    : argument == 1 ? some.second() : argument == 2 ? some.third() : some.fourth();
        }
        if (cotangents instanceof Cotangents5<?, ?, ?, ?, ?> some && count == 5) {
            return argument == 0
                    ? some.first()
                    : argument == 1
                            ? some.second()
                            : argument == 2 ? some.third() : argument == 3 ? some.fourth() : some.fifth();
        }
        throw RuleFailures.arity(rule, count, cotangents);
    }

    /**
     * Returns the cotangent of an argument that is a number.
     *
     * @param cotangent what the pullback has returned for it
     * @param rule the rule's name
     * @param argument the argument's index
     */
    public static double number(@Nullable Object cotangent, String rule, int argument) {
        if (cotangent instanceof Double number) {
            return number;
        }
        if (cotangent instanceof Float number) {
            return number;
        }
        if (cotangent instanceof ZeroTangent) {
            return 0;
        }
        throw RuleFailures.cotangent(rule, argument, "a number", cotangent);
    }

    /**
     * Adds the cotangent of an array to its adjoints.
     *
     * @param array the argument
     * @param cotangent what the pullback has returned for it
     * @param rule the rule's name
     * @param argument the argument's index
     */
    public static void add(
            Shadows shadows, double @Nullable [] array, @Nullable Object cotangent, String rule, int argument) {
        if (array == null || cotangent instanceof ZeroTangent) {
            return;
        }
        if (!(cotangent instanceof double[] bar) || bar.length != array.length) {
            throw RuleFailures.cotangent(rule, argument, "a double[] of length " + array.length, cotangent);
        }
        double[] adjoints = shadows.of(array);
        for (int i = 0; i < adjoints.length; i++) {
            adjoints[i] += bar[i];
        }
    }

    /**
     * Adds the cotangent of an array to its adjoints.
     *
     * @param array the argument
     * @param cotangent what the pullback has returned for it
     * @param rule the rule's name
     * @param argument the argument's index
     */
    public static void add(
            Shadows shadows, float @Nullable [] array, @Nullable Object cotangent, String rule, int argument) {
        if (array == null || cotangent instanceof ZeroTangent) {
            return;
        }
        if (!(cotangent instanceof float[] bar) || bar.length != array.length) {
            throw RuleFailures.cotangent(rule, argument, "a float[] of length " + array.length, cotangent);
        }
        float[] adjoints = shadows.of(array);
        for (int i = 0; i < adjoints.length; i++) {
            adjoints[i] += bar[i];
        }
    }

    /**
     * Adds the cotangent of an argument that is an object to the adjoints of all that it leads to.
     *
     * @param snapshot what the argument leads to
     * @param cotangent what the pullback has returned for it
     * @param rule the rule's name
     * @param argument the argument's index
     */
    public static void add(
            Linker linker,
            Shadows shadows,
            @Nullable Object snapshot,
            @Nullable Object cotangent,
            String rule,
            int argument) {
        if (snapshot == null || cotangent instanceof ZeroTangent) {
            return;
        }
        if (cotangent instanceof NotImplemented missing) {
            throw RuleFailures.notImplemented(rule, argument, missing);
        }
        if (cotangent instanceof NoTangent && !linker.cotangents().carriesNumbers(snapshot, shadows)) {
            return;
        }
        if (cotangent == null || cotangent instanceof NoTangent) {
            throw RuleFailures.cotangent(rule, argument, "one for " + snapshot, cotangent);
        }
        String misfit = linker.cotangents().add(snapshot, cotangent, shadows);
        if (misfit != null) {
            throw RuleFailures.misfit(rule, argument, misfit);
        }
    }
}
