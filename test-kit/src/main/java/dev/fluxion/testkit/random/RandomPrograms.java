package dev.fluxion.testkit.random;

import dev.fluxion.testkit.source.Node;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Makes random Java programs to differentiate. Each seed stands for one program, which has some of the features and
 * statements that are allowed.
 *
 * <pre>{@code
 * RandomProgram program = RandomPrograms.make(42, Settings.ALL);
 * program.source();                  // public final class Random42 { ... public static double f(double[] x) ... }
 * }</pre>
 *
 * <p>The programs compile, end, and have no infinite values; they may throw. They are continuous almost everywhere only
 * along the path taken: there are branches and casts to int that depend on the numbers.
 */
public final class RandomPrograms {

    private RandomPrograms() {}

    /** Makes the program of a seed, which is not negative. */
    public static RandomProgram make(long seed, Settings settings) {
        if (seed < 0) {
            throw new IllegalArgumentException("seed " + seed);
        }
        Dice dice = new Dice(seed);
        Set<Feature> some = EnumSet.noneOf(Feature.class);
        int percent = dice.between(15, 95);
        for (Feature feature : Feature.values()) {
            if (dice.chance(percent) && settings.features().contains(feature)) {
                some.add(feature);
            }
        }
        List<Node> members = new ProgramMaker(dice, settings.with(some)).make();
        return new RandomProgram("Random" + seed, Node.file("", members));
    }
}
