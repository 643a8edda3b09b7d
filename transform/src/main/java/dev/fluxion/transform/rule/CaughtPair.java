package dev.fluxion.transform.rule;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.Library;
import dev.fluxion.transform.ReverseRule;
import dev.fluxion.transform.exceptions.CatchAll;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * The pair of a rule's method whose exception is caught: the augmented primal gives the exception back, and what threw
 * is not reversed.
 *
 * <pre>
 *   augmented(arguments..., shadows) { y, e = inner$caught(arguments..., shadows); push e == null; return y, e }
 *   reverse(bar, shadows)            { if (pop) return inner$reverse(bar, shadows); return 0... }
 * </pre>
 */
final class CaughtPair {

    private static final String OWNER = "dev/fluxion/runtime/rule/ThrownWrites";
    private static final String LINKER = "Ldev/fluxion/runtime/Linker;";
    private static final String OBJECT = ClassType.OBJECT.descriptor();
    private static final MethodRef BEFORE = new MethodRef(OWNER, "before", "(" + LINKER + OBJECT + ")[D", false);
    private static final MethodRef CHECK =
            new MethodRef(
                    OWNER,
                    "check",
                    "(" + LINKER + ClassType.STRING.descriptor() + OBJECT + "[D" + OBJECT + ")V",
                    false);

    private CaughtPair() {}

    /** Returns the shape of the pair that does not catch. */
    static RulePair.Shape inner(RulePair.Shape shape) {
        return new RulePair.Shape(
                shape.augmented() + "$inner", shape.reverse() + "$inner", shape.numbers(), shape.takesShadows());
    }

    /**
     * Makes the pair.
     *
     * @param inner the one that does not catch
     * @param rule the rule
     * @param library takes what the pair calls
     * @param stacks gives a stack of the tape that nothing else uses
     */
    static RulePair of(RulePair inner, ReverseRule rule, RulePair.Shape shape, Library library, IntSupplier stacks) {
        Function caught = CatchAll.of(inner.augmented());
        library.put(inner.augmented());
        library.put(inner.reverse());
        library.put(caught);
        int stack = stacks.getAsInt();
        return new RulePair(augmented(caught, rule, shape, stack), reverse(inner.reverse(), shape, stack));
    }

    private static Function augmented(Function caught, ReverseRule rule, RulePair.Shape shape, int stack) {
        FunctionBuilder out = new FunctionBuilder(shape.augmented(), caught.resultTypes());
        List<Variable> parameters = like(caught.parameters(), out);
        out.begin(out.label("entry"), parameters);
        List<Value> written = new ArrayList<>();
        for (int i = 0; i < rule.parameterTypes().size(); i++) {
            boolean mayBeWritten = rule.writes().contains(i) || rule.runsFunctions();
            if (mayBeWritten && parameters.get(i).type().isReference()) {
                written.add(parameters.get(i));
            }
        }
        List<Value> before = new ArrayList<>();
        for (Value each : written) {
            before.add(out.add(new Op.Invoke(InvokeKind.STATIC, BEFORE, List.of(rule.linker(), each))));
        }
        List<Variable> given = out.call(new Op.Call(caught.name(), List.copyOf(parameters)), caught.resultTypes());
        Constant name = new Constant.StringConstant(rule.display());
        for (int i = 0; i < written.size(); i++) {
            List<Value> compared = List.of(rule.linker(), name, written.get(i), before.get(i), given.getLast());
            out.effect(new Op.Invoke(InvokeKind.STATIC, CHECK, compared));
        }
        Value isDone = out.add(new Op.Compare(CompareKind.EQ, given.getLast(), new Constant.NullConstant()));
        out.effect(new Op.TapePush(stack, isDone));
        out.end(new Terminator.Return(List.copyOf(given)));
        return out.build();
    }

    private static Function reverse(Function inner, RulePair.Shape shape, int stack) {
        FunctionBuilder out = new FunctionBuilder(shape.reverse(), inner.resultTypes());
        List<Variable> parameters = like(inner.parameters(), out);
        Label done = out.label("done");
        Label thrown = out.label("thrown");
        out.begin(out.label("entry"), parameters);
        Value isDone = out.add(new Op.TapePop(stack, PrimitiveType.I32));
        out.end(new Terminator.Branch(isDone, new Successor(done, List.of()), new Successor(thrown, List.of())));
        out.begin(done, List.of());
        List<Variable> adjoints = out.call(new Op.Call(inner.name(), List.copyOf(parameters)), inner.resultTypes());
        out.end(new Terminator.Return(List.copyOf(adjoints)));
        out.begin(thrown, List.of());
        List<Value> zeros = new ArrayList<>();
        for (Type type : inner.resultTypes()) {
            zeros.add(Constant.zero(type));
        }
        out.end(new Terminator.Return(zeros));
        return out.build();
    }

    private static List<Variable> like(List<Variable> parameters, FunctionBuilder out) {
        List<Variable> copies = new ArrayList<>();
        for (Variable parameter : parameters) {
            copies.add(out.variable(parameter.type(), parameter.name()));
        }
        return copies;
    }
}
