package dev.fluxion.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** One run of the command: its exit code and what it printed. */
record Run(int code, String out, String err) {

    static Run of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try {
            int code = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(args);
            return new Run(code, out.toString(), err.toString());
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
