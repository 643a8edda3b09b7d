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
import dev.fluxion.ir.analysis.Dominators;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.Edge;
import dev.fluxion.transform.Incoming;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The walk over the dominator tree that {@link ValueNumbering} makes. */
@SuppressWarnings("ReferenceEquality") // the very same statement is no change
final class NumberingWalk {

    /** A condition, as the key of what is known of it. */
    private record Truth(Value condition) {}

    /** Something to be done in the walk; a stack of these takes the place of recursion. */
    private sealed interface Task {
        record Visit(Label block) implements Task {}

        record Rewrite(Label block) implements Task {}

        record Leave(int mark) implements Task {}
    }

    private final Draft draft;
    private final Dominators dominators;
    private final Incoming entering;
    private final Known known = new Known();
    private final Peephole peephole = new Peephole(known);
    private final Memory memory;
    private final Map<Label, Memory.State> ends = new HashMap<>();
    private final ScopedMap<Object, Value> available = new ScopedMap<>();
    private final Deque<Task> tasks = new ArrayDeque<>();

    NumberingWalk(Function function) {
        draft = new Draft(function);
        dominators = Dominators.of(Cfg.of(function));
        entering = Incoming.of(function.blocks());
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                if (statement.op() instanceof Op.TapeReserve || statement.op() instanceof Op.TapeRelease) {
                    known.define(statement.result(), statement.op());
                }
            }
        }
        memory = new Memory(function, known);
    }

    Function run() {
        tasks.push(new Task.Visit(draft.entry().label()));
        while (!tasks.isEmpty()) {
            switch (tasks.pop()) {
                case Task.Visit(Label block) -> visit(block);
                case Task.Rewrite(Label block) -> rewrite(block);
                case Task.Leave(int mark) -> available.undo(mark);
            }
        }
        return draft.build();
    }

    /** What only the block's top dominates (its handlers) comes first: it must not see what the statements define. */
    private void visit(Label label) {
        tasks.push(new Task.Leave(available.mark()));
        tasks.push(new Task.Rewrite(label));
        for (Label child : dominators.children(label)) {
            if (!dominators.completionDominates(label, child)) {
                tasks.push(new Task.Visit(child));
            }
        }
    }

    private void rewrite(Label label) {
        Block block = draft.block(label);
        enter(label);
        List<Statement> statements = new ArrayList<>(block.statements().size());
        boolean same = true;
        for (Statement statement : block.statements()) {
            Statement kept = rewrite(statement);
            same &= kept == statement;
            if (kept != null) {
                statements.add(kept);
            }
        }
        Terminator end = end(draft.substitution().apply(block.terminator()));
        if (!same || !end.equals(block.terminator())) {
            draft.put(block.withStatements(statements).withTerminator(end));
        }
        ends.put(label, memory.state());
        List<Label> children = dominators.children(label);
        for (int i = children.size() - 1; i >= 0; i--) {
            if (dominators.completionDominates(label, children.get(i))) {
                tasks.push(new Task.Visit(children.get(i)));
            }
        }
    }

    private void enter(Label label) {
        List<Edge> edges = entering.to(label);
        Memory.State state = null;
        if (edges.size() == 1 && !edges.getFirst().exceptional()) {
            Edge edge = edges.getFirst();
            state = ends.get(edge.from());
            if (draft.block(edge.from()).terminator() instanceof Terminator.Branch branch) {
                Value condition = draft.resolve(branch.condition());
                boolean holds = branch.then().target().equals(label);
                available.put(new Truth(condition), Constant.of(holds));
            }
        }
        if (state == null) {
            memory.begin();
        } else {
            memory.begin(state);
        }
    }

    /** Returns the statement as it stays, or null if it goes. */
    private @Nullable Statement rewrite(Statement statement) {
        Statement current = draft.substitution().apply(statement);
        Op op = peephole.simplest(decided(current.op()));
        if (current.results().size() != 1) {
            memory.pass(op);
            remember(op);
            return op.equals(current.op()) ? current : new Statement(current.results(), op, current.position());
        }
        Variable result = current.result();
        Value value = peephole.value(op);
        Object key = value == null ? key(op) : null;
        if (key != null) {
            value = available.get(key);
        }
        if (value != null && !value.equals(result)) {
            draft.replace(result, value);
            return null;
        }
        if (key != null) {
            available.put(key, result);
        }
        memory.pass(op);
        known.define(result, op);
        return op.equals(current.op()) ? current : new Statement(current.results(), op, current.position());
    }

    /** After {@code a[i] = v} the value of {@code a[i]} is {@code v}, where storing does not narrow it. */
    private void remember(Op op) {
        if (op instanceof Op.ArrayStore(var element, Value array, Value index, Value value)
                && !element.isReference()
                && element.equals(element.computational())) {
            Memory.Load load = memory.load(new Op.ArrayLoad(element, array, index));
            if (load != null) {
                available.put(load, value);
            }
        }
    }

    /** Returns a choice by a condition that is known here as the choice by a constant. */
    private Op decided(Op op) {
        if (op instanceof Op.Select(Value condition, Value x, Value y)) {
            Value truth = available.get(new Truth(condition));
            if (truth != null) {
                return new Op.Select(truth, x, y);
            }
        }
        return op;
    }

    /** Returns what equal operations have in common, or null for one that is not numbered. */
    private @Nullable Object key(Op op) {
        if (op instanceof Op.Binary(BinaryKind kind, Value x, Value y) && isCommutative(kind) && isAfter(x, y)) {
            return new Op.Binary(kind, y, x);
        }
        if (op instanceof Op.Compare(CompareKind kind, Value x, Value y) && isAfter(x, y)) {
            return new Op.Compare(kind.swapped(), y, x);
        }
        if (Effects.isPure(op)
                || PureMethods.isRepeatable(op)
                || op instanceof Op.IntegerDivide
                || op instanceof Op.ArrayLength
                || op instanceof Op.CheckCast) {
            return op;
        }
        return memory.load(op);
    }

    private static boolean isCommutative(BinaryKind kind) {
        return switch (kind) {
            case ADD, MUL, AND, OR, XOR -> true;
            case SUB, DIV, REM, SHL, SHR, USHR -> false;
        };
    }

    private static boolean isAfter(Value x, Value y) {
        return !(x instanceof Variable a) || y instanceof Variable b && a.id() > b.id();
    }

    private Terminator end(Terminator terminator) {
        if (!(terminator instanceof Terminator.Branch(Value condition, Successor then, Successor otherwise))) {
            return terminator;
        }
        Value truth = available.get(new Truth(condition));
        if (truth != null) {
            return new Terminator.Branch(truth, then, otherwise);
        }
        // branching on b == 0 is branching on b the other way
        if (known.definition(condition) instanceof Op.Compare(CompareKind kind, Value x, Value y)
                && kind == CompareKind.EQ
                && Known.isInteger(y, 0)
                && known.isBoolean(x)) {
            return new Terminator.Branch(x, informed(otherwise, x, 1), informed(then, x, 0));
        }
        return new Terminator.Branch(
                condition,
                known.isBoolean(condition) ? informed(then, condition, 1) : then,
                informed(otherwise, condition, 0));
    }

    /** Returns an edge that passes a condition as what it is known to be there. */
    private static Successor informed(Successor edge, Value condition, int truth) {
        if (condition instanceof Constant || !edge.arguments().contains(condition)) {
            return edge;
        }
        List<Value> arguments = new ArrayList<>(edge.arguments().size());
        for (Value argument : edge.arguments()) {
            arguments.add(argument.equals(condition) ? Constant.of(truth) : argument);
        }
        return new Successor(edge.target(), arguments);
    }
}
