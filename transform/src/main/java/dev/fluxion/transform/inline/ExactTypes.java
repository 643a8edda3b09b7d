package dev.fluxion.transform.inline;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.transform.MethodSource;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which classes the objects of a function can have: known where all that a reference may come from is an allocation, or
 * has a type with few classes, such as a final one. A fixpoint over casts, selects and block parameters.
 */
final class ExactTypes {

    /** How many classes are told apart. */
    static final int MOST = 4;

    private final MethodSource methods;
    private final Map<Label, Block> blocks;
    private final Map<Integer, Set<String>> known = new HashMap<>();
    private final Set<Integer> unknown = new LinkedHashSet<>();
    private boolean changed;

    ExactTypes(Function function, MethodSource methods) {
        this.methods = methods;
        this.blocks = function.blocksByLabel();
        for (Variable parameter : function.parameters()) {
            seed(parameter);
        }
        changed = true;
        while (changed) {
            changed = false;
            for (Block block : function.blocks()) {
                visit(block);
            }
        }
    }

    private void visit(Block block) {
        for (Statement statement : block.statements()) {
            for (Variable result : statement.results()) {
                if (result.type().isReference()) {
                    switch (statement.op()) {
                        case Op.New create -> add(result, create.constructor().owner());
                        case Op.CheckCast cast -> flow(cast.object(), result);
                        case Op.Select select -> {
                            flow(select.x(), result);
                            flow(select.y(), result);
                        }
                        case Op other -> seed(result);
                    }
                }
            }
        }
        for (Successor edge : block.terminator().successors()) {
            List<Variable> parameters = parameters(edge.target());
            for (int i = 0; i < parameters.size(); i++) {
                flow(edge.arguments().get(i), parameters.get(i));
            }
        }
        for (var handler : block.handlers()) {
            List<Variable> parameters = parameters(handler.target());
            seed(parameters.getFirst());
            for (int i = 1; i < parameters.size(); i++) {
                flow(handler.arguments().get(i - 1), parameters.get(i));
            }
        }
    }

    private List<Variable> parameters(Label label) {
        return java.util.Objects.requireNonNull(blocks.get(label)).parameters();
    }

    /** A value of which only the declared type is known. */
    private void seed(Variable variable) {
        if (!variable.type().isReference()) {
            return;
        }
        List<String> declared = declared(variable);
        if (declared.isEmpty()) {
            changed |= unknown.add(variable.id());
        }
        for (String each : declared) {
            add(variable, each);
        }
    }

    private List<String> declared(Variable variable) {
        return variable.type() instanceof ClassType type && !type.equals(ClassType.OBJECT)
                ? methods.classes(type.internalName())
                : List.of();
    }

    private void add(Variable variable, String type) {
        changed |= known.computeIfAbsent(variable.id(), key -> new LinkedHashSet<>()).add(type);
    }

    private void flow(Value from, Variable to) {
        if (!to.type().isReference()) {
            return;
        }
        switch (from) {
            case Constant.NullConstant none -> {}
            case Constant constant -> seed(to);
            case Variable variable when unknown.contains(variable.id()) -> seed(to);
            case Variable variable -> {
                for (String each : known.getOrDefault(variable.id(), Set.of())) {
                    add(to, each);
                }
            }
        }
    }

    /**
     * Returns the classes of the object that a value refers to, if it does refer to one; null if they are not known, or
     * too many.
     */
    @Nullable Set<String> of(Value value) {
        if (!(value instanceof Variable variable) || unknown.contains(variable.id())) {
            return null;
        }
        Set<String> classes = known.getOrDefault(variable.id(), Set.of());
        return classes.isEmpty() || classes.size() > MOST ? null : classes;
    }
}
