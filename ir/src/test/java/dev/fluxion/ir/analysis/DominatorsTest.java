package dev.fluxion.ir.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.analysis.Paths.Point;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Against the definition: a dominates b if b cannot be reached without a. */
final class DominatorsTest {

    @TestFactory
    Stream<DynamicTest> agreeWithTheDefinition() {
        return Seeds.groups(
                20,
                seed -> {
                    Function function = RandomFunctions.graph(new Random(seed));
                    Cfg cfg = Cfg.of(function);
                    Dominators dominators = Dominators.of(cfg);
                    Paths paths = new Paths(function);
                    for (Label a : cfg.reversePostorder()) {
                        for (Label b : cfg.reversePostorder()) {
                            Point use = new Point(b, false);
                            assertThat(dominators.dominates(a, b))
                                    .as("%s dominates %s", a, b)
                                    .isEqualTo(!paths.isReachable(use, new Point(a, false)));
                            boolean completes = !paths.isReachable(use, new Point(a, true));
                            assertThat(dominators.completionDominates(a, b))
                                    .as("%s done before %s", a, b)
                                    .isEqualTo(completes);
                            if (!a.equals(b)) {
                                assertThat(dominators.dominates(new Place(a, 0), new Place(b, 0))).isEqualTo(completes);
                                assertThat(dominators.dominates(Place.parameters(a), new Place(b, 0)))
                                        .isEqualTo(dominators.dominates(a, b));
                            }
                        }
                    }
                });
    }

    @TestFactory
    Stream<DynamicTest> immediateDominatorIsTheClosest() {
        return Seeds.groups(
                10,
                seed -> {
                    Cfg cfg = Cfg.of(RandomFunctions.graph(new Random(seed)));
                    Dominators dominators = Dominators.of(cfg);
                    for (Label block : cfg.reversePostorder()) {
                        Label closest = dominators.immediateDominator(block);
                        List<Label> strict =
                                cfg.reversePostorder().stream()
                                        .filter(other -> !other.equals(block) && dominators.dominates(other, block))
                                        .toList();
                        if (closest == null) {
                            assertThat(strict).isEmpty();
                        } else {
                            assertThat(strict)
                                    .contains(closest)
                                    .allMatch(other -> dominators.dominates(other, closest));
                            assertThat(dominators.children(closest)).containsOnlyOnce(block);
                        }
                    }
                });
    }

    @TestFactory
    Stream<DynamicTest> withinABlockOrderDecides() {
        return Seeds.groups(
                1,
                seed -> {
                    Cfg cfg = Cfg.of(RandomFunctions.graph(new Random(seed)));
                    Dominators dominators = Dominators.of(cfg);
                    for (Label block : cfg.reversePostorder()) {
                        assertThat(dominators.dominates(new Place(block, 1), new Place(block, 2))).isTrue();
                        assertThat(dominators.dominates(new Place(block, 2), new Place(block, 2))).isFalse();
                        assertThat(dominators.dominates(Place.parameters(block), new Place(block, 0))).isTrue();
                    }
                });
    }
}
