package dev.fluxion.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.Differentiator;
import dev.fluxion.DoubleFn;
import dev.fluxion.Fluxion;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.rule.Forward;
import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.OptOut;
import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Reverse;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.ValueAndPullbackInPlace;
import dev.fluxion.rule.ValueAndTangent;
import dev.fluxion.tangent.NoTangent;

import org.junit.jupiter.api.Test;

import java.io.Serializable;
import java.lang.reflect.Method;
import java.util.List;

/**
 * The class of an object decides which rule counts for its method, and not the type of the variable: each rule's slope
 * tells which one it was.
 */
class NearestRulesTest {

    private static final double OF_SHAPE = 100;
    private static final double OF_SUB = 5;

    interface Shape {
        double area(double s);

        default double twice(double s) {
            return 2 * area(s);
        }
    }

    static class Square implements Shape {
        @Override
        public double area(double s) {
            return s * s;
        }
    }

    static class Sub extends Square {
        @Override
        public double area(double s) {
            return s * s * s;
        }
    }

    static class Leaf extends Sub {
        @Override
        public double area(double s) {
            return s * s * s * s;
        }
    }

    /** Has the method from Square. */
    static class Plain extends Square {}

    @Rules(of = Shape.class)
    static final class ShapeRules {
        private ShapeRules() {}

        @Partial(of = "area", wrt = 1)
        static double area(Shape shape, double s, double y) {
            return OF_SHAPE;
        }
    }

    @Rules(of = Sub.class)
    static final class SubRules {
        private SubRules() {}

        @Partial(of = "area", wrt = 1)
        static double area(Sub sub, double s, double y) {
            return OF_SUB;
        }
    }

    @Rules(of = Shape.class)
    static final class ShapePullbacks {
        private ShapePullbacks() {}

        @Reverse(of = "area")
        static ValueAndPullbackInPlace<Double> area(Shape shape, double s) {
            return ValueAndPullbackInPlace.of(
                    shape.area(s), (bar, adjoints) -> adjoints.addToArgument(1, OF_SHAPE * s * bar));
        }
    }

    @Rules(of = Sub.class)
    static final class SubPullbacks {
        private SubPullbacks() {}

        @Reverse(of = "area")
        static ValueAndPullbackInPlace<Double> area(Sub sub, double s) {
            return ValueAndPullbackInPlace.of(
                    sub.area(s), (bar, adjoints) -> adjoints.addToArgument(1, OF_SUB * s * bar));
        }
    }

    private static double slope(Differentiator ad, DoubleFn f) {
        return ad.derivative(f).applyAsDouble(2);
    }

    private static Differentiator with(Class<?>... rules) {
        return Fluxion.builder().rules(rules).build();
    }

    private static void assertNearest(Differentiator ad, double ofShape, double ofSub) {
        Shape square = new Square();
        Plain plain = new Plain();
        Shape plainShape = plain;
        Sub sub = new Sub();
        Square subSquare = sub;
        Shape subShape = sub;
        Leaf leaf = new Leaf();
        Shape leafShape = leaf;
        assertThat(slope(ad, x -> square.area(x))).isEqualTo(ofShape);
        assertThat(slope(ad, x -> plain.area(x))).isEqualTo(ofShape);
        assertThat(slope(ad, x -> plainShape.area(x))).isEqualTo(ofShape);
        assertThat(slope(ad, x -> sub.area(x))).isEqualTo(ofSub);
        assertThat(slope(ad, x -> subSquare.area(x))).isEqualTo(ofSub);
        assertThat(slope(ad, x -> subShape.area(x))).isEqualTo(ofSub);
        assertThat(slope(ad, x -> leaf.area(x))).isEqualTo(ofSub);
        assertThat(slope(ad, x -> leafShape.area(x))).isEqualTo(ofSub);
        assertThat(slope(ad, x -> leafShape.twice(x))).isEqualTo(2 * ofSub);
        assertThat(slope(ad, x -> new Sub().area(x))).isEqualTo(ofSub);
        assertThat(
                        slope(
                                ad,
                                x -> {
                                    Shape made = x > 0 ? new Leaf() : new Square();
                                    return made.area(x);
                                }))
                .isEqualTo(ofSub);
        Shape[] shapes = {square, plain, sub, leaf};
        assertThat(
                        slope(
                                ad,
                                x -> {
                                    double sum = 0;
                                    for (Shape shape : shapes) {
                                        sum += shape.area(x);
                                    }
                                    return sum;
                                }))
                .isEqualTo(2 * ofShape + 2 * ofSub);
    }

