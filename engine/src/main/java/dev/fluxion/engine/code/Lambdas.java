package dev.fluxion.engine.code;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.Bootstrap;
import dev.fluxion.ir.symbol.HandleRef;
import dev.fluxion.runtime.Closures;

import java.util.ArrayList;
import java.util.List;

/** How compiled derivatives make lambdas: through {@link Closures}, which remembers what they run. */
final class Lambdas {

    private static final int STATIC_TAG = 6;
    private static final HandleRef LINK =
            new HandleRef(STATIC_TAG, Closures.NAME, Closures.METHOD, Closures.DESCRIPTOR, false);

    private Lambdas() {}

    /** Returns the same lambda, of which it is known what it runs. */
    static Op.MakeClosure known(Op.MakeClosure closure) {
        return known(closure, closure.implementation());
    }

    /**
     * Returns the same lambda, of which it is known what it runs.
     *
     * @param code the code that it is said to run
     */
    static Op.MakeClosure known(Op.MakeClosure closure, HandleRef code) {
        Bootstrap site = closure.site();
        if (site.method().owner().equals(Closures.NAME)) {
            return closure;
        }
        List<Object> arguments = new ArrayList<>(List.of(code.owner(), code.name(), code.descriptor(), code.tag()));
        arguments.addAll(site.arguments());
        return new Op.MakeClosure(
                closure.type(),
                closure.name(),
                closure.implementation(),
                closure.captured(),
                new Bootstrap(site.name(), site.descriptor(), LINK, arguments));
    }

    /** Returns the same lambda, which runs a function of the program instead of a method. */
    static Op.MakeClosure running(Function copy, Op.MakeClosure closure) {
        HandleRef original = closure.implementation();
        StringBuilder descriptor = new StringBuilder("(");
        if (original.tag() != STATIC_TAG) {
            descriptor.append('L').append(original.owner()).append(';');
        }
        descriptor.append(original.descriptor(), 1, original.descriptor().length());
        HandleRef function = new HandleRef(STATIC_TAG, "", copy.name(), descriptor.toString(), false);
        Bootstrap site = closure.site();
        List<Object> arguments = new ArrayList<>(site.arguments());
        arguments.replaceAll(argument -> argument.equals(original) ? function : argument);
        return new Op.MakeClosure(
                closure.type(),
                closure.name(),
                function,
                closure.captured(),
                new Bootstrap(site.name(), site.descriptor(), site.method(), arguments));
    }
}
