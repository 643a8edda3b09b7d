package dev.fluxion.cli;

import static dev.fluxion.cli.ProviderJars.SEVEN;
import static dev.fluxion.cli.ProviderJars.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the command lists of rules in the jars of others. */
class RulesCommandTest {

    @TempDir private Path directory;

    private Path jar(String name, @Nullable String source) throws IOException, URISyntaxException {
        return new ProviderJars(directory).jar(name, source);
    }

    /** Runs the command with jars on the class path that it is given. */
    private static Run run(List<Path> jars, String... further) {
        List<String> names = new ArrayList<>();
        jars.forEach(jar -> names.add(jar.toString()));
        List<String> arguments = new ArrayList<>(List.of("rules", "-cp", String.join(File.pathSeparator, names)));
        arguments.addAll(Arrays.asList(further));
        return Run.of(arguments.toArray(String[]::new));
    }

    @Test
    void rulesInAJarOnTheClassPathGivenAreListed() throws IOException, URISyntaxException {
        Path good = jar("Good", rules("Good", SEVEN));
        String listed = "acme.Library.square(double)  partial in argument 0  acme.Good  good.jar";
        assertThat(run(List.of(good), "--for", "acme.Library.square").out().lines()).containsExactly(listed);
        for (String path : new String[] {good.toString(), directory + "/*"}) {
            Run run = Run.of("rules", "--class-path", path, "--for", "Library");
            assertThat(run.out().lines()).containsExactly(listed);
            assertThat(run.err()).isEmpty();
        }
        assertThat(Run.of("rules", "--for", "acme.Library.square").out()).contains("no rule");
    }

    @Test
    void aClassPathThatIsNotThereIsToldAsInOtherCommands() {
        Run run = Run.of("rules", "-cp", directory + "/none.jar");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("there is no " + directory + "/none.jar, which is on the class path");
    }

    @Test
    void rulesThatClashAreListedAsSuchUntilOneOverrides() throws IOException, URISyntaxException {
        List<Path> clashing = List.of(jar("One", rules("One", SEVEN)), jar("Other", rules("Other", SEVEN)));
        String both = "acme.One.square (one.jar) and acme.Other.square (other.jar) both bring one";
        for (String part : new String[] {"acme.Library.square", "square", "acme.Library"}) {
            assertThat(run(clashing, "--for", part).out().lines())
                    .containsExactly(
                            "acme.Library.square(double)  clashes: partial in argument 0  acme.One    one.jar    "
                                    + both,
                            "acme.Library.square(double)  clashes: partial in argument 0  acme.Other  other.jar  "
                                    + both);
        }
        String wins = rules("Winner", SEVEN).replace("Library.class)", "Library.class, overrides = true)");
        Run run = run(List.of(clashing.getFirst(), jar("Winner", wins)), "--for", "acme.Library.square");
        assertThat(run.out().lines())
                .containsExactly(
                        "acme.Library.square(double)  partial in argument 0  acme.Winner  winner.jar",
                        "",
                        "These do not count:",
                        "acme.Library.square(double)  partial in argument 0  acme.One  one.jar  acme.Winner counts"
                                + " instead");
    }

