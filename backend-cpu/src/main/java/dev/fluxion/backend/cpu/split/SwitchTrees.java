package dev.fluxion.backend.cpu.split;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.analysis.Dominators;

import java.util.ArrayList;
import java.util.List;

/**
 * Groups the arms of large switches below blocks of their own, so that a region can begin above several arms.
 *
 * <pre>{@code
 * ^s: switch %k [0: ^a, 1: ^b, 2: ^c] else ^d    =>    ^s: switch %k [0: ^g, 1: ^g, 2: ^c] else ^d
 *                                                      ^g: switch %k [1: ^b] else ^a
 * }</pre>
 */
final class SwitchTrees {
    private final Function function;
    private final Dominators dominators;
    private final int limit;
    private final List<Block> blocks = new ArrayList<>();
    private int nextLabel;

    private SwitchTrees(Function function, int limit) {
        this.function = function;
        this.dominators = Dominators.of(Cfg.of(function));
        this.limit = limit;
        for (Block block : function.blocks()) {
            nextLabel = Math.max(nextLabel, block.label().id() + 1);
        }
    }

    /** Groups arms until a group has about {@code limit} bytes. Precondition: each block can be reached. */
    static Function group(Function function, int limit) {
        for (Block block : function.blocks()) {
            if (block.terminator() instanceof Terminator.Switch) {
                return new SwitchTrees(function, limit).apply();
            }
        }
        return function;
    }

    private Function apply() {
        int[] below = SizeEstimate.below(dominators);
        for (Block block : function.blocks()) {
            if (block.terminator() instanceof Terminator.Switch choice
                    && below[dominators.cfg().index(block.label())] > limit) {
                regroup(block, choice, below);
            } else {
                blocks.add(block);
            }
        }
        return function.withBlocks(blocks);
    }

    private void regroup(Block block, Terminator.Switch choice, int[] below) {
        List<Terminator.Case> above = new ArrayList<>();
        List<Block> groups = new ArrayList<>();
        List<Terminator.Case> group = new ArrayList<>();
        int size = 0;
        for (Terminator.Case arm : choice.cases()) {
            int more = size(block.label(), arm.target(), below);
            if (size + more > limit && !group.isEmpty()) {
                close(block, choice, group, above, groups);
                group = new ArrayList<>();
                size = 0;
            }
            group.add(arm);
            size += more;
        }
        close(block, choice, group, above, groups);
        blocks.add(block.withTerminator(new Terminator.Switch(choice.selector(), above, choice.otherwise())));
        blocks.addAll(groups);
    }

    /** Returns how long the code is that only this arm leads to. */
    private int size(Label from, Successor arm, int[] below) {
        boolean isOnlyWay = from.equals(dominators.immediateDominator(arm.target()));
        return isOnlyWay ? below[dominators.cfg().index(arm.target())] : 0;
    }

    private void close(
            Block block,
            Terminator.Switch choice,
            List<Terminator.Case> group,
            List<Terminator.Case> above,
            List<Block> groups) {
        if (group.size() < 2) {
            above.addAll(group);
            return;
        }
        Label label = new Label(nextLabel++, "group");
        for (Terminator.Case arm : group) {
            above.add(new Terminator.Case(arm.key(), new Successor(label, List.of())));
        }
        Terminator end =
                new Terminator.Switch(
                        choice.selector(), List.copyOf(group.subList(1, group.size())), group.getFirst().target());
        groups.add(new Block(label, List.of(), List.of(), end, block.position(), block.handlers()));
    }
}
