package dev.fluxion.ir.text;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Variable;

import java.util.HashMap;
import java.util.Map;

/**
 * The names that variables and labels have in the text of one function, which depend on their order there and not on
 * their numbers: {@code %x}, {@code %x.1} and so on for those named x, {@code %0}, {@code %1} for those without a name.
 */
final class Names {

    private final Map<Variable, String> variables = new HashMap<>();
    private final Map<Label, String> labels = new HashMap<>();

    Names(Function function) {
        Map<String, Integer> variableCounts = new HashMap<>();
        Map<String, Integer> labelCounts = new HashMap<>();
        for (Block block : function.blocks()) {
            labels.putIfAbsent(block.label(), "^" + unique(block.label().name(), labelCounts));
            for (Variable parameter : block.parameters()) {
                name(parameter, variableCounts);
            }
            for (Statement statement : block.statements()) {
                for (Variable result : statement.results()) {
                    name(result, variableCounts);
                }
            }
        }
    }

    /** Returns the variable's text; one that is not defined in the function shows its number after a question mark. */
    String text(Variable variable) {
        String text = variables.get(variable);
        return text != null ? text : "%?" + variable.id();
    }

    /** Returns the label's text; one that names no block of the function shows its number after a question mark. */
    String text(Label label) {
        String text = labels.get(label);
        return text != null ? text : "^?" + label.id();
    }

    private void name(Variable variable, Map<String, Integer> counts) {
        if (!variables.containsKey(variable)) {
            variables.put(variable, "%" + unique(variable.name(), counts));
        }
    }

    private static String unique(String name, Map<String, Integer> counts) {
        int count = counts.merge(name, 1, Integer::sum) - 1;
        if (name.isEmpty()) {
            return Integer.toString(count);
        }
        String shown = Text.isIdentifier(name) ? name : Text.quoted(name);
        return count == 0 ? shown : shown + "." + count;
    }
}
