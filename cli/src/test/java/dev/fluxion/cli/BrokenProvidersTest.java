package dev.fluxion.cli;

import static dev.fluxion.cli.ProviderJars.SEVEN;
import static dev.fluxion.cli.ProviderJars.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.Fluxion;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.rule.RuleProvider;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Jars of others with rules that are right and wrong, found by ServiceLoader as a program would find them. */
class BrokenProvidersTest {

    @TempDir private Path directory;

    private Path jar(String name, @Nullable String source) throws IOException, URISyntaxException {
        return new ProviderJars(directory).jar(name, source);
    }

    /** What is run with some jars on the path. */
    private interface Task {
        void run(Method square) throws ReflectiveOperationException;
    }

    /** Runs a task with the jars on the path, and returns what is logged meanwhile. */
    private static String logged(List<Path> jars, Task task) throws IOException, ReflectiveOperationException {
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            urls.add(jar.toUri().toURL());
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        Logging logging = Logging.to(log);
        try (URLClassLoader loader =
                new URLClassLoader(urls.toArray(new URL[0]), RuleProvider.class.getClassLoader())) {
            thread.setContextClassLoader(loader);
            Class<?> library = Class.forName("acme.Library", true, loader);
            task.run(library.getMethod("square", double.class));
        } finally {
            logging.stop();
            thread.setContextClassLoader(before);
        }
        return log.toString(StandardCharsets.UTF_8);
    }

    /** The log of the JDK, whose module this one does not read. */
    private record Logging(Object logger, Object handler, Class<?> type) {

        static Logging to(OutputStream out) throws ReflectiveOperationException {
            Class<?> logger = Class.forName("java.util.logging.Logger");
            Class<?> formatter = Class.forName("java.util.logging.Formatter");
            Class<?> type = Class.forName("java.util.logging.Handler");
            Object text = Class.forName("java.util.logging.SimpleFormatter").getConstructor().newInstance();
            Object handler =
                    Class.forName("java.util.logging.StreamHandler")
                            .getConstructor(OutputStream.class, formatter)
                            .newInstance(out, text);
            Object rules = logger.getMethod("getLogger", String.class).invoke(null, "dev.fluxion.rules");
            logger.getMethod("addHandler", type).invoke(rules, handler);
            return new Logging(rules, handler, type);
        }

        void stop() throws ReflectiveOperationException {
            type.getMethod("flush").invoke(handler);
            logger.getClass().getMethod("removeHandler", type).invoke(logger, handler);
        }
    }

    private static double slope(Method square) {
        return Fluxion.builder().build().gradient(square).at(3.0)[0];
    }

    @Test
    void brokenProvidersAreNamedWithTheirJarsAndLeaveTheOthersAlone()
            throws IOException, URISyntaxException, ReflectiveOperationException {
        String wrong = "@Partial(of = \"square\", wrt = 3) static double square(double x, double y) { return 1; }";
        String throwing =
                "public java.util.List<Class<?>> ruleClasses() { throw new IllegalStateException(\"on purpose\"); }";
        String missing =
                "public java.util.List<Class<?>> ruleClasses() { throw new NoClassDefFoundError(\"acme/Gone\"); }";
        List<Path> jars =
                List.of(
                        jar("Wrong", rules("Wrong", wrong)),
                        jar("Absent", null),
                        jar("Throwing", rules("Throwing", throwing)),
                        jar("Missing", rules("Missing", missing)),
                        jar("Good", rules("Good", SEVEN)));
        String log = logged(jars, square -> assertThat(slope(square)).isEqualTo(7));
        assertThat(log)
                .contains(
                        "[FX-0408] the rules of acme.Wrong (wrong.jar) are left out",
                        "because [FX-0405] the rule acme.Wrong.square cannot be a partial derivative of \"square\": the"
                                + " method has no argument 3",
                        "[FX-0408] the provider of rules acme.Absent (absent.jar) is left out",
                        "Provider acme.Absent not found",
                        "[FX-0408] the rules of acme.Throwing (throwing.jar) are left out",
                        "because java.lang.IllegalStateException: on purpose",
                        "[FX-0408] the rules of acme.Missing (missing.jar) are left out",
                        "because java.lang.NoClassDefFoundError: acme/Gone",
                        "try: another version of it, or taking it off the path; all other rules count")
                .doesNotContain("acme.Good");
    }

