package dev.fluxion.engine.code;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.engine.access.MemberTable;
import dev.fluxion.engine.access.MemberTable.Member;
import dev.fluxion.engine.access.Selection;
import dev.fluxion.engine.rule.Rule;
import dev.fluxion.engine.rule.RuleMode;
import dev.fluxion.engine.rule.RuleTable;
import dev.fluxion.ir.symbol.MethodRef;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which rule counts for a method that runs on objects of a class: the one for the nearest of the types that such an
 * object has. The class decides, and not the type under which a call happens to know the object.
 *
 * <pre>
 *   rules for Shape.area and Sub.area; Leaf extends Sub extends Square implements Shape; each overrides area
 *       a Square takes the rule of Shape, a Sub and a Leaf that of Sub
 *       shape.area() is dispatched, since rules for subtypes of Shape say something else
 * </pre>
 */
public final class RuleChoice {

    private final RuleTable rules;
    private final RuleMode mode;

    /**
     * Chooses among rules.
     *
     * @param mode which rules are of use
     */
    public RuleChoice(RuleTable rules, RuleMode mode) {
        this.rules = rules;
        this.mode = mode;
    }

    /** A rule for a method of a type. */
    public record Found(Class<?> type, Rule rule) {}

    /** Returns the rule for the method of just that owner, or null; what is for the other mode alone is none. */
    @Nullable Rule named(MethodRef method) {
        Rule rule = rules.find(method);
        return rule == null || !mode.isServedBy(rule) ? null : rule;
    }

    /**
     * Returns the rule that counts, or null if there is none: that of the class or the nearest class or interface above
     * it, classes before interfaces of which they know nothing. Where two interfaces are equally near, that is said in
     * the place of a rule.
     *
     * @param receiver the class of the objects, as far as it is known
     * @param chosen the method that runs
     * @param called its name and descriptor
     */
    public @Nullable Found of(Class<?> receiver, Member chosen, MethodRef called) {
        List<Found> all = new ArrayList<>();
        Set<Class<?>> types = supertypes(receiver);
        types.add(chosen.declaring()); // an interface has the methods of Object
        for (Class<?> type : types) {
            Rule rule = named(reference(type, called));
            if (rule != null && counts(rule, type, chosen, called)) {
                all.add(new Found(type, rule));
            }
        }
        List<Found> nearest = new ArrayList<>();
        for (Found each : all) {
            if (isNearest(each, all)) {
                if (!each.type.isInterface()) {
                    return each;
                }
                nearest.add(each);
            }
        }
        if (nearest.isEmpty()) {
            return null;
        }
        Found first = nearest.getFirst();
        for (Found other : nearest) {
            if (!other.equals(first) && !isSame(first.rule, other.rule)) {
                Rule both = new Rule.Clashing(first.rule.source(), ambiguous(receiver, called, first, other));
                return new Found(receiver, both);
            }
        }
        return first;
    }

    /**
     * Returns the rule that counts for the code of an object whose class nobody can name, such as a lambda's: one for a
     * method that it implements. Null if there is none, or if its own code is what counts.
     *
     * @param method the method that the object implements
     */
    static @Nullable Found ofImplementation(
            RuleTable rules, Class<?> receiver, Member method, MethodRef called, RuleMode mode) {
        Found found = new RuleChoice(rules, mode).of(receiver, method, called);
        return found == null || found.rule instanceof Rule.OptedOut || !isInherited(found.rule, found.type)
                ? null
                : found;
    }

    private static boolean isNearest(Found candidate, List<Found> all) {
        for (Found other : all) {
            if (!other.equals(candidate) && candidate.type.isAssignableFrom(other.type)) {
                return false;
            }
        }
        return true;
    }

    private static Diagnostic ambiguous(Class<?> receiver, MethodRef called, Found one, Found other) {
        return Diagnostic.of(
                ErrorId.CLASHING_RULES,
                "two rules for " + called.name() + called.descriptor() + " of " + receiver.getName(),
                "it inherits that of "
                        + origin(one)
                        + " and that of "
                        + origin(other)
                        + ", and neither of these types extends the other",
                "a rule for "
                        + receiver.getName()
                        + " itself, or @OptOut there if its own code is to be differentiated");
    }

    private static String origin(Found found) {
        return found.type.getName() + " by " + found.rule.source().getName() + found.rule.origin();
    }

