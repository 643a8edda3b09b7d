package dev.fluxion.testkit.rules;

import dev.fluxion.rule.Cotangents2;
import dev.fluxion.rule.Cotangents3;
import dev.fluxion.rule.Forward;
import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Reverse;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.ValueAndPullback;
import dev.fluxion.rule.ValueAndPullbackInPlace;
import dev.fluxion.rule.ValueAndTangent;
import dev.fluxion.rule.VoidPullback;
import dev.fluxion.tangent.NoTangent;
import dev.fluxion.tangent.ZeroTangent;

import java.util.Arrays;

/** Rules that are wrong, each in one way. */
final class WrongRules {

    private WrongRules() {}

    @Rules(of = Vectors.class)
    static final class WrongSign {
        @Reverse(of = "dot")
        static ValueAndPullback<Double, Cotangents2<double[], double[]>> dot(double[] a, double[] b) {
            double[] left = a.clone();
            double[] right = b.clone();
            return ValueAndPullback.of(
                    Vectors.dot(a, b),
                    bar -> Cotangents2.of(GoodRules.scaled(bar, right), GoodRules.scaled(-bar, left)));
        }
    }

    @Rules(of = Vectors.class)
    static final class WrongOrder {
        @Reverse(of = "dot")
        static ValueAndPullback<Double, Cotangents2<double[], double[]>> dot(double[] a, double[] b) {
            double[] left = a.clone();
            double[] right = b.clone();
            return ValueAndPullback.of(
                    Vectors.dot(a, b),
                    bar -> Cotangents2.of(GoodRules.scaled(bar, left), GoodRules.scaled(bar, right)));
        }
    }

    @Rules(of = Vectors.class)
    static final class WrongFactor {
        @Reverse(of = "dot")
        static ValueAndPullback<Double, Cotangents2<double[], double[]>> dot(double[] a, double[] b) {
            double[] left = a.clone();
            double[] right = b.clone();
            return ValueAndPullback.of(
                    Vectors.dot(a, b),
                    bar -> Cotangents2.of(GoodRules.scaled(2 * bar, right), GoodRules.scaled(bar, left)));
        }
    }

    @Rules(of = Vectors.class)
    static final class OneElementWrong {
        @Reverse(of = "softmax")
        static ValueAndPullback<double[], double[]> softmax(double[] x) {
            ValueAndPullback<double[], double[]> right = GoodRules.softmax(x);
            return ValueAndPullback.of(
                    right.value(),
                    bar -> {
                        double[] xBar = right.pullback().apply(bar);
                        xBar[1] += 1e-6 * bar[0];
                        return xBar;
                    });
        }
    }

    @Rules(of = Vectors.class)
    static final class MissingAccumulation {
        @Reverse(of = "addTo", writes = 1)
        static VoidPullback addTo(double[] from, double[] to) {
            double[] before = from.clone();
            Vectors.addTo(from, to);
            return adjoints -> {
                double[] fromBar = adjoints.of(from);
                double[] toBar = adjoints.of(to);
                for (int i = 0; i < before.length; i++) {
                    fromBar[i] = 2 * before[i] * toBar[i];
                }
            };
        }
    }

    @Rules(of = Vectors.class)
    static final class NotTaken {
        @Reverse(of = "scale", writes = 1)
        static VoidPullback scale(double factor, double[] x) {
            double[] before = x.clone();
            Vectors.scale(factor, x);
            return adjoints -> {
                double[] bar = adjoints.of(x).clone();
                adjoints.addToArgument(0, Vectors.dot(bar, before));
                adjoints.add(x, GoodRules.scaled(factor, bar));
            };
        }
    }

    @Rules(of = Vectors.class)
    static final class WrongShape {
        @Reverse(of = "softmax")
        static ValueAndPullback<double[], double[]> softmax(double[] x) {
            return ValueAndPullback.of(Vectors.softmax(x), bar -> new double[2]);
        }
    }

    @Rules(of = Vectors.class)
    static final class WrongType {
        @Reverse(of = "pick")
        static ValueAndPullback<Double, Cotangents2<Double, NoTangent>> pick(double[] x, int index) {
            return ValueAndPullback.of(Vectors.pick(x, index), bar -> Cotangents2.of(bar, NoTangent.NO_TANGENT));
        }
    }

