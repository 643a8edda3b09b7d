package dev.fluxion.ir.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

final class CfgTest {

    @TestFactory
    Stream<DynamicTest> holdsExactlyTheReachableBlocksAndTheirEdges() {
        return Seeds.groups(
                10,
                seed -> {
                    Function function = RandomFunctions.graph(new Random(seed));
                    Cfg cfg = Cfg.of(function);
                    Paths paths = new Paths(function);
                    for (Block block : function.blocks()) {
                        assertThat(cfg.isReachable(block.label())).isEqualTo(paths.isReachable(block.label()));
                    }
                    assertThat(cfg.reversePostorder().getFirst()).isEqualTo(function.entry().label());
                    for (Block block : cfg.blocks()) {
                        List<Label> targets = new ArrayList<>();
                        block.terminator().successors().forEach(edge -> targets.add(edge.target()));
                        block.handlers().forEach(handler -> targets.add(handler.target()));
                        assertThat(cfg.successors(block.label()))
                                .containsExactlyElementsOf(targets.stream().distinct().toList());
                        for (Label target : targets) {
                            assertThat(cfg.predecessors(target)).containsOnlyOnce(block.label());
                        }
                    }
                    int edges = cfg.reversePostorder().stream().mapToInt(l -> cfg.successors(l).size()).sum();
                    int back = cfg.reversePostorder().stream().mapToInt(l -> cfg.predecessors(l).size()).sum();
                    assertThat(back).isEqualTo(edges);
                });
    }

    @TestFactory
    Stream<DynamicTest> reversePostorderRespectsDominance() {
        return Seeds.groups(
                5,
                seed -> {
                    Cfg cfg = Cfg.of(RandomFunctions.graph(new Random(seed)));
                    Dominators dominators = Dominators.of(cfg);
                    for (Label label : cfg.reversePostorder()) {
                        Label above = dominators.immediateDominator(label);
                        if (above != null) {
                            assertThat(cfg.index(above)).isLessThan(cfg.index(label));
                        }
                    }
                });
    }

    @Test
    void removesUnreachableBlocksAndKeepsTheOrderOfOthers() {
        Function function = function(jump(0, 3), jump(1, 2), jump(2, 1), jump(3, 4), leave(4));
        Function cut = Cfg.withoutUnreachableBlocks(function);
        assertThat(cut.blocks()).extracting(block -> block.label().id()).containsExactly(0, 3, 4);
        assertThat(Cfg.withoutUnreachableBlocks(cut)).isSameAs(cut);
    }

    @Test
    void deepGraphsDoNotOverflowTheStack() {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            blocks.add(jump(i, i + 1));
        }
        blocks.add(leave(100_000));
        Cfg cfg = Cfg.of(new Function("deep", List.of(), blocks));
        assertThat(cfg.size()).isEqualTo(100_001);
        assertThat(Dominators.of(cfg).dominates(new Label(5, ""), new Label(99_999, ""))).isTrue();
    }

    @Test
    void anEdgeToNowhereIsAnError() {
        assertThatThrownBy(() -> Cfg.of(function(jump(0, 9)))).hasMessage("an edge leads to ^9, which does not exist");
    }

    private static Function function(Block... blocks) {
        return new Function("f", List.of(), List.of(blocks));
    }

    private static Block jump(int from, int to) {
        return block(from, new Terminator.Jump(new Successor(new Label(to, ""), List.of())));
    }

    private static Block leave(int id) {
        return block(id, new Terminator.Return(List.of()));
    }

    private static Block block(int id, Terminator end) {
        return new Block(new Label(id, ""), List.of(), List.of(), end, Position.NONE, List.of());
    }
}
