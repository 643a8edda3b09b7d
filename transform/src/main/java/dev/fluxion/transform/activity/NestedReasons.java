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

    /** Returns why a call of such a method, with a function that may hold what varies, cannot be followed. */
    public static Diagnostic of(MethodRef method) {
        if (isOfInstance(method)) {
            return diagnostic(
                    method,
                    "an instance has rules and settings of its own, and a derivative is made with those of one",
                    "Fluxion.gradient or Fluxion.derivative there, which take the rules of the derivative around them,"
                            + " or the derivative outside");
        }
        return method.descriptor().startsWith("(Ldev/fluxion/Double")
                        || method.descriptor().startsWith("(Ldev/fluxion/Float")
                ? diagnostic(
                        method,
                        "the function given to it is not a lambda or method reference made in the same place, or the"
                                + " call is of a form that cannot be nested yet",
                        "gradient(v -> f.applyAsDouble(v), x) with a lambda written there, or gradient(f) made outside"
                                + " and its at(x) there")
                : diagnostic(
                        method,
                        "a gradient in a boxed number, an object, a list or a map cannot be nested yet in code that is"
                                + " differentiated itself",
                        "take it in a double or in an array of numbers, or outside");
    }

    private static Diagnostic diagnostic(MethodRef method, String why, String remedy) {
        return Diagnostic.of(ErrorId.DYNAMIC_CALL, "cannot differentiate through " + method.display(), why, remedy);
    }
}