    @Rules(of = Vectors.class)
    static final class WrongArity {
        @Reverse(of = "dot")
        static ValueAndPullback<Double, Cotangents3<double[], double[], Double>> dot(double[] a, double[] b) {
            return ValueAndPullback.of(
                    Vectors.dot(a, b), bar -> Cotangents3.of(GoodRules.scaled(bar, b), GoodRules.scaled(bar, a), 0.0));
        }
    }

    @Rules(of = Vectors.class)
    static final class ZeroForAWholeNumber {
        @Reverse(of = "pick")
        static ValueAndPullback<Double, Cotangents2<double[], ZeroTangent>> pick(double[] x, int index) {
            ValueAndPullback<Double, Cotangents2<double[], NoTangent>> right = GoodRules.pick(x, index);
            return ValueAndPullback.of(
                    right.value(),
                    bar -> Cotangents2.of(right.pullback().apply(bar).first(), ZeroTangent.ZERO_TANGENT));
        }
    }

    @Rules(of = Vectors.class)
    static final class NoTangentForNumbers {
        @Reverse(of = "pick")
        static ValueAndPullback<Double, Cotangents2<NoTangent, NoTangent>> pick(double[] x, int index) {
            return ValueAndPullback.of(
                    Vectors.pick(x, index), bar -> Cotangents2.of(NoTangent.NO_TANGENT, NoTangent.NO_TANGENT));
        }
    }

    @Rules(of = Vectors.class)
    static final class CapturedArgument {
        @Reverse(of = "dot")
        static ValueAndPullback<Double, Cotangents2<double[], double[]>> dot(double[] a, double[] b) {
            return ValueAndPullback.of(
                    Vectors.dot(a, b), bar -> Cotangents2.of(GoodRules.scaled(bar, b), GoodRules.scaled(bar, a)));
        }
    }

    @Rules(of = Vectors.class)
    static final class CapturedValue {
        @Reverse(of = "softmax")
        static ValueAndPullback<double[], double[]> softmax(double[] x) {
            double[] y = Vectors.softmax(x);
            return ValueAndPullback.of(
                    y,
                    bar -> {
                        double along = Vectors.dot(bar, y);
                        double[] xBar = new double[y.length];
                        Arrays.setAll(xBar, i -> y[i] * (bar[i] - along));
                        return xBar;
                    });
        }
    }

    @Rules(of = Vectors.class)
    static final class CapturedOverwritten {
        @Reverse(of = "pick")
        static ValueAndPullback<Double, Cotangents2<double[], NoTangent>> pick(double[] x, int index) {
            double[] kept = x.clone();
            return ValueAndPullback.of(
                    Vectors.pick(x, index),
                    bar -> {
                        for (int i = 0; i < kept.length; i++) {
                            kept[i] = i == index ? 2 * kept[i] * bar : 0;
                        }
                        return Cotangents2.of(kept, NoTangent.NO_TANGENT);
                    });
        }
    }

    @Rules(of = Vectors.class)
    static final class NotLinear {
        @Reverse(of = "pick")
        static ValueAndPullback<Double, Cotangents2<double[], NoTangent>> pick(double[] x, int index) {
            double at = x[index];
            int length = x.length;
            return ValueAndPullback.of(
                    at * at,
                    bar -> {
                        double[] xBar = new double[length];
                        xBar[index] = 2 * at * Math.min(bar, 1);
                        return Cotangents2.of(xBar, NoTangent.NO_TANGENT);
                    });
        }
    }

    @Rules(of = Vectors.class)
    static final class Impure {
        private static int calls;

        @Reverse(of = "pick")
        static ValueAndPullback<Double, Cotangents2<double[], NoTangent>> pick(double[] x, int index) {
            calls++;
            double bias = calls == 1 ? 0 : 1e-3;
            ValueAndPullback<Double, Cotangents2<double[], NoTangent>> right = GoodRules.pick(x, index);
            return ValueAndPullback.of(right.value(), bar -> right.pullback().apply(bar + bias));
        }
    }

    @Rules(of = Vectors.class)
    static final class OtherValue {
        @Reverse(of = "dot")
        static ValueAndPullback<Double, Cotangents2<double[], double[]>> dot(double[] a, double[] b) {
            return ValueAndPullback.of(Vectors.dot(a, b) + 1, GoodRules.dot(a, b).pullback());
        }
    }

