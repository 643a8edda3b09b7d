package dev.fluxion.transform.inline;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.DirectCalls;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.MethodSource;
import dev.fluxion.transform.Pass;
import dev.fluxion.transform.Target;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Lets calls of methods that the receiver's class chooses name the method that is chosen, where {@link ExactTypes}
 * knows the class; where it can be one of a few, the classes are told apart.
 *
 * <pre>
 *     %c = new Circle (%r);  %y = invoke interface Shape.area (%c)   =&gt;   %y = invoke special Circle.area (%c)
 *
 *     %y = invoke interface Shape.area (%s)                          =&gt;   br_if (instance_of Circle %s) ^circle, ^square
 *                                                               ^circle:  %c = cast Circle %s
 *                                                                         %a = invoke special Circle.area (%c);  br ^on(%a)
 *                                                                         ...
 * </pre>
 *
 * <p>A method is not told apart in its own code, which would unroll a recursion.
 */
public record Devirtualize(MethodSource methods) implements Pass {

    @Override
    public String name() {
        return "devirtualize";
    }

    @Override
    public Function apply(Function function) {
        return mayApply(function) ? new Work(function).run() : function;
    }

    private static boolean isChosen(InvokeKind kind) {
        return kind == InvokeKind.VIRTUAL || kind == InvokeKind.INTERFACE;
    }

    private boolean mayApply(Function function) {
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                if (isOpen(statement)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns whether the receiver's class chooses what is called, as far as the instruction tells. */
    private boolean isOpen(Statement statement) {
        return statement.op() instanceof Op.Invoke invoke
                && isChosen(invoke.kind())
                && isOpen(methods.resolve(invoke.kind(), invoke.method()));
    }

    private static boolean isOpen(Target target) {
        return target instanceof Target.Dispatched || target instanceof Target.Refused;
    }

    private final class Work {

        private final Draft draft;
        private final ExactTypes types;

        Work(Function function) {
            draft = new Draft(function);
            types = new ExactTypes(function, methods);
        }

        Function run() {
            for (Block block : draft.blocks()) {
                Block rest = block;
                for (int i = 0; i < rest.statements().size(); i++) {
                    Statement statement = rest.statements().get(i);
                    if (!isOpen(statement) || !(statement.op() instanceof Op.Invoke invoke)) {
                        continue;
                    }
                    List<Alternative> alternatives = alternatives(invoke, statement.position());
                    if (alternatives.size() == 1) {
                        rest = direct(rest, i, invoke, alternatives.getFirst());
                        draft.put(rest);
                    } else if (!alternatives.isEmpty()) {
                        rest = tellApart(rest, i, invoke, alternatives);
                        i = -1;
                    }
                }
            }
            return draft.isChanged()
                    ? new dev.fluxion.transform.normalize.Layout().apply(draft.build())
                    : draft.original();
        }

        /** Returns what the call may run; empty if that is not known. */
        private List<Alternative> alternatives(Op.Invoke invoke, Position position) {
            Set<String> classes = types.of(invoke.arguments().getFirst());
            if (classes == null) {
                return List.of();
            }
            List<Alternative> found = new ArrayList<>();
            for (String type : lastOpen(classes)) {
                MethodRef method = methods.select(invoke.method(), type);
                if (method == null || !isKnown(method) || classes.size() > 1 && isInside(method, position)) {
                    return List.of();
                }
                found.add(new Alternative(type, method));
            }
            return found.isEmpty() || !isOneMethod(found) ? found : found.subList(0, 1);
        }

        /** Returns the classes, one that may have subclasses last; none if there are two such. */
        private List<String> lastOpen(Set<String> classes) {
            List<String> ordered = new ArrayList<>();
            String open = null;
            for (String type : classes) {
                if (methods.classes(type).equals(List.of(type))) {
                    ordered.add(type);
                } else if (open == null) {
                    open = type;
                } else {
                    return List.of();
                }
            }
            if (open != null) {
                ordered.add(open);
            }
            return ordered;
        }

        private boolean isKnown(MethodRef method) {
            Target target = methods.resolve(InvokeKind.SPECIAL, method);
            return target instanceof Target.Body || target instanceof Target.Rule || target instanceof Target.Ruled;
        }

        /** Returns whether a place is in the code of a method, or in what has been inlined there. */
        private boolean isInside(MethodRef method, Position position) {
            String owner = method.owner().replace('/', '.');
            for (@Nullable Position at = position; at != null; at = at.inlinedAt().orElse(null)) {
                if (at.method().equals(method.name()) && at.className().equals(owner)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isOneMethod(List<Alternative> alternatives) {
            for (Alternative each : alternatives) {
                if (!each.method().equals(alternatives.getFirst().method())) {
                    return false;
                }
            }
            return true;
        }

        private Block direct(Block block, int index, Op.Invoke invoke, Alternative chosen) {
            List<Statement> statements = new ArrayList<>(block.statements().subList(0, index));
            Statement call = block.statements().get(index);
            statements.addAll(DirectCalls.of(invoke, chosen.method(), call.results(), call.position(), draft));
            statements.addAll(block.statements().subList(index + 1, block.statements().size()));
            return block.withStatements(statements);
        }

        /** Puts a chain of tests in the place of the call; returns the block behind it. */
        private Block tellApart(Block block, int index, Op.Invoke invoke, List<Alternative> alternatives) {
            Statement call = block.statements().get(index);
            Position position = call.position();
            Block after =
                    new Block(
                            draft.newLabel(""),
                            call.results(),
                            block.statements().subList(index + 1, block.statements().size()),
                            block.terminator(),
                            block.position(),
                            block.handlers());
            Label at = block.label();
            List<Variable> parameters = block.parameters();
            List<Statement> before = block.statements().subList(0, index);
            for (int i = 0; i + 1 < alternatives.size(); i++) {
                ClassType type = new ClassType(alternatives.get(i).type());
                Variable test = draft.newVariable(PrimitiveType.I32, "");
                List<Statement> statements = new ArrayList<>(before);
                Op isOf = new Op.InstanceOf(type, invoke.arguments().getFirst());
                statements.add(new Statement(List.of(test), isOf, position));
                Label here = draft.newLabel("");
                Label next = draft.newLabel("");
                Terminator branch =
                        new Terminator.Branch(test, new Successor(here, List.of()), new Successor(next, List.of()));
                draft.put(new Block(at, parameters, statements, branch, position, block.handlers()));
                draft.put(alternative(here, invoke, alternatives.get(i), call, after, block));
                at = next;
                parameters = List.of();
                before = List.of();
            }
            draft.put(alternative(at, invoke, alternatives.getLast(), call, after, block));
            draft.put(after);
            return after;
        }

        private Block alternative(
                Label label, Op.Invoke invoke, Alternative chosen, Statement call, Block after, Block like) {
            List<Variable> results = new ArrayList<>();
            for (Variable result : call.results()) {
                Type type = result.type();
                results.add(draft.newVariable(type, result.name()));
            }
            return new Block(
                    label,
                    List.of(),
                    DirectCalls.of(invoke, chosen.method(), results, call.position(), draft),
                    new Terminator.Jump(new Successor(after.label(), List.copyOf(results))),
                    call.position(),
                    like.handlers());
        }
    }

    /** A class and the method that it runs. */
    private record Alternative(String type, MethodRef method) {}
}
