package dev.fluxion.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.ir.Program;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.text.Parser;
import dev.fluxion.testkit.oracle.Oracle;
import dev.fluxion.testkit.oracle.OracleException;
import dev.fluxion.testkit.oracle.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class OracleTest {

    private static final double X = 0.75;
    private static final double Y = -1.25;

    @ParameterizedTest
    @CsvSource({
        "straight,   -1.25, 0.75, 1.0",
        "objects,    -2.75, 4.25, 0",
        "dispatch,   -3.75, 1.125, 0",
        "exceptions, -6.25, 3.75, 0",
        "faults,      0,    7,    0",
        "language,    1,    1,    0"
    })
    void gradientsOfJavaMethodsAreThoseOfTheTextbook(String method, double inX, double inY, double cosines) {
        Verdict verdict = of(method);
        assertThat(verdict.gradient()[0]).isCloseTo(inX + cosines * Math.cos(X), within(1e-14));
        assertThat(verdict.gradient()[1]).isCloseTo(inY, within(1e-14));
        assertThat(verdict.thrown()).isNull();
    }

    @Test
    void whatALoopDoesInPlaceIsSeenInTheArgument() {
        Verdict verdict = of("loop");
        assertThat(verdict.gradient()[0]).isCloseTo(8 * Math.pow(X, 7), within(1e-14));
        assertThat(verdict.argument()).containsExactly(verdict.value(), Y);
    }

    @Test
    void lambdasAreCalled() {
        Verdict verdict = of("lambdas");
        assertThat(verdict.gradient()[0]).isCloseTo(Y + Math.sin(Y), within(1e-14));
        assertThat(verdict.gradient()[1]).isCloseTo(X * (1 + Math.cos(Y)), within(1e-14));
    }

    @Test
    void functionsOfTheIrCallOneAnother() {
        Program program =
                Program.of(
                        List.of(
                                Parser.parseFunction(
                                        """
                                        func @f(%x: f64[]) -> f64 {
                                        ^entry:
                                            %a = load f64 %x[0]
                                            %b: f64 = call @square(%a)
                                            ret %b
                                        }
                                        """),
                                Parser.parseFunction(
                                        """
                                        func @square(%x: f64) -> f64 {
                                        ^entry:
                                            %y = mul %x, %x
                                            ret %y
                                        }
                                        """)));
        Oracle oracle =
                new Oracle(
                        program,
                        null,
                        method -> {
                            throw new IllegalStateException(method.toString());
                        });
        assertThat(oracle.gradient("f", new double[] {3}).gradient()).containsExactly(6);
    }

    @Test
    void whatItDoesNotKnowItSays() {
        Oracle oracle =
                new Oracle(
                        getClass().getClassLoader(),
                        method -> {
                            throw new IllegalArgumentException("no bodies here");
                        });
        assertThatThrownBy(() -> oracle.gradient(reference("straight"), new double[] {1, 2}))
                .isInstanceOf(OracleException.class)
                .hasMessageContaining("straight");
    }

    private static Verdict of(String method) {
        return Stages.oracle(Samples.class).gradient(reference(method), new double[] {X, Y});
    }

    private static MethodRef reference(String method) {
        return new MethodRef(Samples.class.getName().replace('.', '/'), method, "([D)D", false);
    }
}
