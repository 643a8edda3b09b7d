package dev.fluxion.engine.lambda;

import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.runtime.Closures;

import java.io.Serializable;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.util.ArrayList;
import java.util.List;

/** What a lambda runs, whoever made it: the same for all lambdas of its class. */
public final class LambdaCode {

    private LambdaCode() {}

    /** Returns whether a class is one of those that the JVM spins for lambda expressions and method references. */
    public static boolean isLambda(Class<?> type) {
        return FunctionInspector.isLambda(type);
    }

    /**
     * Returns what a lambda runs.
     *
     * @throws NotDifferentiableException if it does not tell: it is not serializable, and was not made by a derivative
     */
    public static Closures.Code of(Object lambda) {
        Class<?> type = lambda.getClass();
        Closures.Code known = Closures.codeOf(type);
        if (known != null) {
            captured(type, known.captured().size());
            return known;
        }
        SerializedLambda form = lambda instanceof Serializable ? SerializedForm.of(lambda) : null;
        if (form == null) {
            throw new NotDifferentiableException(LambdaDiagnostics.notSerializable(type, type.getInterfaces()[0]));
        }
        ClassLoader loader = type.getClassLoader();
        return new Closures.Code(
                FunctionInspector.load(form.getImplClass(), loader),
                form.getImplMethodName(),
                form.getImplMethodSignature(),
                form.getImplMethodKind(),
                form.getFunctionalInterfaceMethodName(),
                captured(type, form.getCapturedArgCount()),
                MethodType.fromMethodDescriptorString(form.getFunctionalInterfaceMethodSignature(), loader),
                MethodType.fromMethodDescriptorString(form.getInstantiatedMethodType(), loader));
    }

    /** Returns the name of the field that holds a captured value. */
    public static String field(int captured) {
        return "arg$" + (captured + 1);
    }

    private static List<Class<?>> captured(Class<?> type, int count) {
        List<Class<?>> types = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            try {
                types.add(type.getDeclaredField(field(i)).getType());
            } catch (NoSuchFieldException otherwiseMade) {
                throw new NotDifferentiableException(LambdaDiagnostics.madeOtherwise(type), otherwiseMade);
            }
        }
        return types;
    }
}
