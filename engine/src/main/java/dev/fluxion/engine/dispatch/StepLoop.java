package dev.fluxion.engine.dispatch;

import dev.fluxion.control.Step;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.runtime.DynamicCall;

import java.util.List;
import java.util.function.Supplier;

/**
 * A block of steps of a loop as a function of the object that is the step: its code stands in the loop, so that the
 * block's derivative is that of a plain loop.
 *
 * <pre>{@code
 * static double[] steps(Step step, double[] state, int from, int to) {
 *     double[] now = state.clone();                              // of its own, as what is returned
 *     for (int i = from; i < to; i++) {
 *         now = step.apply(now, i);
 *     }
 *     return now.clone();
 * }
 * }</pre>
 */
public final class StepLoop {

    /** What an object that is a step does once. */
    public static final MethodRef STEP =
            new MethodRef(Step.class.getName().replace('.', '/'), "apply", "([DI)[D", true);

    private static final MethodRef CLONE = new MethodRef("[D", "clone", "()Ljava/lang/Object;", false);
    private static final ArrayType STATE = new ArrayType(PrimitiveType.F64);

    private StepLoop() {}

    /** Emits a step. */
    interface Body {
        /**
         * Adds the operations.
         *
         * @param captured what comes before the arguments
         * @return the state after it
         */
        Value emit(List<Value> captured, Value state, Value index);
    }

    /** Whether a call is that of a block of steps, which no class declares. */
    public static boolean isBlock(MethodRef called) {
        return called.owner().equals(STEP.owner())
                && called.name().equals(STEP.name())
                && called.descriptor().equals(DynamicCall.STEPS);
    }

    /**
     * Emits the function.
     *
     * @param receiver the step
     * @param captured emits what is the same in all steps
     * @param step emits one
     */
    static void emit(Variable receiver, Supplier<List<Value>> captured, Body step, FunctionBuilder out) {
        Variable start = out.variable(STATE, "state");
        Variable from = out.variable(PrimitiveType.I32, "from");
        Variable to = out.variable(PrimitiveType.I32, "to");
        out.begin(out.label("entry"), List.of(receiver, start, from, to));
        List<Value> first = captured.get();
        Variable own = copy(start, out);
        Label head = out.label("head");
        Label body = out.label("body");
        Label done = out.label("done");
        out.jump(head, own, from);

        Variable now = out.variable(STATE, "now");
        Variable index = out.variable(PrimitiveType.I32, "i");
        out.begin(head, List.of(now, index));
        Variable goesOn = out.add(new Op.Compare(CompareKind.LT, index, to));
        out.end(new Terminator.Branch(goesOn, new Successor(body, List.of()), new Successor(done, List.of())));

        out.begin(body, List.of());
        Value after = step.emit(first, now, index);
        Variable next = out.add(new Op.Binary(BinaryKind.ADD, index, Constant.of(1)));
        out.jump(head, after, next);

        out.begin(done, List.of());
        out.end(new Terminator.Return(List.of(copy(now, out))));
    }

    private static Variable copy(Value array, FunctionBuilder out) {
        Variable copy = out.add(new Op.Invoke(InvokeKind.VIRTUAL, CLONE, List.of(array)));
        return out.add(new Op.CheckCast(STATE, copy));
    }
}
