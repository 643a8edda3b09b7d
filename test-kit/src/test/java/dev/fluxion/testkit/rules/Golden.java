package dev.fluxion.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a text with a file in src/test/resources/golden; {@code -Dgolden.update=true} rewrites the file. */
public final class Golden {

    private Golden() {}

    /** Checks the text that has this name. */
    public static void check(String name, String actual) {
        Path file = Path.of("src", "test", "resources", "golden", name + ".txt");
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual + "\n");
            }
            assertThat(actual + "\n").as(name).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
