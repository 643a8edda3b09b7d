package dev.fluxion.transform.overwrite;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.analysis.Dominators;
import dev.fluxion.ir.analysis.Loop;
import dev.fluxion.ir.analysis.Loops;
import dev.fluxion.ir.op.Op;
import dev.fluxion.transform.Draft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Splits inner loops that store in several arrays into one loop for each: the JIT vectorises and overlaps those better.
 *
 * <pre>
 *   for (...) { p[i] += a * q[i]; r[k + i] = a * s[i]; }    =&gt;    for (...) p[i] += a * q[i];
 *                                                                for (...) r[k + i] = a * s[i];
 * </pre>
 *
 * <p>The arrays stored in must be known to be different from one another and from all that is read. Only loops of a
 * header and one block are split, that carry nothing but a counter and compute nothing dear.
 */
final class LoopFission {

    private final Draft draft;
    private final Cfg cfg;
    private final Set<Variable> sums;

    private LoopFission(Function function, Cfg cfg, Set<Variable> sums) {
        this.draft = new Draft(function);
        this.cfg = cfg;
        this.sums = sums;
    }

    /**
     * Splits the loops of a function.
     *
     * @param sums arrays that are different from all others
     */
    static Function apply(Function function, Set<Variable> sums) {
        Cfg cfg = Cfg.of(function);
        LoopFission fission = new LoopFission(function, cfg, sums);
        for (Loop loop : Loops.of(Dominators.of(cfg)).all()) {
            if (loop.blocks().size() == 2 && loop.latches().size() == 1 && loop.exits().size() == 1) {
                fission.split(loop);
            }
        }
        return fission.draft.build();
    }

    private void split(Loop loop) {
        Block header = cfg.block(loop.header());
        Block body = cfg.block(loop.latches().getFirst());
        Map<Variable, Set<Statement>> slices = slices(body);
        List<Label> entering = new ArrayList<>(cfg.predecessors(loop.header()));
        entering.remove(body.label());
        if (slices.size() < 2
                || header.label().equals(body.label())
                || header.parameters().size() != 1
                || !body.parameters().isEmpty()
                || entering.size() != 1
                || !(header.terminator() instanceof Terminator.Branch branch)
                || !(body.terminator() instanceof Terminator.Jump)
                || !isPlain(header, slices)
                || isUsedOutside(header, body)) {
            return;
        }
        Value first = entry(entering.getFirst(), header.label());
        Label exit = loop.exits().getFirst().to();
        Successor out = branch.then().target().equals(exit) ? branch.then() : branch.otherwise();
        Successor next = out;
        List<Set<Statement>> parts = List.copyOf(slices.values());
        for (int i = parts.size() - 1; i >= 0; i--) {
            Label head = emit(header, body, parts.get(i), exit, next, new Copies(draft, i == 0));
            next = new Successor(head, List.of(first));
        }
    }

    /** Returns for each array stored in, what it takes; empty if anything else happens. */
    private Map<Variable, Set<Statement>> slices(Block body) {
        Map<Value, Statement> definitions = new HashMap<>();
        Map<Variable, Set<Statement>> slices = new LinkedHashMap<>();
        for (Statement statement : body.statements()) {
            switch (statement.op()) {
                case Op.ArrayStore store when store.array() instanceof Variable array && sums.contains(array) -> {
                    Set<Statement> slice = slices.computeIfAbsent(array, key -> new HashSet<>());
                    slice.add(statement);
                    store.operands().forEach(operand -> collect(operand, definitions, slice));
                }
                case Op.ArrayLoad load -> definitions.put(statement.result(), statement);
                case Op.Binary binary -> definitions.put(statement.result(), statement);
                case Op.Negate negate -> definitions.put(statement.result(), statement);
                case Op other -> {
                    return Map.of();
                }
            }
        }
        Set<Statement> step = new HashSet<>();
        body.terminator().operands().forEach(operand -> collect(operand, definitions, step));
        slices.values().forEach(slice -> slice.addAll(step));
        return slices;
    }

