package dev.fluxion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.ir.type.Type;
import dev.fluxion.rule.RuleProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** javac with the processor on its path, as a rule author has it: rules that fit compile, others have errors. */
class RuleProcessorTest {

    private static final String LIBRARY =
            """
            import dev.fluxion.rule.*;
            final class Library {
                static double scaled(double x, int n) { return n * x; }
                double times(double x) { return x; }
                static void fill(double[] target, double x) { target[0] = x; }
                static double[] copy(double[] a) { return a.clone(); }
                static double dot(double[] a, double[] b) { return a[0] * b[0]; }
            }
            """;

    @TempDir private Path directory;

    private List<String> errors(String rules) throws IOException, URISyntaxException {
        return errors("@Rules(of = Library.class)", rules);
    }

    private List<String> errors(String mark, String rules) throws IOException, URISyntaxException {
        String source = LIBRARY + mark + " final class LibraryRules implements RuleProvider {\n" + rules + "\n}\n";
        String path = location(RuleProvider.class) + File.pathSeparator + location(Type.class);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options = List.of("-cp", path, "-proc:full", "-d", directory.toString(), "-Xlint:-options");
        StringWriter output = new StringWriter();
        compiler.getTask(output, null, found, options, null, List.of(new Source(source))).call();
        assertThat(output.toString()).isEmpty();
        List<String> errors = new ArrayList<>();
        for (Diagnostic<?> each : found.getDiagnostics()) {
            if (each.getKind() == Diagnostic.Kind.ERROR) {
                long first = LIBRARY.lines().count() + 1;
                errors.add((each.getLineNumber() - first) + ": " + each.getMessage(Locale.ROOT));
            }
        }
        return errors;
    }

