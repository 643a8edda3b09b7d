package dev.fluxion.transform.rule;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.Target;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What is emitted around rules in checked mode: calls of {@link dev.fluxion.runtime.rule.RuleChecks}. */
public final class CheckCalls {

    private static final String OWNER = "dev/fluxion/runtime/rule/RuleChecks";
    private static final String CALL = "Ldev/fluxion/runtime/rule/CheckedCall;";
    private static final String OBJECT = ClassType.OBJECT.descriptor();
    private static final String ADJOINTS = "Ldev/fluxion/rule/Adjoints;";

    private CheckCalls() {}

    /**
     * Checks one partial derivative of one call.
     *
     * @param partial the partial
     * @param point the arguments of the call, then its result
     * @param argument the index of the argument that the derivative is in
     * @param numbers the adjoint of the result, the partial derivative, and what comes of both
     */
    public static void partial(
            Target.Partial partial, List<Value> point, int argument, List<Value> numbers, FunctionBuilder out) {
        String rule = Objects.requireNonNull(partial.checkedAs());
        Value call = out.add(invoke("start", "(" + ClassType.STRING.descriptor() + ")" + CALL, name(rule)));
        for (Value each : point.subList(0, point.size() - 1)) {
            argument(call, each, out);
        }
        value(call, point.getLast(), out);
        Type type = numbers.getFirst().type();
        String descriptor = "(" + CALL + type.descriptor().repeat(numbers.size()) + "IZ)V";
        List<Value> arguments = new ArrayList<>(numbers);
        arguments.addFirst(call);
        arguments.add(Constant.of(argument));
        arguments.add(Constant.of(partial.strongZero()));
        out.effect(invoke("partial", descriptor, arguments.toArray(new Value[0])));
    }

    /** Starts to look at a call of a method with a reverse rule. */
    static Value start(String rule, Constant linker, FunctionBuilder out) {
        String descriptor = "(" + ClassType.STRING.descriptor() + "Ldev/fluxion/runtime/Linker;)" + CALL;
        return out.add(invoke("start", descriptor, name(rule), linker));
    }

    static void argument(Value call, Value argument, FunctionBuilder out) {
        out.effect(invoke("argument", "(" + CALL + descriptor(argument) + ")V", call, argument));
    }

    static void value(Value call, Value value, FunctionBuilder out) {
        out.effect(invoke("value", "(" + CALL + descriptor(value) + ")V", call, value));
    }

    static void captured(Value call, Value object, FunctionBuilder out) {
        out.effect(invoke("captured", "(" + CALL + OBJECT + ")V", call, object));
    }

    static void before(Value call, Value bar, FunctionBuilder out) {
        out.effect(invoke("before", "(" + CALL + OBJECT + ")V", call, bar));
    }

    static void before(Value call, Value bar, Value shadows, FunctionBuilder out) {
        String descriptor = "(" + CALL + OBJECT + RulePair.SHADOWS.descriptor() + ")V";
        out.effect(invoke("before", descriptor, call, bar, shadows));
    }

    static void after(Value call, FunctionBuilder out) {
        out.effect(invoke("after", "(" + CALL + ")V", call));
    }

    static void cotangent(Value call, int argument, Value cotangent, FunctionBuilder out) {
        String descriptor = "(" + CALL + "I" + descriptor(cotangent) + ")V";
        out.effect(invoke("cotangent", descriptor, call, Constant.of(argument), cotangent));
    }

    static void after(Value call, Value adjoints, Value shadows, FunctionBuilder out) {
        String descriptor = "(" + CALL + ADJOINTS + RulePair.SHADOWS.descriptor() + ")V";
        out.effect(invoke("after", descriptor, call, adjoints, shadows));
    }

    private static String descriptor(Value value) {
        Type type = value.type();
        return type.isReference() ? OBJECT : type.computational().descriptor();
    }

    private static Constant name(String rule) {
        return new Constant.StringConstant(rule);
    }

    private static Op invoke(String name, String descriptor, Value... arguments) {
        return new Op.Invoke(InvokeKind.STATIC, new MethodRef(OWNER, name, descriptor, false), List.of(arguments));
    }
}