    private static void collect(Value value, Map<Value, Statement> definitions, Set<Statement> slice) {
        Statement definition = definitions.get(value);
        if (definition != null && slice.add(definition)) {
            definition.op().operands().forEach(operand -> collect(operand, definitions, slice));
        }
    }

    /** Returns whether the header only tests, and each slice reads no other sum than its own. */
    private boolean isPlain(Block header, Map<Variable, Set<Statement>> slices) {
        for (Statement statement : header.statements()) {
            if (!(statement.op() instanceof Op.Compare)) {
                return false;
            }
        }
        for (Map.Entry<Variable, Set<Statement>> slice : slices.entrySet()) {
            for (Statement statement : slice.getValue()) {
                if (statement.op() instanceof Op.ArrayLoad load
                        && slices.containsKey(load.array())
                        && !load.array().equals(slice.getKey())) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isUsedOutside(Block header, Block body) {
        Set<Value> defined = new HashSet<>(header.parameters());
        for (Block block : List.of(header, body)) {
            block.statements().forEach(statement -> defined.addAll(statement.results()));
        }
        for (Block block : cfg.blocks()) {
            boolean isInside = block.label().equals(header.label()) || block.label().equals(body.label());
            for (Statement statement : block.statements()) {
                if (!isInside && !Collections.disjoint(statement.op().operands(), defined)) {
                    return true;
                }
            }
            if (!isInside && !Collections.disjoint(block.terminator().operands(), defined)) {
                return true;
            }
            for (Successor edge : block.terminator().successors()) {
                boolean isOut = !edge.target().equals(header.label()) && !edge.target().equals(body.label());
                if (isOut && !Collections.disjoint(edge.arguments(), defined)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Value entry(Label from, Label header) {
        for (Successor edge : cfg.block(from).terminator().successors()) {
            if (edge.target().equals(header)) {
                return edge.arguments().getFirst();
            }
        }
        throw new IllegalArgumentException(from + " does not lead to " + header);
    }

    /** Puts in a loop for one slice, which goes on to {@code next}; returns its header. */
    private Label emit(Block header, Block body, Set<Statement> slice, Label exit, Successor next, Copies copies) {
        Label head = copies.label(header.label());
        Label tail = copies.label(body.label());
        List<Variable> counter = List.of(copies.variable(header.parameters().getFirst()));
        List<Statement> tests = new ArrayList<>();
        header.statements().forEach(statement -> tests.add(copies.statement(statement)));
        Terminator.Branch branch = (Terminator.Branch) header.terminator();
        Successor inside = new Successor(tail, List.of());
        boolean leavesIfTrue = branch.then().target().equals(exit);
        Terminator test =
                new Terminator.Branch(
                        copies.value(branch.condition()), leavesIfTrue ? next : inside, leavesIfTrue ? inside : next);
        draft.put(new Block(head, counter, tests, test, header.position(), header.handlers()));
        List<Statement> kept = new ArrayList<>();
        for (Statement statement : body.statements()) {
            if (slice.contains(statement)) {
                kept.add(copies.statement(statement));
            }
        }
        List<Value> arguments = new ArrayList<>();
        body.terminator().operands().forEach(operand -> arguments.add(copies.value(operand)));
        Terminator again = new Terminator.Jump(new Successor(head, arguments));
        draft.put(new Block(tail, List.of(), kept, again, body.position(), body.handlers()));
        return head;
    }

    /** New names for what one loop defines; the first loop keeps the old ones. */
    private static final class Copies {
        private final Draft draft;
        private final boolean keeps;
        private final Map<Value, Value> names = new HashMap<>();

        Copies(Draft draft, boolean keeps) {
            this.draft = draft;
            this.keeps = keeps;
        }

        Label label(Label old) {
            return keeps ? old : draft.newLabel(old.name());
        }

        Variable variable(Variable old) {
            Variable fresh = keeps ? old : draft.newVariable(old);
            names.put(old, fresh);
            return fresh;
        }

        Value value(Value old) {
            return names.getOrDefault(old, old);
        }

        Statement statement(Statement old) {
            Op op = old.op().map(this::value);
            List<Variable> results = new ArrayList<>();
            old.results().forEach(result -> results.add(variable(result)));
            return new Statement(results, op, old.position());
        }
    }
}
