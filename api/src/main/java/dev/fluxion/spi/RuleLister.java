package dev.fluxion.spi;

import java.util.List;

/** The rules on the module path and class path, and what becomes of each. */
public interface RuleLister {

    /** Returns all rules for the methods that there are, in no order. */
    List<ListedRule> all();

    /**
     * Returns what counts for the methods of a name, one entry for each that has a rule: one of the class, of its
     * package, or of a method that it overrides. An entry that clashes is there with all that it clashes with.
     *
     * @param type the class on whose objects they are called; need not declare them itself
     * @param name the name, {@code <init>} for constructors
     */
    List<ListedRule> of(Class<?> type, String name);

    /** Returns, for all providers, classes and rules that cannot be used, which these are and why. */
    List<String> leftOut();
}
