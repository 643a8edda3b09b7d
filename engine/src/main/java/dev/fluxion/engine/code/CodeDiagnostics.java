package dev.fluxion.engine.code;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.engine.access.Host;
import dev.fluxion.engine.access.Passage;
import dev.fluxion.engine.rule.Rule;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.symbol.MethodRef;

import java.util.List;

/** The texts for methods that cannot be looked into, and for code that may not run beside the host. */
final class CodeDiagnostics {

    private static final String RULE = "a rule for the method (docs/rules.md)";

    private CodeDiagnostics() {}

    static NotDifferentiableException classFileMissing(Class<?> declaring, MethodRef method) {
        String why =
                declaring.isHidden()
                        ? "it was defined as a hidden class, whose bytes nobody keeps"
                        : "its class loader does not give the class file";
        return new NotDifferentiableException(
                Diagnostic.of(
                        ErrorId.CLASS_NOT_FOUND,
                        "cannot read the code of " + declaring.getName() + "." + method.name(),
                        why,
                        "code that is compiled to a class file, or " + RULE));
    }

    static Diagnostic ownerMissing(MethodRef method) {
        return Diagnostic.of(
                ErrorId.CLASS_NOT_FOUND,
                "cannot find the class of the method " + method.display(),
                "the class loader of the differentiated code does not find it",
                "adding the library that has it");
    }

    static Diagnostic methodMissing(MethodRef method) {
        return Diagnostic.of(
                ErrorId.UNKNOWN_METHOD,
                "cannot find the method " + method.display() + method.descriptor(),
                "neither its class nor a superclass has it",
                "compiling the caller again, against the class as it is now");
    }

    static Diagnostic throughHandle(MethodRef method) {
        return Diagnostic.of(
                ErrorId.DYNAMIC_CALL,
                "cannot differentiate the call to " + method.display(),
                "what a handle leads to is known only when it is used",
                "a call of the method, or an access to the field or element, that it stands for");
    }

    static Diagnostic withoutDerivative(MethodRef method, Rule.Refused rule) {
        return Diagnostic.of(
                ErrorId.NO_RULE, "cannot differentiate the call to " + method.display(), rule.why(), rule.instead());
    }

    /** Says why the host cannot do something that a method does. */
    static Diagnostic inaccessible(Host host, Passage.Denied denied, String what, Position where, boolean ownCode) {
        if (denied.closedModule() && ownCode) {
            Module module = host.code().getModule();
            return Diagnostic.of(
                    ErrorId.MODULE_NOT_OPEN,
                    what,
                    where,
                    denied.why() + ", which does not let Fluxion in",
                    "Fluxion.builder().lookup(MethodHandles.lookup()).build(), or"
                            + " \"opens "
                            + host.code().getPackageName()
                            + " to dev.fluxion.engine;\" in module "
                            + module.getName());
        }
        return Diagnostic.of(ErrorId.INACCESSIBLE_MEMBER, what, where, denied.why(), RULE);
    }

    /** The same diagnostic, about a call. */
    static Diagnostic ofCall(MethodRef method, Diagnostic inside) {
        return new Diagnostic(
                inside.id(),
                "cannot differentiate the call to " + method.display(),
                Position.NONE,
                inside.why(),
                List.of(),
                inside.remedy());
    }

    /** Says that a rule's code names a class that is not there. */
    static Diagnostic ruleNeeds(MethodRef code, Rule rule, String missing) {
        return Diagnostic.of(
                ErrorId.BROKEN_PROVIDER,
                "the rule " + code.display() + rule.origin() + " cannot be used",
                "its code needs the class " + missing + ", which is not there",
                "the library that has " + missing + " on the path, or taking the rule off it");
    }
}
