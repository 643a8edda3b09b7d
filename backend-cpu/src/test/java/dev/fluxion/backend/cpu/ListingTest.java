package dev.fluxion.backend.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.interpret.Interpreter;
import dev.fluxion.ir.text.Parser;
import dev.fluxion.ir.verify.Verifier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is emitted for small functions; {@code -Dgolden.update=true} rewrites it. */
class ListingTest {

    private static final Path DIRECTORY = Path.of("src/test/resources/golden/listing");

    private static Function function(String name) throws IOException {
        return Verifier.check(Parser.parseFunction(Files.readString(DIRECTORY.resolve(name + ".ir"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"straight", "counted", "nested", "swap", "handler"})
    void is_as_expected(String name) throws IOException {
        Path file = DIRECTORY.resolve(name + ".txt");
        String listing = Compiled.of(function(name)).listing(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, listing);
        }
        assertThat(listing).isEqualTo(Files.readString(file));
    }

    @Test
    void the_functions_run() throws Throwable {
        double[] out = new double[2];
        assertThat(Compiled.of(function("straight")).call(2.0, 3.0, out)).isEqualTo(Math.sin(6.0) + 2.0);
        assertThat(out).containsExactly(Math.cos(6.0) * 3.0 + 1.0, Math.cos(6.0) * 2.0);
        assertThat(Compiled.of(function("counted")).call(1.5, 10))
                .isEqualTo(new Interpreter(function("counted")).call("counted", 1.5, 10));
        assertThat(Compiled.of(function("swap")).call(1.0, 9.0, 1.0))
                .isEqualTo(new Interpreter(function("swap")).call("swap", 1.0, 9.0, 1.0));
        assertThat(Compiled.of(function("handler")).call(new double[] {1, 2, 6}, 3)).isEqualTo(3.0);
        double[] b = {1, 10};
        Compiled.of(function("nested")).call(new double[] {1, 2, 3, 4}, b, 2, 2);
        assertThat(b).containsExactly(22, 10 + 3 * 22 + 4 * 10);
    }
}
