package dev.fluxion.testkit.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Several ways to go on, with weights. */
final class Choice<T> {

    private final Dice dice;
    private final List<Supplier<? extends T>> ways = new ArrayList<>();
    private final List<Integer> weights = new ArrayList<>();
    private int total;

    Choice(Dice dice) {
        this.dice = dice;
    }

    /** Adds a way. */
    Choice<T> or(int weight, Supplier<? extends T> way) {
        ways.add(way);
        weights.add(weight);
        total += weight;
        return this;
    }

    /** Adds a way if it is open. */
    Choice<T> orIf(boolean open, int weight, Supplier<? extends T> way) {
        return open ? or(weight, way) : this;
    }

    /** Goes one of the ways. */
    T take() {
        int at = dice.below(total);
        int way = 0;
        while (at >= weights.get(way)) {
            at -= weights.get(way);
            way++;
        }
        return ways.get(way).get();
    }
}