    @Rules(of = Vectors.class)
    static final class OtherMemory {
        @Reverse(of = "normalize", writes = 0)
        static ValueAndPullbackInPlace<Double> normalize(double[] x) {
            return GoodRules.normalize(x.clone());
        }
    }

    @Rules(of = Vectors.class)
    static final class NotInPlace {
        @Reverse(of = "normalize")
        static ValueAndPullback<Double, double[]> normalize(double[] x) {
            return ValueAndPullback.of(Vectors.normalize(x), bar -> GoodRules.scaled(bar, x));
        }
    }

    @Rules(of = Vectors.class)
    static final class DoesNotSayThatItWrites {
        @Reverse(of = "normalize")
        static ValueAndPullbackInPlace<Double> normalize(double[] x) {
            return GoodRules.normalize(x);
        }
    }

    @Rules(of = Vectors.class)
    static final class Throwing {
        @Reverse(of = "softmax")
        static ValueAndPullback<double[], double[]> softmax(double[] x) {
            return ValueAndPullback.of(Vectors.softmax(x), bar -> new double[] {bar[x.length]});
        }
    }

    @Rules(of = Vectors.class)
    static final class ForNoMethod {
        @Reverse(of = "dot")
        static ValueAndPullback<Double, double[]> dot(double[] a) {
            return ValueAndPullback.of(0.0, bar -> a);
        }
    }

    @Rules(of = Vectors.class)
    static final class WrongTangent {
        @Forward(of = "dot")
        static ValueAndTangent<Double> dot(double[] a, double[] b, double[] da, double[] db) {
            return ValueAndTangent.of(Vectors.dot(a, b), Vectors.dot(da, b));
        }
    }

    @Rules(of = Vectors.class)
    static final class TangentOfWrongShape {
        @Forward(of = "softmax")
        static ValueAndTangent<double[]> softmax(double[] x, double[] dx) {
            return ValueAndTangent.of(Vectors.softmax(x), new double[x.length + 1]);
        }
    }

    @Rules(of = Vectors.class)
    static final class NotTransposed {
        @Forward(of = "dot")
        static ValueAndTangent<Double> dot(double[] a, double[] b, double[] da, double[] db) {
            return GoodRules.dot(a, b, da, db);
        }

        @Reverse(of = "dot")
        static ValueAndPullback<Double, Cotangents2<double[], double[]>> dot(double[] a, double[] b) {
            return WrongSign.dot(a, b);
        }
    }

    @Rules(of = Vectors.class)
    static final class PartialOfTheOther {
        @Partial(of = "skew", wrt = 0)
        static double inX(double x, double y, double result) {
            return x * x;
        }
    }

    @Rules(of = Vectors.class)
    static final class MissingPartial {
        @Partial(of = "skew", wrt = 0)
        static double inX(double x, double y, double result) {
            return 2 * x * y;
        }
    }

    @Rules(of = Vectors.class)
    static final class WrongWrt {
        @Partial(of = "skew", wrt = 2)
        static double inX(double x, double y, double result) {
            return 2 * x * y;
        }
    }

    @Rules(of = Vectors.class)
    static final class AllocatingPartial {
        @Partial(of = "skew", wrt = 0)
        static double inX(double x, double y, double result) {
            return Double.parseDouble(String.valueOf(2 * x * y));
        }
    }

    @Rules(of = Vectors.class)
    static final class PartialOfAnotherType {
        @Partial(of = "half", wrt = 0)
        static double half(float x, float result) {
            return x;
        }
    }

    /** Right, but made of text, through which no derivative flows. */
    @Rules(of = Vectors.class)
    static final class LostAtSecondOrder {
        @Reverse(of = "pick")
        static ValueAndPullback<Double, Cotangents2<double[], NoTangent>> pick(double[] x, int index) {
            double at = Double.parseDouble(Double.toString(x[index]));
            int length = x.length;
            return ValueAndPullback.of(
                    Vectors.pick(x, index),
                    bar -> {
                        double[] xBar = new double[length];
                        xBar[index] = 2 * at * bar;
                        return Cotangents2.of(xBar, NoTangent.NO_TANGENT);
                    });
        }
    }
}
