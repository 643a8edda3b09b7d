package dev.fluxion.engine.dispatch;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.ir.symbol.MethodRef;

/** The texts for calls that turn out not to be differentiable when they are made. */
public final class DispatchDiagnostics {

    private DispatchDiagnostics() {}

    /** What is called is a derivative that was made and compiled before, and cannot be differentiated again. */
    public static Diagnostic madeOutside(MethodRef called) {
        return Diagnostic.of(
                ErrorId.DYNAMIC_CALL,
                "cannot differentiate through " + called.display(),
                "the derivative behind it was made outside of the code that is being differentiated",
                "a pushforward, pullback, Jacobian or Hessian that is made there, of the function itself");
    }

    /** A class of a user inherits the method from the JDK, and overrides others that it may call. */
    public static Diagnostic overridesJdk(Class<?> type, MethodRef called) {
        return Diagnostic.of(
                ErrorId.NO_RULE,
                "cannot differentiate the call to " + called.display() + " on a " + type.getName(),
                "the class inherits the method from the JDK, where it may call methods that the class overrides",
                "a method of its own in that class, or a collection of the JDK");
    }
}
