package dev.fluxion.benchmarks;

import dev.fluxion.DoubleArrayFn;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import javax.tools.ToolProvider;

/** Methods as a code generator would write them, on {@code double[] x} of ten numbers, compiled when the test runs. */
final class GeneratedCode {
    private final Random random = new Random(1);
    private final StringBuilder text = new StringBuilder();
    private final int locals;

    private GeneratedCode(int locals) {
        this.locals = locals;
        for (int i = 0; i < locals; i++) {
            line("double v" + i + " = x[" + i % 10 + "] * " + (0.5 + i * 0.1) + " + " + i * 0.01 + ";");
        }
    }

    private void line(String statement) {
        text.append("        ").append(statement).append('\n');
    }

    private String any() {
        return "v" + random.nextInt(locals);
    }

    private String sum() {
        line("double sum = 0;");
        for (int i = 0; i < locals; i++) {
            line("sum += v" + i + ";");
        }
        line("return sum;");
        return text.toString();
    }

    /** One line after the other, on 60 variables and an array. */
    static String straightLine(int lines) {
        GeneratedCode code = new GeneratedCode(60);
        code.line("double[] w = new double[16];");
        for (int i = 0; i < lines; i++) {
            String a = code.any();
            String b = code.any();
            String c = code.any();
            int k = code.random.nextInt(16);
            code.line(
                    switch (code.random.nextInt(7)) {
                        case 0 -> a + " = " + b + " * 0.5 + " + c + " * 0.3;";
                        case 1 -> a + " = Math.sin(" + b + ") * " + c + ";";
                        case 2 -> a + " = " + b + " / (2.0 + " + c + " * " + c + ");";
                        case 3 -> "w[" + k + "] = " + b + " - 0.1 * " + c + ";";
                        case 4 -> a + " = w[" + k + "] * 0.9 + " + b + " * 0.1;";
                        case 5 -> a + " = " + b + " * 0.7 - x[" + k % 10 + "] * 0.2;";
                        default -> a + " = Math.sqrt(1.0 + " + b + " * " + b + ") * 0.5;";
                    });
        }
        return code.sum();
    }

    /** Branches one after the other, of seven statements each, perhaps all in a loop. */
    static String branches(int count, boolean inLoop) {
        GeneratedCode code = new GeneratedCode(20);
        if (inLoop) {
            code.line("for (int i = 0; i < 3; i++) {");
        }
        for (int i = 0; i < count; i++) {
            code.line(code.any() + " = " + code.any() + " * 0.9 + Math.sin(" + code.any() + ");");
            code.line(code.any() + " = " + code.any() + " * 0.5 - " + code.any() + " * 0.3;");
            code.line("if (" + code.any() + " > " + code.any() + " * 0.7 + 0.1) {");
            code.line(code.any() + " = " + code.any() + " * " + code.any() + " / (3.0 + " + code.any() + ");");
            code.line(code.any() + " = " + code.any() + " + 0.1;");
            code.line("} else {");
            code.line(code.any() + " = Math.cos(" + code.any() + ") + " + code.any() + ";");
            code.line(code.any() + " = " + code.any() + " - 0.2 * " + code.any() + ";");
            code.line("}");
            code.line(code.any() + " = " + code.any() + " * 0.7;");
        }
        if (inLoop) {
            code.line("}");
        }
        return code.sum();
    }

    /** A machine of many states. */
    static String states(int count) {
        GeneratedCode code = new GeneratedCode(3);
        code.line("int state = 0;");
        code.line("for (int i = 0; i < 60; i++) {");
        code.line("switch (state) {");
        for (int i = 0; i < count; i++) {
            code.line("case " + i + ":");
            code.line("v0 = v0 * 0.9 + Math.sin(v1 * " + i * 0.001 + " + v2);");
            code.line("v1 = v1 * 0.99 + 0.01 * v0 * v2;");
            code.line("if (v0 > v1) { v2 = v2 * 0.9 + v0 * 0.01; } else { v2 = v2 + 0.001 * v1 * v0; }");
            code.line("state = " + (i * 7 + 3) % count + ";");
            code.line("break;");
        }
        code.line("default: state = 0; } }");
        return code.sum();
    }

    /** Compiles a body to a function. */
    static DoubleArrayFn compile(String body) throws IOException, ReflectiveOperationException {
        Path folder = Files.createTempDirectory("generated");
        Path file = folder.resolve("Generated.java");
        Files.writeString(
                file,
                """
                public class Generated implements dev.fluxion.DoubleArrayFn {
                    @Override
                    public double applyAsDouble(double[] x) {
                """
                        + body
                        + "    }\n}\n");
        String path = Path.of(URL_OF_API.getPath()).toString();
        int failed =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-proc:none", "-cp", path, "-d", folder.toString(), file.toString());
        if (failed != 0) {
            throw new IOException("javac refused " + file);
        }
        URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, DoubleArrayFn.class.getClassLoader());
        return (DoubleArrayFn) loader.loadClass("Generated").getConstructor().newInstance();
    }

    private static final URL URL_OF_API = DoubleArrayFn.class.getProtectionDomain().getCodeSource().getLocation();
}
