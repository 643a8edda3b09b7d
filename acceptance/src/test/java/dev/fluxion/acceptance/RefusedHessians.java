package dev.fluxion.acceptance;

import dev.fluxion.diagnostic.ErrorId;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.TreeSet;

/** Which lines of the table have a gradient, but second derivatives that are refused. */
final class RefusedHessians {

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
        return new TreeSet<>(DYNAMIC_CALL);
    }

    /** Returns the error with which a line's Hessian is refused, or null if it has one. */
    static @Nullable ErrorId of(Subject subject) {
        return DYNAMIC_CALL.contains(subject.toString()) ? ErrorId.DYNAMIC_CALL : null;
    }
}
