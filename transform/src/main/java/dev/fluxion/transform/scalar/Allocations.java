package dev.fluxion.transform.scalar;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.op.Op;
import dev.fluxion.transform.ClassFacts;
import dev.fluxion.transform.MethodSource;
import dev.fluxion.transform.Pass;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Takes the making of objects apart that do not dissolve, so that a derivative can follow what their constructors do
 * with numbers: the object is made with zeroed fields, and then its constructor runs as an ordinary method.
 *
 * <p>Constructors that only move references stay as they are, and so do those whose code is not known to the end.
 */
public final class Allocations implements Pass {

    private static final int MOST_ROUNDS = 16;

    private final MethodSource methods;
    private final Construction construction;
    private final Constructors constructors;
    private final Pass inlining;

    /**
     * Makes the pass.
     *
     * @param methods what calls stand for and what classes are
     * @param inlining puts the code of methods in the place of calls
     */
    public Allocations(MethodSource methods, Pass inlining) {
        this.methods = methods;
        this.construction = new Construction(methods);
        this.constructors = new Constructors(methods);
        this.inlining = inlining;
    }

    @Override
    public String name() {
        return "allocations";
    }

    @Override
    public Function apply(Function function) {
        Function current = function;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Set<Variable> found = candidates(current);
            if (found.isEmpty()) {
                break;
            }
            Function apart = construction.apart(current, found);
            Function inlined = emptied(inlining.apply(apart));
            // what would grow without end, as constructors that make each other's objects do, is called instead
            current = Construction.hasGrown(inlined, function) ? emptied(apart) : inlined;
        }
        return current;
    }

    private Function emptied(Function function) {
        return new Devirtualization(methods)
                .apply(function, Aliases.of(Cfg.withoutUnreachableBlocks(function), construction::facts), false);
    }

    private Set<Variable> candidates(Function function) {
        Set<Variable> found = new LinkedHashSet<>();
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                if (statement.op() instanceof Op.New made && isOpen(made)) {
                    found.add(statement.result());
                }
            }
        }
        return found;
    }

    private boolean isOpen(Op.New made) {
        if (!made.constructor().name().equals("<init>")) {
            return false;
        }
        ClassFacts facts = methods.facts(made.constructor().owner());
        return facts != null
                && facts.isAllocatable()
                && constructors.isLifted(made.constructor())
                && constructors.mayTouchNumbers(made.constructor());
    }
}
