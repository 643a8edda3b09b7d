package dev.fluxion.transform.rule;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.ReferenceType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.ForwardRule;

import java.util.List;

/** What is emitted around forward rules: calls of {@link dev.fluxion.runtime.rule.PushedForward}. */
final class PushedCalls {

    private static final String OWNER = "dev/fluxion/runtime/rule/PushedForward";
    private static final String WRITES = "dev/fluxion/runtime/rule/ThrownWrites";
    private static final String LINKER = "Ldev/fluxion/runtime/Linker;";
    private static final String SHADOWS = RulePair.SHADOWS.descriptor();
    private static final String OBJECT = ClassType.OBJECT.descriptor();
    private static final String STRING = ClassType.STRING.descriptor();
    private static final String GIVEN = "Ldev/fluxion/rule/ValueAndTangent;";

    private final ForwardRule rule;
    private final int lanes;
    private final FunctionBuilder out;

    PushedCalls(ForwardRule rule, int lanes, FunctionBuilder out) {
        this.rule = rule;
        this.lanes = lanes;
        this.out = out;
    }

    /** Returns what a rule has returned, which is not null. */
    Value required(Value given) {
        return out.add(invoke("required", "(" + GIVEN + STRING + ")" + GIVEN, given, name()));
    }

    /** Returns the numbers in an argument. */
    Value before(Value argument) {
        MethodRef before = new MethodRef(WRITES, "before", "(" + LINKER + OBJECT + ")[D", false);
        return out.add(new Op.Invoke(InvokeKind.STATIC, before, List.of(rule.linker(), argument)));
    }

    /** Compares them with those that there are now. */
    void unwritten(Value given, Value before, int argument) {
        String descriptor = "(" + LINKER + OBJECT + "[D" + STRING + "I)V";
        out.effect(invoke("unwritten", descriptor, rule.linker(), given, before, name(), at(argument)));
    }

    /** Compares them if the method has thrown. */
    void unwrittenIfThrown(Value given, Value before, Value thrown) {
        String descriptor = "(" + LINKER + STRING + OBJECT + "[D" + OBJECT + ")V";
        MethodRef check = new MethodRef(WRITES, "check", descriptor, false);
        out.effect(new Op.Invoke(InvokeKind.STATIC, check, List.of(rule.linker(), name(), given, before, thrown)));
    }

    /** Returns one of the tangents of an array or object, in the type in which the rule takes it. */
    Value tangent(Value shadows, Value of, Type wanted, int argument, int lane) {
        Value tangent;
        if (RuleCalls.isArrayOfNumbers(of.type())) {
            String type = of.type().descriptor();
            tangent = out.add(invoke("tangent", "(" + SHADOWS + type + "II)" + type, shadows, of, at(lane), at(lanes)));
        } else {
            Constant type = new Constant.ClassConstant(wanted);
            String descriptor = "(" + LINKER + SHADOWS + OBJECT + "IILjava/lang/Class;" + STRING + "I)" + OBJECT;
            tangent =
                    out.add(
                            invoke(
                                    "tangent",
                                    descriptor,
                                    rule.linker(),
                                    shadows,
                                    of,
                                    at(lane),
                                    at(lanes),
                                    type,
                                    name(),
                                    at(argument)));
        }
        return tangent.type().equals(wanted) ? tangent : out.add(new Op.CheckCast((ReferenceType) wanted, tangent));
    }

    /** Gives a value in memory one of its tangents. */
    void put(Value shadows, Value value, Value tangent, int lane) {
        if (RuleCalls.isArrayOfNumbers(value.type())) {
            String type = value.type().descriptor();
            out.effect(
                    invoke(
                            "put",
                            "(" + SHADOWS + type + type + "II" + STRING + ")V",
                            shadows,
                            value,
                            tangent,
                            at(lane),
                            at(lanes),
                            name()));
        } else {
            out.effect(
                    invoke(
                            "put",
                            "(" + LINKER + SHADOWS + OBJECT + OBJECT + "II" + STRING + ")V",
                            rule.linker(),
                            shadows,
                            value,
                            tangent,
                            at(lane),
                            at(lanes),
                            name()));
        }
    }

    private Constant name() {
        return new Constant.StringConstant(rule.display());
    }

    private static Constant at(int index) {
        return Constant.of(index);
    }

    private static Op invoke(String name, String descriptor, Value... arguments) {
        return new Op.Invoke(InvokeKind.STATIC, new MethodRef(OWNER, name, descriptor, false), List.of(arguments));
    }
}
