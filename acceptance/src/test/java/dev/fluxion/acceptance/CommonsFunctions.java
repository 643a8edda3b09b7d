package dev.fluxion.acceptance;

import dev.fluxion.diagnostic.ErrorId;

import org.apache.commons.numbers.complex.Complex;
import org.apache.commons.numbers.core.DD;
import org.apache.commons.numbers.core.Norm;
import org.apache.commons.numbers.core.Sum;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.Erf;
import org.apache.commons.numbers.gamma.Erfcx;
import org.apache.commons.numbers.gamma.Gamma;
import org.apache.commons.numbers.gamma.InverseErf;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.apache.commons.numbers.quaternion.Quaternion;
import org.apache.commons.numbers.quaternion.Slerp;
import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.CauchyDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.GumbelDistribution;
import org.apache.commons.statistics.distribution.LaplaceDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.LogisticDistribution;
import org.apache.commons.statistics.distribution.NakagamiDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.ParetoDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.distribution.TriangularDistribution;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;
import org.apache.commons.statistics.distribution.WeibullDistribution;

import java.util.List;

/** Apache Commons Statistics and Numbers. */
final class CommonsFunctions {

    private static final Subjects STATISTICS = new Subjects("commons-statistics-distribution");
    private static final Subjects NUMBERS = new Subjects("commons-numbers");

    private CommonsFunctions() {}

    static List<Subject> distributions() {
        return List.of(
                STATISTICS.of("Normal density", p -> NormalDistribution.of(p[0], p[1]).density(p[2]), 0.3, 1.2, 0.9),
                STATISTICS.of(
                        "Normal cdf", p -> NormalDistribution.of(p[0], p[1]).cumulativeProbability(p[2]), 0.3, 1.2, 1),
                STATISTICS.of(
                        "Normal inverse cdf",
                        p -> NormalDistribution.of(p[0], p[1]).inverseCumulativeProbability(p[2]),
                        0.3,
                        1.2,
                        0.7),
                STATISTICS.of("Gamma density", p -> GammaDistribution.of(p[0], p[1]).density(p[2]), 2.3, 1.2, 0.9),
                STATISTICS.of(
                        "Gamma log density", p -> GammaDistribution.of(p[0], p[1]).logDensity(p[2]), 2.3, 1.2, 0.9),
                STATISTICS.of("Beta density", p -> BetaDistribution.of(p[0], p[1]).density(p[2]), 2.3, 1.2, 0.4),
                STATISTICS.of(
                        "Beta cdf", p -> BetaDistribution.of(p[0], p[1]).cumulativeProbability(p[2]), 2.3, 1.2, 0.4),
                STATISTICS.of("T density", p -> TDistribution.of(p[0]).density(p[1]), 4.5, 0.7),
                STATISTICS.of("T cdf", p -> TDistribution.of(p[0]).cumulativeProbability(p[1]), 4.5, 0.7),
                STATISTICS.of("F density", p -> FDistribution.of(p[0], p[1]).density(p[2]), 3.0, 5.0, 0.7),
                STATISTICS.of("ChiSquared density", p -> ChiSquaredDistribution.of(p[0]).density(p[1]), 3.0, 1.7),
                STATISTICS.of(
                        "Exponential cdf", p -> ExponentialDistribution.of(p[0]).cumulativeProbability(p[1]), 3, 1.7),
                STATISTICS.of("Weibull density", p -> WeibullDistribution.of(p[0], p[1]).density(p[2]), 1.5, 2.0, 0.7),
                STATISTICS.of(
                        "LogNormal density", p -> LogNormalDistribution.of(p[0], p[1]).density(p[2]), 0.5, 0.8, 1.7),
                STATISTICS.of(
                        "Cauchy cdf", p -> CauchyDistribution.of(p[0], p[1]).cumulativeProbability(p[2]), 0.5, 2, 1),
                STATISTICS.of(
                        "Gumbel log density", p -> GumbelDistribution.of(p[0], p[1]).logDensity(p[2]), 0.5, 0.8, 1),
                STATISTICS.of("Laplace density", p -> LaplaceDistribution.of(p[0], p[1]).density(p[2]), 0.5, 0.8, 1.1),
                STATISTICS.of(
                        "Logistic density", p -> LogisticDistribution.of(p[0], p[1]).density(p[2]), 0.5, 0.8, 1.1),
                STATISTICS.of(
                        "Nakagami density", p -> NakagamiDistribution.of(p[0], p[1]).density(p[2]), 1.5, 0.8, 1.1),
                STATISTICS.of(
                        "Pareto survival", p -> ParetoDistribution.of(p[0], p[1]).survivalProbability(p[2]), 1, 2, 3),
                STATISTICS.of("Poisson log pmf", p -> PoissonDistribution.of(p[0]).logProbability(4), 2.7),
                STATISTICS.of("Triangular density", p -> TriangularDistribution.of(p[0], 1, 3).density(p[1]), 0.2, 0.7),
                STATISTICS.of(
                        "TruncatedNormal density",
                        p -> TruncatedNormalDistribution.of(p[0], p[1], -1, 2).density(p[2]),
                        0.2,
                        1.1,
                        0.7));
    }

