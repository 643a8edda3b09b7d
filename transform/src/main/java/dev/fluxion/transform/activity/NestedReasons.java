package dev.fluxion.transform.activity;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.ir.symbol.MethodRef;

/** What is said of derivatives that code takes which is itself differentiated. */
public final class NestedReasons {

    private static final String FACADE = "dev/fluxion/Fluxion";
    private static final String INSTANCE = "dev/fluxion/Differentiator";

    private NestedReasons() {}

    /** Returns whether a method is one of the API that takes derivatives. */
    public static boolean isOfApi(MethodRef method) {
        return method.owner().equals(FACADE) || isOfInstance(method);
    }

    /** Returns whether a method is one of an instance with settings of its own. */
    public static boolean isOfInstance(MethodRef method) {
        return method.owner().equals(INSTANCE) || method.owner().equals(INSTANCE + "$Builder");
    }

    /** Returns whether a method is one of a derivative that was compiled elsewhere. */
    public static boolean isCompiled(MethodRef method) {
        return switch (method.owner()) {
            case "dev/fluxion/derivative/Jacobian",
                    "dev/fluxion/derivative/VectorPullback",
                    "dev/fluxion/derivative/VectorPushforward",
                    "dev/fluxion/derivative/DirectionalDerivative",
                    "dev/fluxion/derivative/sparse/SparseJacobian",
                    "dev/fluxion/derivative/sparse/SparseHessian" ->
                    true;
            // a product with a vector is plain code around compiled gradients
            case "dev/fluxion/derivative/Hessian" -> !method.name().startsWith("times");
            default -> false;
        };
    }

    /** Returns why a call of such a method, with a function that may hold what varies, cannot be followed. */
    public static Diagnostic of(MethodRef method) {
        if (isOfInstance(method)) {
            return diagnostic(
                    method,
                    "an instance has rules and settings of its own, and a derivative is made with those of one",
                    "Fluxion.gradient or Fluxion.derivative there, which take the rules of the derivative around them,"
                            + " or the derivative outside");
        }
        return diagnostic(
                method,
                "a derivative that differentiated code takes itself must be of a function between numbers and arrays of"
                        + " numbers, and be taken where it is used",
                "gradient(f, x), jvp(f, x, direction), jacobian(f, x) or hessian(f, x) there, of a number or an array"
                        + " of numbers, or the derivative outside");
    }

    private static Diagnostic diagnostic(MethodRef method, String why, String remedy) {
        return Diagnostic.of(ErrorId.DYNAMIC_CALL, "cannot differentiate through " + method.display(), why, remedy);
    }
}
