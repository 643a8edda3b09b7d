package dev.fluxion.testkit.check;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.Fn;
import dev.fluxion.VectorFn;

import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;

/** The static methods of a program as the functions that users hand over: as method references in its own code are. */
final class Functions {

    private final Lookup lookup;

    /** Asks a program for its rights. */
    Functions(Class<?> program) {
        try {
            this.lookup = (Lookup) program.getMethod("lookup").invoke(null);
        } catch (ReflectiveOperationException absent) {
            throw new IllegalArgumentException(program + " lacks lookup", absent);
        }
    }

    DoubleArrayFn scalar(Method method) {
        return (DoubleArrayFn) make(DoubleArrayFn.class, "applyAsDouble", types(double.class, double[].class), method);
    }

    @SuppressWarnings("unchecked") // the method is from double[] to double
    Fn<double[], Double> boxed(Method method) {
        return (Fn<double[], Double>) make(Fn.class, "apply", types(Object.class, Object.class), method);
    }

    VectorFn vector(Method method) {
        return (VectorFn) make(VectorFn.class, "apply", types(double[].class, double[].class), method);
    }

    private static MethodType types(Class<?> result, Class<?> parameter) {
        return MethodType.methodType(result, parameter);
    }

    private Object make(Class<?> function, String name, MethodType erased, Method method) {
        try {
            MethodHandle code = lookup.unreflect(method);
            MethodType type = code.type();
            MethodType given =
                    erased.returnType() == Object.class ? type.changeReturnType(type.wrap().returnType()) : type;
            CallSite site =
                    LambdaMetafactory.altMetafactory(
                            lookup,
                            name,
                            MethodType.methodType(function),
                            erased,
                            code,
                            given,
                            LambdaMetafactory.FLAG_SERIALIZABLE);
            return site.getTarget().invoke();
        } catch (Throwable impossible) {
            throw new IllegalStateException(method.toString(), impossible);
        }
    }
}
