package dev.fluxion.engine.derive;

import dev.fluxion.backend.Entry;
import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.spi.Shape;
import dev.fluxion.spi.Sweep;
import dev.fluxion.transform.Library;
import dev.fluxion.transform.MethodSource;
import dev.fluxion.transform.pipeline.Stages;
import dev.fluxion.transform.tangent.ForwardMode;
import dev.fluxion.transform.tangent.TangentKind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Derivatives in forward mode as IR, with the entries that their contracts want. */
public final class TangentDerivations {

    private static final String SHADOWS = GraphEntry.SHADOWS.descriptor();

    private TangentDerivations() {}

    /**
     * Differentiates a function of an array.
     *
     * @param shape that of the function
     * @param sweep in how many directions at once, and of which kind
     * @param methods what calls stand for
     * @return a derivation for {@code ScalarTangent} or {@code VectorTangent}
     * @throws dev.fluxion.diagnostic.NotDifferentiableException with all that is in the way
     */
    public static Derivation inArray(Primal primal, Shape shape, Sweep sweep, MethodSource methods) {
        Work work = new Work(primal, sweep, methods);
        ForwardMode.Result result = work.mode.tangent(primal.function(), work.inArguments());
        return work.derivation(
                result,
                functions ->
                        shape == Shape.VECTOR
                                ? vector(result, functions)
                                : EntryFunctions.store("run", "([D[D[D)D", result.standalone(), functions));
    }

    /**
     * Differentiates the gradient of a function of an array.
     *
     * @param gradient that gradient, for {@code DoubleArrayGradient}
     * @param sweep in how many directions at once, and of which kind
     * @param methods what calls stand for
     * @return a derivation for {@code Curvature}
     * @throws dev.fluxion.diagnostic.NotDifferentiableException with all that is in the way
     */
    public static Derivation ofGradient(Derivation gradient, Sweep sweep, MethodSource methods) {
        Primal primal = gradient.primal("accumulate", "([D[D)D");
        Work work = new Work(primal, sweep, methods);
        ForwardMode.Result result = work.mode.tangent(primal.function(), work.inArguments());
        return work.derivation(result, functions -> value(result.standalone(), functions));
    }

    /**
     * Differentiates a function in its numbers, and in all that its other arguments lead to.
     *
     * @param methods what calls stand for
     * @return a derivation for {@code GraphTangent}
     * @throws dev.fluxion.diagnostic.NotDifferentiableException with all that is in the way
     */
    public static Derivation inObjects(Primal primal, MethodSource methods) {
        Work work = new Work(primal, Sweep.TANGENT, methods);
        List<Boolean> active = new ArrayList<>();
        List<Variable> parameters = primal.function().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            active.add(i >= primal.captures().size() && parameters.get(i).type().isFloating());
        }
        ForwardMode.Result result = work.mode.tangentInMemory(primal.function(), active);
        return work.derivation(result, functions -> GraphTangentEntry.of(primal, active, result.tangent(), functions));
    }

    /** The table of shadows is an argument, also where none is needed. */
    private static Entry vector(ForwardMode.Result result, Map<String, Function> functions) {
        String name = EntryFunctions.fresh("run", functions);
        Function tangent = result.tangent();
        Function complete = tangent;
        if (!result.usesShadows()) {
            Block entry = tangent.entry();
            List<Variable> parameters = new ArrayList<>(entry.parameters());
            parameters.add(new Variable(fresh(tangent), GraphEntry.SHADOWS, "shadows"));
            List<Block> blocks = new ArrayList<>(tangent.blocks());
            blocks.set(0, entry.withParameters(parameters));
            complete = tangent.withBlocks(blocks);
        }
        functions.put(name, complete.withName(name));
        return new Entry("run", "([D[D" + SHADOWS + ")[D", name);
    }

    private static int fresh(Function function) {
        int next = 0;
        for (Block block : function.blocks()) {
            for (Variable parameter : block.parameters()) {
                next = Math.max(next, parameter.id() + 1);
            }
            for (var statement : block.statements()) {
                for (Variable result : statement.results()) {
                    next = Math.max(next, result.id() + 1);
                }
            }
        }
        return next;
    }

    /** Returns the value only: the tangents that matter are those of the gradient, in its shadow. */
    private static Entry value(Function tangent, Map<String, Function> functions) {
        String name = EntryFunctions.fresh("run", functions);
        List<Block> blocks = new ArrayList<>();
        for (Block block : tangent.blocks()) {
            blocks.add(
                    block.terminator() instanceof Terminator.Return leave
                            ? block.withTerminator(new Terminator.Return(List.of(leave.values().getFirst())))
                            : block);
        }
        functions.put(name, new Function(name, List.<Type>of(PrimitiveType.F64), blocks));
        return new Entry("run", "([D[D[D[D)D", name);
    }

    private interface Entries {
        Entry of(Map<String, Function> functions);
    }

    /** One differentiation. */
    private static final class Work {
        private final Primal primal;
        private final MethodSource methods;
        private final Library library = new Library();
        private final ForwardMode mode;

        Work(Primal primal, Sweep sweep, MethodSource given) {
            this.primal = primal;
            this.methods = given;
            primal.program().functions().values().forEach(library::put);
            this.mode =
                    new ForwardMode(
                            Stages.guarded(methods),
                            Stages.preparation(methods, library),
                            library,
                            sweep.isOfIndices() ? TangentKind.INDEX_SETS : TangentKind.NUMBERS,
                            sweep.lanes());
        }

        List<Boolean> inArguments() {
            List<Boolean> active = new ArrayList<>();
            for (int i = 0; i < primal.function().parameters().size(); i++) {
                active.add(i >= primal.captures().size());
            }
            return active;
        }

        Derivation derivation(ForwardMode.Result result, Entries entries) {
            Map<String, Function> functions = new LinkedHashMap<>(library.programOf(result.tangent()).functions());
            List<Entry> all = List.of(entries.of(functions));
            Program program = Derivation.reachable(Stages.cleanUp(new Program(functions), methods), all);
            return new Derivation(program, all, primal.captures(), result.equalityGuards(), true);
        }
    }
}
