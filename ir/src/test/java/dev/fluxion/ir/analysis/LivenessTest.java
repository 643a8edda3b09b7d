package dev.fluxion.ir.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Against the definition: some path leads to a use without passing the definition. */
final class LivenessTest {

    @TestFactory
    Stream<DynamicTest> agreesWithPaths() {
        return Seeds.groups(
                20,
                seed -> {
                    Random random = new Random(seed);
                    Function function = RandomFunctions.withVariables(random, RandomFunctions.graph(random));
                    Cfg cfg = Cfg.of(function);
                    Liveness liveness = Liveness.of(cfg);
                    for (Block block : cfg.blocks()) {
                        for (Statement statement : block.statements()) {
                            for (Block other : cfg.blocks()) {
                                check(cfg, liveness, statement.result(), other.label());
                            }
                        }
                    }
                });
    }

    private static void check(Cfg cfg, Liveness liveness, Variable variable, Label block) {
        boolean in = isNeededFrom(cfg, variable, block);
        boolean out = false;
        for (Label next : cfg.successors(block)) {
            out |= isNeededFrom(cfg, variable, next);
        }
        for (Handler handler : cfg.block(block).handlers()) {
            out |= handler.arguments().contains(variable);
        }
        assertThat(liveness.isLiveIn(variable, block)).as("%s into %s", variable, block).isEqualTo(in);
        assertThat(liveness.isLiveOut(variable, block)).as("%s out of %s", variable, block).isEqualTo(out);
        assertThat(liveness.liveIn(block).contains(variable)).isEqualTo(in);
        assertThat(liveness.liveOut(block).contains(variable)).isEqualTo(out);
    }

    private static boolean isNeededFrom(Cfg cfg, Variable variable, Label start) {
        Set<Label> seen = new HashSet<>(Set.of(start));
        Deque<Label> work = new ArrayDeque<>(seen);
        while (!work.isEmpty()) {
            Block block = cfg.block(work.remove());
            if (defines(block, variable)) {
                continue;
            }
            if (uses(block, variable)) {
                return true;
            }
            for (Label next : cfg.successors(block.label())) {
                if (seen.add(next)) {
                    work.add(next);
                }
            }
        }
        return false;
    }

    private static boolean defines(Block block, Value variable) {
        return block.statements().stream().anyMatch(statement -> statement.results().contains(variable));
    }

    private static boolean uses(Block block, Value variable) {
        return block.statements().stream().anyMatch(statement -> statement.op().operands().contains(variable))
                || block.terminator().operands().contains(variable)
                || block.handlers().stream().anyMatch(handler -> handler.arguments().contains(variable));
    }
}
