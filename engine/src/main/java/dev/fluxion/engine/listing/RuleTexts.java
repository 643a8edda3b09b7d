package dev.fluxion.engine.listing;

import dev.fluxion.engine.rule.Rule;
import dev.fluxion.engine.rule.SaidRule;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.Type;

import java.util.ArrayList;
import java.util.List;

/** How rules are written in lists. */
final class RuleTexts {

    private RuleTexts() {}

    /** Returns what a rule says, in a few words. */
    static String says(Rule rule) {
        return switch (rule) {
            case Rule.Partials(var _, var partials) -> {
                List<Integer> arguments = new ArrayList<>();
                partials.forEach(each -> arguments.add(each.wrt()));
                arguments.sort(null);
                String all = arguments.toString();
                yield "partial in argument " + all.substring(1, all.length() - 1);
            }
            case Rule.Replacement _ -> "replaced";
            case Rule.Moves _ -> "moves references";
            case Rule.NonDifferentiable _ -> "not differentiated";
            case Rule.Refused _ -> "refused";
            case Rule.OptedOut _ -> "by its own code";
            case Rule.Clashing _ -> "two rules in one class";
            case Rule.General(var _, var reverse, var forward) ->
                    reverse == null
                            ? "value and tangent"
                            : forward == null ? "value and pullback" : "value and pullback, value and tangent";
        };
    }

    /** Returns what is said of a method, in a few words. */
    static String says(SaidRule said) {
        return says(said.rule()) + (said.anyReceiver() ? " for any receiver" : "");
    }

    /** Returns the owner's name, with what stands for the classes of a package. */
    static String owner(SaidRule said) {
        if (said.ofPackage()) {
            return said.owner().endsWith(".**") ? said.owner() : said.owner() + ".*";
        }
        String name = said.owner().replace('/', '.');
        return name.startsWith("[") ? type(said.owner()) : name;
    }

    /** Returns the parameter types of a descriptor in brackets. */
    static String parameters(String descriptor) {
        StringBuilder text = new StringBuilder("(");
        String whole = descriptor.endsWith(")") ? descriptor + "V" : descriptor;
        for (Type parameter : new MethodRef("", "", whole, false).parameterTypes()) {
            text.append(text.length() == 1 ? "" : ", ").append(type(parameter.descriptor()));
        }
        return text.append(')').toString();
    }

    private static String type(String descriptor) {
        int dimensions = descriptor.lastIndexOf('[') + 1;
        String element = descriptor.substring(dimensions);
        String name =
                switch (element.charAt(0)) {
                    case 'Z' -> "boolean";
                    case 'B' -> "byte";
                    case 'C' -> "char";
                    case 'S' -> "short";
                    case 'I' -> "int";
                    case 'J' -> "long";
                    case 'F' -> "float";
                    case 'D' -> "double";
                    default -> element.substring(1, element.length() - 1).replace('/', '.');
                };
        return name + "[]".repeat(dimensions);
    }
}
