package dev.fluxion.engine.derive;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.Library;
import dev.fluxion.transform.MethodSource;
import dev.fluxion.transform.adjoint.ReverseMode;
import dev.fluxion.transform.pipeline.Stages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A function in split form as IR, with functions around both halves that pack and unpack.
 *
 * <pre>
 *   forward(captures..., arguments, shadows) { x = (Params) arguments[0]; ...; return box(augmented(captures..., x, shadows)); }
 *   backward(bar, partials, shadows)         { a = reverse(null, bar, shadows, further); partials[0] = a; ... }
 * </pre>
 *
 * @param program all functions
 * @param forward the name of the first
 * @param backward the name of the second
 * @param equalityGuards where the slope may not be that of the function
 */
public record PullbackDerivation(Program program, String forward, String backward, Set<Position> equalityGuards) {

    private static final ArrayType OBJECTS = new ArrayType(ClassType.OBJECT);
    private static final ArrayType DOUBLES = new ArrayType(PrimitiveType.F64);

    /**
     * Differentiates a function in its numbers, and in all that its other arguments lead to.
     *
     * @param methods what calls stand for
     * @throws dev.fluxion.diagnostic.NotDifferentiableException with all that is in the way
     */
    public static PullbackDerivation of(Primal primal, MethodSource methods) {
        Library library = new Library();
        primal.program().functions().values().forEach(library::put);
        ReverseMode.Pair pair =
                new ReverseMode(Stages.guarded(methods), Stages.preparation(methods, library), library)
                        .pair(primal.function(), 1);
        Map<String, Function> functions = new LinkedHashMap<>(library.programOf(pair.augmented()).functions());
        functions.putAll(library.programOf(pair.reverse()).functions());
        Function forward = forward(primal, pair.augmented(), EntryFunctions.fresh("forward", functions));
        functions.put(forward.name(), forward);
        Function backward = backward(primal, pair.reverse(), EntryFunctions.fresh("backward", functions));
        functions.put(backward.name(), backward);
        Program program = Stages.cleanUp(new Program(functions), methods);
        return new PullbackDerivation(program, forward.name(), backward.name(), pair.equalityGuards());
    }

    private static Function forward(Primal primal, Function augmented, String name) {
        FunctionBuilder out = new FunctionBuilder(name, List.<Type>of(ClassType.OBJECT));
        List<Variable> parameters = new ArrayList<>();
        for (Variable captured : primal.function().parameters().subList(0, primal.captures().size())) {
            parameters.add(out.variable(captured.type(), captured.name()));
        }
        List<Value> given = new ArrayList<>(parameters);
        Variable packed = out.variable(OBJECTS, "arguments");
        Variable shadows = out.variable(GraphEntry.SHADOWS, "shadows");
        parameters.addAll(List.of(packed, shadows));
        out.at(augmented.entry().position());
        out.begin(out.label("entry"), parameters);
        for (Type argument : primal.arguments()) {
            Constant index = Constant.of(given.size() - primal.captures().size());
            given.add(GraphEntry.unpacked(argument, out.add(new Op.ArrayLoad(ClassType.OBJECT, packed, index)), out));
        }
        given.add(shadows);
        List<Variable> results = out.call(new Op.Call(augmented.name(), given), augmented.resultTypes());
        out.end(new Terminator.Return(List.of(GraphTangentEntry.boxed(results.getFirst(), out))));
        return out.build();
    }

    /** The halves of a dynamic call are what they are for: the receiver is of no use here. */
    private static Function backward(Primal primal, Function reverse, String name) {
        FunctionBuilder out = new FunctionBuilder(name, List.of());
        Variable bar = out.variable(PrimitiveType.F64, "bar");
        Variable partials = out.variable(DOUBLES, "partials");
        Variable shadows = out.variable(GraphEntry.SHADOWS, "shadows");
        out.at(reverse.entry().position());
        out.begin(out.label("entry"), List.of(bar, partials, shadows));
        List<Value> given = new ArrayList<>();
        given.add(new Constant.NullConstant());
        Type result = primal.function().resultTypes().getFirst();
        if (result.isFloating()) {
            given.add(result == PrimitiveType.F64 ? bar : out.add(new Op.Convert((PrimitiveType) result, bar)));
        }
        given.add(shadows);
        List<Integer> numbers = numbers(primal.function());
        if (numbers.size() > 1) {
            given.add(out.add(new Op.NewArray(DOUBLES, List.of(Constant.of(numbers.size() - 1)))));
        }
        List<Variable> first = out.call(new Op.Call(reverse.name(), given), reverse.resultTypes());
        for (int i = 0; i < numbers.size(); i++) {
            int argument = numbers.get(i) - primal.captures().size();
            if (argument >= 0) {
                Value partial =
                        i == 0
                                ? GraphEntry.widened(first.getFirst(), out)
                                : out.add(new Op.ArrayLoad(PrimitiveType.F64, given.getLast(), Constant.of(i - 1)));
                out.effect(new Op.ArrayStore(PrimitiveType.F64, partials, Constant.of(argument), partial));
            }
        }
        out.end(new Terminator.Return(List.of()));
        return out.build();
    }

    private static List<Integer> numbers(Function function) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < function.parameters().size(); i++) {
            if (function.parameters().get(i).type().isFloating()) {
                numbers.add(i);
            }
        }
        return numbers;
    }
}
