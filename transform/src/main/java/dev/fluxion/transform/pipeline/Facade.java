package dev.fluxion.transform.pipeline;

import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

/** The methods of the API that mean something special when they are called in code that is being differentiated. */
final class Facade {

    /** What such a call asks for. */
    enum Request {
        /** {@code gradient(f, x)} of one double. */
        GRADIENT,
        /** {@code gradient(f, x, y)} of several doubles, a record. */
        GRADIENTS,
        /** {@code withGradient(f, x)} of one double, a record. */
        VALUE_AND_GRADIENT,
        /** {@code withGradient(f, x, y)} of several doubles, a record. */
        VALUE_AND_GRADIENTS,
        /** {@code gradient(f, array)}, an array. */
        ARRAY_GRADIENT,
        /** {@code withGradient(f, array)}, a record. */
        VALUE_AND_ARRAY_GRADIENT,
        /** {@code InnerTangents.tangent(f, array, direction)}, a record. */
        TANGENT,
        /** What is plain Java around the others: the method of the same name in {@code dev.fluxion.runtime.inner}. */
        TWIN,
        /** {@code isDifferentiating()}, true. */
        IS_DIFFERENTIATING
    }

    /** Whose methods they are. */
    static final String OWNER = "dev/fluxion/Fluxion";

    /** Whose method the tangent is. */
    static final String TANGENTS = "dev/fluxion/runtime/inner/InnerTangents";

    /** The type of a boxed double. */
    static final ClassType DOUBLE = new ClassType("java/lang/Double");

    private static final ArrayType DOUBLES = new ArrayType(PrimitiveType.F64);
    private static final String GRADIENTS = "dev/fluxion/runtime/inner/InnerGradients";
    private static final String JACOBIANS = "dev/fluxion/runtime/inner/InnerJacobians";
    private static final String HESSIANS = "dev/fluxion/runtime/inner/InnerHessians";

    private Facade() {}

    /** Returns what a call asks for, or null if it is an ordinary one. */
    static @Nullable Request request(Op op) {
        if (!(op instanceof Op.Invoke invoke) || invoke.kind() != InvokeKind.STATIC) {
            return null;
        }
        MethodRef method = invoke.method();
        if (isTangent(method)) {
            return Request.TANGENT;
        }
        if (!method.owner().equals(OWNER)) {
            return null;
        }
        if (twinOwner(method) != null) {
            return isOfNumbers(invoke) ? Request.TWIN : null;
        }
        return switch (method.name()) {
            case "isDifferentiating" -> Request.IS_DIFFERENTIATING;
            case "gradient" -> gradient(method.descriptor());
            case "withGradient" -> withGradient(method.descriptor());
            default -> null;
        };
    }

    /** Returns whether a method is that which a function's tangent is put in the place of. */
    static boolean isTangent(MethodRef method) {
        return method.owner().equals(TANGENTS) && method.name().equals("tangent");
    }

    private static @Nullable Request gradient(String descriptor) {
        return switch (descriptor) {
            case "(Ldev/fluxion/DoubleFn;D)D" -> Request.GRADIENT;
            case "(Ldev/fluxion/DoubleFn2;DD)Ldev/fluxion/Gradients2;",
                    "(Ldev/fluxion/DoubleFn3;DDD)Ldev/fluxion/Gradients3;",
                    "(Ldev/fluxion/DoubleFn4;DDDD)Ldev/fluxion/Gradients4;" ->
                    Request.GRADIENTS;
            case "(Ldev/fluxion/DoubleArrayFn;[D)[D", "(Ldev/fluxion/FloatArrayFn;[F)[F" -> Request.ARRAY_GRADIENT;
            default -> null;
        };
    }

    private static @Nullable Request withGradient(String descriptor) {
        return switch (descriptor) {
            case "(Ldev/fluxion/DoubleFn;D)Ldev/fluxion/ValueAndGradient;" -> Request.VALUE_AND_GRADIENT;
            case "(Ldev/fluxion/DoubleFn2;DD)Ldev/fluxion/ValueAndGradient;",
                    "(Ldev/fluxion/DoubleFn3;DDD)Ldev/fluxion/ValueAndGradient;",
                    "(Ldev/fluxion/DoubleFn4;DDDD)Ldev/fluxion/ValueAndGradient;" ->
                    Request.VALUE_AND_GRADIENTS;
            case "(Ldev/fluxion/DoubleArrayFn;[D)Ldev/fluxion/ValueAndGradient;" -> Request.VALUE_AND_ARRAY_GRADIENT;
            default -> null;
        };
    }

