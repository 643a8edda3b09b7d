package dev.fluxion.transform.adjoint;

import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.Op;
import dev.fluxion.transform.Target;
import dev.fluxion.transform.activity.Activity;
import dev.fluxion.transform.activity.Callee;
import dev.fluxion.transform.dispatch.CallChecks;
import dev.fluxion.transform.dispatch.DynamicSite;
import dev.fluxion.transform.program.Session;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The calls of one function that are differentiated in split form. */
final class Calls {

    /** Serves the pair of augmented primal and reverse for a function. */
    interface Requests {
        /** Returns the shape of the pair, which will exist in the program in the end. */
        CallShape pair(Callee callee);
    }

    private final Activity activity;
    private final Session session;
    private final Requests requests;

    Calls(Activity activity, Session session, Requests requests) {
        this.activity = activity;
        this.session = session;
        this.requests = requests;
    }

    /** Returns the shape of an active call that is made in split form, or null. */
    @Nullable CallShape shape(Statement statement) {
        Callee callee = Callee.of(statement, activity, session);
        return callee == null ? null : requests.pair(callee);
    }

    /** Returns whether both functions of a pair take the table of shadows. */
    boolean takesShadows() {
        return session.usesShadows();
    }

    /** Returns whether the reverse may be run more than once, by code that is compiled elsewhere. */
    boolean isPart() {
        return session.isPart() && session.usesShadows();
    }

    /** Returns the rule of an active call, or null. */
    Target.@Nullable Rule rule(Statement statement) {
        return statement.op() instanceof Op.Invoke invoke
                        && activity.hasActiveResult(statement)
                        && session.target(invoke) instanceof Target.Rule rule
                ? rule
                : null;
    }

    /** Returns the site of an active call whose code is found when it runs, or null. */
    @Nullable DynamicSite site(Statement statement) {
        return session.site(statement, activity);
    }

    /** Returns checks to be made before an operation, see {@link CallChecks}. */
    List<Op> checks(Op op, Value table) {
        return CallChecks.of(op, activity, session, table);
    }
}