    @Test
    void providersThatCannotBeLoadedOrMadeOrReturnNullAreNamedWithTheirJars()
            throws IOException, URISyntaxException, ReflectiveOperationException {
        String heir =
                "package acme; public final class Heir extends LeftBehind {} "
                        + "class LeftBehind implements dev.fluxion.rule.RuleProvider {}";
        String nothing = "public java.util.List<Class<?>> ruleClasses() { return null; }";
        String hole =
                "public java.util.List<Class<?>> ruleClasses() { return java.util.Collections.singletonList(null); }";
        String noTypes = SEVEN + " public java.util.List<TangentType<?, ?>> tangentTypes() { return null; }";
        List<Path> jars =
                List.of(
                        jar("Nothing", rules("Nothing", nothing)),
                        jar("Hole", rules("Hole", hole)),
                        jar("NoTypes", rules("NoTypes", noTypes)),
                        jar("Heir", heir),
                        jar("Stranger", "package acme; public final class Stranger {}"),
                        jar(
                                "Raising",
                                rules("Raising", "public Raising() { throw new IllegalStateException(\"no\"); }")),
                        jar("Asking", rules("Asking", "public Asking(int i) {}")),
                        jar("Static", rules("Static", "static final int I = Integer.parseInt(\"none\");")),
                        jar("Good", rules("Good", SEVEN)));
        String log = logged(jars, square -> assertThat(slope(square)).isEqualTo(7));
        assertThat(log)
                .contains(
                        "[FX-0408] the rules of acme.Nothing (nothing.jar) are left out",
                        "because java.lang.IllegalStateException: ruleClasses() is null",
                        "[FX-0408] the rules of acme.Hole (hole.jar) are left out",
                        "because java.lang.IllegalStateException: an element of ruleClasses() is null",
                        "[FX-0408] the rules of acme.NoTypes (notypes.jar) are left out",
                        "because java.lang.IllegalStateException: tangentTypes() is null",
                        "[FX-0408] the provider of rules acme.Heir (heir.jar) is left out",
                        "because java.lang.NoClassDefFoundError: acme/LeftBehind",
                        "[FX-0408] the provider of rules acme.Stranger (stranger.jar) is left out",
                        "acme.Stranger not a subtype",
                        "[FX-0408] the provider of rules acme.Raising (raising.jar) is left out",
                        "caused by java.lang.IllegalStateException: no",
                        "[FX-0408] the provider of rules acme.Asking (asking.jar) is left out",
                        "caused by java.lang.NoSuchMethodException: acme.Asking.<init>()",
                        "[FX-0408] the provider of rules acme.Static (static.jar) is left out",
                        "caused by java.lang.NumberFormatException")
                .doesNotContain("acme.Good");
    }

    @Test
    void rulesForWhatIsNotThereAreLeftOutWithAWarning()
            throws IOException, URISyntaxException, ReflectiveOperationException {
        String cube = "@Partial(of = \"cube\", wrt = 0) static double cube(double x, double y) { return 1; }";
        String lost =
                "package acme; import dev.fluxion.rule.*; class LeftBehind {} "
                        + "@Rules(of = LeftBehind.class) public final class Lost implements RuleProvider {}";
        String optional =
                "package acme; import dev.fluxion.rule.*; "
                        + "@Rules(ofNames = \"no.such.Library\") public final class Patient implements RuleProvider {}";
        String unmarked = "public java.util.List<Class<?>> ruleClasses() { return java.util.List.of(Library.class); }";
        List<Path> jars =
                List.of(
                        jar("Stray", rules("Stray", cube + SEVEN)),
                        jar("Lost", lost),
                        jar("Patient", optional),
                        jar("Unmarked", rules("Unmarked", unmarked)));
        String log = logged(jars, square -> assertThat(slope(square)).isEqualTo(7));
        assertThat(log)
                .contains(
                        "[FX-0408] rules of acme.Stray (stray.jar) are left out",
                        "because [FX-0406] the rule acme.Stray.cube is for no method: no class that it is for has"
                                + " cube(D)D",
                        "[FX-0408] rules of acme.Lost (lost.jar) are left out",
                        "acme.LeftBehind is not found, or not whole",
                        "[FX-0405] the class acme.Library holds no rules: it has no @Rules")
                .doesNotContain("acme.Patient");
    }

    @Test
    void twoJarsWithRulesForOneMethodAreBothNamed()
            throws IOException, URISyntaxException, ReflectiveOperationException {
        List<Path> jars = List.of(jar("One", rules("One", SEVEN)), jar("Other", rules("Other", SEVEN)));
        logged(
                jars,
                square -> {
                    assertThat(Fluxion.builder().build().gradient(x -> Math.sin(x), 0.0)).isEqualTo(1);
                    assertThatThrownBy(() -> slope(square))
                            .isInstanceOf(NotDifferentiableException.class)
                            .hasMessageStartingWith("[FX-0404] two rules for square(D)D of acme.Library")
                            .hasMessageContaining(
                                    "because acme.One.square (one.jar) and acme.Other.square (other.jar) both"
                                            + " bring one")
                            .hasMessageContaining(
                                    "try: leaving one of them out, or @Rules(overrides = true) on the one that"
                                            + " shall win");
                });
    }

