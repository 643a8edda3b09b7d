package dev.fluxion.engine.graph;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.rule.TangentType;
import dev.fluxion.runtime.Shadows;

import java.util.Objects;

/** Reads the gradients in numbers off the shadows; what has none is zero. */
final class Numbers {

    private static final int BOXED = 0;

    private final Shadows shadows;

    Numbers(Shadows shadows) {
        this.shadows = shadows;
    }

    /** Returns the gradient in an array of numbers: one array however often it is asked for. */
    Object inArray(Object array) {
        return switch (array) {
            case double[] doubles -> shadows.of(doubles);
            case float[] floats -> shadows.of(floats);
            default -> throw new IllegalArgumentException("no array of numbers: " + array.getClass());
        };
    }

    /** Returns the gradient in a field, boxed. */
    Object inField(Object object, Part part) {
        double[] found = shadows.find(object);
        return boxed(part.type() == float.class, found == null ? 0 : found[part.slot()]);
    }

    /**
     * Returns the gradient in a boxed number.
     *
     * @throws NotDifferentiableException if it is at several places, so that it cannot be told what is whose
     */
    Object inBox(Node node) {
        double[] found = shadows.find(node.primal);
        double value = found == null ? 0 : found[BOXED];
        if (node.places > 1 && value != 0) {
            throw new NotDifferentiableException(
                    Diagnostic.of(
                            ErrorId.SHARED_BOX,
                            "cannot tell the gradients in the boxed number " + node.primal + " apart",
                            "one object, a " + node.primal.getClass().getName() + ", is at " + node.places + " places",
                            "a primitive number, or a box of its own at each place"));
        }
        return boxed(node.primal instanceof Float, value);
    }

    /** Returns the tangent of an object whose numbers only rules know. */
    Object inHidden(Node node) {
        Object tangent = shadows.findTangent(node.primal);
        return tangent == null ? zero(Objects.requireNonNull(node.hidden), node.primal) : tangent;
    }

    private static <P> Object zero(TangentType<P, ?> type, Object primal) {
        return Objects.requireNonNull(type.zero(type.primal().cast(primal)));
    }

    private static Object boxed(boolean isFloat, double value) {
        if (isFloat) {
            return (float) value;
        }
        return value;
    }
}
