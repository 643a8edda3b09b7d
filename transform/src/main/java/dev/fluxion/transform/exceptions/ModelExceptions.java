package dev.fluxion.transform.exceptions;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.Pass;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns exceptional edges into ordinary ones. Each operation that may throw inside of {@code try} gets a block of its
 * own, and the choice between its completion and the handlers is made before it, by an oracle: then nothing of the
 * operation has happened where its exception is caught, and the reverse of the handler goes on with what came before.
 *
 * <pre>
 *     ^a catch E ^h(%k):                      ^a:        %x = add %u, %v
 *         %x = add %u, %v                                %o = outcome E
 *         %y = array_load %w, %i       =>                switch %o, 1 ^landing, else ^risky
 *         br ^b(%y)                           ^risky:    %y = array_load %w, %i
 *     ^h(%e, %l): ...                                    br ^rest
 *                                             ^rest:     br ^b(%y)
 *                                             ^landing:  %e2 = caught
 *                                                        br ^h(%e2, %k)
 * </pre>
 *
 * <p>Precondition: none. Postcondition: no block has handlers, and {@link Attempt#of} finds what stands for them. The
 * result can be analysed and normalised, but neither run nor simplified; {@link RestoreExceptions} undoes it.
 */
public record ModelExceptions() implements Pass {

    @Override
    public String name() {
        return "model-exceptions";
    }

    @Override
    public Function apply(Function function) {
        Draft draft = new Draft(function);
        for (Block block : function.blocks()) {
            if (!block.handlers().isEmpty()) {
                new Splitting(draft, block).run();
            }
        }
        return draft.build();
    }

    /** The work on one protected block. */
    private static final class Splitting {
        private final Draft draft;
        private final Block block;
        private Label label;
        private List<Variable> parameters;
        private List<Statement> statements = new ArrayList<>();

        Splitting(Draft draft, Block block) {
            this.draft = draft;
            this.block = block;
            this.label = block.label();
            this.parameters = block.parameters();
        }

        void run() {
            for (Statement statement : block.statements()) {
                List<Handler> reached = Throwables.reached(statement.op(), block.handlers());
                if (reached.isEmpty()) {
                    statements.add(statement);
                    continue;
                }
                Label risky = ask(reached, statement.position());
                Label rest = draft.newLabel("rest");
                put(
                        risky,
                        List.of(statement),
                        new Terminator.Jump(new Successor(rest, List.of())),
                        statement.position());
                begin(rest);
            }
            if (block.terminator() instanceof Terminator.Throw) {
                Label risky = ask(Throwables.reached(block.handlers()), block.position());
                put(risky, List.of(), block.terminator(), block.position());
            } else {
                end(block.terminator(), block.position());
            }
        }

        /** Ends the current block with the question; returns the block that is to do what may throw. */
        private Label ask(List<Handler> handlers, Position position) {
            List<ClassType> types = new ArrayList<>();
            List<Terminator.Case> cases = new ArrayList<>();
            for (Handler handler : handlers) {
                types.add(handler.type());
                Successor landing = new Successor(landing(handler, position), List.of());
                cases.add(new Terminator.Case(types.size(), landing));
            }
            Variable outcome = draft.newVariable(PrimitiveType.I32, "outcome");
            statements.add(new Statement(List.of(outcome), Attempt.outcome(types), position));
            Label risky = draft.newLabel("risky");
            end(new Terminator.Switch(outcome, cases, new Successor(risky, List.of())), position);
            return risky;
        }

        private Label landing(Handler handler, Position position) {
            Label landing = draft.newLabel("landing");
            Variable exception = draft.newVariable(handler.type(), "");
            List<Value> arguments = new ArrayList<>();
            arguments.add(exception);
            arguments.addAll(handler.arguments());
            put(
                    landing,
                    List.of(new Statement(List.of(exception), Attempt.caught(handler.type()), position)),
                    new Terminator.Jump(new Successor(handler.target(), arguments)),
                    position);
            return landing;
        }

        private void begin(Label next) {
            label = next;
            parameters = List.of();
            statements = new ArrayList<>();
        }

        private void end(Terminator terminator, Position position) {
            draft.put(new Block(label, parameters, statements, terminator, position, List.of()));
        }

        private void put(Label at, List<Statement> body, Terminator end, Position position) {
            draft.put(new Block(at, List.of(), body, end, position, List.of()));
        }
    }
}
