package dev.fluxion.engine;

import dev.fluxion.diagnostic.Refusals;
import dev.fluxion.engine.lambda.FunctionInspector;
import dev.fluxion.engine.lambda.Implementation;
import dev.fluxion.engine.lambda.MethodKey;
import dev.fluxion.spi.Shape;
import dev.fluxion.spi.Subject;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodType;
import java.util.List;

/** Finds the code behind what users give: a method, or a derivative that was compiled before. */
final class Subjects {

    /**
     * Code with its captured values.
     *
     * @param key the method
     * @param origin the compilation that the method belongs to, if it is that of a derivative
     * @param captured the captured values, boxed
     * @param function the functional object, or the method found by reflection
     */
    @SuppressWarnings("ArrayRecordComponent") // handed straight to a constructor
    record Code(MethodKey key, @Nullable Compilation origin, Object[] captured, Object function) {}

    /** Returns the code of a subject. */
    Code of(Subject subject, Shape shape) {
        Object given =
                switch (subject) {
                    case Subject.Functional(Object function) -> function;
                    case Subject.Reflected(var method, _) -> method;
                };
        Implementation found =
                switch (subject) {
                    case Subject.Functional(Object function) -> {
                        Refusals.requireFunction(function);
                        Contract contract = Contract.of(shape);
                        yield FunctionInspector.inspect(
                                function, Interfaces.function(shape), contract.method, contract.type);
                    }
                    case Subject.Reflected(var method, var receiver) -> FunctionInspector.inspect(method, receiver);
                };
        List<@Nullable Object> captured = found.captured();
        Compilation origin = CompiledDerivatives.of(found.owner());
        if (origin != null && !captured.isEmpty() && captured.getFirst() != null) {
            return new Code(found.key(), origin, CompiledDerivatives.captured(origin, captured.getFirst()), given);
        }
        return new Code(found.key(), null, captured.toArray(), given);
    }

    /** The method through which users call functions of a shape. */
    private record Contract(String method, MethodType type) {

        static Contract of(Shape shape) {
            return switch (shape) {
                case DERIVATIVE, DOUBLE -> doubles(1);
                case DOUBLE2 -> doubles(2);
                case DOUBLE3 -> doubles(3);
                case DOUBLE4 -> doubles(4);
                case DOUBLE_ARRAY, FLATTENED -> arrays(1);
                case DOUBLE_ARRAY2 -> arrays(2);
                case DOUBLE_ARRAY3 -> arrays(3);
                case CAPTURES -> new Contract("getAsDouble", MethodType.methodType(double.class));
                case OBJECT -> of(Object.class, 1);
                case OBJECT2 -> of(Object.class, 2);
                case OBJECT3 -> of(Object.class, 3);
                case OBJECT4 -> of(Object.class, 4);
                case VECTOR, FUNCTION -> new Contract("apply", MethodType.genericMethodType(1));
                case FUNCTION2 -> new Contract("apply", MethodType.genericMethodType(2));
                case FUNCTION3 -> new Contract("apply", MethodType.genericMethodType(3));
                case FLOAT_ARRAY -> new Contract("applyAsFloat", MethodType.methodType(float.class, float[].class));
            };
        }

        private static Contract doubles(int count) {
            return of(double.class, count);
        }

        private static Contract arrays(int count) {
            return of(double[].class, count);
        }

        private static Contract of(Class<?> parameter, int count) {
            Class<?>[] parameters = new Class<?>[count];
            java.util.Arrays.fill(parameters, parameter);
            return new Contract("applyAsDouble", MethodType.methodType(double.class, parameters));
        }
    }
}