    @Test
    void classOfTheReceiverDecidesBetweenPartials() {
        assertNearest(with(ShapeRules.class, SubRules.class), OF_SHAPE, OF_SUB);
        assertNearest(with(SubRules.class, ShapeRules.class), OF_SHAPE, OF_SUB);
    }

    @Test
    void classOfTheReceiverDecidesBetweenReverseRules() {
        assertNearest(with(ShapePullbacks.class, SubPullbacks.class), 2 * OF_SHAPE, 2 * OF_SUB);
        assertNearest(with(ShapeRules.class, SubPullbacks.class), OF_SHAPE, 2 * OF_SUB);
        assertNearest(with(ShapePullbacks.class, SubRules.class), 2 * OF_SHAPE, OF_SUB);
    }

    @Test
    void secondDerivativesUseTheSameRules() {
        Differentiator ad = with(ShapePullbacks.class, SubPullbacks.class);
        Shape square = new Square();
        Shape sub = new Sub();
        DoubleFn ofSquare = ad.derivative(x -> square.area(x));
        DoubleFn ofSub = ad.derivative(x -> sub.area(x));
        assertThat(slope(ad, ofSquare)).isEqualTo(OF_SHAPE);
        assertThat(slope(ad, ofSub)).isEqualTo(OF_SUB);
    }

    @Test
    void forwardModeTakesThemToo() {
        Differentiator ad = with(ShapeRules.class, SubRules.class);
        Shape square = new Square();
        Shape sub = new Sub();
        assertThat(ad.jvp(x -> square.area(x), 2.0, 1.0).tangent()).isEqualTo(OF_SHAPE);
        assertThat(ad.jvp(x -> sub.area(x), 2.0, 1.0).tangent()).isEqualTo(OF_SUB);
    }

    @Test
    void lambdasTakeTheRuleOfTheirInterface() {
        Shape lambda = s -> s * s;
        Shape sub = new Sub();
        for (Differentiator ad : List.of(with(ShapeRules.class), with(ShapeRules.class, SubRules.class))) {
            assertThat(slope(ad, x -> lambda.area(x))).isEqualTo(OF_SHAPE);
        }
        Differentiator pullbacks = with(ShapePullbacks.class, SubPullbacks.class);
        assertThat(slope(pullbacks, x -> lambda.area(x) + sub.area(x))).isEqualTo(2 * OF_SHAPE + 2 * OF_SUB);
    }

    @Test
    void forwardModeLooksThroughLambdasBehindReverseRules() {
        Shape lambda = (Shape & Serializable) s -> s * s;
        Shape sub = new Sub();
        for (Differentiator ad : List.of(with(ShapePullbacks.class), with(ShapePullbacks.class, SubPullbacks.class))) {
            assertThat(ad.jvp(x -> lambda.area(x) + sub.area(x), 2.0, 1.0).tangent()).isEqualTo(4 + 12);
            assertThat(
                            ad.jvp(
                                            x -> {
                                                Shape made = s -> s * s;
                                                return made.area(x);
                                            },
                                            2.0,
                                            1.0)
                                    .tangent())
                    .isEqualTo(4);
        }
    }

    @Test
    void secondDerivativesOfLambdasUseTheRule() {
        Differentiator ad = with(ShapePullbacks.class, SubPullbacks.class);
        Shape lambda = s -> s * s;
        DoubleFn captured = ad.derivative(x -> lambda.area(x));
        DoubleFn made =
                ad.derivative(x -> {
                    Shape inside = s -> s * s;
                    return inside.area(x);
                });
        assertThat(slope(ad, captured)).isEqualTo(OF_SHAPE);
        assertThat(slope(ad, made)).isEqualTo(OF_SHAPE);
    }

    @Test
    void lambdaMadeByTheCodeTakesTheRule() {
        Differentiator ad = with(ShapeRules.class, SubRules.class);
        assertThat(
                        slope(
                                with(ShapeRules.class),
                                x -> {
                                    Shape made = s -> s * s;
                                    return made.area(x);
                                }))
                .isEqualTo(OF_SHAPE);
        assertThat(
                        slope(
                                ad,
                                x -> {
                                    Shape made = s -> s * s;
                                    return made.area(x);
                                }))
                .isEqualTo(OF_SHAPE);
    }

