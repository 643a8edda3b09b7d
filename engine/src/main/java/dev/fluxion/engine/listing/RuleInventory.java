package dev.fluxion.engine.listing;

import dev.fluxion.engine.access.MemberTable;
import dev.fluxion.engine.access.MemberTable.Member;
import dev.fluxion.engine.access.Signatures;
import dev.fluxion.engine.code.RuleChoice;
import dev.fluxion.engine.rule.Rule;
import dev.fluxion.engine.rule.RuleMode;
import dev.fluxion.engine.rule.RuleTable;
import dev.fluxion.engine.rule.SaidRule;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.spi.ListedRule;
import dev.fluxion.spi.ListedRule.Standing;
import dev.fluxion.spi.RuleLister;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules found, and what becomes of each: whether it counts is asked of the same table that derivatives ask, for the
 * methods that there are.
 */
public final class RuleInventory implements RuleLister {

    /** No method has this name, so that only what is said of all methods is said of it. */
    private static final String ANY = "*";

    private final RuleTable rules;
    private final RuleChoice choice;
    private final RuleChoice forwardChoice;
    private final Map<Class<?>, Set<String>> signatures = new HashMap<>();

    private RuleInventory(RuleTable rules) {
        this.rules = rules;
        this.choice = new RuleChoice(rules, RuleMode.REVERSE);
        this.forwardChoice = new RuleChoice(rules, RuleMode.FORWARD);
    }

    /** Looks for rules by the loader of the engine and that of the current thread. */
    public static RuleInventory read() {
        return new RuleInventory(RuleTable.listing());
    }

    @Override
    public List<String> leftOut() {
        return rules.leftOut();
    }

    @Override
    public List<ListedRule> all() {
        List<ListedRule> all = new ArrayList<>();
        for (SaidRule said : rules.said()) {
            ListedRule listed = said.ofPackage() ? ofPackage(said) : ofClass(said);
            if (listed != null) {
                all.add(listed);
            }
        }
        return all;
    }

    private ListedRule ofPackage(SaidRule said) {
        String below = said.owner().endsWith(".**") ? "/*/*" : "/*";
        String owner = said.owner().replace(".**", "").replace('.', '/') + below;
        String name = said.name().isEmpty() ? ANY : said.name();
        String parameters = said.parameters() == null ? "()" : said.parameters();
        return judged(said, List.of(new MethodRef(owner, name, parameters + result(said), false)));
    }

    private static String result(SaidRule said) {
        return said.result() == null ? "V" : said.result();
    }

    /** Returns null if the class has no such method: rules for several classes need not fit all. */
    private @Nullable ListedRule ofClass(SaidRule said) {
        Class<?> type = load(said.owner(), said.rule().source().getClassLoader());
        if (type == null) {
            String why = said.owner().replace('/', '.') + " is not there";
            return listed(said, Standing.UNUSED, why);
        }
        List<MethodRef> methods = methods(type, said);
        return methods.isEmpty() ? null : judged(said, methods);
    }

    private List<MethodRef> methods(Class<?> type, SaidRule said) {
        List<MethodRef> methods = new ArrayList<>();
        if (said.name().isEmpty()) {
            methods.add(new MethodRef(said.owner(), ANY, "()V", type.isInterface()));
            return methods;
        }
        String start = said.name() + (said.parameters() == null ? "(" : said.parameters());
        for (String signature : signatures.computeIfAbsent(type, Signatures::of)) {
            String result = said.result();
            if (signature.startsWith(start) && (result == null || signature.endsWith(")" + result))) {
                String descriptor = signature.substring(said.name().length());
                methods.add(new MethodRef(said.owner(), said.name(), descriptor, type.isInterface()));
            }
        }
        if (methods.isEmpty() && said.parameters() != null && !takesReceiver(type, said.parameters())) {
            String descriptor = said.parameters() + result(said);
            if (MemberTable.method(type, said.name(), descriptor) != null) { // of an array, or a handle
                methods.add(new MethodRef(said.owner(), said.name(), descriptor, type.isInterface()));
            }
        }
        return methods;
    }

    private static boolean takesReceiver(Class<?> type, String parameters) {
        return parameters.startsWith("(" + type.descriptorString());
    }

