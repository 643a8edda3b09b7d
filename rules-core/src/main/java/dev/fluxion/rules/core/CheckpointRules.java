package dev.fluxion.rules.core;

import dev.fluxion.Fluxion;
import dev.fluxion.control.CheckpointedLoop;
import dev.fluxion.control.Condition;
import dev.fluxion.control.Step;
import dev.fluxion.rule.Reverse;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.ValueAndPullbackInPlace;

import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/** What is computed again instead of remembered. */
@Rules(of = Fluxion.class)
final class CheckpointRules {

    private CheckpointRules() {}

    @Reverse(of = "checkpointed")
    static ValueAndPullbackInPlace<Double> checkpointed(DoubleUnaryOperator f, double x) {
        return ValueAndPullbackInPlace.of(
                f.applyAsDouble(x), (bar, adjoints) -> adjoints.addToArgument(1, adjoints.pullback(f, x, bar)));
    }

    @Reverse(of = "checkpointed")
    static ValueAndPullbackInPlace<Object> checkpointed(Function<Object, Object> f, Object x) {
        return ValueAndPullbackInPlace.of(f.apply(x), (value, adjoints) -> adjoints.pullbackInMemory(f, x, value));
    }

    @Reverse(of = "checkpointed")
    static ValueAndPullbackInPlace<double[]> checkpointed(int steps, int states, Step step, double[] state) {
        CheckpointedLoop loop = CheckpointedLoop.run(steps, states, step, state);
        return ValueAndPullbackInPlace.of(
                loop.value(), (bar, adjoints) -> adjoints.add(state, loop.pullback(bar, adjoints)));
    }

    @Reverse(of = "checkpointed")
    static ValueAndPullbackInPlace<double[]> checkpointed(Condition goesOn, int states, Step step, double[] state) {
        CheckpointedLoop loop = CheckpointedLoop.run(goesOn, states, step, state);
        return ValueAndPullbackInPlace.of(
                loop.value(), (bar, adjoints) -> adjoints.add(state, loop.pullback(bar, adjoints)));
    }
}
