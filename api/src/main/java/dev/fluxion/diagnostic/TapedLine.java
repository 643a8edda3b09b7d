package dev.fluxion.diagnostic;

/**
 * What a line of the source leaves on the tape in a forward sweep, for the reverse sweep to take. What is carried
 * around a loop counts for the line of the loop.
 *
 * @param source the line: {@code com.acme.Pricer.path(Pricer.java:58)}
 * @param bytes how many bytes, each time that the line is run; references count four
 * @param loops how many loops of the compiled derivative the line is in; loops that call its method do not count
 */
public record TapedLine(String source, int bytes, int loops) {

    /** Returns one line of text. */
    @Override
    public String toString() {
        String often =
                switch (loops) {
                    case 0 -> "";
                    case 1 -> " each time round its loop";
                    default -> " each time round the innermost of " + loops + " loops";
                };
        return source + ": " + bytes + " bytes" + often;
    }
}
