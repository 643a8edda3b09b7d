package dev.fluxion.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.Differentiator;
import dev.fluxion.DoubleFn;
import dev.fluxion.Fluxion;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.rule.OptOut;
import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Replacements of an interface's default method in calls that do not tell the receiver's class. */
class AnyReceiverTest {

    interface Shape {
        default double area(double x) {
            return x * x;
        }
    }

    private record Square() implements Shape {}

    private record Cube() implements Shape {
        @Override
        public double area(double x) {
            return x * x * x + Shape.super.area(x);
        }
    }

    /** Says what only a rule can: seven times the area, of those that have the method from the interface. */
    @Rules(of = Shape.class)
    static final class SevenTimes {
        private SevenTimes() {}

        @Replacement(of = "area", anyReceiver = true)
        static double areaOfAny(Shape shape, double x) {
            return shape instanceof Cube ? shape.area(x) : 7 * x * x;
        }
    }

    @Rules(of = Shape.class)
    static final class Both {
        private Both() {}

        @Replacement(of = "area", anyReceiver = true)
        static double areaOfAny(Shape shape, double x) {
            return shape instanceof Cube ? shape.area(x) : 7 * x * x;
        }

        @Replacement(of = "area")
        static double area(Shape shape, double x) {
            return 5 * x * x;
        }
    }

    @Rules(of = Shape.class)
    static final class Another {
        private Another() {}

        @Replacement(of = "area", anyReceiver = true)
        static double areaOfAny(Shape shape, double x) {
            return x;
        }
    }

    @Rules(of = Shape.class)
    @OptOut(of = "area")
    static final class Without {
        private Without() {}
    }

    private static final List<Shape> SHAPES = List.of(new Square(), new Cube());

    private static double area(int i, double x) {
        return SHAPES.get(i).area(x);
    }

    @Test
    void standsForTheInterfacesMethod() {
        Differentiator rules = Fluxion.builder().rules(SevenTimes.class).build();
        assertThat(rules.gradient((DoubleFn) x -> area(0, x), 3.0)).isEqualTo(42);
        assertThat(rules.gradient(rules.derivative(x -> area(0, x)), 3.0)).isEqualTo(14);
    }

    @Test
    void itsOwnCallIsThatOfTheReceiversClass() {
        Differentiator rules = Fluxion.builder().rules(SevenTimes.class).build();
        assertThat(rules.gradient((DoubleFn) x -> area(1, x), 3.0)).isEqualTo(33);
        assertThat(rules.gradient(rules.derivative(x -> area(1, x)), 3.0)).isEqualTo(20);
        assertThat(rules.gradient((DoubleFn) x -> area(1, 2) * x, 3.0)).isEqualTo(12);
    }

    @Test
    void theInterfacesOwnCodeHasAReplacementOfItsOwn() {
        Differentiator rules = Fluxion.builder().rules(Both.class).build();
        assertThat(rules.gradient((DoubleFn) x -> area(0, x), 3.0)).isEqualTo(42);
        assertThat(rules.gradient((DoubleFn) x -> area(1, x), 3.0)).isEqualTo(27 + 30);
    }

    @Test
    void optingOutWins() {
        Differentiator rules = Fluxion.builder().rules(SevenTimes.class, Without.class).build();
        assertThat(rules.gradient((DoubleFn) x -> area(0, x), 3.0)).isEqualTo(6);
    }

    @Test
    void twoOfThemClash() {
        assertThatThrownBy(() -> Fluxion.builder().rules(SevenTimes.class, Another.class).build().gradient(x -> x, 1.0))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("two rules for any receiver's area(D)D");
    }
}
