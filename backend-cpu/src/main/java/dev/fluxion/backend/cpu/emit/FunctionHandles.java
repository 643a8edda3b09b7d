package dev.fluxion.backend.cpu.emit;

import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.Bootstrap;
import dev.fluxion.ir.symbol.HandleRef;

import java.util.ArrayList;
import java.util.List;

/** Method handle constants that name functions of the program: what lambdas run that have their code in the class. */
public final class FunctionHandles {

    private FunctionHandles() {}

    private static boolean isFunction(HandleRef handle) {
        return handle.owner().isEmpty();
    }

    /** Adds the names of the functions that an operation names by handles. */
    public static void addNames(Op op, java.util.Collection<String> names) {
        if (op instanceof Op.MakeClosure closure && isFunction(closure.implementation())) {
            names.add(closure.implementation().name());
        }
    }

    /** Returns the call site with the methods that the functions become. */
    static Bootstrap resolve(Bootstrap site, Target target) {
        List<Object> arguments = new ArrayList<>(site.arguments());
        boolean changed = false;
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i) instanceof HandleRef handle && isFunction(handle)) {
                String name = target.methodName(handle.name());
                String descriptor = target.descriptor(handle.name());
                arguments.set(i, new HandleRef(handle.tag(), target.className(), name, descriptor, false));
                changed = true;
            }
        }
        return changed ? new Bootstrap(site.name(), site.descriptor(), site.method(), arguments) : site;
    }
}
