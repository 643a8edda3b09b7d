package dev.fluxion.backend.cpu.emit;

import dev.fluxion.backend.cpu.schedule.Schedule;
import dev.fluxion.backend.cpu.slots.ParallelCopy;
import dev.fluxion.backend.cpu.slots.Slots;
import dev.fluxion.ir.Block;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.analysis.Cfg;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Emits the ways from block to block: copies of arguments, then a jump unless the target follows. The copies of a
 * critical edge stand beside its branch. A block that does nothing but jump on is not emitted; edges go past it.
 */
final class Edges {

    private final Code code;
    private final Cfg cfg;
    private final Schedule schedule;
    private final Slots slots;
    private final LocalNames names;
    private final Expressions expressions;
    private final Map<dev.fluxion.ir.Label, Label> labels = new HashMap<>();
    private final Map<dev.fluxion.ir.Label, dev.fluxion.ir.Label> destinations = new HashMap<>();

    Edges(Code code, Cfg cfg, Schedule schedule, Slots slots, LocalNames names, Expressions expressions) {
        this.code = code;
        this.cfg = cfg;
        this.schedule = schedule;
        this.slots = slots;
        this.names = names;
        this.expressions = expressions;
    }

    /** Returns whether the block is empty and every edge to it goes to where it leads. */
    boolean isSkipped(Block block) {
        return !block.label().equals(cfg.function().entry().label())
                && !destination(block.label()).equals(block.label());
    }

    /** Returns the label of the block's code, or that of the block it only leads to. */
    Label label(dev.fluxion.ir.Label block) {
        return labels.computeIfAbsent(destination(block), key -> new Label());
    }

    private dev.fluxion.ir.Label destination(dev.fluxion.ir.Label from) {
        dev.fluxion.ir.Label known = destinations.get(from);
        if (known == null) {
            known = findDestination(from);
            destinations.put(from, known);
        }
        return known;
    }

    private dev.fluxion.ir.Label findDestination(dev.fluxion.ir.Label from) {
        dev.fluxion.ir.Label at = from;
        for (int steps = 0; steps < cfg.size(); steps++) {
            Block block = cfg.block(at);
            if (!(block.terminator() instanceof Terminator.Jump(Successor edge))
                    || !schedule.rootsOf(block).isEmpty()
                    || isHandler(block)
                    || !copies(edge).isEmpty()) {
                return at;
            }
            at = edge.target();
        }
        return from; // An empty loop for ever.
    }

    private boolean isHandler(Block block) {
        for (dev.fluxion.ir.Label predecessor : cfg.predecessors(block.label())) {
            for (dev.fluxion.ir.Handler handler : cfg.block(predecessor).handlers()) {
                if (handler.target().equals(block.label())) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<ParallelCopy.Step> copies(Successor edge) {
        return ParallelCopy.steps(slots, edge.arguments(), cfg.block(edge.target()).parameters(), 0);
    }

    /** Emits copies. */
    void emit(List<ParallelCopy.Step> steps) {
        for (ParallelCopy.Step step : steps) {
            switch (step) {
                case ParallelCopy.Load load -> expressions.push(load.value());
                case ParallelCopy.Store store -> {
                    code.store(store.variable().type(), slots.of(store.variable()));
                    names.set(store.variable(), code);
                }
            }
        }
    }

    /** Goes along an edge, with {@code next} following. */
    void jump(Successor edge, @Nullable Block next) {
        emit(copies(edge));
        if (!leadsTo(edge, next)) {
            code.jump(Opcodes.GOTO, label(edge.target()));
        }
    }

    private boolean leadsTo(Successor edge, @Nullable Block next) {
        return next != null && destination(edge.target()).equals(next.label());
    }

    /** Goes along one of two edges; {@code chosen} runs when that is decided. */
    void branch(Terminator.Branch branch, @Nullable Block next, Runnable chosen) {
        boolean thenCopies = !copies(branch.then()).isEmpty();
        boolean otherwiseCopies = !copies(branch.otherwise()).isEmpty();
        boolean thenFollows = leadsTo(branch.then(), next);
        if (thenCopies && otherwiseCopies) {
            Label far = new Label();
            expressions.conditions().jump(branch.condition(), thenFollows, far);
            chosen.run();
            @Nullable Object[] locals = code.locals();
            jump(thenFollows ? branch.otherwise() : branch.then(), null);
            code.setLocals(locals);
            code.join(far);
            jump(thenFollows ? branch.then() : branch.otherwise(), next);
            return;
        }
        // One edge is the conditional jump itself; the other follows it.
        boolean jumpIf = otherwiseCopies || (!thenCopies && !thenFollows && leadsTo(branch.otherwise(), next));
        Successor jumped = jumpIf ? branch.then() : branch.otherwise();
        expressions.conditions().jump(branch.condition(), jumpIf, label(jumped.target()));
        chosen.run();
        jump(jumpIf ? branch.otherwise() : branch.then(), next);
    }

    /** Goes along the edge that a switch chooses; {@code chosen} runs when that is decided. */
    void choose(Terminator.Switch choice, @Nullable Block next, Runnable chosen) {
        List<Terminator.Case> cases = new ArrayList<>(choice.cases());
        cases.sort(Comparator.comparingInt(Terminator.Case::key));
        List<Successor> copied = new ArrayList<>();
        List<Label> stubs = new ArrayList<>();
        int[] keys = new int[cases.size()];
        Label[] targets = new Label[keys.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = cases.get(i).key();
            targets[i] = labelOfCopies(cases.get(i).target(), copied, stubs);
        }
        Label otherwise = labelOfCopies(choice.otherwise(), copied, stubs);
        expressions.push(choice.selector());
        code.cut(0);
        writeSwitch(keys, targets, otherwise);
        chosen.run();
        @Nullable Object[] locals = code.locals();
        for (int i = 0; i < stubs.size(); i++) {
            code.setLocals(locals);
            code.join(stubs.get(i));
            jump(copied.get(i), i == stubs.size() - 1 ? next : null);
        }
    }

    private Label labelOfCopies(Successor edge, List<Successor> copied, List<Label> stubs) {
        if (copies(edge).isEmpty()) {
            return label(edge.target());
        }
        int known = copied.indexOf(edge);
        if (known >= 0) {
            return stubs.get(known);
        }
        copied.add(edge);
        stubs.add(new Label());
        return stubs.getLast();
    }

    /** A table where it is not much longer than the list, as javac decides. */
    private void writeSwitch(int[] keys, Label[] targets, Label otherwise) {
        if (keys.length == 0) {
            code.insn(Opcodes.POP);
            code.jump(Opcodes.GOTO, otherwise);
            return;
        }
        long low = keys[0];
        long high = keys[keys.length - 1];
        long tableCost = 4 + (high - low + 1) + 3 * 3;
        long listCost = 3 + 2L * keys.length + 3L * keys.length;
        if (tableCost > listCost) {
            code.special().visitLookupSwitchInsn(otherwise, keys, targets);
            return;
        }
        Label[] table = new Label[(int) (high - low + 1)];
        java.util.Arrays.fill(table, otherwise);
        for (int i = 0; i < keys.length; i++) {
            table[(int) (keys[i] - low)] = targets[i];
        }
        code.special().visitTableSwitchInsn((int) low, (int) high, otherwise, table);
    }
}
