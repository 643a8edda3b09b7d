package dev.fluxion.ir.analysis;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which variables are still needed where, for the reachable blocks.
 *
 * <p>What a terminator passes along its edges is used in the block that passes it, not in the one that takes it. What a
 * handler needs (its arguments, and what lives into its block) is needed from the block's top to its very end, since
 * the exception may arise anywhere between.
 */
public final class Liveness {

    private final Cfg cfg;

    /** By dense number, in order of definition. */
    private final List<Variable> variables = new ArrayList<>();

    private final Map<Variable, Integer> numbers = new HashMap<>();
    private final BitSet[] in;
    private final BitSet[] out;

    private Liveness(Cfg cfg) {
        this.cfg = cfg;
        this.in = new BitSet[cfg.size()];
        this.out = new BitSet[cfg.size()];
        BitSet[] used = new BitSet[cfg.size()];
        BitSet[] defined = new BitSet[cfg.size()];
        for (Block block : cfg.blocks()) {
            number(block);
        }
        for (int i = 0; i < used.length; i++) {
            in[i] = new BitSet();
            out[i] = new BitSet();
            defined[i] = defined(cfg.blocks().get(i));
            used[i] = used(cfg.blocks().get(i));
            used[i].andNot(defined[i]);
        }
        solve(used, defined);
    }

    /** Computes the liveness of a function in which every use is dominated by its definition. */
    public static Liveness of(Cfg cfg) {
        return new Liveness(cfg);
    }

    /**
     * Returns the variables that are defined before the block is entered and needed in it or later, in order of
     * definition; the block's own parameters are not among them.
     */
    public List<Variable> liveIn(Label block) {
        return list(in[cfg.index(block)]);
    }

    /** Returns the variables that are needed after the block's terminator, or in a handler of it. */
    public List<Variable> liveOut(Label block) {
        return list(out[cfg.index(block)]);
    }

    /** Returns whether {@link #liveIn} of the block has the variable. */
    public boolean isLiveIn(Variable variable, Label block) {
        return has(in[cfg.index(block)], variable);
    }

    /** Returns whether {@link #liveOut} of the block has the variable. */
    public boolean isLiveOut(Variable variable, Label block) {
        return has(out[cfg.index(block)], variable);
    }

    private boolean has(BitSet set, Variable variable) {
        Integer number = numbers.get(variable);
        return number != null && set.get(number);
    }

    private List<Variable> list(BitSet set) {
        List<Variable> all = new ArrayList<>(set.cardinality());
        for (int i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
            all.add(variables.get(i));
        }
        return List.copyOf(all);
    }

    private void number(Block block) {
        for (Variable parameter : block.parameters()) {
            number(parameter);
        }
        for (Statement statement : block.statements()) {
            for (Variable result : statement.results()) {
                number(result);
            }
        }
    }

    private int number(Variable variable) {
        Integer number = numbers.putIfAbsent(variable, variables.size());
        if (number != null) {
            return number;
        }
        variables.add(variable);
        return variables.size() - 1;
    }

    private BitSet defined(Block block) {
        BitSet set = new BitSet();
        for (Variable parameter : block.parameters()) {
            set.set(number(parameter));
        }
        for (Statement statement : block.statements()) {
            for (Variable result : statement.results()) {
                set.set(number(result));
            }
        }
        return set;
    }

    private BitSet used(Block block) {
        BitSet set = handlerArguments(block);
        for (Statement statement : block.statements()) {
            use(set, statement.op().operands());
        }
        use(set, block.terminator().operands());
        return set;
    }

    private BitSet handlerArguments(Block block) {
        BitSet set = new BitSet();
        for (Handler handler : block.handlers()) {
            use(set, handler.arguments());
        }
        return set;
    }

    private void use(BitSet set, List<Value> values) {
        for (Value value : values) {
            if (value instanceof Variable variable) {
                set.set(number(variable));
            }
        }
    }

    /** in = used + (out - defined); out = handlers' arguments + in of all successors; the least solution. */
    private void solve(BitSet[] used, BitSet[] defined) {
        Deque<Integer> work = new ArrayDeque<>();
        BitSet waiting = new BitSet();
        for (int i = 0; i < used.length; i++) {
            in[i].or(used[i]);
            out[i].or(handlerArguments(cfg.blocks().get(i)));
            work.addFirst(i);
        }
        waiting.set(0, used.length);
        while (!work.isEmpty()) {
            int block = work.removeFirst();
            waiting.clear(block);
            Label label = cfg.reversePostorder().get(block);
            for (Label successor : cfg.successors(label)) {
                out[block].or(in[cfg.index(successor)]);
            }
            BitSet needed = (BitSet) out[block].clone();
            needed.andNot(defined[block]);
            needed.or(used[block]);
            if (!needed.equals(in[block])) {
                in[block] = needed;
                for (Label source : cfg.predecessors(label)) {
                    int index = cfg.index(source);
                    if (!waiting.get(index)) {
                        waiting.set(index);
                        work.addLast(index);
                    }
                }
            }
        }
    }
}
