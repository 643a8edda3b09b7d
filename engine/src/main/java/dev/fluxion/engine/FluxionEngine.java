package dev.fluxion.engine;

import dev.fluxion.engine.Compilations.Wanted;
import dev.fluxion.engine.graph.Captured;
import dev.fluxion.engine.graph.Layouts;
import dev.fluxion.engine.graph.ObjectGradients;
import dev.fluxion.engine.graph.ObjectPullback;
import dev.fluxion.engine.graph.ObjectTangents;
import dev.fluxion.engine.graph.ParameterGradients;
import dev.fluxion.engine.listing.TapedLines;
import dev.fluxion.engine.rule.RuleTable;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.text.Printer;
import dev.fluxion.runtime.GraphAdjoint;
import dev.fluxion.runtime.Linker;
import dev.fluxion.runtime.sweep.GraphTangent;
import dev.fluxion.spi.Engine;
import dev.fluxion.spi.Explained;
import dev.fluxion.spi.GraphGradient;
import dev.fluxion.spi.GraphPullback;
import dev.fluxion.spi.GraphPushforward;
import dev.fluxion.spi.Options;
import dev.fluxion.spi.Shape;
import dev.fluxion.spi.Subject;
import dev.fluxion.spi.Sweep;

import java.util.ArrayList;
import java.util.List;

/**
 * The composition root: what the facade asks, this lets the stages do, and remembers.
 *
 * <p>A derivative belongs to the code, not to the function object: another evaluation of the same lambda expression
 * gets another instance of the same compiled class, with its own captured values.
 */
final class FluxionEngine implements Engine {

    private final Subjects subjects = new Subjects();
    private final Compilations compilations;
    private final Pullbacks pullbacks;
    private final Layouts layouts;

    /** Chooses backend and rules; the backend is made while the first derivative is. */
    FluxionEngine(Options options) {
        RuleTable rules = RuleTable.of(options.rules(), Boolean.TRUE.equals(options.checkedRules()));
        layouts = new Layouts(options.lookup(), rules.tangentTypes());
        Backends backends = Backends.choose(options.backend());
        Dispatcher dispatcher = new Dispatcher(backends, rules, options.lookup());
        compilations = new Compilations(backends, rules, dispatcher, options.lookup());
        pullbacks = new Pullbacks(compilations, backends, rules, dispatcher, options.lookup());
    }

    @Override
    public Object compile(Subject subject, Shape shape) {
        Subjects.Code code = subjects.of(subject, shape);
        Wanted wanted = wanted(shape);
        return wanted == Wanted.NUMBERS ? numbers(code, shape) : graph(code, shape, wanted);
    }

    @Override
    public Object compile(Subject subject, Shape shape, Sweep sweep) {
        if (sweep == Sweep.GRADIENT) {
            return compile(subject, shape);
        }
        Subjects.Code code = subjects.of(subject, shape);
        Object compiled = compilations.of(code, shape, Wanted.NUMBERS, sweep).compiled().newInstance(code.captured());
        return ArraySweeps.of(compiled, code.captured());
    }

    @Override
    public GraphPushforward pushforward(Subject subject, Shape shape) {
        Subjects.Code code = subjects.of(subject, shape);
        Compilation compilation = compilations.of(code, shape, Wanted.OBJECTS, Sweep.TANGENT);
        return new ObjectTangents((GraphTangent) compilation.compiled().newInstance(code.captured()), layouts);
    }

    @Override
    public GraphPullback pullback(Subject subject, Shape shape) {
        return new ObjectPullback(pullbacks.of(subjects.of(subject, shape), shape), layouts);
    }

    @Override
    public GraphGradient captured(Subject subject, Shape shape) {
        return graph(subjects.of(subject, shape), shape, Wanted.CAPTURED);
    }

    @Override
    public GraphGradient parameters(Subject subject) {
        Subjects.Code code = subjects.of(subject, Shape.CAPTURES);
        return new ParameterGradients(adjoint(code, Shape.CAPTURES, Wanted.CAPTURED), code.captured().length, layouts);
    }

    private Object numbers(Subjects.Code code, Shape shape) {
        Compilation compilation = compilations.of(code, shape, Wanted.NUMBERS);
        return ArrayGradients.of(
                compilation.compiled().newInstance(code.captured()),
                shape,
                code.captured(),
                compilation.derivation().mayWriteArguments(),
                () -> adjoint(code, shape, Wanted.OBJECTS));
    }

    private GraphAdjoint adjoint(Subjects.Code code, Shape shape, Wanted wanted) {
        return (GraphAdjoint) compilations.of(code, shape, wanted).compiled().newInstance(code.captured());
    }

    private GraphGradient graph(Subjects.Code code, Shape shape, Wanted wanted) {
        Compilation compilation = compilations.of(code, shape, wanted);
        GraphAdjoint adjoint = adjoint(code, shape, wanted);
        List<String> names = new ArrayList<>();
        for (Variable parameter : compilation.primal().parameters().subList(0, code.captured().length)) {
            names.add(parameter.name());
        }
        Captured captured = wanted == Wanted.CAPTURED ? new Captured(code.function(), code.captured(), names) : null;
        return new ObjectGradients(adjoint, layouts, captured);
    }

    @Override
    public Explained explain(Subject subject, Shape shape) {
        Subjects.Code code = subjects.of(subject, shape);
        Compilation compilation = compilations.of(code, shape, wanted(shape));
        List<String> warnings = new ArrayList<>();
        for (var guard : compilation.derivation().equalityGuards()) {
            warnings.add(Warnings.equality(guard));
        }
        StringBuilder adjoint = new StringBuilder();
        for (Function function : compilation.derivation().program().functions().values()) {
            adjoint.append(Printer.print(function)).append('\n');
        }
        return new Explained(
                compilation.source(),
                Printer.print(compilation.primal()),
                adjoint.toString(),
                internalName(compilation.compiled().type()),
                compilation.compiled().bytecode(),
                warnings,
                TapedLines.of(compilation.derivation().program()));
    }

    @Override
    public Linker linker() {
        return compilations.linker();
    }

    private static Wanted wanted(Shape shape) {
        return switch (shape) {
            case CAPTURES -> Wanted.CAPTURED;
            case OBJECT, OBJECT2, OBJECT3, OBJECT4, FUNCTION, FUNCTION2, FUNCTION3 -> Wanted.OBJECTS;
            case DERIVATIVE, DOUBLE, DOUBLE2, DOUBLE3, DOUBLE4 -> Wanted.NUMBERS;
            case DOUBLE_ARRAY, DOUBLE_ARRAY2, DOUBLE_ARRAY3, FLOAT_ARRAY, FLATTENED, VECTOR -> Wanted.NUMBERS;
        };
    }

    /** The name in the class file: a hidden class's own name has a suffix after a slash. */
    private static String internalName(Class<?> type) {
        String name = type.getName();
        int suffix = name.indexOf('/');
        return (suffix < 0 ? name : name.substring(0, suffix)).replace('.', '/');
    }
}
