package dev.fluxion.transform.scalar;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.Variable;
import dev.fluxion.transform.MethodSource;
import dev.fluxion.transform.Pass;
import dev.fluxion.transform.simplify.DeadCode;
import dev.fluxion.transform.simplify.RedundantParameters;

import java.util.Set;

/**
 * Removes objects, boxes among them, that stay in the function: their fields become SSA values, through loops and joins
 * too, and their constructors and methods become part of the function.
 *
 * <pre>
 *     Vec sum = new Vec(0, 0);                             double x = 0, y = 0;
 *     for (...) { sum = sum.plus(new Vec(a, b)); }   =&gt;    for (...) { x = x + a; y = y + b; }
 *     return sum.x() * sum.y();                            return x * y;
 * </pre>
 *
 * <p>Whether an object stays is known only when the code of what it is handed to is at hand. So all are taken apart and
 * all is inlined on trial; what then escapes is left whole in the next trial, until no object of the rest escapes. Then
 * these dissolve, which may let others do so in the next round: those that their fields held.
 *
 * <p>Monitors of such objects go, and so do finalizers. A class whose first object would run a static initialiser gets
 * that run by the read of a static field. Running out of memory is no effect.
 */
public final class ScalarReplacement implements Pass {

    private static final int MOST_ROUNDS = 12;
    private static final int MOST_CALLS_DEEP = 16;

    private final Construction construction;
    private final Devirtualization devirtualization;
    private final Pass inlining;

    /**
     * Makes the pass.
     *
     * @param methods what calls stand for and what classes are
     * @param inlining puts the code of methods in the place of calls
     */
    public ScalarReplacement(MethodSource methods, Pass inlining) {
        this.construction = new Construction(methods);
        this.devirtualization = new Devirtualization(methods);
        this.inlining = inlining;
    }

    @Override
    public String name() {
        return "scalar-replacement";
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the very same function is no change
    public Function apply(Function function) {
        Function current = function;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Function next = round(current);
            if (next == current || Construction.hasGrown(next, function)) {
                break;
            }
            current = next;
        }
        return current;
    }

    private Function round(Function function) {
        Set<Variable> candidates = construction.candidates(function);
        if (candidates.isEmpty()) {
            return function;
        }
        Function whole = inlined(function);
        candidates = construction.candidates(whole);
        while (!candidates.isEmpty()) {
            Function apart = inlined(construction.apart(whole, candidates));
            Aliases aliases = Aliases.of(apart, construction::facts);
            Set<Variable> local = Escapes.local(apart, aliases);
            if (local.containsAll(candidates)) {
                // what the fields held is known now, so that more calls have known code
                return cleaned(Dissolving.apply(apart, aliases, local));
            }
            candidates.retainAll(local);
        }
        return function;
    }

    /** Inlines what is called on objects of known class, again and again. */
    private Function inlined(Function function) {
        Function start = cleaned(function);
        Function presumed = inlined(start, true);
        Aliases aliases = Aliases.of(presumed, construction::facts);
        return Presumption.isConfirmed(presumed, aliases) ? Presumption.removed(presumed) : inlined(start, false);
    }

    @SuppressWarnings("ReferenceEquality") // the very same function is no change
    private Function inlined(Function function, boolean presumes) {
        Function current = function;
        for (int depth = 0; depth < MOST_CALLS_DEEP; depth++) {
            Function exact = devirtualization.apply(current, Aliases.of(current, construction::facts), false);
            if (exact == current && presumes) {
                exact = devirtualization.apply(current, Aliases.presumed(current, construction::facts), true);
            }
            if (exact == current || Construction.hasGrown(current, function)) {
                break;
            }
            current = cleaned(exact);
        }
        return current;
    }

    private Function cleaned(Function function) {
        return new RedundantParameters().apply(new DeadCode().apply(inlining.apply(function)));
    }
}
