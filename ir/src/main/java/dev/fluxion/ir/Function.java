package dev.fluxion.ir;

import dev.fluxion.ir.type.Type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A function in SSA form with block arguments. The first block is the entry; its parameters are the function's; no edge
 * leads to it.
 *
 * @param name unique within its program
 * @param resultTypes computational types of the results, none for void, several where Java has no counterpart
 * @param blocks in any order but for the entry, which is first
 */
public record Function(String name, List<Type> resultTypes, List<Block> blocks) {

    /** Copies the lists in. */
    public Function {
        resultTypes = List.copyOf(resultTypes);
        blocks = List.copyOf(blocks);
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("function " + name + " has no blocks");
        }
    }

    /** Returns the block where execution starts. */
    public Block entry() {
        return blocks.getFirst();
    }

    /** Returns the function's parameters. */
    public List<Variable> parameters() {
        return entry().parameters();
    }

    /** Returns the types of the parameters. */
    public List<Type> parameterTypes() {
        List<Type> types = new ArrayList<>();
        for (Variable parameter : parameters()) {
            types.add(parameter.type());
        }
        return List.copyOf(types);
    }

    /** Returns the blocks by label. */
    public Map<Label, Block> blocksByLabel() {
        Map<Label, Block> map = HashMap.newHashMap(blocks.size());
        for (Block block : blocks) {
            map.put(block.label(), block);
        }
        return map;
    }

    /** Returns this function under another name. */
    public Function withName(String other) {
        return new Function(other, resultTypes, blocks);
    }

    /** Returns this function with other blocks. */
    public Function withBlocks(List<Block> others) {
        return new Function(name, resultTypes, others);
    }
}
