package dev.fluxion.ir.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.analysis.Paths.Point;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Against the definitions, by reachability. */
final class LoopsTest {

    @TestFactory
    Stream<DynamicTest> blocksAreThoseThatReachALatchWithoutTheHeader() {
        return Seeds.groups(
                20,
                seed -> {
                    Function function = RandomFunctions.graph(new Random(seed));
                    Cfg cfg = Cfg.of(function);
                    Dominators dominators = Dominators.of(cfg);
                    Loops loops = Loops.of(dominators);
                    Paths paths = new Paths(function);
                    int headers = 0;
                    for (Label header : cfg.reversePostorder()) {
                        Set<Label> latches = new HashSet<>();
                        for (Label source : cfg.predecessors(header)) {
                            if (dominators.dominates(header, source)) {
                                latches.add(source);
                            }
                        }
                        Loop loop = loops.headedBy(header);
                        assertThat(loop != null).isEqualTo(!latches.isEmpty());
                        if (loop == null) {
                            continue;
                        }
                        headers++;
                        assertThat(loop.latches()).containsExactlyInAnyOrderElementsOf(latches);
                        Set<Label> expected = new HashSet<>(Set.of(header));
                        for (Label block : cfg.reversePostorder()) {
                            for (Label latch : latches) {
                                if (paths.isReachable(top(block), top(latch), top(header))) {
                                    expected.add(block);
                                }
                            }
                        }
                        assertThat(loop.blocks()).containsExactlyInAnyOrderElementsOf(expected);
                        Set<Loop.Exit> exits = new HashSet<>();
                        for (Label block : expected) {
                            for (Label target : cfg.successors(block)) {
                                if (!expected.contains(target)) {
                                    exits.add(new Loop.Exit(block, target));
                                }
                            }
                        }
                        assertThat(loop.exits()).containsExactlyInAnyOrderElementsOf(exits);
                    }
                    assertThat(loops.all()).hasSize(headers);
                });
    }

    @TestFactory
    Stream<DynamicTest> nestingFollowsFromMembership() {
        return Seeds.groups(
                20,
                seed -> {
                    Cfg cfg = Cfg.of(RandomFunctions.graph(new Random(seed)));
                    Loops loops = Loops.of(Dominators.of(cfg));
                    for (Label block : cfg.reversePostorder()) {
                        long around = loops.all().stream().filter(loop -> loop.contains(block)).count();
                        assertThat(loops.depth(block)).isEqualTo((int) around);
                        Loop innermost = loops.innermost(block);
                        assertThat(innermost == null).isEqualTo(around == 0);
                        if (innermost != null) {
                            assertThat(innermost.contains(block)).isTrue();
                            assertThat(innermost.depth()).isEqualTo((int) around);
                        }
                    }
                    for (Loop loop : loops.all()) {
                        Loop parent = loop.parent();
                        if (parent == null) {
                            assertThat(loops.outermost()).contains(loop);
                            assertThat(loop.depth()).isEqualTo(1);
                        } else {
                            assertThat(parent.children()).containsOnlyOnce(loop);
                            assertThat(parent.contains(loop)).isTrue();
                            assertThat(parent.blocks()).containsAll(loop.blocks());
                        }
                    }
                });
    }

    /** A graph is reducible if removing the edges to dominators leaves no cycle. */
    @TestFactory
    Stream<DynamicTest> irreducibleCyclesAreReported() {
        return Seeds.groups(
                20,
                seed -> {
                    Cfg cfg = Cfg.of(RandomFunctions.graph(new Random(seed)));
                    Dominators dominators = Dominators.of(cfg);
                    Set<Label> left = new HashSet<>(cfg.reversePostorder());
                    boolean changed = true;
                    while (changed) {
                        changed =
                                left.removeIf(block ->
                                        cfg.predecessors(block).stream()
                                                .noneMatch(source ->
                                                        left.contains(source) && !dominators.dominates(block, source)));
                    }
                    Loops loops = Loops.of(dominators);
                    assertThat(loops.isReducible()).isEqualTo(left.isEmpty());
                    assertThat(left).containsAll(loops.irreducibleEdges().stream().map(Loops.Edge::to).toList());
                });
    }

    private static Point top(Label block) {
        return new Point(block, false);
    }
}
