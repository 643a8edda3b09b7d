package dev.fluxion.backend.cpu.slots;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;

import java.util.ArrayList;
import java.util.List;

/**
 * The code that passes arguments to block parameters, all at the same time: a list of loads onto the operand stack and
 * stores from it.
 *
 * <pre>{@code
 * (a, b) := (b, a)        =>   load a; load b; store a; store b
 * (a, b, c) := (b, 1, a)  =>   load a; store c; load b; store a; load 1; store b
 * }</pre>
 *
 * <p>One load and one store for each parameter whose slot is not already right; a cycle keeps its first value on the
 * stack meanwhile. No copy uses the tape or a slot of its own.
 */
public final class ParallelCopy {

    /** One instruction. */
    public sealed interface Step {}

    /** Pushes a value: a constant, or the content of a variable's slot. */
    public record Load(Value value) implements Step {}

    /** Pops the value of a variable into its slot. */
    public record Store(Variable variable) implements Step {}

    private record Move(Variable to, Value from) {}

    private final Slots slots;
    private final List<Move> pending = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    private ParallelCopy(Slots slots) {
        this.slots = slots;
    }

    /**
     * Returns the steps that give each parameter with a slot its argument; {@code parameters} from {@code first} on.
     */
    public static List<Step> steps(Slots slots, List<Value> arguments, List<Variable> parameters, int first) {
        ParallelCopy copy = new ParallelCopy(slots);
        List<Move> constants = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Variable to = parameters.get(first + i);
            Value from = arguments.get(i);
            if (slots.of(to) < 0) {
                continue;
            }
            if (from instanceof Constant) {
                constants.add(new Move(to, from));
            } else if (copy.slot(from) != slots.of(to)) {
                copy.pending.add(new Move(to, from));
            }
        }
        while (!copy.pending.isEmpty()) {
            if (!copy.moveWhatIsFree()) {
                copy.rotate();
            }
        }
        for (Move move : constants) {
            copy.steps.add(new Load(move.from));
            copy.steps.add(new Store(move.to));
        }
        return copy.steps;
    }

    private int slot(Value value) {
        return value instanceof Variable variable ? slots.of(variable) : -1;
    }

    /** Does the moves into slots that no other move still reads; returns whether there was one. */
    private boolean moveWhatIsFree() {
        for (int i = 0; i < pending.size(); i++) {
            Move move = pending.get(i);
            if (readerOf(slots.of(move.to)) < 0) {
                pending.remove(i);
                steps.add(new Load(move.from));
                steps.add(new Store(move.to));
                return true;
            }
        }
        return false;
    }

    private int readerOf(int slot) {
        for (int i = 0; i < pending.size(); i++) {
            if (slot(pending.get(i).from) == slot) {
                return i;
            }
        }
        return -1;
    }

    /** Each pending move's target is read by exactly one other: they form cycles. Does the first one's. */
    private void rotate() {
        Move move = pending.removeFirst();
        int kept = slots.of(move.to);
        Variable keptAs = null;
        steps.add(new Load(move.to));
        while (keptAs == null) {
            if (slot(move.from) == kept) {
                keptAs = move.to;
            } else {
                steps.add(new Load(move.from));
                steps.add(new Store(move.to));
                move = pending.remove(writerOf(slot(move.from)));
            }
        }
        steps.add(new Store(keptAs));
    }

    private int writerOf(int slot) {
        for (int i = 0; i < pending.size(); i++) {
            if (slots.of(pending.get(i).to) == slot) {
                return i;
            }
        }
        throw new IllegalArgumentException("two parameters share slot " + slot);
    }
}
