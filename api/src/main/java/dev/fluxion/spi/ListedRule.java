package dev.fluxion.spi;

/**
 * A rule for a method, or for all of some name, as it is listed.
 *
 * @param owner the class with the method by its full name; {@code com.acme.*} for all of a package, {@code com.acme.**}
 *     with those below it
 * @param name the method's name, {@code <init>} for a constructor; a star for all methods
 * @param parameters such as {@code (double, java.util.List)}; empty where all methods of the name are meant
 * @param says what the rule is: {@code partial in argument 0, 1}, {@code not differentiated}
 * @param source the class with the rule
 * @param standing whether it counts
 * @param why what counts in its place, or why it does not; empty if it does
 */
public record ListedRule(
        String owner,
        String name,
        String parameters,
        String says,
        Class<?> source,
        ListedRule.Standing standing,
        String why) {

    /** Whether a rule counts. */
    public enum Standing {
        /** It is used. */
        COUNTS,
        /** Another rule contradicts it, so that the method has no derivative. */
        CLASHES,
        /** Something else counts, or there is nothing that it is for. */
        UNUSED
    }
}
