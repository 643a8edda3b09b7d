package dev.fluxion.acceptance;

import dev.fluxion.diagnostic.ErrorId;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.TreeSet;

/** Which lines of the table have a gradient, but second derivatives that are refused. */
final class RefusedHessians {

    /** The tangent of the gradient is one method that cannot be cut into smaller ones. */
    private static final Set<String> TOO_LARGE = Set.of();

    /** Calls that the receiver's class chooses, in code that is differentiated twice. */
    private static final Set<String> DYNAMIC_CALL =
            Set.of(
                    "commons-statistics-distribution: T cdf",
                    "joml: Matrix4d.lookAt",
                    "joml: Matrix4d.perspective",
                    "joml: Quaterniond.rotateXYZ");

    private RefusedHessians() {}

    /** Returns the lines whose Hessians are refused. */
    static Set<String> names() {
        Set<String> names = new TreeSet<>(TOO_LARGE);
        names.addAll(DYNAMIC_CALL);
        return names;
    }

    /** Returns the error with which a line's Hessian is refused, or null if it has one. */
    static @Nullable ErrorId of(Subject subject) {
        if (TOO_LARGE.contains(subject.toString())) {
            return ErrorId.TOO_LARGE;
        }
        return DYNAMIC_CALL.contains(subject.toString()) ? ErrorId.DYNAMIC_CALL : null;
    }
}
