package dev.fluxion.transform.pipeline;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.runtime.rule.PartialObjects;
import dev.fluxion.transform.DelegatingMethods;
import dev.fluxion.transform.MethodSource;
import dev.fluxion.transform.Target;
import dev.fluxion.transform.activity.NestedReasons;
import dev.fluxion.transform.bits.BitMethods;

/** What calls stand for in code that is being differentiated: the API's own code and boxes are not looked into. */
final class GuardedMethods extends DelegatingMethods {

    private static final String FUNCTION_PULLBACKS = "dev/fluxion/runtime/FunctionPullbacks";
    private static final String FUNCTION_MEMORY = "dev/fluxion/runtime/FunctionMemory";
    private static final String LINKER = "dev/fluxion/runtime/Linker";
    private static final String OBJECT_COTANGENTS = "dev/fluxion/runtime/ObjectCotangents";
    private static final String SHADOWS = "dev/fluxion/runtime/Shadows";

    private final MethodSource methods;

    private GuardedMethods(MethodSource methods) {
        super(methods);
        this.methods = methods;
    }

    /** Guards methods, if they are not guarded already. */
    static MethodSource of(MethodSource methods) {
        return methods instanceof GuardedMethods ? methods : new GuardedMethods(methods);
    }

    @Override
    public MethodSource in(Mode mode) {
        MethodSource other = methods.in(mode);
        return other.equals(methods) ? this : new GuardedMethods(other);
    }

    @Override
    public MethodSource again() {
        MethodSource again = methods.again();
        return again.equals(methods) ? this : new GuardedMethods(again);
    }

    @Override
    public Target resolve(InvokeKind kind, MethodRef method) {
        if (method.owner().equals(Facade.OWNER) && isControl(method)) {
            return super.resolve(kind, method);
        }
        if (method.owner().equals(Facade.OWNER) || Facade.isTangent(method) || isObjectGradient(method)) {
            return refused(kind, method);
        }
        if (NestedReasons.isOfInstance(method) || NestedReasons.isCompiled(method)) {
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
        return new Target.Refused(NestedReasons.of(method));
    }
}
