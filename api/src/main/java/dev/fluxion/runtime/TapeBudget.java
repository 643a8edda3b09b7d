package dev.fluxion.runtime;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many bytes the stacks of one tape hold, and may hold: what the system property {@code fluxion.tape.budget} says,
 * a number of bytes with {@code k}, {@code m} or {@code g} after it; without it, as many as there is room for. Not
 * thread safe.
 */
final class TapeBudget {

    /** The property. */
    static final String PROPERTY = "fluxion.tape.budget";

    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;
    private static final Pattern BYTES = Pattern.compile("(\\d{1,12})([kKmMgG]?)");

    private final @Nullable String setting;
    private long used;

    /** Starts with nothing used, for the tapes of derivatives. */
    TapeBudget() {
        this(System.getProperty(PROPERTY));
    }

    /** Starts with nothing used; null for no limit. */
    TapeBudget(@Nullable String setting) {
        this.setting = setting;
    }

    /**
     * Returns the length of a stack's new array, for {@code count} values above {@code top}: at least twice as long if
     * the budget has room for that.
     *
     * @param held the length of its array
     * @param bytes the size of a value
     * @throws NotDifferentiableException if the budget has no room for so many values
     */
    int grown(int top, int count, int held, int bytes) {
        long needed = (long) top + count;
        long free = limit() - (used - (long) held * bytes);
        if (count < 0 || needed > LARGEST_ARRAY || needed * bytes > free) {
            throw exceeded((count < 0 ? Integer.MAX_VALUE : needed) * bytes, null);
        }
        long length = Math.min(Math.min(Math.max(needed, 2L * top), LARGEST_ARRAY), free / bytes);
        used += (length - held) * bytes;
        return (int) length;
    }

    /** Says that a stack has another array now. */
    void resized(int before, int after, int bytes) {
        used += (long) (after - before) * bytes;
    }

    /** Returns how many bytes the arrays of all stacks have. */
    long used() {
        return used;
    }

    /**
     * Returns what there is to say where there is no room.
     *
     * @param wanted how many bytes one of the stacks would need
     * @param noMemory what the JVM has said, if it has
     */
    NotDifferentiableException exceeded(long wanted, @Nullable OutOfMemoryError noMemory) {
        String has = "all that it remembers has " + inWords(used) + ", one of its stacks would need " + inWords(wanted);
        String limit = setting == null || noMemory != null ? "" : ", and the budget is " + setting;
        return new NotDifferentiableException(
                Diagnostic.of(
                        ErrorId.TAPE_BUDGET,
                        "this derivative remembers more of its forward sweep than there is room for",
                        has + limit + (noMemory == null ? "" : ": " + noMemory.getMessage()),
                        "checkpointed(...) around a part or a loop that can run again, which remembers less; more"
                                + " memory (-Xmx, -D"
                                + PROPERTY
                                + ")"));
    }

    private long limit() {
        if (setting == null) {
            return Long.MAX_VALUE / 2;
        }
        Matcher bytes = BYTES.matcher(setting);
        if (!bytes.matches()) {
            throw new NotDifferentiableException(
                    Diagnostic.of(
                            ErrorId.TAPE_BUDGET,
                            "the system property " + PROPERTY + " is \"" + setting + "\"",
                            "it is to be a number of bytes",
                            "64m, 2g, 500000 or the like"));
        }
        int power =
                switch (bytes.group(2)) {
                    case "k", "K" -> 10;
                    case "m", "M" -> 20;
                    case "g", "G" -> 30;
                    default -> 0;
                };
        return Long.parseLong(bytes.group(1)) << power;
    }

    private static String inWords(long bytes) {
        return bytes < 10_000_000 ? bytes + " bytes" : (bytes >> 20) + " MB";
    }
}
