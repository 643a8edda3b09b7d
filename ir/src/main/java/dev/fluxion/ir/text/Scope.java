package dev.fluxion.ir.text;

import dev.fluxion.ir.Label;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The variables and labels of one function while it is read. A use may stand before its definition, and so before its
 * type is known: until the function is complete, variables are stand-ins, told apart by number only.
 */
final class Scope {

    /** A variable or label: its text and its first occurrence. */
    private record Mention(String text, int id, String name, int offset) {}

    private final Map<String, Mention> variables = new LinkedHashMap<>();
    private final Map<String, Mention> labels = new LinkedHashMap<>();
    private final Set<Integer> definedVariables = new LinkedHashSet<>();
    private final Set<Integer> definedLabels = new LinkedHashSet<>();
    private final Map<Integer, String> names = new HashMap<>();
    private final Map<Integer, Type> types = new HashMap<>();

    /** Reads a variable that is used. */
    Variable variable(Scanner in) {
        return new Variable(mention(in, '%', variables).id, PrimitiveType.I32, "");
    }

    /** Reads a variable that is defined here. */
    Variable define(Scanner in) {
        int start = in.offset();
        Mention mention = mention(in, '%', variables);
        if (!definedVariables.add(mention.id)) {
            throw in.error(start, mention.text + " is defined twice");
        }
        names.put(mention.id, mention.name);
        return new Variable(mention.id, PrimitiveType.I32, "");
    }

    /** Reads the label of a block that is the target of an edge. */
    Label label(Scanner in) {
        return new Label(mention(in, '^', labels).id, "");
    }

    /** Reads the label of the block that begins here. */
    Label begin(Scanner in) {
        int start = in.offset();
        Mention mention = mention(in, '^', labels);
        if (!definedLabels.add(mention.id)) {
            throw in.error(start, mention.text + " is defined twice");
        }
        return new Label(mention.id, "");
    }

    void setType(Variable standIn, Type type) {
        types.put(standIn.id(), type);
    }

    @Nullable Type type(Variable standIn) {
        return types.get(standIn.id());
    }

    /** Throws if anything was used that is not defined. */
    void close(Scanner in) {
        for (Mention mention : variables.values()) {
            if (!names.containsKey(mention.id)) {
                throw in.error(mention.offset, mention.text + " is not defined");
            }
        }
        for (Mention mention : labels.values()) {
            if (!definedLabels.contains(mention.id)) {
                throw in.error(mention.offset, "no block is labelled " + mention.text);
            }
        }
    }

    /** Returns the real variables by the numbers of their stand-ins: numbered in the order of their definitions. */
    Map<Integer, Variable> numberedVariables() {
        Map<Integer, Variable> all = new HashMap<>();
        for (int id : definedVariables) {
            Type type = types.get(id);
            if (type != null) {
                all.put(id, new Variable(all.size(), type, names.getOrDefault(id, "")));
            }
        }
        return all;
    }

    /** Returns the real labels by the numbers of their stand-ins: numbered in the order of their blocks. */
    Map<Integer, Label> numberedLabels() {
        Map<Integer, String> shown = new HashMap<>();
        for (Mention mention : labels.values()) {
            shown.put(mention.id, mention.name);
        }
        Map<Integer, Label> all = new HashMap<>();
        for (int id : definedLabels) {
            all.put(id, new Label(all.size(), shown.getOrDefault(id, "")));
        }
        return all;
    }

    private static Mention mention(Scanner in, char mark, Map<String, Mention> known) {
        int start = in.offset();
        in.expect(String.valueOf(mark));
        String name = in.peek() == '"' ? in.string() : in.word("a name");
        boolean isNumber = in.textAfter(start).charAt(1) != '"' && Text.isDigit(name.charAt(0));
        if (in.acceptAdjacent('.')) {
            in.word("a number");
        }
        String text = in.textAfter(start);
        Mention mention = known.get(text);
        if (mention == null) {
            mention = new Mention(text, known.size(), isNumber ? "" : name, start);
            known.put(text, mention);
        }
        return mention;
    }
}
