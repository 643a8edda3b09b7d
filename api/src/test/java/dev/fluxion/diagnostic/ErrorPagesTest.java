package dev.fluxion.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Each kind of refusal has its page, and each page its kind. */
class ErrorPagesTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void pagesAndIdsAreTheSame() throws IOException {
        Set<String> ids = new TreeSet<>();
        for (ErrorId id : ErrorId.values()) {
            assertThat(ids.add(id.page())).as("%s is used once", id).isTrue();
        }
        Set<String> pages = new TreeSet<>();
        try (Stream<Path> files = Files.list(ROOT.resolve("docs/errors"))) {
            files.filter(file -> !file.endsWith("README.md"))
                    .forEach(file -> pages.add("docs/errors/" + file.getFileName()));
        }
        assertThat(pages).isEqualTo(ids);
    }

    @ParameterizedTest
    @EnumSource
    void pageSaysWhatItMeansShowsAnExampleAndHelps(ErrorId id) throws IOException {
        String page = Files.readString(ROOT.resolve(id.page()));
        assertThat(page).startsWith("# " + id.code() + " ").contains("## Example", "```", "## What to do", "\n- ");
        assertThat(Files.readString(ROOT.resolve("docs/errors/README.md")))
                .contains("[" + id.code() + "](" + id.code() + ".md)");
    }
}
