package dev.fluxion.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.Differentiator;
import dev.fluxion.DoubleArrayFn;
import dev.fluxion.Fluxion;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.params.Gradients;
import dev.fluxion.params.Params;
import dev.fluxion.rule.Cotangents2;
import dev.fluxion.rule.Reverse;
import dev.fluxion.rule.RuleProvider;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.TangentType;
import dev.fluxion.rule.ValueAndPullback;
import dev.fluxion.rule.ValueAndPullbackInPlace;
import dev.fluxion.rule.VoidPullback;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** Classes whose numbers nobody can see: rules and the type of their tangents are all that is known of them. */
class TangentTypesTest {

    private static final Differentiator AD = Fluxion.builder().rules(new HiddenRules()).build();

    /** Fixed point, immutable. */
    static final class Fixed {
        private final long units;

        private Fixed(long units) {
            this.units = units;
        }

        static Fixed of(double x) {
            return new Fixed(Math.round(x * (1L << 40)));
        }

        double value() {
            return units / (double) (1L << 40);
        }

        Fixed times(Fixed other) {
            return of(value() * other.value());
        }

        Fixed plus(Fixed other) {
            return new Fixed(units + other.units);
        }
    }

    /** Mutable, with its number in bits. */
    static final class Cell {
        private long bits;

        void set(double x) {
            bits = Double.doubleToRawLongBits(x);
        }

        double get() {
            return Double.longBitsToDouble(bits);
        }

        void scale(double factor) {
            set(get() * factor);
        }
    }

    record Weighted(Fixed fixed, double weight) {}

    static final class HiddenRules implements RuleProvider {
        @Override
        public List<Class<?>> ruleClasses() {
            return List.of(FixedRules.class, CellRules.class);
        }

        @Override
        public List<TangentType<?, ?>> tangentTypes() {
            return List.of(FixedRules.TANGENT, CellRules.TANGENT);
        }
    }

    @Rules(of = Fixed.class)
    static final class FixedRules {
        static final TangentType<Fixed, Double> TANGENT = TangentType.of(Fixed.class, fixed -> 0.0, Double::sum);

        private FixedRules() {}

        @Reverse(of = "of")
        static ValueAndPullback<Fixed, Double> of(double x) {
            return ValueAndPullback.ofTangent(Fixed.of(x), (Double bar) -> bar);
        }

        @Reverse(of = "value")
        static ValueAndPullback<Double, Double> value(Fixed fixed) {
            return ValueAndPullback.of(fixed.value(), bar -> bar);
        }

        @Reverse(of = "times")
        static ValueAndPullback<Fixed, Cotangents2<Double, Double>> times(Fixed a, Fixed b) {
            double x = a.value();
            double y = b.value();
            return ValueAndPullback.ofTangent(a.times(b), (Double bar) -> Cotangents2.of(bar * y, bar * x));
        }

        @Reverse(of = "plus")
        static ValueAndPullback<Fixed, Cotangents2<Double, Double>> plus(Fixed a, Fixed b) {
            return ValueAndPullback.ofTangent(a.plus(b), (Double bar) -> Cotangents2.of(bar, bar));
        }
    }

    @Rules(of = Cell.class)
    static final class CellRules {
        static final TangentType<Cell, Double> TANGENT = TangentType.of(Cell.class, cell -> 0.0, Double::sum);

        private CellRules() {}

        @Reverse(of = "set", writes = 0)
        static VoidPullback set(Cell cell, double x) {
            cell.set(x);
            return adjoints -> adjoints.addToArgument(1, adjoints.take(TANGENT, cell));
        }

        @Reverse(of = "get")
        static ValueAndPullbackInPlace<Double> get(Cell cell) {
            return ValueAndPullbackInPlace.of(cell.get(), (bar, adjoints) -> adjoints.add(TANGENT, cell, bar));
        }

