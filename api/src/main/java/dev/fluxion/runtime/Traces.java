package dev.fluxion.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Puts the lines of the user's source into the stack traces of exceptions that leave emitted code, which the JVM leaves
 * out because the code's class is hidden.
 *
 * <p>A method's places are written in one text: lines {@code class tab method tab file}, an empty line, and for each
 * place a line {@code index of the former, line number, index of the place of the call or -1}.
 */
public final class Traces {

    /** The internal name of this class. */
    public static final String NAME = "dev/fluxion/runtime/Traces";

    /** The descriptor of {@link #add}. */
    public static final String DESCRIPTOR = "(Ljava/lang/Throwable;ILjava/lang/String;)Ljava/lang/Throwable;";

    /** How long traces are, as of the JVM. */
    private static final int LONGEST = 1024;

    private Traces() {}

    /**
     * Adds a place, and the calls that it was inlined through, where the caller's frame belongs. A trace that is not of
     * this stack stays as it is: that of an exception made earlier, or one that the JVM has cut off.
     *
     * @param thrown the exception
     * @param place which of the places
     * @param places the caller's places
     * @return the exception
     */
    public static Throwable add(Throwable thrown, int place, String places) {
        if (thrown instanceof VirtualMachineError) {
            return thrown; // no memory or no stack is left to do more
        }
        StackTraceElement[] trace = thrown.getStackTrace();
        if (trace.length == 0 || trace.length >= LONGEST) {
            return thrown;
        }
        StackTraceElement[] here = new Throwable().getStackTrace();
        int below = here.length - 1;
        if (trace.length < below || !endsAlike(trace, here, below)) {
            return thrown;
        }
        List<StackTraceElement> all = new ArrayList<>();
        Collections.addAll(all, trace);
        all.addAll(trace.length - below, elements(place, places));
        thrown.setStackTrace(all.toArray(new StackTraceElement[0]));
        return thrown;
    }

    private static boolean endsAlike(StackTraceElement[] trace, StackTraceElement[] here, int count) {
        for (int i = 1; i <= count; i++) {
            if (!trace[trace.length - i].equals(here[here.length - i])) {
                return false;
            }
        }
        return true;
    }

    private static List<StackTraceElement> elements(int first, String places) {
        int gap = places.indexOf("\n\n");
        String[] methods = places.substring(0, gap).split("\n", -1);
        String[] lines = places.substring(gap + 2).split("\n", -1);
        List<StackTraceElement> elements = new ArrayList<>();
        for (int place = first; place >= 0; ) {
            String[] numbers = lines[place].split(",", -1);
            String[] method = methods[Integer.parseInt(numbers[0])].split("\t", -1);
            int line = Integer.parseInt(numbers[1]);
            elements.add(
                    new StackTraceElement(
                            method[0], method[1], method[2].isEmpty() ? null : method[2], line == 0 ? -1 : line));
            place = Integer.parseInt(numbers[2]);
        }
        return elements;
    }
}
