package dev.fluxion.testkit;

import dev.fluxion.testkit.check.Campaign;
import dev.fluxion.testkit.check.Tally;
import dev.fluxion.testkit.random.Feature;
import dev.fluxion.testkit.random.Settings;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.PrintStream;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;

/** Checks the gradients of any number of random programs. */
@Command(
        name = "test-kit/run",
        description = "Checks the gradients of random programs; prints those that are wrong as tests to keep.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Features: ALL, or some of",
            "  FLOATS LOOPS BREAKS SWITCHES CALLS RECURSION ALIASES EFFECTS MATRICES COPIES STATICS OBJECTS",
            "  OBJECT_ARRAYS RECORDS DISPATCH ENUMS INNER LAMBDAS BOXES EXCEPTIONS JVM_EXCEPTIONS PATTERNS TEXT LOCKS",
            "",
            "Exit codes: 0 all is right, 1 something is wrong, 2 wrong arguments."
        })
public final class Run implements Callable<Integer> {

    @Option(names = "--count", description = "How many programs (default: ${DEFAULT-VALUE}).")
    private long count = 1000;

    @Option(names = "--seed", description = "The first seed (default: taken from the clock).")
    private long seed = System.currentTimeMillis();

    @Option(names = "--features", split = ",", description = "What the programs may use (default: everything).")
    private Set<String> features = Set.of("ALL");

    @Option(names = "--size", description = "Statements of the largest programs (default: ${DEFAULT-VALUE}).")
    private int size = 20;

    @Option(names = "--threads", description = "Programs checked at once (default: ${DEFAULT-VALUE}).")
    private int threads = Math.min(2, Runtime.getRuntime().availableProcessors());

    @Option(names = "--strict", description = "A refusal is wrong, too.")
    private boolean strict;

    @Option(names = "--shrink", description = "How many smaller programs to try for each (default: ${DEFAULT-VALUE}).")
    private int attempts = 2000;

    /** Runs the command and exits with its code. */
    public static void main(String... args) {
        System.exit(new CommandLine(new Run()).execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintStream out = System.out;
        out.println(
                "test-kit/run --seed "
                        + seed
                        + " --count "
                        + count
                        + " --size "
                        + size
                        + " --features "
                        + String.join(",", features));
        Campaign campaign = new Campaign(new Settings(chosen(), size), Stages.check(strict), attempts);
        Tally tally =
                campaign.run(
                        seed,
                        count,
                        threads,
                        found -> out.println("seed " + found.seed() + "\n" + found.finding() + "\n" + found.source()));
        out.print(tally);
        return tally.cases().isEmpty() ? 0 : 1;
    }

    private Set<Feature> chosen() {
        Set<Feature> chosen = EnumSet.noneOf(Feature.class);
        for (String name : features) {
            if (name.equals("ALL")) {
                return EnumSet.allOf(Feature.class);
            }
            chosen.add(Feature.valueOf(name));
        }
        return chosen;
    }
}