    @Rules(of = Square.class)
    @NonDifferentiable(of = "area")
    static final class SquareIsConstant {
        private SquareIsConstant() {}
    }

    @Rules(of = Sub.class)
    static final class SubReplaced {
        private SubReplaced() {}

        @Replacement(of = "area")
        static double area(Sub sub, double s) {
            return s * s * s;
        }
    }

    @Rules(of = Sub.class)
    @OptOut(of = "area")
    static final class SubByItself {
        private SubByItself() {}
    }

    @Rules(of = Sub.class)
    static final class SubForward {
        private SubForward() {}

        @Forward(of = "area")
        static ValueAndTangent<Double> area(Sub sub, double s, NoTangent none, double ds) {
            return new ValueAndTangent<>(sub.area(s), OF_SUB * ds);
        }
    }

    @Test
    void whatIsNotDifferentiatedIsInherited() {
        Differentiator ad = with(ShapeRules.class, SquareIsConstant.class);
        Shape subShape = new Sub();
        Sub sub = new Sub();
        assertThat(slope(ad, x -> subShape.area(x))).isZero();
        assertThat(slope(ad, x -> sub.area(x))).isZero();
    }

    @Test
    void replacementCountsForItsClassOnly() {
        Differentiator ad = with(ShapeRules.class, SubReplaced.class);
        Shape sub = new Sub();
        Shape leaf = new Leaf();
        Leaf asLeaf = new Leaf();
        assertThat(slope(ad, x -> sub.area(x))).isEqualTo(12);
        assertThat(slope(ad, x -> leaf.area(x))).isEqualTo(OF_SHAPE);
        assertThat(slope(ad, x -> asLeaf.area(x))).isEqualTo(OF_SHAPE);
    }

    @Test
    void optOutIsInherited() {
        Differentiator ad = with(ShapeRules.class, SubByItself.class);
        Shape leaf = new Leaf();
        Leaf asLeaf = new Leaf();
        assertThat(slope(ad, x -> leaf.area(x))).isEqualTo(32);
        assertThat(slope(ad, x -> asLeaf.area(x))).isEqualTo(32);
    }

    @Test
    void forwardRuleHidesNoReverseRule() {
        Differentiator ad = with(ShapeRules.class, SubForward.class);
        Shape shape = new Sub();
        Sub sub = new Sub();
        assertThat(slope(ad, x -> shape.area(x))).isEqualTo(OF_SHAPE);
        assertThat(slope(ad, x -> sub.area(x))).isEqualTo(OF_SHAPE);
    }

    static class Fixed {
        final double value(double x) {
            return x * x;
        }
    }

    static class Special extends Fixed {}

    @Rules(of = Special.class)
    static final class SpecialRules {
        private SpecialRules() {}

        @Partial(of = "value", wrt = 1)
        static double value(Special special, double x, double y) {
            return OF_SUB;
        }
    }

    @Test
    void ruleOfASubclassCountsForAMethodThatItInherits() {
        Differentiator ad = with(SpecialRules.class);
        Fixed fixed = new Special();
        Fixed other = new Fixed();
        Special special = new Special();
        assertThat(slope(ad, x -> special.value(x))).isEqualTo(OF_SUB);
        assertThat(slope(ad, x -> fixed.value(x))).isEqualTo(OF_SUB);
        assertThat(slope(ad, x -> other.value(x))).isEqualTo(4);
    }

    interface Solid extends Shape {}

    static final class Cube extends Square implements Solid {}

    @Rules(of = Solid.class)
    static final class SolidRules {
        private SolidRules() {}

        @Partial(of = "area", wrt = 1)
        static double area(Solid solid, double s, double y) {
            return OF_SUB;
        }
    }

    @Test
    void nearerInterfaceWinsOverThatOfASuperclass() {
        Differentiator ad = with(ShapeRules.class, SolidRules.class);
        Cube cube = new Cube();
        Square square = cube;
        Shape shape = cube;
        Solid solid = cube;
        assertThat(slope(ad, x -> cube.area(x))).isEqualTo(OF_SUB);
        assertThat(slope(ad, x -> square.area(x))).isEqualTo(OF_SUB);
        assertThat(slope(ad, x -> shape.area(x))).isEqualTo(OF_SUB);
        assertThat(slope(ad, x -> solid.area(x))).isEqualTo(OF_SUB);
        Solid lambda = s -> s * s;
        Shape asShape = lambda;
        assertThat(slope(ad, x -> asShape.area(x))).isEqualTo(OF_SUB);
    }

