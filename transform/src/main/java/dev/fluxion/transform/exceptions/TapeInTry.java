package dev.fluxion.transform.exceptions;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.op.Op;
import dev.fluxion.transform.Library;
import dev.fluxion.transform.activity.Activity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Refuses a derivative that the code takes inside of {@code try} and whose record an exception may leave behind: what
 * is pushed and never popped has no reverse.
 */
public final class TapeInTry {

    private TapeInTry() {}

    /**
     * Checks a function.
     *
     * @throws NotDifferentiableException if the tape is used where an exception is caught and the function goes on
     */
    public static void check(Function function, Library library) {
        Set<Position> places = new LinkedHashSet<>();
        Set<Label> returning = new HashSet<>();
        for (Block block : function.blocks()) {
            if (block.handlers().isEmpty()) {
                continue;
            }
            if (returning.isEmpty()) {
                returning = returning(Cfg.of(function));
            }
            for (Statement statement : block.statements()) {
                if (usesTape(statement.op(), library) && goesOn(block, returning)) {
                    places.add(statement.position());
                }
            }
        }
        List<Diagnostic> refusals = new ArrayList<>();
        for (Position place : places) {
            refusals.add(
                    Diagnostic.of(
                            ErrorId.DERIVATIVE_IN_TRY,
                            "cannot differentiate a derivative that is taken inside of try",
                            place,
                            "an exception that is caught would leave its record half written",
                            "take the inner derivative outside of the try block"));
        }
        if (!refusals.isEmpty()) {
            throw new NotDifferentiableException(refusals);
        }
    }

    private static boolean usesTape(Op op, Library library) {
        return op instanceof Op.TapePush
                || op instanceof Op.TapePop
                || op instanceof Op.InvokeDynamic dynamic && Activity.isDispatch(dynamic)
                || op instanceof Op.Call call && library.usesTape(call.function());
    }

    private static boolean goesOn(Block block, Set<Label> returning) {
        for (Handler handler : block.handlers()) {
            if (returning.contains(handler.target())) {
                return true;
            }
        }
        return false;
    }

    /** Returns the blocks from which the function may return. */
    private static Set<Label> returning(Cfg cfg) {
        Deque<Label> pending = new ArrayDeque<>();
        for (Block block : cfg.blocks()) {
            if (block.terminator() instanceof Terminator.Return) {
                pending.add(block.label());
            }
        }
        Set<Label> returning = new HashSet<>();
        while (!pending.isEmpty()) {
            Label label = pending.removeLast();
            if (returning.add(label)) {
                pending.addAll(cfg.predecessors(label));
            }
        }
        return returning;
    }
}
