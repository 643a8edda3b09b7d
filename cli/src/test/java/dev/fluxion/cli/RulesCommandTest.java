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
        String listed = "acme.Library.square(double)  partial in argument 0  Good  good.jar";
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
    void theCommandShowsRulesThatClashAndLeavesOutThoseThatCannotBeRead() throws IOException, URISyntaxException {
        String lost =
                "package acme; import dev.fluxion.rule.*; class LeftBehind {} "
                        + "@Rules(of = LeftBehind.class) public final class Lost implements RuleProvider {}";
        List<Path> clashing = List.of(jar("One", rules("One", SEVEN)), jar("Other", rules("Other", SEVEN)));
        assertThat(run(clashing, "--for", "acme.Library.square").out().lines())
                .containsExactly(
                        "acme.Library.square(double)  clashes: partial in argument 0  One    one.jar",
                        "acme.Library.square(double)  clashes: partial in argument 0  Other  other.jar");
        String wins = rules("Winner", SEVEN).replace("Library.class)", "Library.class, overrides = true)");
        List<Path> won = List.of(clashing.getFirst(), jar("Winner", wins), jar("Lost", lost));
        Run run = run(won, "--for", "acme.Library.square");
        assertThat(run.out().lines())
                .containsExactly("acme.Library.square(double)  partial in argument 0  Winner  winner.jar");
        assertThat(run.err()).contains("the rules of acme.Lost (lost.jar) cannot be listed");
    }

    @Test
    void theCommandShowsWhereRulesComeFrom() throws IOException, URISyntaxException {
        List<Path> jars = List.of(jar("Absent", null), jar("Good", rules("Good", SEVEN)));
        Run run = run(jars, "--for", "acme.Library.square");
        assertThat(run.out().lines())
                .containsExactly("acme.Library.square(double)  partial in argument 0  Good  good.jar");
        assertThat(run.err())
                .contains("the provider of rules acme.Absent (absent.jar) is left out", "acme.Absent not found");
    }
}