    /** The class itself, then what it extends; each once. */
    private static Set<Class<?>> supertypes(Class<?> type) {
        Set<Class<?>> all = new LinkedHashSet<>();
        add(type, all);
        return all;
    }

    private static void add(@Nullable Class<?> type, Set<Class<?>> all) {
        if (type != null && all.add(type)) {
            add(type.getSuperclass(), all);
            for (Class<?> parent : type.getInterfaces()) {
                add(parent, all);
            }
        }
    }

    /** Whether what is said of the method of a type counts for the method that runs. */
    private static boolean counts(Rule rule, Class<?> type, Member chosen, MethodRef called) {
        if (chosen.declaring().isAssignableFrom(type)) {
            return true; // the type's method is that method
        }
        Member overridden = MemberTable.method(type, called.name(), called.descriptor());
        return isInherited(rule, type)
                && overridden != null
                && !called.name().equals("<init>")
                && (overridden.flags() & (Modifier.STATIC | Modifier.PRIVATE)) == 0
                && Selection.overrides(chosen, overridden);
    }

    /**
     * Whether a rule counts for methods that override its own. What stands in the place of code, and what is said of
     * classes of the JDK without a formula, tells nothing of code that somebody else has written.
     */
    private static boolean isInherited(Rule rule, Class<?> type) {
        return switch (rule) {
            case Rule.General _, Rule.Partials _, Rule.Clashing _, Rule.OptedOut _ -> true;
            case Rule.NonDifferentiable _, Rule.Refused _ -> !isOfJdk(type);
            case Rule.Moves _, Rule.Replacement _ -> false;
        };
    }

    private static boolean isOfJdk(Class<?> type) {
        return type.getClassLoader() == null || type.getClassLoader().equals(ClassLoader.getPlatformClassLoader());
    }

    /**
     * Returns whether some of the objects that a call may meet have another rule for a method than the one given.
     *
     * @param rule what counts for the type by which the call knows them; null if nothing does
     * @param of the type that this rule is for
     * @param owner the type by which the call knows them
     */
    boolean differsBelow(@Nullable Rule rule, Class<?> of, Class<?> owner, MethodRef called) {
        if (owner.isArray() || Modifier.isFinal(owner.getModifiers())) {
            return false;
        }
        for (String other : rules.owners(called)) {
            Rule there = named(new MethodRef(other, called.name(), called.descriptor(), false));
            if (there == null || isSame(rule, there) || other.equals(called.owner())) {
                continue;
            }
            Class<?> type = load(other, there.source().getClassLoader());
            if (type != null
                    && type != owner
                    && (owner.isAssignableFrom(type) || isNearer(type, of, owner))
                    && MemberTable.method(type, called.name(), called.descriptor()) != null) {
                return true;
            }
        }
        return rule != null && isInherited(rule, of) && differsInPackages(rule, called);
    }

    /** Subclasses may be in any package. */
    private boolean differsInPackages(Rule rule, MethodRef called) {
        for (Rule there : rules.ofPackages(called)) {
            if (!isSame(rule, there)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a type is nearer than that of a rule to objects of a class that extends both the owner and the type. */
    private static boolean isNearer(Class<?> type, Class<?> of, Class<?> owner) {
        return of != type
                && of.isAssignableFrom(type)
                && !type.isAssignableFrom(owner)
                && (type.isInterface() || owner.isInterface())
                && !Modifier.isFinal(type.getModifiers());
    }

    private static @Nullable Class<?> load(String internalName, @Nullable ClassLoader loader) {
        try {
            return Class.forName(internalName.replace('/', '.'), false, loader);
        } catch (ClassNotFoundException | LinkageError notThere) {
            return null; // so that there are no objects of it
        }
    }

    /** Whether it makes no difference which of the two counts. */
    private static boolean isSame(@Nullable Rule one, Rule other) {
        return switch (other) {
            case Rule.NonDifferentiable _ -> one instanceof Rule.NonDifferentiable;
            case Rule.Moves _ -> one instanceof Rule.NonDifferentiable || one instanceof Rule.Moves;
            case Rule.OptedOut _ -> one == null || one instanceof Rule.OptedOut;
            case Rule.General _, Rule.Partials _, Rule.Replacement _, Rule.Refused _, Rule.Clashing _ ->
                    other.equals(one);
        };
    }

    private static MethodRef reference(Class<?> type, MethodRef called) {
        return new MethodRef(type.getName().replace('.', '/'), called.name(), called.descriptor(), type.isInterface());
    }
}