    private static @Nullable String twinOwner(MethodRef method) {
        return switch (method.name() + method.descriptor()) {
            case "jvp(Ldev/fluxion/DoubleFn;DD)Ldev/fluxion/derivative/ValueAndTangent;",
                    "jvp(Ldev/fluxion/Fn;Ljava/lang/Object;Ljava/lang/Object;)Ldev/fluxion/derivative/ValueAndTangent;",
                    "pushforward(Ldev/fluxion/DoubleFn;D)Ldev/fluxion/derivative/Pushforward;",
                    "pushforward(Ldev/fluxion/Fn;Ljava/lang/Object;)Ldev/fluxion/derivative/Pushforward;" ->
                    TANGENTS;
            case "pullback(Ldev/fluxion/DoubleFn;D)Ldev/fluxion/derivative/Pullback;",
                    "pullback(Ldev/fluxion/Fn;Ljava/lang/Object;)Ldev/fluxion/derivative/Pullback;",
                    "jacobian(Ldev/fluxion/VectorFn;[D)[[D",
                    "withJacobian(Ldev/fluxion/VectorFn;[D)Ldev/fluxion/derivative/ValueAndJacobian;" ->
                    JACOBIANS;
            case "derivative(Ldev/fluxion/DoubleFn;)Ldev/fluxion/DoubleFn;",
                    "gradient(Ldev/fluxion/DoubleFn;)Ldev/fluxion/DoubleGradient;",
                    "gradient(Ldev/fluxion/DoubleArrayFn;)Ldev/fluxion/DoubleArrayGradient;",
                    "gradient(Ldev/fluxion/ObjectFn;Ljava/lang/Double;)Ljava/lang/Double;",
                    "withGradient(Ldev/fluxion/ObjectFn;Ljava/lang/Double;)Ldev/fluxion/ValueAndGradient;" ->
                    GRADIENTS;
            case "hessian(Ldev/fluxion/DoubleFn;D)D",
                    "hessian(Ldev/fluxion/DoubleArrayFn;[D)[[D",
                    "hessianVectorProduct(Ldev/fluxion/DoubleArrayFn;[D[D)[D",
                    "diagonalHessian(Ldev/fluxion/DoubleArrayFn;[D)[D" ->
                    HESSIANS;
            default -> null;
        };
    }

    /** Objects of other types have derivatives of those types, which are not taken inside of others. */
    private static boolean isOfNumbers(Op.Invoke invoke) {
        if (!invoke.method().descriptor().startsWith("(Ldev/fluxion/Fn;")) {
            return true;
        }
        Type type = invoke.arguments().get(1).type();
        return type.equals(DOUBLE) || type.equals(DOUBLES) || type.equals(ClassType.OBJECT);
    }

    /** Returns the plain Java that stands for a method. */
    static MethodRef twin(MethodRef method) {
        String owner = twinOwner(method);
        if (owner == null) {
            throw new IllegalArgumentException("nothing stands for " + method);
        }
        return new MethodRef(owner, method.name(), method.descriptor(), false);
    }

    /** Returns the method of the functional interface that a method of the API takes first. */
    static MethodRef function(MethodRef method) {
        String owner = ((ClassType) method.parameterTypes().getFirst()).internalName();
        String name = owner.substring(owner.lastIndexOf('/') + 1);
        String[] nameAndDescriptor =
                switch (name) {
                    case "DoubleFn" -> new String[] {"applyAsDouble", "(D)D"};
                    case "DoubleFn2" -> new String[] {"applyAsDouble", "(DD)D"};
                    case "DoubleFn3" -> new String[] {"applyAsDouble", "(DDD)D"};
                    case "DoubleFn4" -> new String[] {"applyAsDouble", "(DDDD)D"};
                    case "DoubleArrayFn" -> new String[] {"applyAsDouble", "([D)D"};
                    case "FloatArrayFn" -> new String[] {"applyAsFloat", "([F)F"};
                    case "VectorFn" -> new String[] {"apply", "([D)[D"};
                    default -> throw new IllegalArgumentException(owner);
                };
        return new MethodRef(owner, nameAndDescriptor[0], nameAndDescriptor[1], true);
    }
}
