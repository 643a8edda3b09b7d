package dev.fluxion.transform.scalar;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.ObjectMaking;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.ClassFacts;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.MethodSource;
import dev.fluxion.transform.Target;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes the making of objects apart: first an object with zeroed fields, then its constructor as an ordinary call.
 *
 * <pre>
 *     %v = new Vec.&lt;init&gt;(D)V (%x)             %v = new Vec.&lt;allocate&gt;()V ()
 *                                       =&gt;     invoke special Vec.&lt;init&gt;(D)V (%v, %x)
 *
 *     %b = invoke static Double.valueOf (%x)   %b = new Double.&lt;allocate&gt;()V ()
 *                                       =&gt;     putfield Double.value (%b, %x)
 * </pre>
 *
 * <p>The class is initialised in between by reading one of its static fields, where making an object may have done
 * that.
 */
final class Construction {

    private static final int MOST_GROWTH = 3000;

    private final MethodSource methods;

    Construction(MethodSource methods) {
        this.methods = methods;
    }

    /** Returns whether a function is so much larger than it was that something seems to go on without end. */
    static boolean hasGrown(Function now, Function before) {
        return size(now) > MOST_GROWTH + 2 * size(before);
    }

    private static int size(Function function) {
        int size = 0;
        for (Block block : function.blocks()) {
            size += block.statements().size();
        }
        return size;
    }

    /** Returns whether the operation runs the constructor of a class that all others extend: it does nothing. */
    static boolean isEmpty(Op op) {
        return op instanceof Op.Invoke invoke
                && invoke.kind() == InvokeKind.SPECIAL
                && invoke.method().name().equals("<init>")
                && (invoke.method().owner().equals("java/lang/Object")
                        || invoke.method().owner().equals("java/lang/Record"));
    }

    /** Returns what is known of a class, boxes included. */
    @Nullable ClassFacts facts(String internalName) {
        ClassFacts box = Boxing.facts(internalName);
        return box == null ? methods.facts(internalName) : box;
    }

    /** Returns the results of the statements that can be taken apart; exceptions are for others to see. */
    Set<Variable> candidates(Function function) {
        Set<Variable> found = new LinkedHashSet<>();
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                if (Boxing.isBoxing(statement.op()) || isOpen(statement.op())) {
                    found.add(statement.result());
                }
            }
        }
        return found;
    }

    private boolean isOpen(Op op) {
        if (!(op instanceof Op.New made) || !made.constructor().name().equals("<init>")) {
            return false;
        }
        ClassFacts facts = methods.facts(made.constructor().owner());
        return facts != null
                && facts.initialisation() != null
                && !facts.supertypes().contains(ClassType.THROWABLE.internalName())
                && methods.resolve(InvokeKind.SPECIAL, made.constructor()) instanceof Target.Body;
    }

    /** Takes the statements apart whose results are given. */
    Function apart(Function function, Set<Variable> results) {
        Draft draft = new Draft(function);
        for (Block block : function.blocks()) {
            List<Statement> statements = new ArrayList<>();
            for (Statement statement : block.statements()) {
                if (statement.results().size() == 1 && results.contains(statement.result())) {
                    apart(statement, draft, statements);
                } else {
                    statements.add(statement);
                }
            }
            draft.put(block.withStatements(statements));
        }
        return draft.build();
    }

    private void apart(Statement statement, Draft draft, List<Statement> into) {
        if (statement.op() instanceof Op.New made) {
            String owner = made.constructor().owner();
            initialise(owner, statement, draft, into);
            allocate(owner, statement, into);
            List<dev.fluxion.ir.Value> arguments = new ArrayList<>();
            arguments.add(statement.result());
            arguments.addAll(made.arguments());
            Op call = new Op.Invoke(InvokeKind.SPECIAL, made.constructor(), arguments);
            into.add(new Statement(List.of(), call, statement.position()));
        } else if (statement.op() instanceof Op.Invoke boxing) {
            String owner = boxing.method().owner();
            allocate(owner, statement, into);
            Op store = new Op.PutField(Boxing.content(owner), statement.result(), boxing.arguments().getFirst());
            into.add(new Statement(List.of(), store, statement.position()));
        }
    }

    private static void allocate(String owner, Statement statement, List<Statement> into) {
        Op allocation = new Op.New(new MethodRef(owner, ObjectMaking.ALLOCATE, "()V", false), List.of());
        into.add(new Statement(statement.results(), allocation, statement.position()));
    }

    private void initialise(String owner, Statement statement, Draft draft, List<Statement> into) {
        ClassFacts facts = methods.facts(owner);
        List<FieldRef> fields = facts == null ? null : facts.initialisation();
        if (fields != null) {
            for (FieldRef field : fields) {
                Type type = field.type().computational();
                into.add(
                        new Statement(
                                List.of(draft.newVariable(type, "")), new Op.GetStatic(field), statement.position()));
            }
        }
    }
}
