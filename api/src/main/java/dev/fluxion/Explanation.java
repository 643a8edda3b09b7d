package dev.fluxion;

import dev.fluxion.spi.Decompiler;

import java.util.List;
import java.util.ServiceLoader;

/** How a derivative was made, from {@code explain}; prints itself. */
public final class Explanation {

    private final String source;
    private final String ir;
    private final String adjointIr;
    private final String internalName;
    private final byte[] bytecode;
    private final List<String> warnings;

    /**
     * Collects what an engine knows.
     *
     * @param source where the function is, such as {@code com.acme.Main.lambda$main$0(Main.java:12)}
     * @param ir the function's IR
     * @param adjointIr the IR of its gradient, as it is compiled
     * @param internalName the name of the compiled class, with slashes
     * @param bytecode its class file
     * @param warnings what the user should know, possibly nothing
     */
    public Explanation(
            String source, String ir, String adjointIr, String internalName, byte[] bytecode, List<String> warnings) {
        this.source = source;
        this.ir = ir;
        this.adjointIr = adjointIr;
        this.internalName = internalName;
        this.bytecode = bytecode.clone();
        this.warnings = List.copyOf(warnings);
    }

    /** Returns where the function is: {@code com.acme.Main.lambda$main$0(Main.java:12)}. */
    public String source() {
        return source;
    }

    /** Returns the function's IR. */
    public String ir() {
        return ir;
    }

    /** Returns the IR of its gradient, as it is compiled. */
    public String adjointIr() {
        return adjointIr;
    }

    /** Returns the class file of the compiled gradient. */
    public byte[] bytecode() {
        return bytecode.clone();
    }

    /** Returns what to know about this gradient, such as a branch on equality, possibly nothing. */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * Returns the compiled gradient as Java. Without a decompiler on the module path or class path (the {@code fluxion}
     * command has one) a line that says so.
     */
    public String java() {
        for (Decompiler decompiler : ServiceLoader.load(Decompiler.class, Explanation.class.getClassLoader())) {
            return decompiler.decompile(internalName, bytecode.clone());
        }
        return "// no decompiler is on the module path or class path; fluxion-cli brings one\n";
    }

    /** Returns all sections with headings. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        section(text, "function", source);
        section(text, "IR", ir);
        section(text, "gradient IR", adjointIr);
        section(text, "gradient as Java", java());
        if (!warnings.isEmpty()) {
            section(text, "warnings", String.join("\n", warnings));
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