    static List<Subject> numbers() {
        return List.of(
                NUMBERS.of("Gamma.value", p -> Gamma.value(p[0]), 2.6),
                NUMBERS.of("LogGamma.value", p -> LogGamma.value(p[0]), 2.6),
                NUMBERS.of("Digamma.value", p -> Digamma.value(p[0]), 2.6),
                NUMBERS.of("Erf.value", p -> Erf.value(p[0]), 0.6),
                NUMBERS.of("Erfcx.value", p -> Erfcx.value(p[0]), 0.6),
                NUMBERS.of("InverseErf.value", p -> InverseErf.value(p[0]), 0.3),
                NUMBERS.of("LogBeta.value", p -> LogBeta.value(p[0], p[1]), 2.6, 1.4),
                NUMBERS.of("RegularizedBeta.value", p -> RegularizedBeta.value(p[0], p[1], p[2]), 0.3, 2.6, 1.4),
                NUMBERS.of("RegularizedGamma.P.value", p -> RegularizedGamma.P.value(p[0], p[1]), 2.6, 1.4),
                NUMBERS.of("Complex.multiply, divide", CommonsFunctions::complexRatio, 0.6, -0.8),
                NUMBERS.of("Complex.exp", p -> z(p).exp().getReal(), 0.6, -0.8),
                NUMBERS.of("Complex.log", p -> z(p).log().real(), 0.6, -0.8),
                NUMBERS.of("Complex.sqrt", p -> z(p).sqrt().imag(), 0.6, -0.8),
                NUMBERS.of("Complex.sinh", p -> z(p).sinh().real(), 0.6, -0.8),
                NUMBERS.of("Complex.pow", p -> z(p).pow(Complex.ofCartesian(0.3, 0.7)).real(), 0.6, -0.8),
                NUMBERS.of("Norm.L2.of", Norm.L2::of, 0.6, -0.8, 2.0)
                        .refused(
                                ErrorId.NON_SERIALIZABLE_LAMBDA,
                                "the norms of the library are lambdas that do not tell their code"),
                NUMBERS.of(
                        "Sum.ofProducts", p -> Sum.ofProducts(p, new double[] {1, 2, 3}).getAsDouble(), 0.6, -0.8, 2),
                NUMBERS.of("DD.multiply", p -> DD.of(p[0]).multiply(DD.of(p[1])).doubleValue(), 0.6, -0.8),
                NUMBERS.of("Quaternion.normalize", CommonsFunctions::unit, 0.6, -0.8, 0.2, 1.0)
                        .refused(ErrorId.INACCESSIBLE_MEMBER, "a subclass that only its own package may name is made"),
                NUMBERS.of("Slerp.apply", CommonsFunctions::slerp, 0.3)
                        .refused(ErrorId.INACCESSIBLE_MEMBER, "a subclass that only its own package may name is made"),
                NUMBERS.of(
                        "BrentSolver.findRoot",
                        p -> new BrentSolver(1e-14, 1e-14, 1e-14).findRoot(x -> x * x * x - p[0], 0, 2),
                        1.7));
    }

    private static Complex z(double[] p) {
        return Complex.ofCartesian(p[0], p[1]);
    }

    private static double complexRatio(double[] p) {
        return z(p).multiply(z(p)).divide(z(p).add(Complex.ONE)).getReal();
    }

    private static double unit(double[] p) {
        Quaternion q = Quaternion.of(p[0], p[1], p[2], p[3]);
        return q.normalize().multiply(q).getX();
    }

    private static double slerp(double[] p) {
        Quaternion from = Quaternion.of(1, 0, 0, 0);
        Quaternion to = Quaternion.of(0.5, 0.5, 0.5, 0.5);
        return new Slerp(from, to).apply(p[0]).getY();
    }
}
