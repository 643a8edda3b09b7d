package dev.fluxion.transform.pipeline;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.runtime.rule.PartialObjects;
import dev.fluxion.transform.DelegatingMethods;
import dev.fluxion.transform.MethodSource;
import dev.fluxion.transform.Target;
import dev.fluxion.transform.activity.NestedReasons;
import dev.fluxion.transform.bits.BitMethods;

import org.jspecify.annotations.Nullable;

/** The methods of the API that mean something special when they are called in code that is being differentiated. */
final class Facade {

    /** What such a call asks for. */
    enum Request {
        /** {@code derivative(f)}, a function. */
        DERIVATIVE,
        /** {@code gradient(f, x)} of one double. */
        GRADIENT,
        /** {@code gradient(f, x, y)} of several doubles, a record. */
        GRADIENTS,
        /** {@code gradient(f, array)}, an array. */
        ARRAY_GRADIENT,
        /** {@code isDifferentiating()}, true. */
        IS_DIFFERENTIATING
    }

    private static final String OWNER = "dev/fluxion/Fluxion";
    private static final String FUNCTION_PULLBACKS = "dev/fluxion/runtime/FunctionPullbacks";
    private static final String FUNCTION_MEMORY = "dev/fluxion/runtime/FunctionMemory";
    private static final String LINKER = "dev/fluxion/runtime/Linker";
    private static final String OBJECT_COTANGENTS = "dev/fluxion/runtime/ObjectCotangents";
    private static final String SHADOWS = "dev/fluxion/runtime/Shadows";

    private Facade() {}

    /** Returns what a call asks for, or null if it is an ordinary one. */
    static @Nullable Request request(Op op) {
        if (!(op instanceof Op.Invoke invoke) || !invoke.method().owner().equals(OWNER)) {
            return null;
        }
        String descriptor = invoke.method().descriptor();
        return switch (invoke.method().name()) {
            case "isDifferentiating" -> Request.IS_DIFFERENTIATING;
            case "derivative" ->
                    descriptor.equals("(Ldev/fluxion/DoubleFn;)Ldev/fluxion/DoubleFn;") ? Request.DERIVATIVE : null;
            case "gradient" -> gradient(descriptor);
            default -> null;
        };
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

    /** Returns a source that does not look into the API's own code, nor into boxes. */
    static MethodSource guard(MethodSource methods) {
        return new Guard(methods);
    }

    private static final class Guard extends DelegatingMethods {

        private final MethodSource methods;

        Guard(MethodSource methods) {
            super(methods);
            this.methods = methods;
        }

        @Override
        public MethodSource again() {
            return guard(methods.again());
        }

        @Override
        public Target resolve(InvokeKind kind, MethodRef method) {
            if (method.owner().equals(OWNER) && isControl(method)) {
                return super.resolve(kind, method);
            }
            if (method.owner().equals(OWNER) || isObjectGradient(method)) {
                return refused(kind, method);
            }
            if (NestedReasons.isOfInstance(method)) {
                return new Target.Refused(NestedReasons.of(method));
            }
            if (BitMethods.isLost(method)) {
                return new Target.Refused(lostBits());
            }
            if (method.owner().equals(SHADOWS)) {
                return new Target.Moves();
            }
            if (method.owner().equals(PartialObjects.NAME)) {
                return new Target.NonDifferentiable();
            }
            if (method.owner().equals(FUNCTION_PULLBACKS)) {
                return new Target.Refused(functionsTwice());
            }
            if (method.owner().equals(FUNCTION_MEMORY) || method.owner().equals(LINKER)) {
                return new Target.NonDifferentiable();
            }
            if (method.owner().equals(OBJECT_COTANGENTS)) {
                return method.isVoid() ? new Target.Moves() : new Target.Refused(objectsTwice());
            }
            return Boxes.isBoxing(method) || Boxes.isUnboxing(method) ? new Target.Box() : super.resolve(kind, method);
        }
    }

    /** What controls differentiation is what its rules and its own code say. */
    private static boolean isControl(MethodRef method) {
        return switch (method.name()) {
            case "stopGradient", "ignoreDerivatives", "hook", "showGradient", "checkpointed", "implicit" -> true;
            default -> false;
        };
    }

    private static Diagnostic lostBits() {
        return Diagnostic.of(
                ErrorId.LOST_BITS,
                "cannot differentiate a number that is put together from bits",
                "what is done with the bits of an active number in between is more than masks, shifts and sums",
                "compute with the number itself, or give the method a rule (docs/rules.md)");
    }

    private static Diagnostic functionsTwice() {
        return Diagnostic.of(
                ErrorId.DYNAMIC_CALL,
                "cannot take a second derivative through a rule that pulls back through a function it was given",
                "the derivative of that function is found when the rule runs",
                "a @Replacement in plain Java instead of the rule, or the first derivative only (docs/rules.md)");
    }

    private static Diagnostic objectsTwice() {
        return Diagnostic.of(
                ErrorId.DYNAMIC_CALL,
                "cannot take a second derivative through a rule whose cotangents are those of objects",
                "how they go into records, lists or arrays of arrays and back is not differentiated again",
                "a rule on numbers and arrays of numbers, or one that works in place (docs/rules.md)");
    }

    /** Gradients in objects that were compiled elsewhere; what they do cannot be differentiated again. */
    private static boolean isObjectGradient(MethodRef method) {
        return switch (method.owner()) {
            case "dev/fluxion/ObjectGradient",
                    "dev/fluxion/ObjectGradient2",
                    "dev/fluxion/ObjectGradient3",
                    "dev/fluxion/ObjectGradient4",
                    "dev/fluxion/spi/GraphGradient" ->
                    true;
            default -> false;
        };
    }

    private static Target refused(InvokeKind kind, MethodRef method) {
        if (method.name().equals("isDifferentiating") && kind == InvokeKind.STATIC) {
            return new Target.NonDifferentiable();
        }
        return new Target.Refused(
                Diagnostic.of(
                        ErrorId.DYNAMIC_CALL,
                        "cannot differentiate through " + method.display(),
                        "the function given to it is not a lambda or method reference made in the same place, or the"
                                + " call is of a form that cannot be nested yet",
                        "use derivative(f) or gradient(f, x) on a lambda written there"));
    }
}
