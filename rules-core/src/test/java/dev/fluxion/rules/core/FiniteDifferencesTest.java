package dev.fluxion.rules.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.runtime.Bits;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/** Each partial agrees with extrapolated central differences of its method, away from kinks and poles. */
class FiniteDifferencesTest {

    private static final int POINTS = 40;

    @TestFactory
    Stream<DynamicTest> partialsMatchFiniteDifferences() {
        return RuleBook.entries().stream()
                .filter(entry -> entry.target().getDeclaringClass() != Bits.class) // slopes that values do not show
                .map(entry -> DynamicTest.dynamicTest(entry.toString(), () -> check(entry)));
    }

    private static void check(RuleBook.Entry entry) {
        Random random = new Random(entry.toString().hashCode());
        Class<?>[] types = entry.target().getParameterTypes();
        boolean single = entry.target().getReturnType() == float.class;
        for (int i = 0; i < POINTS; i++) {
            double[] point = point(entry.target().getName(), types.length, random);
            double expected =
                    derivative(x -> entry.value(arguments(types, point, entry.wrt(), x)), point[entry.wrt()], single);
            double actual = entry.partial(arguments(types, point, entry.wrt(), point[entry.wrt()]));
            double tolerance = (single ? 1e-4 : 1e-9) * Math.max(1, Math.abs(expected));
            assertThat(actual)
                    .as("%s at %s", entry, java.util.Arrays.toString(point))
                    .isCloseTo(expected, within(tolerance));
        }
    }

    /** Two steps of Richardson's extrapolation; for floats, whose functions here are linear in pieces, none. */
    private static double derivative(DoubleUnaryOperator f, double x, boolean single) {
        if (single) {
            return central(f, x, 0x1p-5);
        }
        double h = 1e-2;
        double a = central(f, x, h);
        double b = central(f, x, h / 2);
        double c = central(f, x, h / 4);
        double ab = (4 * b - a) / 3;
        double bc = (4 * c - b) / 3;
        return (16 * bc - ab) / 15;
    }

    private static double central(DoubleUnaryOperator f, double x, double h) {
        return (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
    }

    private static Object[] arguments(Class<?>[] types, double[] point, int wrt, double x) {
        Object[] arguments = new Object[point.length];
        for (int i = 0; i < point.length; i++) {
            double value = i == wrt ? x : point[i];
            if (types[i] == int.class) {
                arguments[i] = (int) value;
            } else if (types[i] == float.class) {
                arguments[i] = (float) value;
            } else {
                arguments[i] = value;
            }
        }
        return arguments;
    }

    /** A point in the method's domain, at least 0.1 from where it has a kink, a jump or a pole. */
    private static double[] point(String method, int arity, Random random) {
        while (true) {
            double[] p = new double[arity];
            for (int i = 0; i < arity; i++) {
                p[i] = random.nextDouble(-3, 3);
            }
            if (isSmooth(method, p)) {
                return p;
            }
        }
    }

    private static boolean isSmooth(String method, double[] p) {
        double x = p[0];
        return switch (method) {
            case "asin", "acos" -> Math.abs(x) < 0.8;
            case "tan" -> Math.abs(x) < 1.2;
            case "log", "log10", "sqrt", "cbrt" -> x > 0.3;
            case "log1p" -> x > -0.7;
            case "pow" -> x > 0.3;
            case "abs", "copySign" -> Math.abs(x) > 0.1;
            case "max", "min" -> Math.abs(x - p[1]) > 0.1;
            case "hypot" -> Math.hypot(x, p[1]) > 0.5;
            case "atan2" -> Math.hypot(x, p[1]) > 0.5 && Math.abs(x) > 0.1;
            case "clamp" -> p[2] - p[1] > 0.1 && Math.abs(x - p[1]) > 0.1 && Math.abs(x - p[2]) > 0.1;
            case "IEEEremainder" ->
                    Math.abs(p[1]) > 0.5 && Math.abs(Math.abs(Math.IEEEremainder(x, p[1])) - Math.abs(p[1]) / 2) > 0.1;
            default -> true;
        };
    }
}
