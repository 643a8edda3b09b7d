package dev.fluxion.engine;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleFn;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Idioms of everyday code, against central finite differences. */
class OrdinaryJavaTest {

    private static void check(DoubleFn f) {
        double x = 1.3;
        double h = 1e-5;
        double slope = (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
        assertThat(gradient(f, x)).isCloseTo(slope, within(1e-7 * (1 + Math.abs(slope))));
    }

    private static double squares(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }

    @SafeVarargs
    private static <T> double total(ToDoubleFunction<T> of, T... values) {
        double sum = 0;
        for (T value : values) {
            sum += of.applyAsDouble(value);
        }
        return sum;
    }

    @Test
    void variableArguments() {
        check(x -> squares() + x * x);
        check(x -> squares(x));
        check(x -> squares(x, x * x, 3));
        check(x -> total(v -> v * x, x, x * x, 3.0));
        check(x -> total(p -> p.norm() * x, new Point(x, 1), new Point(2, x)));
    }

    private static class Point {
        private final double x;
        private final double y;

        Point(double x, double y) {
            this.x = x;
            this.y = y;
        }

        static Point of(double x, double y) {
            return new Point(x, y);
        }

        static Point polar(double radius, double angle) {
            return of(radius * Math.cos(angle), radius * Math.sin(angle));
        }

        double norm() {
            return x * x + y;
        }
    }

    @Test
    void staticFactories() {
        check(x -> Point.polar(x, x * x).norm());
    }

    private interface Making {
        Point make(double x, double y);
    }

    @Test
    void constructorsAsFunctions() {
        check(x -> {
            Making making = Point::new;
            return making.make(x, x * x).norm();
        });
        check(x -> {
            Making[] all = {Point::new, Point::of, Point::polar, (a, b) -> new Point(b, a * x)};
            double sum = 0;
            for (int i = 0; i < 8; i++) {
                sum += all[i % 4].make(x * i, x + i).norm();
            }
            return sum;
        });
        check(x -> {
            Map<String, BiFunction<Double, Double, Point>> byName = new HashMap<>();
            byName.put("new", Point::new);
            byName.put("polar", Point::polar);
            return Objects.requireNonNull(byName.get("new")).apply(x, x * x).norm()
                    * Objects.requireNonNull(byName.get("polar")).apply(x, 1.0).norm();
        });
    }

    private static final class Maybe<T> {
        private static final Maybe<?> NONE = new Maybe<>(null);
        private final @Nullable T value;

        private Maybe(@Nullable T value) {
            this.value = value;
        }

        @SuppressWarnings("unchecked")
        static <T> Maybe<T> none() {
            return (Maybe<T>) NONE;
        }

        static <T> Maybe<T> of(T value) {
            return new Maybe<>(Objects.requireNonNull(value));
        }

        <R> Maybe<R> map(Function<? super T, ? extends R> function) {
            return value == null ? none() : of(function.apply(value));
        }

        <R> Maybe<R> flatMap(Function<? super T, Maybe<R>> function) {
            return value == null ? none() : function.apply(value);
        }

        T orElse(T other) {
            return value == null ? other : value;
        }
    }

    @Test
    void anOptionalOfOnesOwn() {
        check(x -> Maybe.of(x).map(v -> v * x).flatMap(v -> v > 1 ? Maybe.of(v * v) : Maybe.none()).orElse(x));
        check(x -> Maybe.of(x).flatMap(v -> v > 2 ? Maybe.of(v * v) : Maybe.<Double>none()).orElse(x * x * x));
    }

    private static final class Bean {
        private double a;
        private float b;
        private double[] c = {};

        void setA(double a) {
            this.a = a;
        }

        double getA() {
            return a;
        }

        void setB(float b) {
            this.b = b;
        }

        void setC(double... c) {
            this.c = c.clone();
        }

        double value() {
            return a * b + c[1];
        }
    }

    @Test
    void settersAndGetters() {
        check(x -> {
            Bean bean = new Bean();
            bean.setA(x * x);
            bean.setB(2);
            bean.setC(1, x, 3);
            bean.setA(bean.getA() * x);
            return bean.value();
        });
    }

    @Test
    void aFunctionAfterItself() {
        check(x -> {
            DoubleUnaryOperator f = v -> v * v + x;
            return f.andThen(f).compose(f).applyAsDouble(x) + f.applyAsDouble(2 * x);
        });
        check(x -> {
            DoubleUnaryOperator f = v -> v * x;
            for (int i = 0; i < 3; i++) {
                f = f.andThen(f);
            }
            return f.applyAsDouble(x);
        });
    }

    private static final class Carrying extends Exception {
        private static final long serialVersionUID = 1;
        private final double value;

        Carrying(double value) {
            this.value = value * value;
        }

        double twice() {
            return 2 * value;
        }
    }

    private static double thrown(double x) throws Carrying {
        if (x > 0) {
            throw new Carrying(x * 3);
        }
        return x;
    }

    @Test
    void exceptionsThatCarryNumbers() {
        check(x -> {
            double sum = 0;
            for (int i = 0; i < 3; i++) {
                try {
                    sum += thrown(i * x - 1);
                } catch (Carrying e) {
                    sum += e.twice() * x;
                }
            }
            return sum;
        });
        check(x -> {
            try {
                try {
                    return thrown(x);
                } catch (Carrying e) {
                    throw new IllegalStateException(e);
                }
            } catch (IllegalStateException e) {
                return ((Carrying) Objects.requireNonNull(e.getCause())).value * x;
            }
        });
    }
}
