package dev.fluxion.transform.scalar;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.transform.DirectCalls;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.MethodSource;
import dev.fluxion.transform.Target;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Lets calls on objects of known class name the method that runs, and calls on opened boxes read the content. The
 * constructors at the root of all classes, which do nothing, go.
 *
 * <pre>
 *     invoke interface Shape.area()D (%square)     =&gt;   invoke special Square.area()D (%square)
 *     invoke virtual Double.intValue()I (%b)       =&gt;   convert i32 (getfield Double.value (%b))
 * </pre>
 */
final class Devirtualization {

    private final MethodSource methods;

    Devirtualization(MethodSource methods) {
        this.methods = methods;
    }

    /**
     * Returns the function itself if there is nothing to do.
     *
     * @param isPresumed whether the classes of objects must be confirmed, see {@link Presumption}
     */
    Function apply(Function function, Aliases aliases, boolean isPresumed) {
        Draft draft = new Draft(function);
        for (Block block : function.blocks()) {
            List<Statement> statements = new ArrayList<>();
            boolean changed = false;
            for (Statement statement : block.statements()) {
                changed |= replace(statement, aliases, isPresumed, draft, statements);
            }
            if (changed) {
                draft.put(block.withStatements(statements));
            }
        }
        return draft.build();
    }

    private boolean replace(
            Statement statement, Aliases aliases, boolean isPresumed, Draft draft, List<Statement> into) {
        if (Construction.isEmpty(statement.op())) {
            return true;
        }
        if (!(statement.op() instanceof Op.Invoke invoke)
                || invoke.kind() == InvokeKind.STATIC
                || invoke.kind() == InvokeKind.SPECIAL) {
            return keep(statement, into);
        }
        Value receiver = invoke.arguments().getFirst();
        Aliases.Named object = aliases.of(receiver);
        if (object == null) {
            return keep(statement, into);
        }
        String type = object.type().name();
        if (Boxing.isBox(type)) {
            return !isPresumed && read(statement, invoke, type, draft, into) || keep(statement, into);
        }
        MethodRef exact = exact(invoke, type);
        if (exact == null) {
            return keep(statement, into);
        }
        if (isPresumed) {
            into.add(new Statement(List.of(), Presumption.of(receiver, type), statement.position()));
        }
        into.addAll(DirectCalls.of(invoke, exact, statement.results(), statement.position(), draft));
        return true;
    }

    private static boolean keep(Statement statement, List<Statement> into) {
        into.add(statement);
        return false;
    }

    /** A method with a rule stays as it is. */
    private @Nullable MethodRef exact(Op.Invoke invoke, String type) {
        boolean isOpen =
                switch (methods.resolve(invoke.kind(), invoke.method())) {
                    case Target.Body _, Target.Refused _, Target.Dispatched _ -> true;
                    case Target.Rule _, Target.Ruled _, Target.NonDifferentiable _, Target.Box _, Target.Moves _ ->
                            false;
                };
        MethodRef exact = isOpen ? methods.select(invoke.method(), type) : null;
        return exact != null && methods.resolve(InvokeKind.SPECIAL, exact) instanceof Target.Body ? exact : null;
    }

    private static boolean read(Statement statement, Op.Invoke invoke, String box, Draft draft, List<Statement> into) {
        PrimitiveType wanted = Boxing.readAs(box, invoke.method());
        if (wanted == null) {
            return false;
        }
        FieldRef content = Boxing.content(box);
        Op load = new Op.GetField(content, invoke.arguments().getFirst());
        if (content.type().equals(wanted)) {
            into.add(new Statement(statement.results(), load, statement.position()));
            return true;
        }
        Variable loaded = draft.newVariable(content.type().computational(), "");
        into.add(new Statement(List.of(loaded), load, statement.position()));
        Variable widened = loaded;
        if (wanted.isNarrow() && !loaded.type().equals(PrimitiveType.I32)) {
            widened = draft.newVariable(PrimitiveType.I32, "");
            into.add(new Statement(List.of(widened), new Op.Convert(PrimitiveType.I32, loaded), statement.position()));
        }
        if (widened.type().equals(wanted)) {
            draft.replace(statement.result(), widened);
        } else {
            into.add(new Statement(statement.results(), new Op.Convert(wanted, widened), statement.position()));
        }
        return true;
    }
}
