package dev.fluxion;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.diagnostic.Refusals;
import dev.fluxion.spi.Shape;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/** Says what shape a method has that was found by reflection. */
final class Methods {

    private Methods() {}

    /**
     * Returns the method's shape.
     *
     * @throws NotDifferentiableException if it is not doubles or one array of doubles to a double, or lacks its
     *     receiver, with all reasons
     */
    static Shape shape(Method method, @Nullable Object receiver) {
        Refusals.requireFunction(method);
        List<Diagnostic> reasons = new ArrayList<>();
        String name = method.getDeclaringClass().getName() + "." + method.getName();
        if (method.getReturnType() != double.class) {
            reasons.add(
                    Diagnostic.of(
                            ErrorId.NON_SCALAR_RESULT,
                            "cannot differentiate " + name + ", which returns " + method.getReturnType().getTypeName(),
                            "a gradient is that of one number",
                            "a method that returns a double"));
        }
        if (!Modifier.isStatic(method.getModifiers()) && !method.getDeclaringClass().isInstance(receiver)) {
            reasons.add(
                    Diagnostic.of(
                            ErrorId.WRONG_ARGUMENTS,
                            "cannot differentiate " + name + " without an object to call it on",
                            "the method is not static, and "
                                    + (receiver == null ? "no receiver was given" : "the receiver is of another class"),
                            "gradient(method, receiver)"));
        }
        Shape shape = MethodGradient.takesArray(method) ? Shape.DOUBLE_ARRAY : Shape.FLATTENED;
        if (shape == Shape.FLATTENED) {
            addParameterReasons(name, method.getParameterTypes(), reasons);
        }
        if (!reasons.isEmpty()) {
            throw new NotDifferentiableException(reasons);
        }
        return shape;
    }

    private static void addParameterReasons(String name, Class<?>[] parameters, List<Diagnostic> reasons) {
        if (parameters.length == 0) {
            reasons.add(
                    Diagnostic.of(
                            ErrorId.NO_ACTIVE_ARGUMENT,
                            "cannot differentiate " + name + ", which has no parameters",
                            "there is nothing to differentiate in",
                            "a method of doubles, or of one array of doubles"));
        }
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] != double.class) {
                reasons.add(
                        Diagnostic.of(
                                ErrorId.UNSUPPORTED_PARAMETER,
                                "cannot differentiate "
                                        + name
                                        + " in its parameter number "
                                        + i
                                        + ", of type "
                                        + parameters[i].getTypeName(),
                                "a method found by reflection takes doubles only, or one array of doubles",
                                "a lambda that fixes this parameter: (double x) -> method(x, 3)"));
            }
        }
    }
}
