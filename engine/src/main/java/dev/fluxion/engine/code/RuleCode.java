package dev.fluxion.engine.code;

import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.engine.access.ClassData;
import dev.fluxion.engine.rule.Rule;
import dev.fluxion.engine.rule.Rule.PartialMethod;
import dev.fluxion.engine.rule.Rule.ReverseMethod;
import dev.fluxion.engine.rule.RuleMode;
import dev.fluxion.engine.rule.RuleTable;
import dev.fluxion.engine.rule.TangentTypes;
import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.ForwardRule;
import dev.fluxion.transform.ReverseRule;
import dev.fluxion.transform.Target;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What rules say of methods, as IR. */
final class RuleCode {

    private final CopiedCode copies;
    private final TangentTypes hidden;
    private final boolean isChecked;
    private final RuleMode mode;
    private final java.util.function.Function<String, @Nullable Class<?>> classes;

    /**
     * Prepares to look.
     *
     * @param copies says which code may run beside the host
     * @param rules all rules
     * @param classes finds classes by their internal names
     * @param mode which rules are of use
     */
    RuleCode(
            CopiedCode copies,
            RuleTable rules,
            java.util.function.Function<String, @Nullable Class<?>> classes,
            RuleMode mode) {
        this.mode = mode;
        this.copies = copies;
        this.hidden = rules.tangentTypes();
        this.isChecked = rules.isChecked();
        this.classes = classes;
    }

    /**
     * Returns what a method with a rule stands for; null if the rule has nothing to say of this mode.
     *
     * @param plain what it would stand for without
     */
    @Nullable Target target(Rule rule, InvokeKind kind, MethodRef method, Supplier<Target> plain) {
        for (MethodRef code : code(rule)) {
            String missing = RuleNeeds.missing(rule.source(), code);
            if (missing != null) {
                return new Target.Refused(CodeDiagnostics.ruleNeeds(code, rule, missing));
            }
        }
        return switch (rule) {
            case Rule.NonDifferentiable none -> new Target.NonDifferentiable();
            case Rule.Moves moves -> moves(moves, method);
            case Rule.Partials some -> partials(some, kind, method, plain);
            case Rule.Replacement body -> copies.body(body.source(), body.method(), method);
            case Rule.General general ->
                    switch (mode) {
                        case REVERSE -> reverse(general, method, plain);
                        case FORWARD -> forward(general, method, plain);
                        case PATTERN -> null;
                    };
            case Rule.Refused none -> new Target.Refused(CodeDiagnostics.withoutDerivative(method, none));
            case Rule.Clashing both -> new Target.Refused(both.clash());
            case Rule.OptedOut out -> null;
        };
    }

    /** The methods in which a rule is written, as far as this mode needs them. */
    private List<MethodRef> code(Rule rule) {
        return switch (rule) {
            case Rule.Partials some -> some.partials().stream().map(PartialMethod::method).toList();
            case Rule.Replacement body -> List.of(body.method());
            case Rule.General(var _, var reverse, var forward) -> {
                MethodRef reversing = reverse == null ? null : reverse.method();
                MethodRef method = mode == RuleMode.REVERSE ? reversing : forward;
                yield method == null ? List.of() : List.of(method);
            }
            case Rule.Moves _, Rule.NonDifferentiable _, Rule.Refused _, Rule.Clashing _, Rule.OptedOut _ -> List.of();
        };
    }

    /**
     * Returns what stands for calls of an interface's method on receivers of any class; null if that code may not run
     * here. Its own calls of the method are virtual ones, which such a rule does not count for.
     *
     * @param method the method as it is declared
     */
    @Nullable Target ofAnyReceiver(Rule.Replacement rule, MethodRef method) {
        return copies.body(rule.source(), rule.method(), method) instanceof Target.Body(Function body)
                ? new Target.Body(withDispatched(body, method))
                : null;
    }

