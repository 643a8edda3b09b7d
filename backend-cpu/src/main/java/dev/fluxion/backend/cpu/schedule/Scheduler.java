package dev.fluxion.backend.cpu.schedule;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant.DynamicConstant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds expression trees.
 *
 * <pre>{@code
 * %p = mul %pb, %y
 * %q = add %p, 1.0             =>   store %out, 0, (add (mul %pb, %y), 1.0)
 * store %out, 0, %q
 * }</pre>
 *
 * <p>A value that is used once, in its own block, moves to its use if it may change places with everything that then
 * runs before it: nothing that may throw, read or write overtakes what it could be told apart from. The operands of a
 * statement are taken from the last to the first, so that those already taken run later, as the operand stack wants it.
 */
public final class Scheduler {

    /** Deeper trees are cut: nobody writes them, and emitting them recurses. */
    private static final int DEEPEST = 40;

    /** What may be put in a place. */
    private enum Allowed {
        ANYTHING,
        /** Not calls of other functions, which would overwrite the result slots that are being filled. */
        NO_CALLS,
        /** Nothing but arithmetic: it may end up not being computed, or later than the place says. */
        PLAIN
    }

    private final UseCounts uses;
    private final Map<Variable, Statement> inPlace = new HashMap<>();

    /** In the present block, the index of the statement that defines a variable; else -1. */
    private final int[] definedAt;

    private boolean[] taken = {};
    private List<Statement> statements = List.of();

    private Scheduler(Function function, UseCounts uses) {
        int bound = UseCounts.variableBound(function);
        this.uses = uses;
        this.definedAt = new int[bound];
        java.util.Arrays.fill(definedAt, -1);
    }

    /** Schedules a function, all of whose blocks are reachable. Quadratic in the block length at worst. */
    public static Schedule of(Function original) {
        UseCounts uses = UseCounts.of(original);
        Function function = Sinking.apply(original, uses);
        Scheduler scheduler = new Scheduler(function, uses);
        Map<Label, List<Statement>> roots = new LinkedHashMap<>();
        for (Block block : function.blocks()) {
            roots.put(block.label(), scheduler.rootsOf(block));
        }
        return new Schedule(function, roots, scheduler.inPlace, uses);
    }

    private List<Statement> rootsOf(Block block) {
        statements = block.statements();
        taken = new boolean[statements.size()];
        for (int i = 0; i < statements.size(); i++) {
            if (isCandidate(statements.get(i))) {
                definedAt[statements.get(i).result().id()] = i;
            }
        }
        takeForTerminator(block.terminator());
        for (int i = statements.size() - 1; i >= 0; i--) {
            if (!taken[i] && !isDead(statements.get(i))) {
                takeOperands(statements.get(i).op(), i, Allowed.ANYTHING, 0);
            }
        }
        List<Statement> roots = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            if (!taken[i] && !isDead(statement)) {
                roots.add(statement);
            }
            if (isCandidate(statement)) {
                definedAt[statement.result().id()] = -1;
            }
        }
        return roots;
    }

    private boolean isCandidate(Statement statement) {
        return statement.results().size() == 1
                && uses.of(statement.result()) == 1
                && !hasDynamicConstant(statement.op());
    }

    private boolean isDead(Statement statement) {
        return statement.results().size() == 1 && uses.of(statement.result()) == 0 && Effects.isPlain(statement.op());
    }

    /** A dynamic constant runs code when it is first used, which no trait tells of. */
    private static boolean hasDynamicConstant(Op op) {
        for (Value operand : op.operands()) {
            if (operand instanceof DynamicConstant) {
                return true;
            }
        }
        return false;
    }

    private void takeForTerminator(Terminator terminator) {
        int end = statements.size();
        switch (terminator) {
            case Terminator.Jump jump -> {}
            case Terminator.Branch branch -> take(branch.condition(), end, Allowed.ANYTHING, 0);
            case Terminator.Switch choice -> take(choice.selector(), end, Allowed.ANYTHING, 0);
            case Terminator.Return leave -> {
                Allowed allowed = leave.values().size() > 1 ? Allowed.NO_CALLS : Allowed.ANYTHING;
                takeAll(leave.values(), end, allowed, 0);
            }
            case Terminator.Throw raise -> take(raise.exception(), end, Allowed.ANYTHING, 0);
            case Terminator.Unreachable never -> {}
        }
    }

    private void takeOperands(Op op, int root, Allowed allowed, int depth) {
        if (op instanceof Op.Select(Value condition, Value x, Value y)) {
            take(y, root, Allowed.PLAIN, depth);
            take(x, root, Allowed.PLAIN, depth);
            take(condition, root, allowed, depth);
        } else if (op instanceof Op.New) {
            // The class may be initialised before the arguments are computed.
            takeAll(op.operands(), root, Allowed.PLAIN, depth);
        } else {
            takeAll(op.operands(), root, allowed, depth);
        }
    }

    private void takeAll(List<Value> values, int root, Allowed allowed, int depth) {
        for (int i = values.size() - 1; i >= 0; i--) {
            take(values.get(i), root, allowed, depth);
        }
    }

    private void take(Value value, int root, Allowed allowed, int depth) {
        if (!(value instanceof Variable variable) || definedAt[variable.id()] < 0 || depth >= DEEPEST) {
            return;
        }
        int at = definedAt[variable.id()];
        Statement statement = statements.get(at);
        if (!isAllowed(statement.op(), allowed) || !canMove(statement.op(), at, root)) {
            return;
        }
        taken[at] = true;
        inPlace.put(variable, statement);
        takeOperands(statement.op(), root, allowed, depth + 1);
    }

    private static boolean isAllowed(Op op, Allowed allowed) {
        return switch (allowed) {
            case ANYTHING -> true;
            case NO_CALLS -> !(op instanceof Op.Call);
            case PLAIN -> Effects.isPlain(op);
        };
    }

    private boolean canMove(Op op, int from, int root) {
        if (Effects.isPlain(op)) {
            return true;
        }
        for (int i = from + 1; i < root; i++) {
            if (!taken[i] && !Effects.commute(op, statements.get(i).op())) {
                return false;
            }
        }
        return true;
    }
}
