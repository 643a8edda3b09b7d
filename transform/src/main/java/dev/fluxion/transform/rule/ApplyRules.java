package dev.fluxion.transform.rule;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.Library;
import dev.fluxion.transform.MethodRule;
import dev.fluxion.transform.MethodSource;
import dev.fluxion.transform.Pass;
import dev.fluxion.transform.Target;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Calls the function that stands for a method with a rule for value and derivative, instead of the method.
 *
 * <pre>
 *     %y = invoke static Vectors.dot (%a, %b)    =&gt;    %y = call @rule VectorRules.dot (%a, %b)
 * </pre>
 *
 * @param methods says which methods have rules
 * @param library takes the functions
 */
public record ApplyRules(MethodSource methods, Library library) implements Pass {

    private static final MethodRef REQUIRE_NON_NULL =
            new MethodRef("java/util/Objects", "requireNonNull", "(Ljava/lang/Object;)Ljava/lang/Object;", false);

    @Override
    public String name() {
        return "apply rules";
    }

    @Override
    public Function apply(Function function) {
        Draft draft = new Draft(function);
        for (Block block : function.blocks()) {
            List<Statement> statements = new ArrayList<>();
            boolean changed = false;
            for (Statement statement : block.statements()) {
                MethodRule rule = rule(statement.op());
                if (rule == null) {
                    statements.add(statement);
                    continue;
                }
                changed = true;
                if (statement.op() instanceof Op.Invoke invoke && invoke.kind() != InvokeKind.STATIC) {
                    statements.add(nullCheck(invoke, statement, draft));
                }
                String name = RuleFunctions.apply(rule, statement.op(), library);
                Op call = new Op.Call(name, statement.op().operands());
                statements.add(new Statement(results(statement, rule, draft), call, statement.position()));
            }
            if (changed) {
                draft.put(block.withStatements(statements));
            }
        }
        return draft.build();
    }

    private @Nullable MethodRule rule(Op op) {
        Target target =
                switch (op) {
                    // a constructor that runs on an object made by another one is not what the rule is for
                    case Op.Invoke invoke when !invoke.method().name().equals("<init>") ->
                            methods.resolve(invoke.kind(), invoke.method());
                    case Op.New made -> methods.resolve(InvokeKind.SPECIAL, made.constructor());
                    default -> null;
                };
        return target instanceof Target.Ruled ruled ? ruled.rule() : null;
    }

    /** A call whose value nobody wants gives it to no one. */
    private static List<Variable> results(Statement statement, MethodRule rule, Draft draft) {
        List<Variable> results = new ArrayList<>(statement.results());
        for (int i = results.size(); i < rule.resultTypes().size(); i++) {
            results.add(draft.newVariable(rule.resultTypes().get(i), ""));
        }
        return results;
    }

    /** A call on null throws before anything else is done. */
    private static Statement nullCheck(Op.Invoke call, Statement statement, Draft draft) {
        List<Value> receiver = List.of(call.arguments().getFirst());
        Op check = new Op.Invoke(InvokeKind.STATIC, REQUIRE_NON_NULL, receiver);
        return new Statement(List.of(draft.newVariable(ClassType.OBJECT, "")), check, statement.position());
    }
}
