package dev.fluxion.testkit.rules;

import dev.fluxion.rule.Cotangents2;
import dev.fluxion.rule.Forward;
import dev.fluxion.rule.Partial;
import dev.fluxion.rule.Reverse;
import dev.fluxion.rule.Rules;
import dev.fluxion.rule.ValueAndPullback;
import dev.fluxion.rule.ValueAndPullbackInPlace;
import dev.fluxion.rule.ValueAndTangent;
import dev.fluxion.rule.VoidPullback;
import dev.fluxion.tangent.NoTangent;
import dev.fluxion.tangent.NotImplemented;
import dev.fluxion.tangent.ZeroTangent;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Rules of every form, all of them right. */
@Rules(of = {Vectors.class, Vectors.Account.class})
final class GoodRules {

    private GoodRules() {}

    @Reverse(of = "dot")
    static ValueAndPullback<Double, Cotangents2<double[], double[]>> dot(double[] a, double[] b) {
        double[] left = a.clone();
        double[] right = b.clone();
        return ValueAndPullback.of(Vectors.dot(a, b), bar -> Cotangents2.of(scaled(bar, right), scaled(bar, left)));
    }

    @Forward(of = "dot")
    static ValueAndTangent<Double> dot(double[] a, double[] b, double[] da, double[] db) {
        return ValueAndTangent.of(Vectors.dot(a, b), Vectors.dot(da, b) + Vectors.dot(a, db));
    }

    @Reverse(of = "softmax")
    static ValueAndPullback<double[], double[]> softmax(double[] x) {
        double[] y = Vectors.softmax(x);
        double[] kept = y.clone();
        return ValueAndPullback.of(
                y,
                bar -> {
                    double along = Vectors.dot(bar, kept);
                    double[] xBar = new double[kept.length];
                    for (int i = 0; i < xBar.length; i++) {
                        xBar[i] = kept[i] * (bar[i] - along);
                    }
                    return xBar;
                });
    }

    @Forward(of = "softmax")
    static ValueAndTangent<double[]> softmax(double[] x, double[] dx) {
        double[] y = Vectors.softmax(x);
        double along = Vectors.dot(y, dx);
        double[] dy = new double[y.length];
        for (int i = 0; i < dy.length; i++) {
            dy[i] = y[i] * (dx[i] - along);
        }
        return ValueAndTangent.of(y, dy);
    }

    @Reverse(of = "pick")
    static ValueAndPullback<Double, Cotangents2<double[], NoTangent>> pick(double[] x, int index) {
        double at = x[index];
        int length = x.length;
        return ValueAndPullback.of(
                at * at,
                bar -> {
                    double[] xBar = new double[length];
                    xBar[index] = 2 * at * bar;
                    return Cotangents2.of(xBar, NoTangent.NO_TANGENT);
                });
    }

    @Forward(of = "pick")
    static ValueAndTangent<Double> pick(double[] x, int index, double[] dx, NoTangent none) {
        return ValueAndTangent.of(x[index] * x[index], 2 * x[index] * dx[index]);
    }

    @Reverse(of = "area")
    static ValueAndPullback<Double, Cotangents2<Vectors.Point, Double>> area(Vectors.Point p, double scale) {
        return ValueAndPullback.of(
                Vectors.area(p, scale),
                bar -> {
                    Vectors.Point pBar = new Vectors.Point(bar * p.y() * scale, bar * p.x() * scale, p.name());
                    return Cotangents2.of(pBar, bar * p.x() * p.y());
                });
    }

    @Reverse(of = "normalize", writes = 0)
    static ValueAndPullbackInPlace<Double> normalize(double[] x) {
        double norm = Vectors.normalize(x);
        double[] unit = x.clone();
        return ValueAndPullbackInPlace.of(
                norm,
                (bar, adjoints) -> {
                    double[] unitBar = adjoints.take(x);
                    double along = bar - Vectors.dot(unitBar, unit) / norm;
                    for (int i = 0; i < unit.length; i++) {
                        unitBar[i] = unitBar[i] / norm + along * unit[i];
                    }
                    adjoints.add(x, unitBar);
                });
    }

