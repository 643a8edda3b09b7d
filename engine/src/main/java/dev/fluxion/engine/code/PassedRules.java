package dev.fluxion.engine.code;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.engine.access.MemberTable;
import dev.fluxion.engine.access.MemberTable.Member;
import dev.fluxion.engine.rule.Rule;
import dev.fluxion.engine.rule.RuleMode;
import dev.fluxion.engine.rule.RuleTable;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.transform.Target;

import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a method whose own code cannot be differentiated, and which has a rule, but one that is of no
 * use for what is derived: its author would look in vain for what is wrong with it.
 */
final class PassedRules {

    private PassedRules() {}

    /**
     * Returns what stands for a method, with a reason that tells of its rule if it is refused in spite of one.
     *
     * @param mode which rules are of use
     * @param owner the class that the method is called on, or null if nobody knows it
     */
    static Target told(RuleTable rules, RuleMode mode, Target target, MethodRef method, @Nullable Class<?> owner) {
        if (!(target instanceof Target.Refused(Diagnostic reason)) || owner == null) {
            return target;
        }
        Member member = MemberTable.method(owner, method.name(), method.descriptor());
        if (member == null || new RuleChoice(rules, mode).of(owner, member, method) != null) {
            return target;
        }
        for (RuleMode other : new RuleMode[] {RuleMode.REVERSE, RuleMode.FORWARD}) {
            RuleChoice.Found found = new RuleChoice(rules, other).of(owner, member, method);
            if (found != null && found.rule() instanceof Rule.General rule) {
                return new Target.Refused(told(mode, reason, rule));
            }
        }
        return target;
    }

    private static Diagnostic told(RuleMode mode, Diagnostic reason, Rule.General rule) {
        String what =
                switch (mode) {
                    case REVERSE -> "reverse mode takes the method's own code, not its forward rule ";
                    case FORWARD -> "forward mode takes the method's own code, not its reverse rule ";
                    case PATTERN -> "a sparsity pattern is that of the method's own code, not of its rule ";
                };
        String remedy =
                switch (mode) {
                    case REVERSE -> "forward mode (jvp, pushforward), or a @Reverse rule beside it";
                    case FORWARD -> "reverse mode (gradient, pullback), or a @Forward rule beside it";
                    case PATTERN -> "a derivative without a pattern (jacobian, hessian)";
                };
        MethodRef code = rule.reverse() == null ? rule.forward() : rule.reverse().method();
        String name = code == null ? rule.source().getName() : code.display();
        return new Diagnostic(
                reason.id(),
                reason.what(),
                reason.where(),
                reason.why() + "; " + what + name + rule.origin(),
                reason.chain(),
                remedy);
    }
}
