package dev.fluxion.transform;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.verify.Verifier;

import java.util.List;

/**
 * Passes that run one after the other, the whole list again and again until nothing changes or the fuel is used up.
 * With {@code -Dfluxion.verify=true} the function is verified after each.
 *
 * @param name for listings and messages
 * @param fuel how many times the list is run at most; one for a list that is simply run
 * @param passes in order; pipelines may be among them
 */
@SuppressWarnings("ReferenceEquality") // the very same function is no change
public record Pipeline(String name, int fuel, List<Pass> passes) implements Pass {

    private static final boolean VERIFY = Boolean.getBoolean("fluxion.verify");

    /** Copies the list in. */
    public Pipeline {
        passes = List.copyOf(passes);
    }

    /** Returns a pipeline that runs the passes once. */
    public static Pipeline of(String name, Pass... passes) {
        return new Pipeline(name, 1, List.of(passes));
    }

    /**
     * Returns a pipeline that repeats the passes until they leave the function as it is, at most {@code fuel} times.
     */
    public static Pipeline repeated(String name, int fuel, Pass... passes) {
        return new Pipeline(name, fuel, List.of(passes));
    }

    @Override
    public Function apply(Function function) {
        Function current = function;
        for (int round = 0; round < fuel; round++) {
            Function before = current;
            for (Pass pass : passes) {
                current = pass.apply(current);
                if (VERIFY) {
                    Verifier.check(current);
                }
            }
            if (current == before) {
                break;
            }
        }
        return current;
    }
}
