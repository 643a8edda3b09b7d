package dev.fluxion.transform.rule;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.ReferenceType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.ReverseRule;

import java.util.ArrayList;
import java.util.List;

/** What the pair of a rule calls: its pullback, and {@link dev.fluxion.runtime.rule.PulledBack} around it. */
final class RuleCalls {

    private static final String OWNER = "dev/fluxion/runtime/rule/PulledBack";
    private static final ClassType LINKER = new ClassType("dev/fluxion/runtime/Linker");
    private static final ClassType MEMORY = new ClassType("dev/fluxion/runtime/FunctionMemory");
    private static final ClassType ADJOINTS = new ClassType("dev/fluxion/rule/Adjoints");
    private static final String COTANGENTS = "dev/fluxion/rule/Cotangents";
    private static final List<String> COMPONENTS = List.of("first", "second", "third", "fourth", "fifth");
    private static final ClassType EXCEPTION = new ClassType("java/lang/Exception");
    private static final String FAILURE = "Ldev/fluxion/diagnostic/NotDifferentiableException;";
    private static final String OBJECT = ClassType.OBJECT.descriptor();
    private static final String STRING = ClassType.STRING.descriptor();

    private final ReverseRule rule;
    private final Variable shadows;
    private final FunctionBuilder out;

    RuleCalls(ReverseRule rule, Variable shadows, FunctionBuilder out) {
        this.rule = rule;
        this.shadows = shadows;
        this.out = out;
    }

    /** Gives what the method has made or written its shadow. */
    void register(Value object) {
        if (isArrayOfNumbers(object.type())) {
            call("register", "(" + RulePair.SHADOWS.descriptor() + object.type().descriptor() + ")V", shadows, object);
        } else {
            String descriptor = "(" + LINKER.descriptor() + RulePair.SHADOWS.descriptor() + OBJECT + ")V";
            call("register", descriptor, rule.linker(), shadows, object);
        }
    }

    /** Returns what {@link #taken} and {@link #add} need of an object: an array of numbers, or what it leads to now. */
    Value snapshot(Value object) {
        return isArrayOfNumbers(object.type())
                ? object
                : result("snapshot", "(" + LINKER.descriptor() + OBJECT + ")" + OBJECT, rule.linker(), object);
    }

    /** Returns the cotangent of a value in memory, which then is zero. */
    Value taken(Value object) {
        if (isArrayOfNumbers(object.type())) {
            String type = object.type().descriptor();
            return result("take", "(" + RulePair.SHADOWS.descriptor() + type + ")" + type, shadows, object);
        }
        String descriptor = "(" + LINKER.descriptor() + RulePair.SHADOWS.descriptor() + OBJECT + ")" + OBJECT;
        return result("take", descriptor, rule.linker(), shadows, object);
    }

    /** Starts to remember what functions lead to, and does so of all that is given. */
    Value memory(List<Value> given) {
        String descriptor = "(" + STRING + RulePair.SHADOWS.descriptor() + ")" + MEMORY.descriptor();
        MethodRef start = new MethodRef(LINKER.internalName(), "memory", descriptor, true);
        Value memory = out.add(new Op.Invoke(InvokeKind.INTERFACE, start, List.of(rule.linker(), name(), shadows)));
        remember(memory, given);
        return memory;
    }

    /** Remembers what more objects lead to. */
    void remember(Value memory, List<? extends Value> given) {
        MethodRef add = new MethodRef(MEMORY.internalName(), "add", "(" + OBJECT + ")V", true);
        for (Value each : given) {
            if (each.type().isReference() && !RuleCalls.isArrayOfNumbers(each.type())) {
                out.effect(new Op.Invoke(InvokeKind.INTERFACE, add, List.of(memory, each)));
            }
        }
    }

    /** Returns the adjoints that a pullback works on in place which goes through functions. */
    Value adjoints(Value memory) {
        String descriptor =
                "("
                        + LINKER.descriptor()
                        + RulePair.SHADOWS.descriptor()
                        + "I"
                        + MEMORY.descriptor()
                        + ")"
                        + ADJOINTS.descriptor();
        return result(
                "adjoints", descriptor, rule.linker(), shadows, Constant.of(rule.parameterTypes().size()), memory);
    }

    /** Returns the adjoints that a pullback works on in place. */
    Value adjoints() {
        String descriptor = "(" + LINKER.descriptor() + RulePair.SHADOWS.descriptor() + "I)" + ADJOINTS.descriptor();
        Value count = Constant.of(rule.parameterTypes().size());
        return result("adjoints", descriptor, rule.linker(), shadows, count);
    }

    /** Returns the adjoint of a number after a pullback in place. */
    Value ofArgument(Value adjoints, int argument) {
        MethodRef method = new MethodRef(ADJOINTS.internalName(), "ofArgument", "(I)D", false);
        Value adjoint = out.add(new Op.Invoke(InvokeKind.VIRTUAL, method, List.of(adjoints, Constant.of(argument))));
        return narrowed(adjoint, argument);
    }

    /** Returns the adjoint of a number that a pullback has returned. */
    Value number(Value cotangents, int argument) {
        Value component = component(cotangents, argument);
        Value number = result("number", "(" + OBJECT + STRING + "I)D", component, name(), Constant.of(argument));
        return narrowed(number, argument);
    }

