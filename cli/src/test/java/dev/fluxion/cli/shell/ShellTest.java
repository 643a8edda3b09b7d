package dev.fluxion.cli.shell;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.cli.subject.Complaint;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

final class ShellTest {

    @Test
    void aMissingScriptIsAComplaint() {
        assertThatThrownBy(() -> Shell.run(Path.of("missing.jsh")))
                .isInstanceOf(Complaint.class)
                .hasMessage("there is no file missing.jsh");
    }
}
