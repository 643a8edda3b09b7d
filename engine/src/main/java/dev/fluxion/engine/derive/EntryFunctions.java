package dev.fluxion.engine.derive;

import dev.fluxion.backend.Entry;
import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.spi.Shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The functions behind the methods of a compiled derivative, each cut to what its caller wants from the fused gradient.
 *
 * <pre>
 *   fused(captures..., x, y) -&gt; value, xBar, yBar
 *   derivative: at(captures..., x)            -&gt; xBar
 *   store:      store(captures..., x, y, out) -&gt; value;   out[0] = xBar; out[1] = yBar
 *   arrays:     accumulate = fused: the adjoints are in the shadows
 * </pre>
 */
final class EntryFunctions {

    private static final ArrayType DOUBLES = new ArrayType(PrimitiveType.F64);

    private EntryFunctions() {}

    /**
     * Adds the functions of a shape's entries.
     *
     * @param fused value and adjoints
     * @param functions takes the functions, by names that are not used yet
     * @return the entries
     */
    static List<Entry> of(Shape shape, Function fused, Map<String, Function> functions) {
        return switch (shape) {
            case DERIVATIVE -> List.of(derivative("applyAsDouble", fused, functions));
            case DOUBLE -> List.of(derivative("at", fused, functions), stored(1, fused, functions));
            case DOUBLE2 -> List.of(stored(2, fused, functions));
            case DOUBLE3 -> List.of(stored(3, fused, functions));
            case DOUBLE4 -> List.of(stored(4, fused, functions));
            case DOUBLE_ARRAY, FLATTENED -> List.of(accumulate("([D[D)D", fused, functions));
            case DOUBLE_ARRAY2 -> List.of(accumulate("([D[D[D[D)D", fused, functions));
            case DOUBLE_ARRAY3 -> List.of(accumulate("([D[D[D[D[D[D)D", fused, functions));
            case FLOAT_ARRAY -> List.of(accumulate("([F[F)F", fused, functions));
            case CAPTURES, OBJECT, OBJECT2, OBJECT3, OBJECT4, VECTOR, FUNCTION, FUNCTION2, FUNCTION3 ->
                    throw new IllegalArgumentException("functions of objects have an entry of their own");
        };
    }

    private static Entry accumulate(String descriptor, Function fused, Map<String, Function> functions) {
        String name = fresh("accumulate", functions);
        functions.put(name, fused.withName(name));
        return new Entry("accumulate", descriptor, name);
    }

    /** Returns the second result only. */
    private static Entry derivative(String method, Function fused, Map<String, Function> functions) {
        List<Block> blocks = new ArrayList<>();
        for (Block block : fused.blocks()) {
            blocks.add(
                    block.terminator() instanceof Terminator.Return leave
                            ? block.withTerminator(new Terminator.Return(List.of(leave.values().get(1))))
                            : block);
        }
        String name = fresh(method, functions);
        functions.put(name, new Function(name, List.<Type>of(PrimitiveType.F64), blocks));
        return new Entry(method, "(D)D", name);
    }

    private static Entry stored(int arguments, Function fused, Map<String, Function> functions) {
        return store("store", "(" + "D".repeat(arguments) + "[D)D", fused, functions);
    }

    /** Returns the first result and stores the others in an array, the last argument. */
    static Entry store(String method, String descriptor, Function fused, Map<String, Function> functions) {
        String name = fresh(method, functions);
        FunctionBuilder builder = FunctionBuilder.numberedAfter(fused, name, List.<Type>of(PrimitiveType.F64));
        Variable out = builder.variable(DOUBLES, "out");
        List<Variable> parameters = new ArrayList<>(fused.parameters());
        parameters.add(out);
        Block entry = fused.entry();
        for (Block block : fused.blocks()) {
            Block changed = block.label().equals(entry.label()) ? block.withParameters(parameters) : block;
            builder.append(
                    block.terminator() instanceof Terminator.Return leave ? storing(changed, leave, out) : changed);
        }
        functions.put(name, builder.build());
        return new Entry(method, descriptor, name);
    }

    /** Returns a name that is not used yet. */
    static String fresh(String name, Map<String, Function> functions) {
        String fresh = name;
        while (functions.containsKey(fresh)) {
            fresh += "'";
        }
        return fresh;
    }

    private static Block storing(Block block, Terminator.Return leave, Variable out) {
        List<Statement> statements = new ArrayList<>(block.statements());
        for (int i = 1; i < leave.values().size(); i++) {
            Op store = new Op.ArrayStore(PrimitiveType.F64, out, Constant.of(i - 1), leave.values().get(i));
            statements.add(new Statement(List.of(), store, block.position()));
        }
        List<dev.fluxion.ir.Value> value = List.of(leave.values().getFirst());
        return block.withStatements(statements).withTerminator(new Terminator.Return(value));
    }
}
