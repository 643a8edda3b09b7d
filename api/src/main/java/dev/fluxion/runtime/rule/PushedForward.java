package dev.fluxion.runtime.rule;

import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.rule.ValueAndTangent;
import dev.fluxion.runtime.Linker;
import dev.fluxion.runtime.ObjectCotangents;
import dev.fluxion.runtime.Shadows;
import dev.fluxion.tangent.NoTangent;
import dev.fluxion.tangent.Tangent;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * What emitted code does around forward rules. Tangents of what is in memory are in the table of shadows, those of
 * several directions side by side; a rule takes and gives those of one direction, in arrays and objects of their own.
 */
public final class PushedForward {

    private PushedForward() {}

    /**
     * Returns what a rule has returned.
     *
     * @param rule the rule's name
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if that is null
     */
    public static ValueAndTangent<?> required(@Nullable ValueAndTangent<?> given, String rule) {
        if (given == null) {
            throw RuleFailures.noTangent(rule);
        }
        return given;
    }

    /**
     * Returns the tangent of an array in one direction, of zeros if it has none.
     *
     * @param lane which direction
     * @param lanes of how many
     */
    public static double @Nullable [] tangent(Shadows shadows, double @Nullable [] array, int lane, int lanes) {
        if (array == null) {
            return null;
        }
        double[] tangent = new double[array.length];
        double[] all = shadows.find(array);
        for (int i = 0; all != null && i < tangent.length; i++) {
            tangent[i] = all[i * lanes + lane];
        }
        return tangent;
    }

    /** As {@link #tangent(Shadows, double[], int, int)}. */
    public static float @Nullable [] tangent(Shadows shadows, float @Nullable [] array, int lane, int lanes) {
        if (array == null) {
            return null;
        }
        float[] tangent = new float[array.length];
        float[] all = shadows.find(array);
        for (int i = 0; all != null && i < tangent.length; i++) {
            tangent[i] = all[i * lanes + lane];
        }
        return tangent;
    }

    /**
     * Returns the tangent of an object in one direction: of its own type, or by name if the rule takes a {@link
     * Tangent}; {@link dev.fluxion.tangent.NoTangent} if it leads to no number.
     *
     * @param lane which direction
     * @param lanes of how many
     * @param type the type in which the rule takes it
     * @param rule the rule's name
     * @param argument the argument's index
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if the rule takes another type
     */
    public static @Nullable Object tangent(
            Linker linker,
            Shadows shadows,
            @Nullable Object object,
            int lane,
            int lanes,
            Class<?> type,
            String rule,
            int argument) {
        if (object == null) {
            return null;
        }
        ObjectCotangents parts = linker.cotangents();
        if (type.isInstance(NoTangent.NO_TANGENT) && !parts.carriesNumbers(parts.snapshot(object), shadows)) {
            return NoTangent.NO_TANGENT;
        }
        Object tangent = tangent(linker, shadows, object, lane, lanes, type == Tangent.class, rule, argument);
        if (!type.isInstance(tangent)) {
            throw RuleFailures.tangentTaken(rule, argument, type, RuleFailures.described(tangent));
        }
        return tangent;
    }

    private static Object tangent(
            Linker linker,
            Shadows shadows,
            Object object,
            int lane,
            int lanes,
            boolean byName,
            String rule,
            int argument) {
        try {
            return linker.cotangents().tangent(object, shadows, lane, lanes, byName);
        } catch (NotDifferentiableException uncarried) {
            String why = uncarried.diagnostics().getFirst().why();
            throw RuleFailures.tangentTaken(rule, argument, object.getClass(), "one that cannot be made: " + why);
        }
    }

    /**
     * A forward rule says nothing of what the method leaves in its arguments, so that is to be nothing.
     *
     * @param before what {@link ThrownWrites#before} has returned before the call; null if that is not known
     * @param rule the rule's name
     * @param argument the argument's index
     * @throws NotDifferentiableException if numbers have changed
     */
    public static void unwritten(
            Linker linker, @Nullable Object given, double @Nullable [] before, String rule, int argument) {
        if (before != null && !Arrays.equals(before, ThrownWrites.before(linker, given))) {
            throw RuleFailures.wroteForward(rule, argument);
        }
    }

    /**
     * Gives an array its tangent in one direction.
     *
     * @param tangent of the same length
     * @param lane which direction
     * @param lanes of how many
     * @param rule the rule's name
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if it is not
     */
    public static void put(
            Shadows shadows, double @Nullable [] array, double @Nullable [] tangent, int lane, int lanes, String rule) {
        if (array == null) {
            return;
        }
        if (tangent == null || tangent.length != array.length) {
            throw RuleFailures.tangent(rule, "a double[] of length " + array.length, tangent);
        }
        double[] all = shadows.of(array);
        for (int i = 0; i < tangent.length; i++) {
            all[i * lanes + lane] = tangent[i];
        }
    }

    /** As {@link #put(Shadows, double[], double[], int, int, String)}. */
    public static void put(
            Shadows shadows, float @Nullable [] array, float @Nullable [] tangent, int lane, int lanes, String rule) {
        if (array == null) {
            return;
        }
        if (tangent == null || tangent.length != array.length) {
            throw RuleFailures.tangent(rule, "a float[] of length " + array.length, tangent);
        }
        float[] all = shadows.of(array);
        for (int i = 0; i < tangent.length; i++) {
            all[i * lanes + lane] = tangent[i];
        }
    }

    /**
     * Gives an object its tangent in one direction.
     *
     * @param tangent of its type and shape
     * @param lane which direction
     * @param lanes of how many
     * @param rule the rule's name
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if it does not fit
     */
    public static void put(
            Linker linker,
            Shadows shadows,
            @Nullable Object object,
            @Nullable Object tangent,
            int lane,
            int lanes,
            String rule) {
        if (object == null) {
            return;
        }
        if (tangent == null) {
            throw RuleFailures.tangent(rule, "a " + object.getClass().getTypeName(), null);
        }
        String misfit = linker.cotangents().putTangent(object, tangent, shadows, lane, lanes);
        if (misfit != null) {
            throw RuleFailures.tangentMisfit(rule, misfit);
        }
    }
}
