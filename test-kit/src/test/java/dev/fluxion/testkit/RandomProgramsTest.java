package dev.fluxion.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.testkit.check.Campaign;
import dev.fluxion.testkit.check.ProgramCompiler;
import dev.fluxion.testkit.check.ProgramCompiler.DoesNotCompile;
import dev.fluxion.testkit.check.Shrinker;
import dev.fluxion.testkit.check.Tally;
import dev.fluxion.testkit.random.Feature;
import dev.fluxion.testkit.random.RandomProgram;
import dev.fluxion.testkit.random.RandomPrograms;
import dev.fluxion.testkit.random.Settings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

import java.util.EnumSet;
import java.util.Set;

/**
 * Gradients of programs that nobody has seen before, and of every fourth all other modes: the seeds are taken from the
 * clock. A failure prints its seeds, which {@code -Dfluxion.random.seed} repeats, and the smallest program that shows
 * it.
 */
class RandomProgramsTest {

    private static final Set<Feature> NEVER_REFUSED =
            EnumSet.of(
                    Feature.LOOPS, Feature.BREAKS, Feature.SWITCHES, Feature.CALLS, Feature.RECURSION, Feature.EFFECTS);

    private static final long SEED = Long.getLong("fluxion.random.seed", System.currentTimeMillis());

    /**
     * What may be refused of a program that has a gradient, and of one program in a run at most: the second derivative
     * of a program that hardly fits a class file itself.
     */
    private static final Set<String> REFUSED_MODES = Set.of("Hessian FX-0121");

    @Test
    void gradientsOfRandomProgramsAreRight(TestReporter reporter) throws InterruptedException {
        Tally tally = run(Settings.ALL, false, Integer.getInteger("fluxion.random.count", 250), reporter);
        assertThat(tally.cases()).isEmpty();
        assertThat(tally.unknown()).as("programs that the oracle does not understand").isEmpty();
        assertThat(tally.inAllModes()).isGreaterThan(tally.programs() / 8);
        assertThat(REFUSED_MODES).containsAll(tally.refusedModes().keySet());
        assertThat(tally.refusedModes().values()).allSatisfy(count -> assertThat(count).isEqualTo(1));
    }

    @Test
    void somePartsOfTheLanguageAreNeverRefused(TestReporter reporter) throws InterruptedException {
        Tally tally = run(Settings.ALL.with(NEVER_REFUSED), true, 60, reporter);
        assertThat(tally.cases()).isEmpty();
        assertThat(tally.inAllModes()).isPositive();
        assertThat(tally.refusedModes()).isEmpty();
    }

    private static Tally run(Settings settings, boolean isStrict, int count, TestReporter reporter)
            throws InterruptedException {
        Tally tally = new Campaign(settings, Stages.check(isStrict, 4), 200).run(SEED, count, 2, found -> {});
        reporter.publishEntry("-Dfluxion.random.seed=" + SEED, tally.toString());
        return tally;
    }

    @Test
    void aSeedAlwaysMakesTheSameProgram() {
        assertThat(RandomPrograms.make(7, Settings.ALL).source())
                .isEqualTo(RandomPrograms.make(7, Settings.ALL).source())
                .isNotEqualTo(RandomPrograms.make(8, Settings.ALL).source());
    }

    @Test
    void programsAreMadeSmallerForAsLongAsTheyShowWhatIsLookedFor() throws DoesNotCompile {
        ProgramCompiler compiler = new ProgramCompiler();
        long seed = 0;
        while (!dependsOnItsArgument(compiler.load(RandomPrograms.make(seed, Settings.ALL)))) {
            seed++;
        }
        RandomProgram program = RandomPrograms.make(seed, Settings.ALL);
        RandomProgram smaller = new Shrinker(compiler, 5000).shrink(program, RandomProgramsTest::dependsOnItsArgument);
        assertThat(dependsOnItsArgument(compiler.load(smaller))).isTrue();
        assertThat(smaller.body("").lines().map(String::strip).filter(line -> !line.isEmpty()))
                .as("a method of one or two lines")
                .hasSizeLessThan(8);
    }

    private static boolean dependsOnItsArgument(Class<?> program) {
        return call(program, 0.5) != call(program, 0.75);
    }

    private static double call(Class<?> program, double first) {
        try {
            return (double) program.getMethod("f", double[].class).invoke(null, (Object) new double[] {first, 1, 1, 1});
        } catch (ReflectiveOperationException thrown) {
            return 0;
        }
    }
}