    @Reverse(of = "scale", writes = 1)
    static VoidPullback scale(double factor, double[] x) {
        double[] before = x.clone();
        Vectors.scale(factor, x);
        return adjoints -> {
            double[] bar = adjoints.take(x);
            adjoints.addToArgument(0, Vectors.dot(bar, before));
            adjoints.add(x, scaled(factor, bar));
        };
    }

    @Reverse(of = "addTo", writes = 1)
    static VoidPullback addTo(double[] from, double[] to) {
        double[] before = from.clone();
        Vectors.addTo(from, to);
        return adjoints -> {
            double[] fromBar = adjoints.of(from);
            double[] toBar = adjoints.of(to);
            for (int i = 0; i < before.length; i++) {
                fromBar[i] += 2 * before[i] * toBar[i];
            }
        };
    }

    @Reverse(of = "interest")
    static ValueAndPullbackInPlace<Double> interest(Vectors.Account account, double rate) {
        double balance = account.balance;
        return ValueAndPullbackInPlace.of(
                balance * rate,
                (bar, adjoints) -> {
                    adjoints.add(account, Vectors.Account.class, "balance", bar * rate);
                    adjoints.addToArgument(1, bar * balance);
                });
    }

    @Reverse(of = "<init>")
    static ValueAndPullbackInPlace<Vectors.Account> account(double balance, String owner) {
        Vectors.Account made = new Vectors.Account(balance, owner);
        return ValueAndPullbackInPlace.of(
                made,
                (bar, adjoints) -> adjoints.addToArgument(0, adjoints.take(made, Vectors.Account.class, "balance")));
    }

    @Reverse(of = "trace")
    static ValueAndPullback<Double, double[][]> trace(double[][] m) {
        double[] diagonal = new double[m.length];
        Arrays.setAll(diagonal, i -> m[i][i]);
        return ValueAndPullback.of(
                Vectors.trace(m),
                bar -> {
                    double[][] mBar = new double[diagonal.length][diagonal.length];
                    for (int i = 0; i < diagonal.length; i++) {
                        mBar[i][i] = 2 * bar * diagonal[i];
                    }
                    return mBar;
                });
    }

    @Reverse(of = "mean")
    static ValueAndPullback<Double, List<Double>> mean(List<Double> numbers) {
        int size = numbers.size();
        return ValueAndPullback.of(Vectors.mean(numbers), bar -> Collections.nCopies(size, bar / size));
    }

    @Partial(of = "skew", wrt = 0)
    static double skewInX(double x, double y, double result) {
        return 2 * x * y;
    }

    @Partial(of = "skew", wrt = 1)
    static double skewInY(double x, double y, double result) {
        return x * x;
    }

    @Partial(of = "half", wrt = 0)
    static float half(float x, float result) {
        return x;
    }

    static double[] scaled(double factor, double[] x) {
        double[] scaled = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            scaled[i] = factor * x[i];
        }
        return scaled;
    }

    /** Rules that say what they do not know, or that it is zero. */
    @Rules(of = Vectors.class)
    static final class Kinds {

        private Kinds() {}

        @Reverse(of = "dot")
        static ValueAndPullback<Double, Cotangents2<NotImplemented, double[]>> dot(double[] a, double[] b) {
            double[] left = a.clone();
            return ValueAndPullback.of(
                    Vectors.dot(a, b),
                    bar -> Cotangents2.of(NotImplemented.because("nobody needs it"), scaled(bar, left)));
        }

        @Reverse(of = "pick")
        static ValueAndPullback<Double, Cotangents2<ZeroTangent, NoTangent>> pick(double[] x, int index) {
            return ValueAndPullback.of(
                    Vectors.pick(x, index), bar -> Cotangents2.of(ZeroTangent.ZERO_TANGENT, NoTangent.NO_TANGENT));
        }

        @SuppressWarnings("DoNotCallSuggester") // nobody does
        @Partial(of = "skew", wrt = 0)
        static double skewInX(double x, double y, double result) {
            throw NotImplemented.because("no formula").failure();
        }

        @Partial(of = "skew", wrt = 1)
        static double skewInY(double x, double y, double result) {
            return x * x;
        }
    }
}
