package dev.fluxion.transform;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.type.Type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A function that is being changed: its blocks by label, fresh numbers, and values that stand for variables. The blocks
 * themselves are immutable; a change puts a new block in the place of the old one.
 */
public final class Draft {

    private final Function original;
    private final Map<Label, Block> blocks = new LinkedHashMap<>();
    private final Substitution substitution = Substitution.chained();
    private int nextVariable;
    private int nextLabel;
    private boolean changed;

    /** Starts from a function. */
    public Draft(Function function) {
        original = function;
        for (Block block : function.blocks()) {
            blocks.put(block.label(), block);
            nextLabel = Math.max(nextLabel, block.label().id() + 1);
            for (Variable parameter : block.parameters()) {
                nextVariable = Math.max(nextVariable, parameter.id() + 1);
            }
            for (Statement statement : block.statements()) {
                for (Variable result : statement.results()) {
                    nextVariable = Math.max(nextVariable, result.id() + 1);
                }
            }
        }
    }

    /** Returns the function as it was at the start. */
    public Function original() {
        return original;
    }

    /** Returns whether anything has been changed. */
    public boolean isChanged() {
        return changed;
    }

    /** Returns a label that is not used yet. */
    public Label newLabel(String name) {
        return new Label(nextLabel++, name);
    }

    /** Returns a variable that is not used yet. */
    public Variable newVariable(Type type, String name) {
        return new Variable(nextVariable++, type, name);
    }

    /** Returns a variable that is not used yet, of the type and source name of another. */
    public Variable newVariable(Variable like) {
        return new Variable(nextVariable++, like.type(), like.name());
    }

    /** Returns the block where execution starts. */
    public Block entry() {
        return blocks.values().iterator().next();
    }

    /** Returns the blocks as they are now, in order; later changes do not show. */
    public List<Block> blocks() {
        return new ArrayList<>(blocks.values());
    }

    /** Returns whether there is a block of that label. */
    public boolean has(Label label) {
        return blocks.containsKey(label);
    }

    /** Returns the block of that label. */
    public Block block(Label label) {
        Block block = blocks.get(label);
        if (block == null) {
            throw new IllegalArgumentException("no block " + label + " in " + original.name());
        }
        return block;
    }

    /** Puts a block in the place of the one with its label, or at the end. */
    @SuppressWarnings("ReferenceEquality") // the very same block is no change
    public void put(Block block) {
        changed |= blocks.put(block.label(), block) != block;
    }

    /** Takes a block out. */
    public void remove(Label label) {
        changed |= blocks.remove(label) != null;
    }

    /** Lets {@code by} stand wherever {@code variable} is used, once the function is built. */
    public void replace(Variable variable, Value by) {
        substitution.put(variable, by);
        changed = true;
    }

    /** Returns what stands for a value. */
    public Value resolve(Value value) {
        return substitution.apply(value);
    }

    /** Returns the values that stand for others so far. */
    public Substitution substitution() {
        return substitution;
    }

    /** Returns the function as it is now; the original itself if nothing was changed. */
    public Function build() {
        if (!changed) {
            return original;
        }
        List<Block> built = new ArrayList<>(blocks.size());
        for (Block block : blocks.values()) {
            built.add(substitution.apply(block));
        }
        return original.withBlocks(built);
    }
}
