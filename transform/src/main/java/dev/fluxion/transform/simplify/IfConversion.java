package dev.fluxion.transform.simplify;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.Incoming;
import dev.fluxion.transform.Pass;
import dev.fluxion.transform.Substitution;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns small branches that only choose values into selects.
 *
 * <pre>
 *     ^a: branch %c, ^t, ^f                 ^a: %n = neg %x
 *     ^t: %n = neg %x; jump ^j(%n)     =>       %y = select %c, %n, %x
 *     ^f: jump ^j(%x)                           jump ^j(%y)
 *     ^j(%y): ...                           ^j(%y): ...
 * </pre>
 *
 * <p>Both arms are computed then, so they must be cheap, pure, and without exceptions. Floating products and quotients
 * and calls are left in their arms, also because an arm that did not run must not give a derivative: a zero cotangent
 * times its infinite partial would be NaN.
 */
public record IfConversion() implements Pass {

    /** How many operations may be computed in vain. */
    private static final int BUDGET = 3;

    /** How many values may be chosen by one condition. */
    private static final int CHOICES = 3;

    @Override
    public String name() {
        return "if-conversion";
    }

    @Override
    public Function apply(Function function) {
        Draft draft = new Draft(function);
        Incoming entering = Incoming.of(function.blocks());
        for (Block block : Cfg.of(function).blocks().reversed()) {
            convert(draft, entering, draft.block(block.label()));
        }
        return draft.isChanged() ? Cfg.withoutUnreachableBlocks(draft.build()) : function;
    }

    private static void convert(Draft draft, Incoming entering, Block block) {
        if (!(block.terminator() instanceof Terminator.Branch(Value condition, Successor then, Successor otherwise))) {
            return;
        }
        if (condition instanceof Constant) {
            return;
        }
        Arm first = arm(draft, entering, then);
        Arm second = arm(draft, entering, otherwise);
        Label join = first.end.target();
        if (!join.equals(second.end.target()) || choices(draft.block(join), first, second) > CHOICES) {
            return;
        }
        List<Statement> statements = new ArrayList<>(block.statements());
        statements.addAll(first.statements);
        statements.addAll(second.statements);
        List<Value> chosen = new ArrayList<>();
        for (int i = 0; i < first.end.arguments().size(); i++) {
            Value x = first.end.arguments().get(i);
            Value y = second.end.arguments().get(i);
            if (x.equals(y)) {
                chosen.add(x);
                continue;
            }
            Variable parameter = draft.block(join).parameters().get(i);
            Variable result = draft.newVariable(parameter);
            statements.add(new Statement(List.of(result), new Op.Select(condition, x, y), block.position()));
            chosen.add(result);
        }
        draft.put(block.withStatements(statements).withTerminator(new Terminator.Jump(new Successor(join, chosen))));
    }

    /** What runs on one side, and where it goes on. */
    private record Arm(List<Statement> statements, Successor end) {}

    /** Returns the cheap block on that edge and the edge out of it, or just the edge if it leads to no such block. */
    private static Arm arm(Draft draft, Incoming entering, Successor edge) {
        Block block = draft.block(edge.target());
        if (entering.to(edge.target()).size() > 1
                || !(block.terminator() instanceof Terminator.Jump(Successor end))
                || !isCheap(block)) {
            return new Arm(List.of(), edge);
        }
        Substitution passed = Substitution.parallel();
        for (int i = 0; i < block.parameters().size(); i++) {
            passed.put(block.parameters().get(i), edge.arguments().get(i));
        }
        List<Statement> statements = new ArrayList<>();
        for (Statement statement : block.statements()) {
            statements.add(passed.apply(statement));
        }
        return new Arm(statements, passed.apply(end));
    }

    /** Returns how many parameters depend on the condition; more than can be chosen if references differ in type. */
    private static int choices(Block join, Arm first, Arm second) {
        int count = 0;
        for (int i = 0; i < first.end.arguments().size(); i++) {
            Value x = first.end.arguments().get(i);
            Value y = second.end.arguments().get(i);
            if (!x.equals(y)) {
                Type type = join.parameters().get(i).type();
                count += x.type().equals(type) && y.type().equals(type) ? 1 : CHOICES + 1;
            }
        }
        return count;
    }

    private static boolean isCheap(Block block) {
        if (block.statements().size() > BUDGET) {
            return false;
        }
        for (Statement statement : block.statements()) {
            if (!isCheap(statement.op())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCheap(Op op) {
        return switch (op) {
            case Op.Binary(BinaryKind kind, Value x, Value y) ->
                    !x.type().isFloating() || kind == BinaryKind.ADD || kind == BinaryKind.SUB;
            case Op.Negate _, Op.Compare _, Op.ThreeWay _, Op.Convert _, Op.Select _ -> true;
            case Op.IntegerDivide _, Op.InstanceOf _, Op.CheckCast _ -> false;
            case Op.ArrayLoad _, Op.ArrayStore _, Op.ArrayLength _, Op.NewArray _ -> false;
            case Op.GetField _, Op.PutField _, Op.GetStatic _, Op.PutStatic _, Op.New _, Op.Monitor _ -> false;
            case Op.Invoke _, Op.InvokeDynamic _, Op.MakeClosure _, Op.Call _ -> false;
            case Op.TapePush _, Op.TapePop _, Op.TapeReserve _, Op.TapeRelease _, Op.TapeTop _ -> false;
        };
    }
}
