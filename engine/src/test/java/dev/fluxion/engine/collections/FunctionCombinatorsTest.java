package dev.fluxion.engine.collections;

import static dev.fluxion.engine.streams.Slope.check;

import org.junit.jupiter.api.Test;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.DoublePredicate;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Functions put together by the methods of {@code java.util.function}, and optional values, against central finite
 * differences.
 */
@SuppressWarnings("OptionalOfRedundantMethod") // these methods are what is tested
class FunctionCombinatorsTest {
    private record Leg(double rate, double time, String name) {
        double value() {
            return Math.sqrt(rate * rate + time * time);
        }
    }

    @Test
    void functions() {
        check(x -> {
            Function<Double, Double> f = v -> v * v;
            return f.andThen(v -> v + x).compose((Double v) -> v * x).apply(x) + Function.<Double>identity().apply(x);
        });
    }

    @Test
    void functionsOfTwo() {
        check(x -> {
            BiFunction<Double, Double, Double> f = (p, q) -> p * q;
            return f.andThen(v -> v * v).apply(x, x * x);
        });
    }

    @Test
    void functionsOfNumbers() {
        check(x -> {
            DoubleUnaryOperator f = v -> v * v * x;
            return f.andThen(v -> v + x).compose(v -> Math.sin(v)).applyAsDouble(x)
                    + DoubleUnaryOperator.identity().applyAsDouble(x * x);
        });
    }

    @Test
    void operators() {
        check(x -> UnaryOperator.<Double>identity().andThen(v -> v * x).apply(x));
    }

    @Test
    void tests() {
        check(x -> {
            Predicate<Double> p = v -> v > 1;
            DoublePredicate q = v -> v < 5;
            return p.and(v -> v < 10).negate().or(v -> v > 1.2).test(x)
                            && q.negate().or(v -> v < 9).test(x)
                            && Predicate.not(p).negate().test(x)
                    ? x * x * x
                    : x;
        });
    }

    @Test
    void leastAndGreatest() {
        check(x ->
                BinaryOperator.<Double>minBy(Comparator.naturalOrder()).apply(x * x, x * x * x)
                        + BinaryOperator.<Leg>maxBy(Comparator.comparingDouble(Leg::value))
                                .apply(new Leg(x, 1, ""), new Leg(x * x, 1, ""))
                                .rate());
    }

    @Test
    void suppliers() {
        check(x -> {
            Supplier<Double> s = () -> x * x;
            DoubleSupplier d = () -> x * x * x;
            return s.get() * d.getAsDouble();
        });
    }

    @Test
    void optionalMapped() {
        check(x ->
                Optional.of(x * x)
                        .map(v -> v * x)
                        .flatMap(v -> Optional.of(v + x))
                        .filter(v -> v > 0)
                        .or(() -> Optional.of(x))
                        .orElse(1.0));
    }

    @Test
    void optionalElse() {
        check(x ->
                Optional.<Double>empty().or(() -> Optional.of(x * x)).orElseThrow()
                        + Optional.<Double>empty().orElseGet(() -> x * x * x)
                        + Optional.of(x).stream().mapToDouble(v -> v * v).sum());
    }

    @Test
    void optionalIfPresent() {
        check(x -> {
            double[] s = {0};
            Optional.of(x * x).ifPresent(v -> s[0] += v);
            Optional.<Double>empty().ifPresentOrElse(v -> s[0] += v, () -> s[0] *= x);
            return s[0];
        });
    }

    @Test
    void optionalNumbers() {
        check(x -> {
            double[] s = {0};
            OptionalDouble.of(x * x).ifPresent(v -> s[0] += v * v);
            OptionalInt.of(3).ifPresent(v -> s[0] *= v * x);
            return s[0]
                    + OptionalDouble.empty().orElse(x * x)
                    + OptionalDouble.of(x).orElseThrow()
                    + OptionalDouble.of(x * x).stream().map(v -> v * v).sum()
                    + OptionalLong.of(4).orElse(2) * x;
        });
    }
}