    @Test
    void pullbacksThatFailOrDoNotFitAreNamedWithTheirJars()
            throws IOException, URISyntaxException, ReflectiveOperationException {
        String reverse =
                "@Reverse(of = \"square\") static ValueAndPullback<Double, Object> square(double x) "
                        + "{ return ValueAndPullback.of(x * x, bar -> { %s }); }";
        Path failing = jar("Failing", rules("Failing", reverse.replace("%s", "throw new RuntimeException(\"no\");")));
        logged(
                List.of(failing),
                square ->
                        assertThatThrownBy(() -> slope(square))
                                .isInstanceOf(NotDifferentiableException.class)
                                .hasMessageStartingWith(
                                        "[FX-0409] the pullback of the rule acme.Failing.square (failing.jar) failed")
                                .hasRootCauseMessage("no"));
        Path text = jar("Text", rules("Text", reverse.replace("%s", "return \"6\";")));
        logged(
                List.of(text),
                square ->
                        assertThatThrownBy(() -> slope(square))
                                .isInstanceOf(NotDifferentiableException.class)
                                .hasMessageStartingWith(
                                        "[FX-0407] the rule acme.Text.square (text.jar) returned a wrong cotangent"));
    }

    @Test
    void whatAJarSaysOfAPackageCountsAndIsListed()
            throws IOException, URISyntaxException, ReflectiveOperationException {
        String constant =
                "package acme; import dev.fluxion.rule.*; @Rules(ofPackages = \"acme.**\") @NonDifferentiable(of ="
                        + " \"square\") public final class Constant implements RuleProvider {}";
        String without =
                "package acme; import dev.fluxion.rule.*; @Rules(ofPackages = \"acme\") @OptOut"
                        + " public final class Without implements RuleProvider {}";
        Path jar = jar("Constant", constant);
        String log =
                logged(
                        List.of(jar),
                        square -> {
                            assertThat(slope(square)).isZero();
                            String says = "  not differentiated  acme.Constant  constant.jar";
                            for (String part : new String[] {"acme.Library", "square", "Library.square"}) {
                                assertThat(Run.of("rules", "--for", part).out().lines())
                                        .containsExactly("acme.**.square" + says);
                            }
                            assertThat(Run.of("rules", "--for", "acme.Library.square").out().lines())
                                    .containsExactly("acme.Library.square(double)" + says);
                            assertThat(Run.of("rules", "--for", "acmes.Library.square").out()).startsWith("no rule");
                            assertThat(Run.of("rules", "--for", "acme.Library.cube").out()).startsWith("no rule");
                        });
        assertThat(log).isEmpty();
        logged(List.of(jar, jar("Good", rules("Good", SEVEN))), square -> assertThat(slope(square)).isEqualTo(7));
        List<Path> all = List.of(jar, jar("Without", without), jar("Seven", rules("Seven", SEVEN)));
        logged(
                all,
                square -> {
                    assertThat(slope(square)).isEqualTo(6);
                    assertThat(Run.of("rules", "--for", "acme.Library.square").out().lines())
                            .containsExactly(
                                    "acme.Library.square(double)  by its own code  acme.Without  without.jar",
                                    "",
                                    "These do not count:",
                                    "acme.Library.square(double)  partial in argument 0  acme.Seven  seven.jar "
                                            + " @OptOut of acme.Without");
                });
    }

    @Test
    void ruleWhoseCodeNeedsAClassThatIsNotThereIsNamedWithItsJar()
            throws IOException, URISyntaxException, ReflectiveOperationException {
        String body =
                " static double square(double x, double y) { return LeftBehind.two() * x; } } class LeftBehind { static"
                        + " double two() { return 2; } static double[] none() { return null; } }";
        String head = "package acme; import dev.fluxion.rule.*; @Rules(of = Library.class) public final class ";
        String partial = head + "Partly implements RuleProvider { @Partial(of = \"square\", wrt = 0)" + body;
        String replacement =
                head
                        + "Instead implements RuleProvider { @Replacement(of = \"square\") static double square(double"
                        + " x) { return LeftBehind.two() * x; } } class LeftBehind { static double two() { return 2; }"
                        + " }";
        String reverse =
                head
                        + "Back implements RuleProvider { @Reverse(of = \"square\") static ValueAndPullback<Double,"
                        + " Double> square(double x) { return ValueAndPullback.of(x * x, bar -> bar *"
                        + " LeftBehind.two()); } } class LeftBehind { static double two() { return 2; } }";
        List<Path> jars = List.of(jar("Partly", partial), jar("Instead", replacement), jar("Back", reverse));
        for (Path jar : jars) {
            String name = jar.getFileName().toString();
            logged(
                    List.of(jar),
                    square -> {
                        assertThatThrownBy(() -> slope(square))
                                .isInstanceOf(NotDifferentiableException.class)
                                .hasMessageContaining(name)
                                .hasMessageContaining("acme.LeftBehind")
                                .hasMessageContaining(".square");
                    });
        }
    }
}