    private static Function withDispatched(Function body, MethodRef method) {
        List<Block> blocks = new ArrayList<>();
        for (Block block : body.blocks()) {
            List<Statement> statements = new ArrayList<>();
            for (Statement statement : block.statements()) {
                boolean isOfMethod =
                        statement.op() instanceof Op.Invoke invoke
                                && invoke.kind() == InvokeKind.INTERFACE
                                && invoke.method().equals(method);
                statements.add(
                        isOfMethod
                                ? new Statement(
                                        statement.results(),
                                        new Op.Invoke(InvokeKind.VIRTUAL, method, statement.op().operands()),
                                        statement.position())
                                : statement);
            }
            blocks.add(block.withStatements(statements));
        }
        return body.withBlocks(blocks);
    }

    @SuppressWarnings("NullAway") // class files do not tell that the elements of a rule's list may be null
    private Target partials(Rule.Partials rule, InvokeKind kind, MethodRef method, Supplier<Target> plain) {
        int arguments = method.parameterTypes().size() + (kind == InvokeKind.STATIC ? 0 : 1);
        List<Target.@Nullable Partial> partials = new ArrayList<>();
        for (int i = 0; i < arguments; i++) {
            partials.add(null);
        }
        for (PartialMethod partial : rule.partials()) {
            try {
                Function function = Bodies.of(rule.source(), partial.method());
                String name = isChecked ? partial.method().display() + rule.origin() : null;
                partials.set(partial.wrt(), new Target.Partial(function, partial.strongZero(), name));
            } catch (NotDifferentiableException notRaised) {
                return new Target.Refused(notRaised.diagnostics().getFirst());
            }
        }
        boolean isGivenObjects =
                kind != InvokeKind.STATIC || method.parameterTypes().stream().anyMatch(Type::isReference);
        return new Target.Rule(partials, isGivenObjects ? new Target.Given(plain.get(), ClassData.linker()) : null);
    }

    private Target moves(Rule.Moves rule, MethodRef method) {
        if (rule.withLambda() == null) {
            return new Target.Moves();
        }
        Target body = copies.body(rule.source(), rule.withLambda(), method);
        return body instanceof Target.Body(Function function) ? new Target.Moves(function) : body;
    }

    private @Nullable Target reverse(Rule.General rule, MethodRef method, Supplier<Target> plain) {
        ReverseMethod reverse = rule.reverse();
        if (reverse == null) {
            return null;
        }
        MethodRef code = reverse.method();
        Target copied = copies.body(rule.source(), code, method);
        return copied instanceof Target.Body(Function body)
                ? new Target.Ruled(
                        new ReverseRule(
                                code,
                                body,
                                ReverseRule.Form.of(code.returnType().descriptor()),
                                result(method),
                                reverse.writes(),
                                hidesNumbers(body, method),
                                ClassData.linker(),
                                rule.origin(),
                                isChecked,
                                RunFunctions.mayBeRun(rule.source(), body, code)),
                        plain.get())
                : copied;
    }

    private @Nullable Target forward(Rule.General rule, MethodRef method, Supplier<Target> plain) {
        MethodRef code = rule.forward();
        Type result = result(method);
        if (code == null || result == null) {
            return null;
        }
        Target copied = copies.body(rule.source(), code, method);
        return copied instanceof Target.Body(Function body)
                ? new Target.Ruled(
                        new ForwardRule(
                                code, body, result, hidesNumbers(body, method), ClassData.linker(), rule.origin()),
                        plain.get())
                : copied;
    }

    private boolean hidesNumbers(Function body, MethodRef method) {
        boolean hides = isHidden(result(method));
        for (Variable parameter : body.parameters()) {
            hides |= isHidden(parameter.type());
        }
        return hides;
    }

    private boolean isHidden(@Nullable Type type) {
        Class<?> found = type instanceof ClassType named ? classes.apply(named.internalName()) : null;
        return found != null && hidden.of(found) != null;
    }

    /** A constructor gives the object. */
    private static @Nullable Type result(MethodRef method) {
        if (method.name().equals("<init>")) {
            return new ClassType(method.owner());
        }
        return method.isVoid() ? null : method.returnType();
    }
}
