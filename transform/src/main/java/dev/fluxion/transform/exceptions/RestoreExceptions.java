package dev.fluxion.transform.exceptions;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Variable;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.Edge;
import dev.fluxion.transform.Pass;

import java.util.ArrayList;
import java.util.List;

/** Undoes {@link ModelExceptions}: the oracle's choices become handlers again, so that the function can be run. */
public record RestoreExceptions() implements Pass {

    @Override
    public String name() {
        return "restore-exceptions";
    }

    @Override
    public Function apply(Function function) {
        Draft draft = new Draft(function);
        for (Attempt attempt : Attempt.of(function)) {
            Block before = draft.block(attempt.before());
            int question = before.statements().size() - 1;
            draft.put(
                    before.withStatements(before.statements().subList(0, question))
                            .withTerminator(new Terminator.Jump(attempt.risky())));
            Label risky = attempt.risky().target();
            draft.put(Edge.withHandlers(draft.block(risky), attempt.handlers()));
            for (Attempt.Way way : attempt.ways()) {
                draft.put(withException(draft.block(way.landing().target())));
            }
        }
        return draft.build();
    }

    private static Block withException(Block landing) {
        List<Variable> parameters = new ArrayList<>();
        List<Statement> statements = new ArrayList<>();
        for (Statement statement : landing.statements()) {
            if (Attempt.isCaught(statement.op())) {
                parameters.add(statement.result());
            } else {
                statements.add(statement);
            }
        }
        parameters.addAll(landing.parameters());
        return landing.withParameters(parameters).withStatements(statements);
    }
}
