package dev.fluxion.engine.rule;

/** Is told which rules are left out, and why; the others are not their victims. */
@FunctionalInterface
interface Omissions {

    /** Writes them to the log. */
    Omissions LOG = RuleOrigins::logOmission;

    /** Takes note that some rules are left out. */
    void leaveOut(String what, Throwable cause);

    /** Takes note that the rules of one class are left out. */
    default void leaveOut(Class<?> source, Throwable cause) {
        leaveOut("the rules of " + RuleOrigins.of(source) + " are left out", cause);
    }
}
