package dev.fluxion.runtime.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.runtime.Shadows;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Sweeps in fewer directions stand in for those whose code is too large. */
class LanesTest {

    private final List<Integer> asked = new ArrayList<>();

    /** The squares of the elements; the code for more lanes than {@code most} is refused. */
    private IntFunction<VectorTangent> squares(int most, ErrorId refusal) {
        return lanes -> {
            asked.add(lanes);
            if (lanes > most) {
                throw new NotDifferentiableException(Diagnostic.of(refusal, "no", "as the test has it", "nothing"));
            }
            return (x, xDot, shadows) -> squares(x, xDot, shadows, lanes);
        };
    }

    private static double[] squares(double[] x, double[] xDot, Shadows shadows, int lanes) {
        double[] value = new double[x.length];
        double[] tangents = new double[xDot.length];
        for (int i = 0; i < x.length; i++) {
            value[i] = x[i] * x[i];
            for (int lane = 0; lane < lanes; lane++) {
                tangents[i * lanes + lane] = 2 * x[i] * xDot[i * lanes + lane];
            }
        }
        shadows.put(value, tangents);
        return value;
    }

    private static double[][] jacobian(VectorSweeps sweeps, double... x) {
        double[][] jacobian = new double[x.length][x.length];
        sweeps.run(x, x.length, Directions.UNITS, value -> Columns.of(jacobian));
        return jacobian;
    }

    private static double[][] diagonal(double... elements) {
        double[][] matrix = new double[elements.length][elements.length];
        for (int i = 0; i < elements.length; i++) {
            matrix[i][i] = elements[i];
        }
        return matrix;
    }

    @Test
    void inFourWhereEightAreTooLarge() {
        VectorSweeps sweeps = new VectorSweeps(squares(4, ErrorId.TOO_LARGE));
        assertThat(jacobian(sweeps, 1, 2, 3, 4, 5, 6)).isEqualTo(diagonal(2, 4, 6, 8, 10, 12));
        assertThat(asked).containsExactly(1, 8, 4);
        assertThat(jacobian(sweeps, 1, 2, 3, 4, 5, 6, 7)).isEqualTo(diagonal(2, 4, 6, 8, 10, 12, 14));
        assertThat(asked).as("asked once").hasSize(3);
    }

    @Test
    void inOneWhereFourAreTooLarge() {
        VectorSweeps sweeps = new VectorSweeps(squares(1, ErrorId.TOO_LARGE));
        assertThat(jacobian(sweeps, 1, 2, 3, 4, 5)).isEqualTo(diagonal(2, 4, 6, 8, 10));
        assertThat(asked).containsExactly(1, 8, 4);
    }

    @Test
    void otherRefusalsAreRefusals() {
        VectorSweeps sweeps = new VectorSweeps(squares(1, ErrorId.NO_RULE));
        assertThatThrownBy(() -> jacobian(sweeps, 1, 2)).isInstanceOf(NotDifferentiableException.class);
    }
}
