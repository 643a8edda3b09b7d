package dev.fluxion.engine;

import dev.fluxion.engine.rule.RuleTable;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.text.Printer;
import dev.fluxion.spi.Engine;
import dev.fluxion.spi.Explained;
import dev.fluxion.spi.Options;
import dev.fluxion.spi.Shape;
import dev.fluxion.spi.Subject;

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

    /** Chooses backend and rules; the backend is made while the first derivative is. */
    FluxionEngine(Options options) {
        Backends backends = Backends.choose(options.backend());
        compilations = new Compilations(this, backends, RuleTable.of(options.rules()), options.lookup());
    }

    @Override
    public Object compile(Subject subject, Shape shape) {
        Subjects.Code code = subjects.of(subject, shape);
        Compilation compilation = compilations.of(code, shape);
        return compilation.compiled().newInstance(code.captured());
    }

    @Override
    public Explained explain(Subject subject, Shape shape) {
        Subjects.Code code = subjects.of(subject, shape);
        Compilation compilation = compilations.of(code, shape);
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
                warnings);
    }

    /** The name in the class file: a hidden class's own name has a suffix after a slash. */
    private static String internalName(Class<?> type) {
        String name = type.getName();
        int suffix = name.indexOf('/');
        return (suffix < 0 ? name : name.substring(0, suffix)).replace('.', '/');
    }
}
