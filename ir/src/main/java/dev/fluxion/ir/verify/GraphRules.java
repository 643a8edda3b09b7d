package dev.fluxion.ir.verify;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rules 1 to 5: blocks and edges. */
final class GraphRules {

    private final Function function;
    private final Report report;
    private final Map<Label, Block> blocks = new HashMap<>();
    private boolean isWhole = true;

    GraphRules(Function function, Report report) {
        this.function = function;
        this.report = report;
    }

    /** Returns whether labels are unique and all edges lead somewhere, so that the graph can be computed. */
    boolean isWhole() {
        return isWhole;
    }

    void check() {
        for (Block block : function.blocks()) {
            if (blocks.putIfAbsent(block.label(), block) != null) {
                report.at(block);
                report.add(1, "another block has this label");
                isWhole = false;
            }
        }
        for (Block block : function.blocks()) {
            report.atEnd(block);
            for (Successor edge : block.terminator().successors()) {
                Block target = target(edge.target());
                if (target != null) {
                    arguments(4, target, target.parameters(), edge.arguments());
                }
            }
            for (Handler handler : block.handlers()) {
                report.at(block, handler);
                Block target = target(handler.target());
                if (target != null) {
                    handler(target, handler);
                }
            }
        }
    }

    private @Nullable Block target(Label label) {
        Block target = blocks.get(label);
        if (target == null) {
            report.add(2, "there is no block " + report.printer().text(label));
            isWhole = false;
        } else if (label.equals(function.entry().label())) {
            report.add(3, "an edge leads to the entry");
            return null;
        }
        return target;
    }

    private void handler(Block target, Handler handler) {
        if (target.parameters().isEmpty()) {
            report.add(5, "the handler block has no parameter for the exception");
            return;
        }
        Variable exception = target.parameters().getFirst();
        if (!Assignability.isAssignable(handler.type(), exception.type())) {
            report.add(5, "the handler block's first parameter is " + exception.type() + ", not an exception");
        }
        List<Variable> others = target.parameters().subList(1, target.parameters().size());
        arguments(5, target, others, handler.arguments());
    }

    private void arguments(int rule, Block target, List<Variable> parameters, List<Value> arguments) {
        String label = report.printer().text(target.label());
        if (parameters.size() != arguments.size()) {
            report.add(rule, label + " takes " + parameters.size() + " values, not " + arguments.size());
            return;
        }
        for (int i = 0; i < parameters.size(); i++) {
            if (!Assignability.isAssignable(arguments.get(i), parameters.get(i).type())) {
                report.add(
                        rule,
                        "parameter "
                                + report.text(parameters.get(i))
                                + " of "
                                + label
                                + " is "
                                + parameters.get(i).type()
                                + ", but "
                                + report.text(arguments.get(i))
                                + " is "
                                + arguments.get(i).type());
            }
        }
    }
}
