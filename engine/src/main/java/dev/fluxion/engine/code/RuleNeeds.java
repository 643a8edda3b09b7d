package dev.fluxion.engine.code;

import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Set;

/** Finds classes that a rule's code names and that are not there, as where its jar needs another one. */
final class RuleNeeds {

    private final Class<?> source;
    private final String owner;
    private final Set<String> there = new HashSet<>();
    private final Set<MethodRef> visited = new HashSet<>();

    private RuleNeeds(Class<?> source) {
        this.source = source;
        this.owner = source.getName().replace('.', '/');
    }

    /**
     * Returns the name of a class that is missing, or null; looks into the lambdas and helpers of the same class, too.
     *
     * @param source the class that declares the rule
     * @param rule the rule's method
     */
    static @Nullable String missing(Class<?> source, MethodRef rule) {
        return new RuleNeeds(source).missing(rule);
    }

    private @Nullable String missing(MethodRef method) {
        Function function = visited.add(method) ? body(method) : null;
        if (function == null) {
            return null;
        }
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                String missing = missing(statement.op());
                if (missing != null) {
                    return missing;
                }
            }
        }
        return null;
    }

    private @Nullable Function body(MethodRef method) {
        try {
            return Bodies.of(source, method);
        } catch (NotDifferentiableException notRaised) {
            return null; // which is said elsewhere
        }
    }

    private @Nullable String missing(Op op) {
        for (Type type : NamedTypes.of(op)) {
            String name = missing(type);
            if (name != null) {
                return name;
            }
        }
        MethodRef called =
                switch (op) {
                    case Op.Invoke invoke -> invoke.method();
                    case Op.MakeClosure closure -> closure.implementation().method();
                    default -> null;
                };
        return called != null && called.owner().equals(owner) ? missing(called) : null;
    }

    private @Nullable String missing(Type type) {
        Type element = type;
        while (element instanceof ArrayType array) {
            element = array.element();
        }
        if (!(element instanceof ClassType named) || !there.add(named.internalName())) {
            return null;
        }
        String name = named.internalName().replace('/', '.');
        try {
            Class.forName(name, false, source.getClassLoader());
            return null;
        } catch (ClassNotFoundException | LinkageError notThere) {
            return name;
        }
    }
}
