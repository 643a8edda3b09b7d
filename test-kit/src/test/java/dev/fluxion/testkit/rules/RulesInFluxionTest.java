package dev.fluxion.testkit.rules;

import org.junit.jupiter.api.Test;

/** What Fluxion makes of rules of every form, in programs that overwrite, alias and loop; second derivatives, too. */
class RulesInFluxionTest {

    private static final double[] X = {1.5, -2, 0.25};

    private final RuleTester rules = RuleTester.of(GoodRules.class);

    @Test
    void valueAndPullback() {
        rules.testGradient(x -> Vectors.dot(x, x), X);
        rules.testGradient(x -> Vectors.softmax(x)[1] * x[0], X);
        rules.testGradient(x -> Vectors.pick(x, 1) * Vectors.dot(x, Vectors.softmax(x)), X);
    }

    @Test
    void arraysThatAreOverwrittenAfterTheCall() {
        rules.testGradient(
                x -> {
                    double before = Vectors.dot(x, x);
                    x[0] = 7 * x[1];
                    return before * x[0];
                },
                X);
        rules.testGradient(
                x -> {
                    double[] y = Vectors.softmax(x);
                    double sum = y[0] * y[1];
                    y[1] = x[2];
                    return sum * y[1];
                },
                X);
    }

    @Test
    void inPlace() {
        rules.testGradient(
                x -> {
                    double norm = Vectors.normalize(x);
                    return norm * x[0] + x[1] * x[2];
                },
                X);
        rules.testGradient(
                x -> {
                    double[] y = {x[0] * x[1], x[2], 3};
                    for (int i = 0; i < 3; i++) {
                        Vectors.scale(x[0], y);
                        Vectors.addTo(x, y);
                    }
                    return y[0] * y[1] - y[2];
                },
                X);
    }

    @Test
    void objects() {
        rules.testGradient((Vectors.Account a) -> a.interest(2) * a.balance, new Vectors.Account(3, "me"));
        rules.testGradient((Vectors.Point p) -> Vectors.area(p, p.x()), new Vectors.Point(2, 3, "p"));
        rules.testGradient((double[][] m) -> Vectors.trace(m) * m[0][1], new double[][] {{1, 2}, {3, 4}});
        rules.testGradient((java.util.List<Double> n) -> Vectors.mean(n) * n.get(0), java.util.List.of(1.0, 2.5));
    }
}
