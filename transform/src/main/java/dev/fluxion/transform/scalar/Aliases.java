package dev.fluxion.transform.scalar;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.transform.ClassFacts;
import dev.fluxion.transform.Edge;
import dev.fluxion.transform.Incoming;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which variables hold an object that the function itself has made, so that its exact class is known.
 *
 * <p>An object goes by the name of the variable that holds it first: the result of its allocation, or the block
 * parameter that it is passed to. Casts that succeed give the same object under the same name. A block parameter is a
 * name if all edges pass it objects of one exact class: found optimistically, so that a cycle of parameters stands as
 * long as nothing else comes in.
 */
@SuppressWarnings("ReferenceEquality") // UNKNOWN is told by identity
final class Aliases {

    private final Map<Variable, Named> named;

    private Aliases(Map<Variable, Named> named) {
        this.named = named;
    }

    /** What a class is known to be, by internal name. */
    interface Classes {
        @Nullable ClassFacts facts(String internalName);
    }

    /**
     * An object by name.
     *
     * @param name the variable that holds it first
     * @param type its exact class
     * @param isAllocated whether the variable is the result of an allocation, not a block parameter
     */
    record Named(Variable name, ClassFacts type, boolean isAllocated) {}

    /** Nothing is known of what the variable holds. */
    private static final Named UNKNOWN =
            new Named(
                    new Variable(-1, ClassType.OBJECT, ""),
                    new ClassFacts(List.of("java/lang/Object"), Set.of(), List.of(), null, false),
                    false);

    /** Finds the names of a function without unreachable blocks. */
    static Aliases of(Function function, Classes classes) {
        return of(function, classes, false);
    }

    /**
     * Finds the names of a function without unreachable blocks, if calls that are not inlined yet give what comes in
     * from elsewhere.
     */
    static Aliases presumed(Function function, Classes classes) {
        return of(function, classes, true);
    }

    private static Aliases of(Function function, Classes classes, boolean presumes) {
        Map<Variable, Named> named = new HashMap<>();
        Incoming incoming = Incoming.of(function.blocks());
        for (Variable parameter : function.parameters()) {
            named.put(parameter, UNKNOWN);
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Block block : function.blocks()) {
                for (int i = 0; i < block.parameters().size(); i++) {
                    Variable parameter = block.parameters().get(i);
                    if (parameter.type().isReference() && named.get(parameter) != UNKNOWN) {
                        changed |= put(named, parameter, meet(parameter, i, incoming.to(block.label()), named));
                    }
                }
                for (Statement statement : block.statements()) {
                    if (statement.results().size() == 1 && statement.result().type().isReference()) {
                        changed |= put(named, statement.result(), result(statement, named, classes, presumes));
                    }
                }
            }
        }
        return new Aliases(named);
    }

    private static boolean put(Map<Variable, Named> named, Variable variable, @Nullable Named now) {
        return now != null && !now.equals(named.put(variable, now));
    }

    private static @Nullable Named meet(Variable parameter, int index, List<Edge> edges, Map<Variable, Named> named) {
        Named met = null;
        for (Edge edge : edges) {
            int at = edge.exceptional() ? index - 1 : index;
            Named passed = at < 0 ? UNKNOWN : of(edge.arguments().get(at), named);
            if (passed == null) {
                continue;
            }
            if (passed == UNKNOWN || met != null && !met.type.name().equals(passed.type.name())) {
                return UNKNOWN;
            }
            met = new Named(parameter, passed.type, false);
        }
        return met;
    }

    private static @Nullable Named of(Value value, Map<Variable, Named> named) {
        return value instanceof Variable variable ? named.get(variable) : UNKNOWN;
    }

    private static @Nullable Named result(
            Statement statement, Map<Variable, Named> named, Classes classes, boolean presumes) {
        Op op = statement.op();
        if (op instanceof Op.New made) {
            ClassFacts facts = classes.facts(made.constructor().owner());
            return facts == null ? UNKNOWN : new Named(statement.result(), facts, true);
        }
        if (op instanceof Op.CheckCast cast) {
            Named object = of(cast.object(), named);
            return object == null || object == UNKNOWN || object.type.isA(cast.type()) ? object : UNKNOWN;
        }
        if (isNullCheck(op)) {
            return of(op.operands().getFirst(), named);
        }
        return presumes && op instanceof Op.Invoke ? null : UNKNOWN;
    }

    /** Returns whether the operation gives its only operand back unless that is null. */
    static boolean isNullCheck(Op op) {
        if (!(op instanceof Op.Invoke invoke) || invoke.kind() != InvokeKind.STATIC) {
            return false;
        }
        MethodRef method = invoke.method();
        return method.owner().equals("java/util/Objects") && method.name().equals("requireNonNull");
    }

    /** Returns the object that the value is, or null if it is not one that the function has made. */
    @Nullable Named of(Value value) {
        Named found = of(value, named);
        return found == UNKNOWN ? null : found;
    }
}