    /** Adds the cotangent that a pullback has returned to the adjoints of an argument in memory, and returns it. */
    Value add(Value object, Value cotangents, int argument) {
        Value component = component(cotangents, argument);
        if (isArrayOfNumbers(object.type())) {
            String descriptor =
                    "(" + RulePair.SHADOWS.descriptor() + object.type().descriptor() + OBJECT + STRING + "I)V";
            call("add", descriptor, shadows, object, component, name(), Constant.of(argument));
            return component;
        }
        String descriptor =
                "(" + LINKER.descriptor() + RulePair.SHADOWS.descriptor() + OBJECT + OBJECT + STRING + "I)V";
        call("add", descriptor, rule.linker(), shadows, object, component, name(), Constant.of(argument));
        return component;
    }

    /**
     * Runs the pullback.
     *
     * @param given what is kept, then the cotangent of the value, if there is one, then the adjoints in place
     * @return what it returns, null if that is nothing
     */
    Value pullback(RuleForward forward, List<Value> given) {
        MethodRef lambda = forward.lambda();
        if (lambda == null) {
            return invokeInterface(given);
        }
        List<Value> arguments = new ArrayList<>();
        List<Type> types = lambda.parameterTypes();
        for (int i = 0; i < types.size(); i++) {
            Value value = given.get(i);
            boolean fits = !(types.get(i) instanceof ReferenceType) || value.type().equals(types.get(i));
            arguments.add(fits ? value : out.add(new Op.CheckCast((ReferenceType) types.get(i), value)));
        }
        return run(new Op.Invoke(InvokeKind.STATIC, lambda, arguments));
    }

    private Value invokeInterface(List<Value> given) {
        String adjoints = ADJOINTS.descriptor();
        String descriptor =
                switch (rule.form()) {
                    case BY_VALUE -> "(" + OBJECT + ")" + OBJECT;
                    case IN_PLACE -> "(" + OBJECT + adjoints + ")V";
                    case VOID -> "(" + adjoints + ")V";
                };
        MethodRef apply = new MethodRef(rule.form().pullback(), "apply", descriptor, true);
        return run(new Op.Invoke(InvokeKind.INTERFACE, apply, given));
    }

    /**
     * Runs the pullback in a block of its own: what it throws is reported as the rule's failure, in the rule's method.
     *
     * <pre>
     *     ^pull catch Exception ^failed: %bars = invoke pullback; jump ^pulled
     *     ^failed(%e): throw PulledBack.failed(%e, rule)
     * </pre>
     */
    private Value run(Op.Invoke call) {
        Label pull = out.label("pull");
        Label pulled = out.label("pulled");
        Label failed = out.label("failed");
        out.jump(pull);
        out.begin(pull, List.of());
        out.protect(List.of(new Handler(EXCEPTION, failed, List.of())));
        Value given = new Constant.NullConstant();
        if (call.method().isVoid()) {
            out.effect(call);
        } else {
            given = out.add(call);
        }
        out.jump(pulled);
        Variable exception = out.variable(EXCEPTION, "exception");
        out.begin(failed, List.of(exception));
        Position before = out.position();
        out.at(rule.body().entry().position());
        out.end(
                new Terminator.Throw(
                        result("failed", "(" + EXCEPTION.descriptor() + STRING + ")" + FAILURE, exception, name())));
        out.at(before);
        out.begin(pulled, List.of());
        return given;
    }

    /** One argument's cotangent of what a pullback has returned for all. */
    private Value component(Value cotangents, int argument) {
        int count = rule.parameterTypes().size();
        if (count == 1) {
            return cotangents;
        }
        if (cotangents.type().equals(new ClassType(COTANGENTS + count)) && count <= COMPONENTS.size()) {
            MethodRef accessor = new MethodRef(COTANGENTS + count, COMPONENTS.get(argument), "()" + OBJECT, false);
            return out.add(new Op.Invoke(InvokeKind.VIRTUAL, accessor, List.of(cotangents)));
        }
        return result(
                "component",
                "(" + OBJECT + "II" + STRING + ")" + OBJECT,
                cotangents,
                Constant.of(argument),
                Constant.of(count),
                name());
    }

    private Value narrowed(Value number, int argument) {
        return rule.parameterTypes().get(argument) == PrimitiveType.F32
                ? out.add(new Op.Convert(PrimitiveType.F32, number))
                : number;
    }

    private Constant name() {
        return new Constant.StringConstant(rule.display());
    }

    /** Returns whether this is {@code float[]} or {@code double[]}. */
    static boolean isArrayOfNumbers(Type type) {
        return type instanceof ArrayType array && array.element().isFloating();
    }

    private Value result(String name, String descriptor, Value... arguments) {
        return out.add(invoke(name, descriptor, arguments));
    }

    private void call(String name, String descriptor, Value... arguments) {
        out.effect(invoke(name, descriptor, arguments));
    }

    private static Op invoke(String name, String descriptor, Value... arguments) {
        return new Op.Invoke(InvokeKind.STATIC, new MethodRef(OWNER, name, descriptor, false), List.of(arguments));
    }
}
