package dev.fluxion.cli.catalog;

import dev.fluxion.spi.EngineProvider;
import dev.fluxion.spi.ListedRule;
import dev.fluxion.spi.ListedRule.Standing;
import dev.fluxion.spi.RuleLister;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/**
 * The rules of all providers, and what becomes of them.
 *
 * @param counting what counts, and what clashes, sorted by method
 * @param unused what does not, since something else counts, or there is no such class
 * @param leftOut the providers and rules that cannot be used, with the reason
 */
public record RuleCatalog(List<Entry> counting, List<Entry> unused, List<String> leftOut) {

    /** Copies the lists in. */
    public RuleCatalog {
        counting = List.copyOf(counting);
        unused = List.copyOf(unused);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A method with a rule.
     *
     * @param method such as {@code java.lang.Math.max(double, double)}, or a name where all overloads are meant
     * @param says the arguments that have partial derivatives, or {@code not differentiated}
     * @param source the class with the rule, by its full name
     * @param origin the module of that class, or its jar
     * @param why why it does not count; empty if it does
     */
    public record Entry(String method, String says, String source, String origin, String why) {}

    private static final Comparator<Entry> ORDER = Comparator.comparing(Entry::method).thenComparing(Entry::source);

    /**
     * Reads the rules.
     *
     * @param part what the class and method must end with or be, such as {@code max} or {@code java.lang.Math}; null
     *     for all. For a method of a class by its full name, what counts for it, though it be inherited
     */
    public static RuleCatalog read(@Nullable String part) {
        RuleLister lister =
                ServiceLoader.load(EngineProvider.class, RuleCatalog.class.getClassLoader())
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("there is no engine on the module path"))
                        .rules();
        List<ListedRule> ofMethod = part == null ? null : ofMethod(lister, part);
        List<Entry> counting = new ArrayList<>();
        List<Entry> unused = new ArrayList<>();
        for (ListedRule rule : lister.all()) {
            if (part != null && !matches(rule.owner(), rule.name(), part)) {
                continue;
            }
            if (rule.standing() == Standing.UNUSED) {
                unused.add(entry(rule));
            } else if (ofMethod == null) {
                counting.add(entry(rule));
            }
        }
        if (ofMethod != null) {
            ofMethod.forEach(rule -> counting.add(entry(rule)));
        }
        counting.sort(ORDER);
        unused.sort(ORDER);
        return new RuleCatalog(counting, unused, lister.leftOut());
    }

    /** What counts for the methods of some name of a class that is there; null if no such class is meant. */
    private static @Nullable List<ListedRule> ofMethod(RuleLister lister, String part) {
        int end = part.lastIndexOf('.');
        if (end < 0) {
            return null;
        }
        ClassLoader own = RuleCatalog.class.getClassLoader();
        for (ClassLoader loader : new ClassLoader[] {Thread.currentThread().getContextClassLoader(), own}) {
            try {
                return lister.of(Class.forName(part.substring(0, end), false, loader), part.substring(end + 1));
            } catch (ClassNotFoundException | LinkageError notThere) {
                // the other loader may have it; else only a part of a name was given
            }
        }
        return null;
    }

    private static Entry entry(ListedRule rule) {
        String says = rule.standing() == Standing.CLASHES ? "clashes: " + rule.says() : rule.says();
        return new Entry(
                rule.owner() + "." + rule.name() + rule.parameters(),
                says,
                rule.source().getName(),
                Origins.of(rule.source()),
                rule.why());
    }

    private static boolean matches(String owner, String name, String part) {
        if (PackagePattern.isPattern(owner)) {
            return new PackagePattern(owner).matches(name, part);
        }
        String full = owner + "." + name;
        return full.equals(part)
                || full.endsWith("." + part)
                || owner.equals(part)
                || owner.endsWith("." + part)
                || name.equals("*") && isOfOwner(owner, part);
    }

    /** Whether a method of a class is asked about, of whose methods all are meant. */
    private static boolean isOfOwner(String owner, String part) {
        int end = part.lastIndexOf('.');
        String asked = end < 0 ? "" : part.substring(0, end);
        return !asked.isEmpty() && (owner.equals(asked) || owner.endsWith("." + asked));
    }
}
