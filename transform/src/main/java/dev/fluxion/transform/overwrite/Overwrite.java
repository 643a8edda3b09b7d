package dev.fluxion.transform.overwrite;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.normalize.LoopSimplify;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes of a function that adds to arrays, its last parameters, one that stores in them, whatever they held.
 *
 * <pre>
 *     ^p: br ^r(%n)                                      ^p: %l = length %sum; fill(%sum, %n, %l, 0); br ^r(%n)
 *     ^b: %o = load %sum[%i]; %s = add %o, %v       =&gt;   ^b: %s = add %v, 0
 *         store %sum[%i], %s                                 store %sum[%i], %s
 * </pre>
 *
 * <p>That is so for an array that is used in one place, which visits each element of a {@link Range} exactly once; what
 * is outside of the range is zeroed before. Other arrays are zeroed at the start. The arrays must be different ones.
 * Adding zero makes {@code 0.0} of {@code -0.0}, as the sum with a zeroed element would.
 */
public final class Overwrite {

    private final Draft draft;
    private final Range.Shape shape;

    private Overwrite(Function function) {
        draft = new Draft(function);
        shape = Range.Shape.of(function);
    }

    /**
     * Returns the function that stores.
     *
     * @param function a function that adds to its last parameters and is not called by others
     * @param sums how many these are
     * @return null if none of the arrays would be spared the zeroing, or if exceptions are caught
     */
    public static @Nullable Function of(Function function, int sums) {
        for (Block block : function.blocks()) {
            if (!block.handlers().isEmpty()) {
                return null;
            }
        }
        Function simple = new LoopSimplify().apply(function);
        int parameters = simple.parameters().size();
        List<Variable> arrays = simple.parameters().subList(parameters - sums, parameters);
        Function stored = new Overwrite(simple).run(arrays);
        return stored == null ? null : LoopFission.apply(stored, Set.copyOf(arrays));
    }

    private @Nullable Function run(List<Variable> sums) {
        Map<Variable, SumSite> sites = new LinkedHashMap<>();
        Map<Variable, Range> ranges = new LinkedHashMap<>();
        List<Statement> zeroing = new ArrayList<>();
        for (Variable sum : sums) {
            SumSite site = SumSite.of(sum, draft.original());
            Range range = site == null ? null : Range.of(site.index(), site.block(), shape);
            if (site != null && range != null && preheader(range) != null) {
                sites.put(sum, site);
                ranges.put(sum, range);
            } else {
                zero(sum, Constant.of(0), zeroing, draft.entry().position());
            }
        }
        if (ranges.isEmpty()) {
            return null;
        }
        ranges.forEach((sum, range) -> zeroOutside(sum, range, java.util.Objects.requireNonNull(preheader(range))));
        sites.values().forEach(this::store);
        Block entry = draft.entry();
        zeroing.addAll(entry.statements());
        draft.put(entry.withStatements(zeroing));
        return draft.build();
    }

    /** Returns the only block from which the outermost loop is entered, or null. */
    private @Nullable Label preheader(Range range) {
        Label found = null;
        var loop = java.util.Objects.requireNonNull(shape.loops().headedBy(range.outermost()));
        for (Label from : shape.cfg().predecessors(range.outermost())) {
            if (!loop.contains(from)) {
                if (found != null) {
                    return null;
                }
                found = from;
            }
        }
        return found;
    }

    private void zeroOutside(Variable sum, Range range, Label preheader) {
        Block block = draft.block(preheader);
        List<Statement> statements = new ArrayList<>(block.statements());
        Position position = block.position();
        if (range.low() > 0) {
            fill(sum, Constant.of(0), Constant.of(range.low()), statements, position);
        }
        Value high;
        if (range.count() instanceof Constant.IntConstant(int count)) {
            high = Constant.of(range.low() + range.size() * count);
        } else {
            Value size =
                    range.size() == 1
                            ? range.count()
                            : integer(BinaryKind.MUL, range.count(), range.size(), statements, position);
            high = range.low() == 0 ? size : integer(BinaryKind.ADD, size, range.low(), statements, position);
        }
        zero(sum, high, statements, position);
        draft.put(block.withStatements(statements));
    }

    private Value integer(BinaryKind kind, Value x, int y, List<Statement> statements, Position position) {
        return add(PrimitiveType.I32, new Op.Binary(kind, x, Constant.of(y)), statements, position);
    }

    private Variable add(Type type, Op op, List<Statement> statements, Position position) {
        Variable result = draft.newVariable(type, "");
        statements.add(new Statement(List.of(result), op, position));
        return result;
    }

    /** Zeroes all elements from one on. */
    private void zero(Variable array, Value from, List<Statement> statements, Position position) {
        Value length = add(PrimitiveType.I32, new Op.ArrayLength(array), statements, position);
        fill(array, from, length, statements, position);
    }

    private static void fill(Variable array, Value from, Value to, List<Statement> statements, Position position) {
        Type element = ((ArrayType) array.type()).element();
        String descriptor = "([" + element.descriptor() + "II" + element.descriptor() + ")V";
        MethodRef fill = new MethodRef("java/util/Arrays", "fill", descriptor, false);
        List<Value> arguments = List.of(array, from, to, Constant.zero(element));
        statements.add(new Statement(List.of(), new Op.Invoke(InvokeKind.STATIC, fill, arguments), position));
    }

    private void store(SumSite site) {
        Block block = draft.block(site.block());
        List<Statement> statements = new ArrayList<>();
        for (Statement statement : block.statements()) {
            if (statement.equals(site.add())) {
                Type type = statement.result().type();
                Op sum = new Op.Binary(BinaryKind.ADD, site.contribution(), Constant.zero(type));
                statements.add(new Statement(statement.results(), sum, statement.position()));
            } else if (!statement.equals(site.load())) {
                statements.add(statement);
            }
        }
        draft.put(block.withStatements(statements));
    }
}
