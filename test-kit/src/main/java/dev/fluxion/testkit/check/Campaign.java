package dev.fluxion.testkit.check;

import dev.fluxion.testkit.check.ProgramCompiler.DoesNotCompile;
import dev.fluxion.testkit.random.RandomProgram;
import dev.fluxion.testkit.random.RandomPrograms;
import dev.fluxion.testkit.random.Settings;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Checks the programs of many seeds, and makes those with findings smaller.
 *
 * <pre>{@code
 * Tally tally = new Campaign(Settings.ALL, check, 1000).run(0, 300, 2, found -> print(found.source()));
 * }</pre>
 */
public final class Campaign {

    /** Programs compiled at once: to start the compiler takes longer than to compile one. */
    private static final int BATCH = 25;

    private final Settings settings;
    private final ProgramCheck check;
    private final int attempts;
    private final ProgramCompiler compiler = new ProgramCompiler();

    /**
     * Makes a campaign.
     *
     * @param settings what the programs look like
     * @param check what is checked
     * @param attempts how many smaller programs may be tried for one with a finding; 0 to keep it as it is
     */
    public Campaign(Settings settings, ProgramCheck check, int attempts) {
        this.settings = settings;
        this.check = check;
        this.attempts = attempts;
    }

    /**
     * Checks so many programs, from a seed on.
     *
     * @param found is told each program with a finding when it is found, by any thread
     */
    public Tally run(long firstSeed, long count, int threads, Consumer<Tally.Case> found) throws InterruptedException {
        Tally tally = new Tally();
        AtomicLong next = new AtomicLong(firstSeed);
        List<Throwable> failures = new ArrayList<>();
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            // deep recursion of random programs and of what interprets them
            Runnable work = () -> work(next, firstSeed + count, tally, found);
            Thread thread = new Thread(null, work, "random programs " + i, 16L << 20);
            thread.setUncaughtExceptionHandler((failed, failure) -> {
                synchronized (failures) {
                    failures.add(failure);
                }
            });
            thread.start();
            running.add(thread);
        }
        for (Thread thread : running) {
            thread.join();
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException("the check itself failed", failures.getFirst());
        }
        return tally;
    }

    private void work(AtomicLong next, long end, Tally tally, Consumer<Tally.Case> found) {
        for (long from = next.getAndAdd(BATCH); from < end; from = next.getAndAdd(BATCH)) {
            List<RandomProgram> programs = new ArrayList<>();
            for (long seed = from; seed < Math.min(end, from + BATCH); seed++) {
                programs.add(RandomPrograms.make(seed, settings));
            }
            List<Class<?>> classes;
            try {
                classes = compiler.load(programs);
            } catch (DoesNotCompile wrong) {
                throw new IllegalStateException("the programs from seed " + from + " on: " + wrong.getMessage(), wrong);
            }
            for (int i = 0; i < classes.size(); i++) {
                check(from + i, programs.get(i), classes.get(i), tally, found);
            }
        }
    }

    private void check(long seed, RandomProgram program, Class<?> type, Tally tally, Consumer<Tally.Case> found) {
        Outcome outcome = check.check(type);
        tally.add(outcome);
        if (!outcome.findings().isEmpty()) {
            Finding finding = outcome.findings().getFirst();
            RandomProgram smaller =
                    new Shrinker(compiler, attempts)
                            .shrink(program, candidate -> check.check(candidate).has(finding.kind()));
            Tally.Case kept = new Tally.Case(seed, finding, TestSource.of(seed, smaller, finding));
            tally.add(kept);
            found.accept(kept);
        }
    }
}