    interface Measured {
        double area(double s);
    }

    static class Both implements Shape, Measured {
        @Override
        public double area(double s) {
            return s * s;
        }
    }

    static final class Base extends Square implements Measured {}

    @Rules(of = Measured.class)
    static final class MeasuredRules {
        private MeasuredRules() {}

        @Partial(of = "area", wrt = 1)
        static double area(Measured measured, double s, double y) {
            return OF_SUB;
        }
    }

    @Rules(of = Both.class)
    static final class BothRules {
        private BothRules() {}

        @Partial(of = "area", wrt = 1)
        static double area(Both both, double s, double y) {
            return 7;
        }
    }

    @Rules(of = Both.class)
    @OptOut(of = "area")
    static final class BothByItself {
        private BothByItself() {}
    }

    @Rules(of = Square.class)
    static final class SquareRules {
        private SquareRules() {}

        @Partial(of = "area", wrt = 1)
        static double area(Square square, double s, double y) {
            return 9;
        }
    }

    @Test
    void rulesOfTwoUnrelatedInterfacesAreAnError() {
        Both both = new Both();
        Differentiator ad = with(ShapeRules.class, MeasuredRules.class);
        assertThatThrownBy(() -> slope(ad, x -> both.area(x)))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("[FX-0404] two rules for area(D)D of " + Both.class.getName())
                .hasMessageContaining("it inherits that of " + Shape.class.getName() + " by ")
                .hasMessageContaining(MeasuredRules.class.getName())
                .hasMessageContaining("neither of these types extends the other")
                .hasMessageContaining("@OptOut");
        assertThat(slope(with(ShapeRules.class, MeasuredRules.class, BothRules.class), x -> both.area(x))).isEqualTo(7);
        assertThat(slope(with(ShapeRules.class, MeasuredRules.class, BothByItself.class), x -> both.area(x)))
                .isEqualTo(4);
    }

    @Test
    void dispatchedCallsSayThatToo() {
        Shape both = new Both();
        Differentiator ad = with(ShapeRules.class, MeasuredRules.class, SubRules.class);
        assertThatThrownBy(() -> slope(ad, x -> both.area(x)))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("[FX-0404] two rules for area(D)D of " + Both.class.getName());
    }

    @Test
    void superclassWinsOverAnInterfaceThatItDoesNotKnow() {
        Base base = new Base();
        Shape shape = base;
        Differentiator ad = with(SquareRules.class, ShapeRules.class, MeasuredRules.class);
        assertThat(slope(ad, x -> base.area(x))).isEqualTo(9);
        assertThat(slope(ad, x -> shape.area(x))).isEqualTo(9);
    }

    @Test
    void methodThatIsDifferentiatedItselfHasTheSameRule() throws NoSuchMethodException {
        Sub sub = new Sub();
        Leaf leaf = new Leaf();
        Both both = new Both();
        Differentiator ad = with(ShapeRules.class, SubRules.class, BothByItself.class);
        assertThat(slope(ad, sub::area)).isEqualTo(OF_SUB);
        assertThat(slope(ad, leaf::area)).isEqualTo(OF_SUB);
        assertThat(slope(ad, new Square()::area)).isEqualTo(OF_SHAPE);
        assertThat(slope(ad, both::area)).isEqualTo(4);
        Method squared = NearestRulesTest.class.getDeclaredMethod("squared", double.class);
        assertThat(with(SquaredByItself.class).gradient(squared).at(3.0)).containsExactly(6);
        assertThat(with(SquaredRules.class).gradient(squared).at(3.0)).containsExactly(OF_SUB);
        assertThat(with(SquaredRules.class, SquaredByItself.class).gradient(squared).at(3.0)).containsExactly(6);
    }

    static double squared(double x) {
        return x * x;
    }

    @Rules(of = NearestRulesTest.class)
    @OptOut
    static final class SquaredByItself {
        private SquaredByItself() {}
    }

    @Rules(of = NearestRulesTest.class)
    static final class SquaredRules {
        private SquaredRules() {}

        @Partial(of = "squared", wrt = 0)
        static double squared(double x, double y) {
            return OF_SUB;
        }
    }
}
