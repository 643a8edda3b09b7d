package dev.fluxion.engine.derive;

import dev.fluxion.backend.Entry;
import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A function from an array to an array as one to a number, whose gradient in the array is what the pullback of the
 * function gives for a cotangent.
 *
 * <pre>
 *   weighted(captures..., x, cotangent, value) { y = f(captures..., x); s = WeightedSum.of(y, cotangent);
 *                                                value[0] = copy of y; return s; }
 * </pre>
 */
public final class WeightedResults {

    private static final ArrayType DOUBLES = new ArrayType(PrimitiveType.F64);
    private static final ArrayType OBJECTS = new ArrayType(ClassType.OBJECT);
    private static final MethodRef SUM = new MethodRef("dev/fluxion/runtime/sweep/WeightedSum", "of", "([D[D)D", false);
    private static final MethodRef CONSTANT = new MethodRef("dev/fluxion/Fluxion", "stopGradient", "(D)D", false);

    private WeightedResults() {}

    /** Returns the weighted sum of a function's results, as a primal. */
    public static Primal of(Primal vector) {
        Function body = vector.function();
        FunctionBuilder out = FunctionBuilder.numberedAfter(body, body.name(), List.<Type>of(PrimitiveType.F64));
        List<Variable> given = new ArrayList<>();
        for (Variable parameter : body.parameters()) {
            given.add(out.variable(parameter.type(), parameter.name()));
        }
        Variable cotangent = out.variable(DOUBLES, "cotangent");
        Variable value = out.variable(OBJECTS, "value");
        List<Variable> parameters = new ArrayList<>(given);
        parameters.addAll(List.of(cotangent, value));
        out.at(body.entry().position());
        out.begin(out.label("weighted"), parameters);
        out.jump(body.entry().label(), given.toArray(new Value[0]));
        Label end = out.label("results");
        for (Block block : body.blocks()) {
            out.append(
                    block.terminator() instanceof Terminator.Return leave
                            ? block.withTerminator(new Terminator.Jump(new Successor(end, leave.values())))
                            : block);
        }
        Variable results = out.variable(DOUBLES, "results");
        out.begin(end, List.of(results));
        Variable sum = out.add(new Op.Invoke(InvokeKind.STATIC, SUM, List.of(results, cotangent)));
        out.effect(new Op.ArrayStore(ClassType.OBJECT, value, Constant.of(0), constant(results, out)));
        out.end(new Terminator.Return(List.of(sum)));
        List<Type> arguments = new ArrayList<>(vector.arguments());
        arguments.addAll(List.of(DOUBLES, OBJECTS));
        return new Primal(out.build(), vector.program(), vector.captures(), arguments);
    }

    /** Emits a copy that is constant: number by number, so that nobody else has the array itself. */
    private static Value constant(Variable results, FunctionBuilder out) {
        Variable index = out.variable(PrimitiveType.I32, "i");
        Label loop = out.label("copy");
        Label body = out.label("number");
        Label done = out.label("copied");
        Value length = out.add(new Op.ArrayLength(results));
        Variable copy = out.add(new Op.NewArray(DOUBLES, List.of(length)));
        out.jump(loop, Constant.of(0));
        out.begin(loop, List.of(index));
        Value isMore = out.add(new Op.Compare(CompareKind.LT, index, length));
        out.end(new Terminator.Branch(isMore, new Successor(body, List.of()), new Successor(done, List.of())));
        out.begin(body, List.of());
        Variable number = out.add(new Op.ArrayLoad(PrimitiveType.F64, results, index));
        Variable constant = out.add(new Op.Invoke(InvokeKind.STATIC, CONSTANT, List.of(number)));
        out.effect(new Op.ArrayStore(PrimitiveType.F64, copy, index, constant));
        out.jump(loop, out.add(new Op.Binary(BinaryKind.ADD, index, Constant.of(1))));
        out.begin(done, List.of());
        return copy;
    }

    /**
     * Differentiates the weighted sum in its point.
     *
     * @param weighted from {@link #of}
     * @param methods what calls stand for
     * @return a derivation for {@code VectorCotangent}
     * @throws dev.fluxion.diagnostic.NotDifferentiableException with all that is in the way
     */
    public static Derivation derivation(Primal weighted, MethodSource methods) {
        List<Boolean> active = new ArrayList<>();
        for (int i = 0; i < weighted.function().parameters().size(); i++) {
            active.add(i == weighted.captures().size());
        }
        return Derivation.of(weighted, active, WeightedResults::entries, methods);
    }

    private static List<Entry> entries(Function fused, Map<String, Function> functions) {
        String name = EntryFunctions.fresh("run", functions);
        functions.put(name, fused.withName(name));
        return List.of(new Entry("run", "([D[D[Ljava/lang/Object;[D)D", name));
    }
}
