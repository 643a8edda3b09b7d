package dev.fluxion;

import dev.fluxion.diagnostic.TapedLine;
import dev.fluxion.spi.Decompiler;
import dev.fluxion.spi.Explained;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** How a derivative was made, from {@code explain}; prints itself. */
public final class Explanation {

    private final Explained explained;

    /** Wraps what an engine told. */
    Explanation(Explained explained) {
        this.explained = explained;
    }

    /** Returns where the function is: {@code com.acme.Main.lambda$main$0(Main.java:12)}. */
    public String source() {
        return explained.source();
    }

    /** Returns the function's IR. */
    public String ir() {
        return explained.ir();
    }

    /** Returns the IR of its gradient, as it is compiled. */
    public String adjointIr() {
        return explained.adjointIr();
    }

    /** Returns the class file of the compiled gradient. */
    public byte[] bytecode() {
        return explained.bytecode().clone();
    }

    /** Returns what to know about this gradient, such as a branch on equality, possibly nothing. */
    public List<String> warnings() {
        return explained.warnings();
    }

    /**
     * Returns what the lines of the function leave on the tape in a forward sweep: possibly nothing, if all that the
     * reverse sweep needs is at hand or can be computed again. What is in more loops comes first. What calls leave
     * whose code is found when it runs is not known here.
     *
     * <pre>{@code
     * explain(f).tape().forEach(System.out::println);  // com.acme.Main.sum(Main.java:12): 8 bytes each time round its loop
     * }</pre>
     */
    public List<TapedLine> tape() {
        return explained.tape();
    }

    /**
     * Returns the compiled gradient as Java. Without a decompiler on the module path or class path (the {@code fluxion}
     * command has one) a line that says so.
     */
    public String java() {
        for (Decompiler decompiler : ServiceLoader.load(Decompiler.class, Explanation.class.getClassLoader())) {
            return decompiler.decompile(explained.internalName(), bytecode());
        }
        return "// no decompiler is on the module path or class path; fluxion-cli brings one\n";
    }

    /** Returns all sections with headings. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        section(text, "function", source());
        section(text, "IR", ir());
        section(text, "gradient IR", adjointIr());
        section(text, "gradient as Java", java());
        if (!tape().isEmpty()) {
            section(text, "tape", tape().stream().map(TapedLine::toString).collect(Collectors.joining("\n")));
        }
        if (!warnings().isEmpty()) {
            section(text, "warnings", String.join("\n", warnings()));
        }
        return text.toString();
    }

    private static void section(StringBuilder text, String title, String body) {
        text.append("== ").append(title).append('\n').append(body);
        if (!body.endsWith("\n")) {
            text.append('\n');
        }
    }
}