    /** A rule counts if it does for one of its methods. */
    private ListedRule judged(SaidRule said, List<MethodRef> methods) {
        Rule instead = null;
        for (MethodRef method : methods) {
            Rule found = said.anyReceiver() ? rules.ofAnyReceiver(method) : rules.find(method);
            if (said.rule().equals(found)) {
                boolean isContradiction = found instanceof Rule.Clashing;
                return listed(said, isContradiction ? Standing.CLASHES : Standing.COUNTS, "");
            }
            instead = instead == null ? found == null ? rules.find(method) : found : instead;
        }
        if (instead instanceof Rule.Clashing(var source, var clash)
                && rules.overrides(source) == rules.overrides(said.rule().source())) {
            return listed(said, Standing.CLASHES, clash.why());
        }
        return listed(said, Standing.UNUSED, instead == null ? "nothing needs it" : insteadOf(said.rule(), instead));
    }

    private static String insteadOf(Rule rule, Rule counting) {
        String source = counting.source().getName();
        return switch (counting) {
            case Rule.OptedOut _ when rule instanceof Rule.OptedOut -> source + " says so, too";
            case Rule.OptedOut _ -> "@OptOut of " + source;
            default -> source + " counts instead";
        };
    }

    private static ListedRule listed(SaidRule said, Standing standing, String why) {
        String parameters = said.parameters();
        return new ListedRule(
                RuleTexts.owner(said),
                said.name().isEmpty() ? ANY : said.name(),
                parameters == null ? "" : RuleTexts.parameters(parameters),
                RuleTexts.says(said),
                said.rule().source(),
                standing,
                why);
    }

    @Override
    public List<ListedRule> of(Class<?> type, String name) {
        List<ListedRule> all = new ArrayList<>();
        for (String signature : signatures.computeIfAbsent(type, Signatures::of)) {
            if (signature.startsWith(name + "(")) {
                String descriptor = signature.substring(name.length());
                all.addAll(counting(type, name, descriptor));
            }
        }
        return all;
    }

    private List<ListedRule> counting(Class<?> type, String name, String descriptor) {
        Member member = MemberTable.method(type, name, descriptor);
        MethodRef method = new MethodRef(internal(type), name, descriptor, type.isInterface());
        RuleChoice.Found found = member == null ? null : choice.of(type, member, method);
        if (found == null && member != null) {
            found = forwardChoice.of(type, member, method);
        }
        Rule rule = found == null ? rules.find(method) : found.rule();
        Class<?> ofType = found == null ? type : found.type();
        if (rule == null) {
            Rule anyReceivers = rules.ofAnyReceiver(method);
            return anyReceivers == null
                    ? List.of()
                    : List.of(
                            counting(
                                    type,
                                    name,
                                    descriptor,
                                    RuleTexts.says(anyReceivers) + " for any receiver",
                                    anyReceivers));
        }
        if (rule instanceof Rule.Clashing(var _, var clash)) {
            List<ListedRule> clashing = clashing(ofType, name, descriptor);
            return clashing.isEmpty()
                    ? List.of(
                            new ListedRule(
                                    type.getTypeName(),
                                    name,
                                    RuleTexts.parameters(descriptor),
                                    "two rules",
                                    rule.source(),
                                    Standing.CLASHES,
                                    clash.why()))
                    : clashing;
        }
        String as = ofType == type ? "" : ", as " + ofType.getTypeName() + "." + name;
        return List.of(counting(type, name, descriptor, RuleTexts.says(rule) + as, rule));
    }

    private static ListedRule counting(Class<?> type, String name, String descriptor, String says, Rule rule) {
        String parameters = RuleTexts.parameters(descriptor);
        return new ListedRule(type.getTypeName(), name, parameters, says, rule.source(), Standing.COUNTS, "");
    }

    /** The rules that contradict each other where a method's class has several. */
    private List<ListedRule> clashing(Class<?> type, String name, String descriptor) {
        List<ListedRule> clashing = new ArrayList<>();
        for (SaidRule said : rules.said()) {
            boolean isOfType = !said.ofPackage() && said.owner().equals(internal(type));
            boolean isOfName = said.name().isEmpty() || said.name().equals(name);
            String parameters = said.parameters();
            if (isOfType && isOfName && (parameters == null || descriptor.startsWith(parameters))) {
                ListedRule listed = ofClass(said);
                if (listed != null && listed.standing() == Standing.CLASHES) {
                    clashing.add(listed);
                }
            }
        }
        return clashing;
    }

    private static String internal(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    /** The library may be on the path of the program, and the rules with the engine. */
    private static @Nullable Class<?> load(String owner, @Nullable ClassLoader loader) {
        for (ClassLoader each : new ClassLoader[] {loader, Thread.currentThread().getContextClassLoader()}) {
            try {
                return Class.forName(owner.replace('/', '.'), false, each);
            } catch (ClassNotFoundException | LinkageError notThere) {
                // perhaps the other one has it
            }
        }
        return null;
    }
}
