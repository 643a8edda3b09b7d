package dev.fluxion.transform.activity;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.Type;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Where the references of a function come from. An origin is a parameter, an allocation, or anything else that gives a
 * reference: a field, a call, a cast of an object to an array of numbers.
 */
final class Origins {
    private final Map<Integer, Set<Variable>> origins = new HashMap<>();
    private final Set<Integer> arrays = new HashSet<>();

    /** What happens to an array of numbers whose further way is not followed here. */
    interface Loss {
        void lost(Value array);
    }

    Origins(Function function) {
        for (Variable parameter : function.parameters()) {
            if (parameter.type().isReference()) {
                origins.put(parameter.id(), Set.of(parameter));
            }
        }
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                for (Variable result : statement.results()) {
                    if (result.type().isReference() && !isCopy(statement)) {
                        origins.put(result.id(), Set.of(result));
                        if (statement.op() instanceof Op.NewArray) {
                            arrays.add(result.id());
                        }
                    }
                }
            }
        }
        spread(function);
    }

    /** Returns whether this is {@code float[]} or {@code double[]}. */
    static boolean isArrayOfNumbers(Type type) {
        return type instanceof ArrayType array && array.element().isFloating();
    }

    /** Returns whether a reference keeps its origins on the way from one type to another. */
    private static boolean isFollowed(Value from, Variable to) {
        return isArrayOfNumbers(from.type()) == isArrayOfNumbers(to.type());
    }

    private static boolean isCopy(Statement statement) {
        return switch (statement.op()) {
            case Op.CheckCast cast -> isFollowed(cast.object(), statement.result());
            case Op.Select select -> true;
            default -> false;
        };
    }

    private void spread(Function function) {
        Map<Label, Block> blocks = function.blocksByLabel();
        for (Block block : function.blocks()) {
            for (Handler handler : block.handlers()) {
                Variable thrown = Objects.requireNonNull(blocks.get(handler.target())).parameters().getFirst();
                origins.put(thrown.id(), new LinkedHashSet<>(Set.of(thrown)));
            }
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Block block : function.blocks()) {
                for (Statement statement : block.statements()) {
                    if (isCopy(statement) && statement.result().type().isReference()) {
                        for (Value operand : statement.op().operands()) {
                            changed |= flow(operand, statement.result());
                        }
                    }
                }
                for (Successor edge : block.terminator().successors()) {
                    List<Variable> parameters = Objects.requireNonNull(blocks.get(edge.target())).parameters();
                    for (int i = 0; i < parameters.size(); i++) {
                        changed |= flow(edge.arguments().get(i), parameters.get(i));
                    }
                }
                for (Handler handler : block.handlers()) {
                    List<Variable> parameters = Objects.requireNonNull(blocks.get(handler.target())).parameters();
                    for (int i = 1; i < parameters.size(); i++) {
                        changed |= flow(handler.arguments().get(i - 1), parameters.get(i));
                    }
                }
            }
        }
    }

    private boolean flow(Value from, Variable to) {
        if (!to.type().isReference() || !from.type().isReference() || !(from instanceof Variable variable)) {
            return false;
        }
        Set<Variable> known = origins.computeIfAbsent(to.id(), key -> new LinkedHashSet<>());
        return isFollowed(from, to)
                ? known.addAll(origins.getOrDefault(variable.id(), Set.of()))
                : known.add(to); // from here on it is another thing, which may come from anywhere
    }

    /** Tells where arrays of numbers go on as references of other types, by casts and joins. */
    void losses(Function function, Loss loss) {
        Map<Label, Block> blocks = function.blocksByLabel();
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                if (statement.op() instanceof Op.CheckCast || statement.op() instanceof Op.Select) {
                    for (Value operand : statement.op().operands()) {
                        lose(operand, statement.result(), loss);
                    }
                }
            }
            for (Successor edge : block.terminator().successors()) {
                List<Variable> parameters = Objects.requireNonNull(blocks.get(edge.target())).parameters();
                for (int i = 0; i < parameters.size(); i++) {
                    lose(edge.arguments().get(i), parameters.get(i), loss);
                }
            }
            for (Handler handler : block.handlers()) {
                List<Variable> parameters = Objects.requireNonNull(blocks.get(handler.target())).parameters();
                for (int i = 1; i < parameters.size(); i++) {
                    lose(handler.arguments().get(i - 1), parameters.get(i), loss);
                }
            }
        }
    }

    private static void lose(Value from, Variable to, Loss loss) {
        if (isArrayOfNumbers(from.type()) && !isArrayOfNumbers(to.type())) {
            loss.lost(from);
        }
    }

    /** Returns where a reference may come from; empty for the null constant. */
    Set<Variable> of(Value reference) {
        return reference instanceof Variable variable ? origins.getOrDefault(variable.id(), Set.of()) : Set.of();
    }

    /** Returns whether an origin is an array that the function itself makes. */
    boolean isNewArray(Variable origin) {
        return arrays.contains(origin.id());
    }

    /** Returns whether an origin is an array of numbers that the function itself makes. */
    boolean isNewArrayOfNumbers(Variable origin) {
        return arrays.contains(origin.id()) && isArrayOfNumbers(origin.type());
    }
}
