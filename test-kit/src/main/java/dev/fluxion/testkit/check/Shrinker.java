package dev.fluxion.testkit.check;

import dev.fluxion.testkit.check.ProgramCompiler.DoesNotCompile;
import dev.fluxion.testkit.random.RandomProgram;

import java.util.function.Predicate;

/** Makes a program smaller for as long as it shows what is looked for. */
public final class Shrinker {

    private final ProgramCompiler compiler;
    private final int attempts;

    /**
     * Makes a shrinker.
     *
     * @param attempts how many smaller programs it may try
     */
    public Shrinker(ProgramCompiler compiler, int attempts) {
        this.compiler = compiler;
        this.attempts = attempts;
    }

    /** Returns a smaller program that still shows it, or the same. */
    public RandomProgram shrink(RandomProgram program, Predicate<Class<?>> shows) {
        RandomProgram smallest = program;
        int left = attempts;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (RandomProgram candidate : smallest.smaller()) {
                if (left-- <= 0) {
                    return smallest;
                }
                if (shows(candidate, shows)) {
                    smallest = candidate;
                    changed = true;
                    break;
                }
            }
        }
        return smallest;
    }

    private boolean shows(RandomProgram candidate, Predicate<Class<?>> shows) {
        try {
            return shows.test(compiler.load(candidate));
        } catch (DoesNotCompile | IllegalArgumentException | IllegalStateException | StackOverflowError noProgram) {
            return false;
        }
    }
}