        @Reverse(of = "scale", writes = 0)
        static VoidPullback scale(Cell cell, double factor) {
            double before = cell.get();
            cell.scale(factor);
            return adjoints -> {
                double bar = adjoints.take(TANGENT, cell);
                adjoints.addToArgument(1, bar * before);
                adjoints.add(TANGENT, cell, bar * factor);
            };
        }
    }

    private static void check(DoubleArrayFn f, double... x) {
        double step = 1e-4;
        double[] gradient = AD.gradient(f, x.clone());
        for (int i = 0; i < x.length; i++) {
            double[] up = x.clone();
            double[] down = x.clone();
            up[i] += step;
            down[i] -= step;
            double slope = (f.applyAsDouble(up) - f.applyAsDouble(down)) / (2 * step);
            assertThat(gradient[i]).as("partial %d", i).isCloseTo(slope, within(1e-6 * (1 + Math.abs(slope))));
        }
    }

    @Test
    void immutableObjects() {
        check(
                x -> {
                    Fixed a = Fixed.of(x[0]);
                    Fixed b = Fixed.of(x[1]);
                    return a.times(b).plus(a).times(b).value() * x[0];
                },
                1.5,
                2);
    }

    @Test
    void objectsCarriedThroughLoops() {
        check(
                x -> {
                    Fixed a = Fixed.of(1);
                    for (int i = 0; i < 4; i++) {
                        for (double v : x) {
                            a = a.times(Fixed.of(v)).plus(a);
                        }
                    }
                    return a.value();
                },
                0.5,
                0.25);
    }

    @Test
    void objectsInLists() {
        check(
                x -> {
                    List<Fixed> all = new ArrayList<>();
                    for (double v : x) {
                        all.add(Fixed.of(v));
                    }
                    Fixed product = Fixed.of(1);
                    for (Fixed each : all) {
                        product = product.times(each);
                    }
                    return product.value();
                },
                1.5,
                2,
                0.7);
    }

    @Test
    void objectsHandedToOtherMethods() {
        check(x -> nested(Fixed.of(x[0]), x[1], 3), 1.5, 0.5);
    }

    private static double nested(Fixed fixed, double weight, int depth) {
        return depth == 0
                ? fixed.value() * weight
                : nested(fixed.times(Fixed.of(weight)), weight * weight, depth - 1) + fixed.value();
    }

    @Test
    void mutableObjectsWithTheirOwnStorage() {
        check(
                x -> {
                    Cell cell = new Cell();
                    cell.set(x[0]);
                    cell.scale(x[1]);
                    double y = cell.get();
                    cell.scale(y);
                    cell.scale(2);
                    return cell.get() + y;
                },
                1.5,
                2);
    }

    @Test
    void gradientsInSuchObjectsAreTangents() {
        assertThat(AD.gradientAsTangent((Fixed x) -> 3 * x.times(x).value(), Fixed.of(2)).number("tangent"))
                .isEqualTo(12);
        assertThat(
                        AD.gradientAsTangent(
                                        (Weighted x) -> x.fixed().times(x.fixed()).value() * x.weight(),
                                        new Weighted(Fixed.of(2), 3))
                                .toString())
                .isEqualTo("Weighted{fixed=12.0, weight=4.0}");
    }

    @Test
    void tangentsOfAnotherClassHaveNoPlaceInTheObjectsStead() {
        assertThatThrownBy(
                        () -> AD.gradient((Weighted x) -> x.fixed().value() * x.weight(), new Weighted(Fixed.of(2), 3)))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("its tangents are of another class: java.lang.Double");
    }

    @Test
    void aParameterOfSuchAClassHasItsTangentFromTheGradients() {
        Fixed fixed = Fixed.of(2);
        Gradients gradients = AD.gradient(() -> fixed.times(fixed).value(), Params.of(fixed));
        assertThatThrownBy(() -> gradients.of(fixed))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("its tangents are of another class: java.lang.Double")
                .hasMessageContaining("try: tangent(parameter) of the gradients")
                .hasMessageNotContaining("gradientAsTangent");
        assertThat(gradients.tangent(fixed).number("tangent")).isEqualTo(4);
    }
}
