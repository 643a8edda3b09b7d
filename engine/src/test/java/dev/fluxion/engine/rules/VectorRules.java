package dev.fluxion.engine.rules;

import dev.fluxion.engine.rules.VectorOps.Point;
import dev.fluxion.rule.Cotangents2;
import dev.fluxion.rule.Cotangents3;
import dev.fluxion.rule.Pullback;
import dev.fluxion.rule.Reverse;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.ValueAndPullback;
import dev.fluxion.rule.ValueAndPullbackInPlace;
import dev.fluxion.rule.VoidPullback;
import dev.fluxion.tangent.NoTangent;

/** Right rules, which count how often they are used. */
@Rules(of = VectorOps.class)
final class VectorRules {

    static int rules;
    static int pullbacks;

    private VectorRules() {}

    static void reset() {
        rules = 0;
        pullbacks = 0;
    }

    @Reverse(of = "dot")
    static ValueAndPullback<Double, Cotangents2<double[], double[]>> dot(double[] a, double[] b) {
        rules++;
        double[] first = a.clone();
        double[] second = b.clone();
        return ValueAndPullback.of(
                VectorOps.dot(a, b),
                bar -> {
                    pullbacks++;
                    double[] firstBar = new double[first.length];
                    double[] secondBar = new double[first.length];
                    for (int i = 0; i < first.length; i++) {
                        firstBar[i] = bar * second[i];
                        secondBar[i] = bar * first[i];
                    }
                    return Cotangents2.of(firstBar, secondBar);
                });
    }

    /** Not a lambda that is written here, and it overwrites what belongs to it. */
    @Reverse(of = "doubled")
    static ValueAndPullback<double[], double[]> doubled(double[] a) {
        rules++;
        Pullback<double[], double[]> pullback = twice();
        return new ValueAndPullback<>(VectorOps.doubled(a), pullback);
    }

    private static Pullback<double[], double[]> twice() {
        return bar -> {
            pullbacks++;
            for (int i = 0; i < bar.length; i++) {
                bar[i] *= 2;
            }
            return bar;
        };
    }

    /** Captures argument and value as they are. */
    @Reverse(of = "scaled")
    static ValueAndPullback<double[], Cotangents2<double[], Double>> scaled(double[] a, double power) {
        rules++;
        double[] result = VectorOps.scaled(a, power);
        return ValueAndPullback.of(
                result,
                bar -> {
                    pullbacks++;
                    double powerBar = 0;
                    for (int i = 0; i < bar.length; i++) {
                        powerBar += bar[i] * result[i] * Math.log(a[i]);
                        bar[i] *= power * result[i] / a[i];
                    }
                    return Cotangents2.of(bar, powerBar);
                });
    }

    @Reverse(of = "scale", writes = 1)
    static VoidPullback scale(double factor, double[] x) {
        rules++;
        double[] before = x.clone();
        VectorOps.scale(factor, x);
        return adjoints -> {
            pullbacks++;
            double[] bar = adjoints.take(x);
            adjoints.addToArgument(0, VectorOps.dot(bar, before));
            for (int i = 0; i < bar.length; i++) {
                bar[i] *= factor;
            }
            adjoints.add(x, bar);
        };
    }

    @Reverse(of = "normalize", writes = 0)
    static ValueAndPullbackInPlace<Double> normalize(double[] x) {
        rules++;
        double norm = VectorOps.normalize(x);
        double[] unit = x.clone();
        return ValueAndPullbackInPlace.of(
                norm,
                (bar, adjoints) -> {
                    pullbacks++;
                    double[] unitBar = adjoints.take(x);
                    double along = bar - VectorOps.dot(unitBar, unit) / norm;
                    for (int i = 0; i < unit.length; i++) {
                        unitBar[i] = unitBar[i] / norm + along * unit[i];
                    }
                    adjoints.add(x, unitBar);
                });
    }

    @Reverse(of = "times")
    static ValueAndPullback<Double, Cotangents2<Double, Double>> times(double a, double b) {
        rules++;
        return ValueAndPullback.of(
                a * b,
                bar -> {
                    pullbacks++;
                    return Cotangents2.of(bar * b, bar * a);
                });
    }

    @Reverse(of = "plus")
    static ValueAndPullback<Point, Cotangents2<Point, Point>> plus(Point a, Point b) {
        rules++;
        return ValueAndPullback.of(
                VectorOps.plus(a, b),
                bar -> {
                    pullbacks++;
                    return Cotangents2.of(bar, bar);
                });
    }

    @Reverse(of = "checked")
    static ValueAndPullback<double[], double[]> checked(double[] x) {
        rules++;
        return ValueAndPullback.of(
                VectorOps.checked(x),
                bar -> {
                    pullbacks++;
                    return bar;
                });
    }

    @Reverse(of = "squared")
    static ValueAndPullback<Float, Float> squared(float x) {
        rules++;
        return ValueAndPullback.of(
                x * x,
                bar -> {
                    pullbacks++;
                    return 2 * x * bar;
                });
    }

    @Reverse(of = "weighted")
    static ValueAndPullback<Double, Cotangents3<NoTangent, NoTangent, Double>> weighted(
            int count, String name, double x) {
        rules++;
        double weight = (double) count * name.length();
        return ValueAndPullback.of(
                weight * x,
                bar -> {
                    pullbacks++;
                    return Cotangents3.of(NoTangent.NO_TANGENT, NoTangent.NO_TANGENT, bar * weight);
                });
    }
}
