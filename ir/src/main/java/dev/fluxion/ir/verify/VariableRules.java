package dev.fluxion.ir.verify;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.analysis.Dominators;
import dev.fluxion.ir.analysis.Place;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rules 6 to 9: definitions and uses. */
final class VariableRules {

    private final Function function;
    private final Report report;
    private final Map<Variable, Type> types = new HashMap<>();
    private final Map<Variable, Place> places = new HashMap<>();
    private @Nullable Dominators dominators;

    VariableRules(Function function, Report report) {
        this.function = function;
        this.report = report;
    }

    /** Checks the rules; dominance only where the graph can be computed. */
    void check(boolean isGraphWhole) {
        if (isGraphWhole) {
            dominators = Dominators.of(Cfg.of(function));
        }
        for (Block block : function.blocks()) {
            report.at(block);
            for (Variable parameter : block.parameters()) {
                define(parameter, Place.parameters(block.label()));
            }
            for (int i = 0; i < block.statements().size(); i++) {
                report.at(block, block.statements().get(i));
                for (Variable result : block.statements().get(i).results()) {
                    define(result, new Place(block.label(), i));
                }
            }
        }
        for (Block block : function.blocks()) {
            List<Statement> statements = block.statements();
            for (int i = 0; i < statements.size(); i++) {
                report.at(block, statements.get(i));
                uses(7, statements.get(i).op().operands(), new Place(block.label(), i));
            }
            report.atEnd(block);
            uses(7, block.terminator().operands(), new Place(block.label(), statements.size()));
            for (Handler handler : block.handlers()) {
                report.at(block, handler);
                uses(8, handler.arguments(), new Place(block.label(), 0));
            }
        }
    }

    private void define(Variable variable, Place place) {
        if (types.putIfAbsent(variable, variable.type()) != null) {
            report.add(6, report.text(variable) + " is defined more than once");
            return;
        }
        places.put(variable, place);
        if (!variable.type().computational().equals(variable.type())) {
            report.add(9, report.text(variable) + " has the storage type " + variable.type());
        }
    }

    private void uses(int rule, List<Value> values, Place place) {
        for (Value value : values) {
            if (value instanceof Variable variable) {
                use(rule, variable, place);
            }
        }
    }

    private void use(int rule, Variable variable, Place use) {
        Type type = types.get(variable);
        Place definition = places.get(variable);
        if (type == null || definition == null) {
            report.add(7, report.text(variable) + " is not defined");
            return;
        }
        if (!type.equals(variable.type())) {
            report.add(7, report.text(variable) + " is used as " + variable.type() + " but defined as " + type);
        }
        Dominators known = dominators;
        if (known == null || !known.cfg().isReachable(use.block())) {
            return;
        }
        if (!known.cfg().isReachable(definition.block()) || !known.dominates(definition, use)) {
            report.add(
                    rule,
                    rule == 7
                            ? "the definition of " + report.text(variable) + " does not dominate this use"
                            : report.text(variable) + " may not be defined when the block is entered");
        }
    }
}
