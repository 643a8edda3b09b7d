package dev.fluxion.transform.bits;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.transform.Edge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which whole numbers move with the floating number whose bits they come from, and how. Only those are told that come
 * to be floating numbers again.
 *
 * <ul>
 *   <li>A mask that keeps the lowest bits drops what is constant along the path: the number moves as before.
 *   <li>A mask or shift that drops the lowest bits leaves a step function, which does not move.
 *   <li>Sums, differences and shifts to the left are linear; joining disjoint bits is a sum.
 *   <li>Whatever else is done with bits is not followed: the number is lost.
 * </ul>
 */
final class Taint {

    /** A mask with fewer low bits keeps noise. */
    private static final int LEAST_DIGITS = 20;

    private final Function function;
    private final Predicate<Value> isSource;
    private final Set<Variable> moving = new HashSet<>();
    private final Set<Variable> lost = new HashSet<>();
    private final Set<Variable> wanted = new HashSet<>();
    private boolean changed;

    private Taint(Function function, Predicate<Value> isSource) {
        this.function = function;
        this.isSource = isSource;
    }

    /** Follows the bits of all numbers. */
    static Taint of(Function function) {
        return of(function, number -> true, List.of());
    }

    /**
     * Follows the bits of some numbers.
     *
     * @param isSource which
     * @param given parameters that are bits already
     */
    static Taint of(Function function, Predicate<Value> isSource, List<Variable> given) {
        Taint taint = new Taint(function, isSource);
        taint.moving.addAll(given);
        Map<Variable, List<Value>> passed = passed(function);
        do {
            taint.changed = false;
            taint.spread();
            taint.join(passed);
        } while (taint.changed);
        if (!taint.moving.isEmpty()) {
            do {
                taint.changed = false;
                taint.want(passed);
            } while (taint.changed);
        }
        return taint;
    }

    /** Returns whether the variable moves with a floating number and comes to be one again. */
    boolean isFollowed(Value value) {
        return value instanceof Variable variable && moving.contains(variable) && wanted.contains(variable);
    }

    /** Returns whether it is not known how the variable moves. */
    boolean isLost(Value value) {
        return value instanceof Variable variable && lost.contains(variable);
    }

    /** Returns whether nothing has to be followed. */
    boolean isEmpty() {
        return wanted.isEmpty();
    }

    /** What each block parameter may be. */
    static Map<Variable, List<Value>> passed(Function function) {
        Map<dev.fluxion.ir.Label, Block> blocks = function.blocksByLabel();
        Map<Variable, List<Value>> passed = new HashMap<>();
        for (Block block : function.blocks()) {
            for (Edge edge : Edge.leaving(block)) {
                List<Variable> parameters = java.util.Objects.requireNonNull(blocks.get(edge.target())).parameters();
                int first = edge.exceptional() ? 1 : 0;
                for (int i = 0; i < edge.arguments().size(); i++) {
                    passed.computeIfAbsent(parameters.get(i + first), key -> new ArrayList<>())
                            .add(edge.arguments().get(i));
                }
            }
        }
        return passed;
    }

    private void spread() {
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                for (Variable result : statement.results()) {
                    if (BitMethods.isTaking(statement.op())) {
                        changed |= isSource.test(statement.op().operands().getFirst()) && moving.add(result);
                    } else if (isWhole(result) && anyMoves(statement.op())) {
                        spread(statement.op(), result);
                    }
                }
            }
        }
    }

    private void spread(Op op, Variable result) {
        Motion motion = Motion.of(op, this::moves, LEAST_DIGITS);
        if (motion != Motion.NONE) {
            changed |= moving.add(result);
            boolean isLost = motion == Motion.UNKNOWN;
            for (Value operand : op.operands()) {
                isLost |= isLost(operand);
            }
            if (isLost) {
                changed |= lost.add(result);
            }
        }
    }

    private void join(Map<Variable, List<Value>> passed) {
        passed.forEach((parameter, values) -> {
            if (isWhole(parameter)) {
                for (Value value : values) {
                    changed |= moves(value) && moving.add(parameter);
                    changed |= isLost(value) && lost.add(parameter);
                }
            }
        });
    }

    private void want(Map<Variable, List<Value>> passed) {
        for (Block block : function.blocks().reversed()) {
            for (Statement statement : block.statements().reversed()) {
                boolean ends = BitMethods.isGiving(statement.op());
                for (Variable result : statement.results()) {
                    ends |= wanted.contains(result);
                }
                if (ends) {
                    statement.op().operands().forEach(this::want);
                }
            }
        }
        passed.forEach((parameter, values) -> {
            if (wanted.contains(parameter)) {
                values.forEach(this::want);
            }
        });
    }

    private void want(Value value) {
        if (moves(value) && value instanceof Variable variable) {
            changed |= wanted.add(variable);
        }
    }

    private boolean anyMoves(Op op) {
        for (Value operand : op.operands()) {
            if (moves(operand)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the variable moves with a floating number. */
    boolean moves(Value value) {
        return value instanceof Variable variable && moving.contains(variable);
    }

    static boolean isWhole(Variable variable) {
        return variable.type() == PrimitiveType.I32 || variable.type() == PrimitiveType.I64;
    }

    /** Returns the number that an operand is known to be, or null. */
    static @org.jspecify.annotations.Nullable Long constant(Value value) {
        return switch (value) {
            case Constant.IntConstant(int number) -> (long) number;
            case Constant.LongConstant(long number) -> number;
            default -> null;
        };
    }
}
