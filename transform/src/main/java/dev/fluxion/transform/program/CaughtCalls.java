package dev.fluxion.transform.program;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.activity.Activity;
import dev.fluxion.transform.activity.Callee;
import dev.fluxion.transform.dispatch.CaughtSites;
import dev.fluxion.transform.dispatch.DynamicSite;
import dev.fluxion.transform.exceptions.Attempt;
import dev.fluxion.transform.primal.PrimalShape;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Active calls whose exceptions are caught. What such a call did before it threw has to be reversed too, so it becomes
 * a call of the variant that returns its exception. Where the exception lands, the same call is written down once more:
 * as if the oracle had known the outcome and each way made the call itself. So each way has its own reverse of it. The
 * forward sweep makes the call once.
 *
 * <pre>
 *     ^risky:    %y = call @g(%x)                ^risky:    %y, %ex = call @g$caught(%x)
 *     ^landing:  %e = caught              =&gt;    ^landing:  %y2, %e = call @g$caught(%x)
 * </pre>
 */
final class CaughtCalls {

    private CaughtCalls() {}

    /** Writes a function's active calls in that way, as far as it goes on after their exceptions. */
    static Function apply(Function function, Activity activity, Session session) {
        List<Attempt> attempts = Attempt.of(function);
        if (attempts.isEmpty()) {
            return function;
        }
        PrimalShape shape = new PrimalShape(function);
        Draft draft = new Draft(function);
        for (Attempt attempt : attempts) {
            Block risky = draft.block(attempt.risky().target());
            if (risky.statements().isEmpty() || !isCaught(attempt, shape)) {
                continue;
            }
            Statement call = risky.statements().getFirst();
            String variant = variant(call, activity, session);
            if (variant == null) {
                continue;
            }
            draft.put(risky.withStatements(List.of(call(call, call.results(), variant, draft))));
            for (Attempt.Way way : attempt.ways()) {
                Block landing = draft.block(way.landing().target());
                Statement caught = landing.statements().getFirst();
                List<Variable> results = new ArrayList<>();
                for (Variable result : call.results()) {
                    results.add(draft.newVariable(result));
                }
                results.add(caught.result());
                List<Statement> statements = new ArrayList<>(landing.statements());
                statements.set(0, new Statement(results, callOf(call, variant), call.position()));
                draft.put(landing.withStatements(statements));
            }
        }
        return draft.build();
    }

    /** Returns the name of what an active call is to run that gives its exception back; null if it is no such call. */
    private static @Nullable String variant(Statement call, Activity activity, Session session) {
        Callee callee = Callee.of(call, activity, session);
        if (callee != null) {
            return session.caught(callee.function()).name();
        }
        DynamicSite site = call.op() instanceof Op.Invoke ? session.site(call, activity) : null;
        if (site == null) {
            return null;
        }
        Function chosen = CaughtSites.of(site, call.position());
        session.add(chosen);
        return chosen.name();
    }

    /** Returns whether the function may still return after an exception of an attempt. */
    private static boolean isCaught(Attempt attempt, PrimalShape shape) {
        for (Attempt.Way way : attempt.ways()) {
            if (shape.mayReturn(way.landing().target())) {
                return true;
            }
        }
        return false;
    }

    private static Statement call(Statement call, List<Variable> results, String variant, Draft draft) {
        List<Variable> all = new ArrayList<>(results);
        all.add(draft.newVariable(ClassType.THROWABLE, "exception"));
        return new Statement(all, callOf(call, variant), call.position());
    }

    private static Op callOf(Statement call, String variant) {
        return new Op.Call(variant, call.op().operands());
    }
}
