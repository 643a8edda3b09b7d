package dev.fluxion.transform.simplify;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.Edge;
import dev.fluxion.transform.Incoming;
import dev.fluxion.transform.Pass;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Removes block parameters that say nothing new: that are passed one value on all edges, or always the same as another
 * parameter, or that count in step with another.
 *
 * <pre>
 *     ^a: jump ^h(0, 0, %x)                               ^a: jump ^h(0)
 *     ^h(%i, %k, %y): ... use %y ...                 =>   ^h(%i): ... use %x ...
 *     ^l: %i2 = add %i, 1; %k2 = add %k, 1                ^l: %i2 = add %i, 1; %k2 = add %i, 1
 *         jump ^h(%i2, %k2, %y)                               jump ^h(%i2)
 * </pre>
 *
 * <p>Precondition: no unreachable blocks.
 */
public record RedundantParameters() implements Pass {

    @Override
    public String name() {
        return "redundant-parameters";
    }

    @Override
    public Function apply(Function function) {
        return new Search(Cfg.withoutUnreachableBlocks(function)).run();
    }

    /** What a parameter is passed on an edge: a value, or itself and something. */
    private sealed interface Passed {
        record Plain(Value value) implements Passed {}

        record Stepped(BinaryKind kind, Constant step) implements Passed {}

        record Thrown() implements Passed {}
    }

    /** What parameters have in common that are always the same; those of other types may be used for more. */
    private record Twin(Type type, List<Passed> passed) {}

    private static final class Search {

        private final Draft draft;
        private final Incoming entering;
        private final Map<Label, BitSet> removed = new LinkedHashMap<>();
        private final Known known = new Known();

        Search(Function function) {
            draft = new Draft(function);
            entering = Incoming.of(function.blocks());
            for (Block block : function.blocks()) {
                for (Statement statement : block.statements()) {
                    if (statement.op() instanceof Op.Binary) {
                        known.define(statement.result(), statement.op());
                    }
                }
            }
        }

        Function run() {
            Label entry = draft.entry().label();
            boolean progress = true;
            while (progress) {
                progress = false;
                for (Block block : draft.blocks()) {
                    if (!block.label().equals(entry) && !block.parameters().isEmpty()) {
                        progress |= look(block);
                    }
                }
            }
            if (!removed.isEmpty()) {
                ParameterRemoval.remove(draft, removed);
            }
            return draft.build();
        }

        /** Returns whether parameters were found redundant; each is found once, so this ends. */
        private boolean look(Block block) {
            BitSet gone = removed.getOrDefault(block.label(), new BitSet());
            int before = gone.cardinality();
            Map<Twin, Variable> seen = new HashMap<>();
            for (int i = 0; i < block.parameters().size(); i++) {
                if (gone.get(i)) {
                    continue;
                }
                Variable parameter = block.parameters().get(i);
                List<Passed> passed = passed(entering.to(block.label()), parameter, i);
                Value only = only(passed, parameter);
                if (only == null) {
                    only = seen.putIfAbsent(new Twin(parameter.type(), passed), parameter);
                }
                if (only != null) {
                    draft.replace(parameter, only);
                    gone.set(i);
                }
            }
            if (gone.cardinality() == before) {
                return false;
            }
            removed.put(block.label(), gone);
            return true;
        }

        private List<Passed> passed(List<Edge> edges, Variable parameter, int index) {
            List<Passed> all = new ArrayList<>(edges.size());
            for (Edge edge : edges) {
                int at = edge.exceptional() ? index - 1 : index;
                all.add(at < 0 ? new Passed.Thrown() : passed(draft.resolve(edge.arguments().get(at)), parameter));
            }
            return all;
        }

        private Passed passed(Value value, Variable parameter) {
            if (known.definition(value) instanceof Op.Binary(BinaryKind kind, Value x, Constant step)
                    && !step.type().isFloating()
                    && draft.resolve(x).equals(parameter)) {
                return new Passed.Stepped(kind, step);
            }
            return new Passed.Plain(value);
        }

        /** Returns the one value that is passed besides the parameter itself, or null if there are several. */
        private static @Nullable Value only(List<Passed> all, Variable parameter) {
            Value only = null;
            for (Passed passed : all) {
                if (!(passed instanceof Passed.Plain(Value value))) {
                    return null;
                }
                if (value.equals(parameter) || value.equals(only)) {
                    continue;
                }
                if (only != null) {
                    return null;
                }
                only = value;
            }
            return only;
        }
    }
}
