package dev.fluxion.acceptance;

import com.opengamma.strata.collect.array.DoubleArray;
import com.opengamma.strata.collect.array.DoubleMatrix;
import com.opengamma.strata.pricer.impl.option.BlackFormulaRepository;
import com.opengamma.strata.pricer.impl.option.NormalFormulaRepository;
import com.opengamma.strata.pricer.impl.volatility.smile.SabrFormulaData;
import com.opengamma.strata.pricer.impl.volatility.smile.SabrHaganVolatilityFunctionProvider;
import com.opengamma.strata.product.common.PutCall;

import java.util.List;

/** OpenGamma Strata: the formulas of Black, Bachelier and SABR, and its arrays. */
final class StrataFormulas {

    private static final Subjects STRATA = new Subjects("strata-pricer");
    private static final double[] OPTION = {1.05, 1.0, 2.0, 0.25};

    private StrataFormulas() {}

    static List<Subject> all() {
        return List.of(
                STRATA.of(
                        "BlackFormulaRepository.price",
                        p -> BlackFormulaRepository.price(p[0], p[1], p[2], p[3], true),
                        OPTION),
                STRATA.of(
                        "BlackFormulaRepository.delta",
                        p -> BlackFormulaRepository.delta(p[0], p[1], p[2], p[3], false),
                        OPTION),
                STRATA.of(
                        "BlackFormulaRepository.vega",
                        p -> BlackFormulaRepository.vega(p[0], p[1], p[2], p[3]),
                        OPTION),
                STRATA.of(
                        "BlackFormulaRepository.gamma",
                        p -> BlackFormulaRepository.gamma(p[0], p[1], p[2], p[3]),
                        OPTION),
                STRATA.of(
                        "BlackFormulaRepository.vanna",
                        p -> BlackFormulaRepository.vanna(p[0], p[1], p[2], p[3]),
                        OPTION),
                STRATA.of(
                        "BlackFormulaRepository.impliedVolatility",
                        p -> BlackFormulaRepository.impliedVolatility(p[0], p[1], p[2], p[3], true),
                        0.17,
                        1.05,
                        1.0,
                        2.0),
                STRATA.of(
                        "NormalFormulaRepository.price",
                        p -> NormalFormulaRepository.price(p[0], p[1], p[2], p[3], PutCall.CALL),
                        0.03,
                        0.028,
                        2.0,
                        0.01),
                STRATA.of(
                        "NormalFormulaRepository.vega",
                        p -> NormalFormulaRepository.vega(p[0], p[1], p[2], p[3], PutCall.PUT),
                        0.03,
                        0.028,
                        2.0,
                        0.01),
                STRATA.of(
                        "SabrHaganVolatilityFunctionProvider.volatility",
                        p ->
                                SabrHaganVolatilityFunctionProvider.DEFAULT.volatility(
                                        p[0], p[1], p[2], p[3], p[4], p[5], p[6]),
                        0.05,
                        0.06,
                        1.5,
                        0.05,
                        0.5,
                        -0.25,
                        0.5),
                STRATA.of("SabrFormulaData", StrataFormulas::sabr, 0.05, 0.5, -0.25, 0.5),
                STRATA.of("DoubleArray.map, sum", p -> DoubleArray.copyOf(p).map(x -> x * x).sum(), 1, 2, 3),
                STRATA.of("DoubleArray.dotProduct", StrataFormulas::dot, 1, 2, 3),
                STRATA.of("DoubleMatrix.total", StrataFormulas::matrix, 1, 2, 3));
    }

    private static double sabr(double[] p) {
        SabrFormulaData data = SabrFormulaData.of(p[0], p[1], p[2], p[3]);
        return SabrHaganVolatilityFunctionProvider.DEFAULT.volatility(0.05, 0.06, 1.5, data);
    }

    private static double dot(double[] p) {
        DoubleArray array = DoubleArray.copyOf(p);
        return array.combineReduce(array.plus(1), (sum, a, b) -> sum + a * b);
    }

    private static double matrix(double[] p) {
        return DoubleMatrix.of(2, 3, (i, j) -> p[j] * (i + 1)).multipliedBy(2).total();
    }
}