    private static String location(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String code;

        Source(String code) {
            this("LibraryRules", code);
        }

        Source(String name, String code) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.code = code;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
        }
    }

    @Test
    void namesThatNoMethodHasAreErrors() throws IOException, URISyntaxException {
        assertThat(
                        errors(
                                "@Rules(of = Library.class) @NonDifferentiable(of = {\"fill\", \"toString\","
                                        + " \"nosuch\"}) @OptOut(of = {\"scaled(DI)D\", \"nix\"})",
                                ""))
                .containsExactly(
                        "0: [FX-0406] @NonDifferentiable is for no method: no class that it is for has nosuch",
                        "0: [FX-0406] @OptOut is for no method: no class that it is for has nix");
        assertThat(errors("@OptOut(of = \"scaled\")", ""))
                .containsExactly("0: [FX-0405] the class with @OptOut says by @Rules which classes it is about");
    }

    @Test
    void rulesThatFitCompile() throws IOException, URISyntaxException {
        String rules =
                """
                @Partial(of = "scaled", wrt = 0) static double scaled(double x, int n, double y) { return n; }
                @Partial(of = "times", wrt = 1) static double times(Library self, double x, double y) { return 1; }
                @Replacement(of = "copy") static double[] copy(double[] a) { return a.clone(); }
                @Reverse(of = "dot") static ValueAndPullback<Double, Cotangents2<double[], double[]>> dot(
                        double[] a, double[] b) { return null; }
                @Reverse(of = "fill", writes = 0) static VoidPullback filled(double[] target, double x) { return null; }
                @Forward(of = "dot") static ValueAndTangent<Double> dot(
                        double[] a, double[] b, double[] da, double[] db) { return null; }
                """;
        assertThat(errors(rules)).isEmpty();
    }

    @Test
    void partialsThatDoNotFit() throws IOException, URISyntaxException {
        String rules =
                """
                @Partial(of = "scaled", wrt = 0) double notStatic(double x, int n, double y) { return n; }
                @Partial(of = "scaled", wrt = 0) static double noResult(double x, int n) { return n; }
                @Partial(of = "scaled", wrt = 2) static double noArgument(double x, int n, double y) { return n; }
                @Partial(of = "scale", wrt = 0) static double noMethod(double x, int n, double y) { return n; }
                @Partial(of = "times", wrt = 0) static double noReceiver(double x, double y) { return 1; }
                @Partial(of = "norm", wrt = 1) static double ofAnArray(double[][] a, double p, double y) { return y; }
                """;
        assertThat(errors(rules))
                .containsExactly(
                        "1: [FX-0405] a rule is static; a receiver is its first parameter",
                        "2: [FX-0405] a partial derivative takes the method's parameters and then its result, and"
                                + " returns the type of that result",
                        "3: [FX-0405] the method has no argument 2; wrt is from 0 to 1, the receiver counting if there"
                                + " is one",
                        "4: [FX-0406] the rule is for no method: no class that it is for has scale(double, int) with"
                                + " the result double",
                        "5: [FX-0406] the rule is for no method: no class that it is for has times(double) with the"
                                + " result double",
                        "6: [FX-0405] a partial gives no derivative in an array of numbers; a @Reverse rule gives the"
                                + " cotangents of arrays");
    }

    @Test
    void pullbacksAndTangentsThatDoNotFit() throws IOException, URISyntaxException {
        String rules =
                """
                @Reverse(of = "dot") static double value(double[] a, double[] b) { return 1; }
                @Reverse(of = "dot") static ValueAndPullback<Double, double[]> one(double[] a, double[] b) { return null; }
                @Reverse(of = "dot") static ValueAndPullback<Float, Cotangents2<double[], double[]>> other(double[] a, double[] b) { return null; }
                @Reverse(of = "fill", writes = 5) static VoidPullback written(double[] target, double x) { return null; }
                @Forward(of = "dot") static ValueAndTangent<Double> odd(double[] a, double[] b, double[] da) { return null; }
                @Replacement(of = "fill") static int filled(double[] target, double x) { return 1; }
                """;
        assertThat(errors(rules))
                .containsExactly(
                        "6: [FX-0406] the rule is for no method: no class that it is for has fill(double[], double)"
                                + " with the result int",
                        "1: [FX-0405] a reverse rule returns ValueAndPullback, ValueAndPullbackInPlace or VoidPullback",
                        "2: [FX-0405] the pullback gives 1 cotangents, and the method has 2 arguments",
                        "3: [FX-0406] the rule is for no method: no class that it is for has dot(double[], double[])"
                                + " with the result java.lang.Float",
                        "4: [FX-0405] the method has no argument 5 to write to",
                        "5: [FX-0405] a forward rule takes the method's parameters and then a tangent for each of"
                                + " them");
    }

    @Test
    void aClassOfRulesSaysWhatTheyAreFor() throws IOException, URISyntaxException {
        String rule =
                "@Partial(of = \"scaled\", wrt = 0) static double scaled(double x, int n, double y) { return n; }";
        assertThat(errors("", rule))
                .containsExactly("1: [FX-0405] the class of a rule says by @Rules which classes its rules are for");
    }

    @Test
    void classesThatAreNotThereAreNoError() throws IOException, URISyntaxException {
        String rule = "@Partial(of = \"any\", wrt = 0) static double any(double x, double y) { return 1; }";
        assertThat(errors("@Rules(ofNames = \"com.acme.Elsewhere\")", rule)).isEmpty();
        assertThat(errors("@Rules(ofNames = \"Library\")", rule)).hasSize(1);
    }

    @Test
    void rulesOfPackagesHaveNoFormula() throws IOException, URISyntaxException {
        assertThat(
                        errors(
                                "@Rules(ofPackages = {\"com.acme\", \"org.acme.**\"}) @OptOut @NonDifferentiable(of ="
                                        + " \"log\")",
                                ""))
                .isEmpty();
        String rule =
                "@Partial(of = \"scaled\", wrt = 0) static double scaled(double x, int n, double y) { return n; }";
        String noClass =
                "[FX-0405] a formula, a replacement and @MovesReferences are for methods of classes, and @Rules"
                        + " names none";
        assertThat(errors("@Rules(ofPackages = \"com.acme\")", rule)).containsExactly("1: " + noClass);
        assertThat(errors("@Rules(ofPackages = \"com.acme\") @MovesReferences", "")).containsExactly("0: " + noClass);
        assertThat(errors("@Rules(ofPackages = \"com/acme/*\") @OptOut", ""))
                .containsExactly(
                        "0: [FX-0405] \"com/acme/*\" is the name of no package: com.acme.audit, or com.acme.audit.**"
                                + " with all below it");
    }

    @Test
    void rulesForNothingAreAnError() throws IOException, URISyntaxException {
        String rule =
                "@Partial(of = \"scaled\", wrt = 0) static double scaled(double x, int n, double y) { return n; }";
        assertThat(errors("@Rules", rule))
                .containsExactly("0: [FX-0405] the class has rules for no class: @Rules names none");
    }

    @Test
    void secondRuleForAMethodIsAnError() throws IOException, URISyntaxException {
        String rules =
                """
                @Partial(of = "scaled", wrt = 0) static double scaled(double x, int n, double y) { return n; }
                @Partial(of = "scaled", wrt = 0) static double again(double x, int n, double y) { return n; }
                @Reverse(of = "times") static ValueAndPullbackInPlace<Double> times(Library l, double x) { return null; }
                @Forward(of = "times") static ValueAndTangent<Double> times(
                        Library l, double x, Library dl, double dx) { return null; }
                @Partial(of = "times", wrt = 1) static double both(Library l, double x, double y) { return 1; }
                """;
        assertThat(errors(rules))
                .containsExactly(
                        "2: [FX-0404] two rules for scaled(double,int) of Library: "
                                + "LibraryRules.scaled(double,int,double) is another",
                        "3: [FX-0404] two rules for times(double) of Library: "
                                + "LibraryRules.both(Library,double,double) is another",
                        "4: [FX-0404] two rules for times(double) of Library: "
                                + "LibraryRules.both(Library,double,double) is another");
    }

    /** Two classes with a rule for one method. */
    private static String two(String markOfOther, String bodyOfOther) {
        String rule =
                "@Partial(of = \"scaled\", wrt = 0) static double scaled(double x, int n, double y) { return n; }";
        return rule
                + "\n} @Rules(of = Library.class"
                + markOfOther
                + ") class Others implements RuleProvider {\n"
                + rule
                + bodyOfOther;
    }

    @Test
    void rulesOfTwoClassesForOneMethodMayBeForTwoPrograms() throws IOException, URISyntaxException {
        assertThat(errors(two("", ""))).isEmpty();
    }

    @Test
    void rulesOfTwoProvidersInOneServiceFileAreAnErrorUnlessOneOverrides() throws IOException, URISyntaxException {
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Path file = services.resolve(RuleProvider.class.getName());
        Files.writeString(file, "LibraryRules # and\n Others\n");
        assertThat(errors(two("", "")))
                .containsExactly(
                        "3: [FX-0404] two rules for scaled(double,int) of Library: "
                                + "LibraryRules.scaled(double,int,double) is another");
        assertThat(errors(two(", overrides = true", ""))).isEmpty();
        String other = "public java.util.List<Class<?>> ruleClasses() { return java.util.List.of(); }";
        assertThat(errors(two("", other))).isEmpty();
        Files.writeString(file, "LibraryRules\n");
        assertThat(errors(two("", ""))).isEmpty();
    }

    @Test
    void rulesOfTwoProvidersOfOneModuleAreAnError() throws IOException, URISyntaxException {
        String rule =
                "package acme; import dev.fluxion.rule.*; @Rules(of = Library.class) public class %s implements"
                        + " RuleProvider { @Partial(of = \"scaled\", wrt = 0) static double scaled(double x, int n,"
                        + " double y) { return n; } }";
        String library =
                "package acme; public class Library { public static double scaled(double x, int n) { return x; } }";
        String both = "provides dev.fluxion.rule.RuleProvider with acme.One, acme.Two;";
        String path = location(RuleProvider.class) + File.pathSeparator + location(Type.class);
        String annotations = ""; // what the API's module requires statically
        for (String property : new String[] {"jdk.module.path", "java.class.path"}) {
            for (String entry : System.getProperty(property, "").split(File.pathSeparator, -1)) {
                annotations = entry.contains("jspecify") ? File.pathSeparator + entry : annotations;
            }
        }
        String modules = path + annotations;
        for (String provides : new String[] {both, both.replace(", acme.Two", "")}) {
            DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
            List<String> options =
                    List.of("--module-path", modules, "--processor-path", path, "-d", directory.toString());
            List<Source> sources =
                    List.of(
                            new Source("module-info", "module acme { requires dev.fluxion.api; " + provides + " }"),
                            new Source("acme/Library", library),
                            new Source("acme/One", rule.formatted("One")),
                            new Source("acme/Two", rule.formatted("Two")));
            ToolProvider.getSystemJavaCompiler().getTask(null, null, found, options, null, sources).call();
            List<String> messages = new ArrayList<>();
            found.getDiagnostics().forEach(each -> messages.add(each.getMessage(Locale.ROOT)));
            String clash =
                    "[FX-0404] two rules for scaled(double,int) of acme.Library:"
                            + " acme.One.scaled(double,int,double) is another";
            assertThat(messages.contains(clash)).as(messages.toString()).isEqualTo(provides.equals(both));
        }
    }
}