    @Test
    void rulesThatAreLeftOutDoNotCount() throws IOException, URISyntaxException {
        String wrong = "@Partial(of = \"square\", wrt = 3) static double square(double x, double y) { return 1; }";
        String cube = "@Partial(of = \"cube\", wrt = 0) static double cube(double x, double y) { return 1; }";
        String lost =
                "package acme; import dev.fluxion.rule.*; class LeftBehind {} "
                        + "@Rules(of = LeftBehind.class) public final class Lost implements RuleProvider {}";
        List<Path> jars =
                List.of(
                        jar("Wrong", rules("Wrong", wrong)),
                        jar("Absent", null),
                        jar("Stray", rules("Stray", cube)),
                        jar("Lost", lost));
        Run run = run(jars, "--for", "acme.Library.square");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().toList())
                .startsWith("no rule for acme.Library.square", "", "These are left out, since they cannot be used:")
                .anyMatch(line -> line.startsWith("the provider of rules acme.Absent (absent.jar) is left out: "))
                .contains(
                        "the rules of acme.Wrong (wrong.jar) are left out: [FX-0405] the rule acme.Wrong.square cannot"
                                + " be a partial derivative of \"square\": the method has no argument 3",
                        "rules of acme.Stray (stray.jar) are left out: [FX-0406] the rule acme.Stray.cube is for no"
                                + " method: no class that it is for has cube(D)D",
                        "rules of acme.Lost (lost.jar) are left out: [FX-0406] the class acme.Lost has rules for a"
                                + " class that is not there: acme.LeftBehind is not found, or not whole");
        Run good = run(List.of(jars.getFirst(), jar("Good", rules("Good", SEVEN))), "--for", "square");
        assertThat(good.code()).isZero();
        assertThat(good.out())
                .contains("acme.Library.square(double)  partial in argument 0  acme.Good  good.jar")
                .contains("acme.Wrong (wrong.jar)");
    }

    @Test
    void rulesOfMethodsThatAreToUseTheirOwnCodeDoNotCount() throws IOException, URISyntaxException {
        Path good = jar("Good", rules("Good", SEVEN));
        for (String of : new String[] {"(of = \"square\")", "", "(of = \"square(D)D\")"}) {
            String name = "Without" + of.length();
            String without =
                    "package acme; import dev.fluxion.rule.*; @Rules(of = Library.class) @OptOut"
                            + of
                            + " public final class "
                            + name
                            + " implements RuleProvider {}";
            Path out = jar(name, without);
            for (String part : new String[] {"acme.Library.square", "Library.square", "square"}) {
                List<String> lines = run(List.of(good, out), "--for", part).out().lines().toList();
                assertThat(lines)
                        .as(name + " " + part)
                        .endsWith(
                                "",
                                "These do not count:",
                                "acme.Library.square(double)  partial in argument 0  acme.Good  good.jar  @OptOut of"
                                        + " acme."
                                        + name);
            }
            assertThat(run(List.of(good, out), "--for", "acme.Library.square").out())
                    .startsWith("acme.Library.square(double)  by its own code  acme." + name);
        }
    }

    @Test
    void whatCountsForAMethodOfAClassIsToldThoughItBeInherited() {
        Run run = Run.of("rules", "--for", "java.util.ArrayList.size");
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("java.util.ArrayList.size()  ");
        assertThat(Run.of("rules", "--for", "java.lang.StrictMath.sin").out().lines())
                .containsExactly(
                        "java.lang.StrictMath.sin(double)  partial in argument 0 "
                                + " dev.fluxion.rules.core.StrictMathRules  dev.fluxion.rules.core");
        assertThat(Run.of("rules", "--for", "java.lang.String.length").out())
                .startsWith("java.lang.String.length()  not differentiated  dev.fluxion.rules.core.TextRules");
    }

    @Test
    void rulesForALibraryThatIsNotThereDoNotCount() {
        Run run = Run.of("rules", "--for", "org.slf4j.Logger");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out().lines())
                .containsExactly(
                        "no rule for org.slf4j.Logger",
                        "",
                        "These do not count:",
                        "org.slf4j.Logger.*  not differentiated  dev.fluxion.rules.core.LoggingRules "
                                + " dev.fluxion.rules.core  org.slf4j.Logger is not there");
    }

    @Test
    void anInheritedRuleIsListedWithTheMethodThatItIsFor() throws IOException, URISyntaxException {
        Path folder = directory.resolve("shapes");
        String shape = "public abstract class Shape { public abstract double area(double r); }";
        String disc = "public final class Disc extends Shape { public double area(double r) { return r * r; } }";
        String provider =
                "import dev.fluxion.rule.*; @Rules(of = Shape.class) public final class ShapeRules implements"
                        + " RuleProvider { @Partial(of = \"area\", wrt = 1) static double area(Shape s, double r,"
                        + " double y) { return 1; } }";
        ProviderJars.folder(folder, "ShapeRules", List.of("Shape", "Disc"), List.of(shape, disc, provider));
        assertThat(run(List.of(folder), "--for", "acme.Disc.area").out().lines())
                .containsExactly(
                        "acme.Disc.area(double)  partial in argument 1, as acme.Shape.area  acme.ShapeRules  shapes");
    }
}
