package dev.fluxion.examples.lsq;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Example 10: the twenty-seven non-linear regressions of which the National Institute of Standards and Technology has
 * certified eleven digits of each parameter, fitted by Hipparchus' optimizers from both of its starts: with Jacobians
 * of Fluxion, and with finite differences.
 *
 * <p>From the first start of BoxBOD, the optimizer tries a parameter so large that differences see no change any more;
 * the derivative, small as it is, leads back. Elsewhere it is the last digits that the errors of differences cost.
 */
public final class LeastSquares {

    private LeastSquares() {}

    /**
     * The fits of a problem from one of its starts.
     *
     * @param start 1 or 2
     * @param exact with the Jacobians of Fluxion
     * @param forward with forward differences
     * @param central with central differences
     */
    record Row(Problem problem, int start, Fit exact, Fit forward, Fit central) {

        static Row of(Problem problem, int start) {
            double[] from = problem.starts()[start - 1];
            return new Row(
                    problem,
                    start,
                    Fit.of(problem, from, JacobianOf.EXACT),
                    Fit.of(problem, from, JacobianOf.FORWARD_DIFFERENCES),
                    Fit.of(problem, from, JacobianOf.CENTRAL_DIFFERENCES));
        }

        /** Returns whether a fit has six digits of each parameter by the method of Levenberg and Marquardt alone. */
        boolean isFitted(Fit fit) {
            return problem.digits(fit.parameters()) >= 6;
        }

        /** Returns whether a fit has the certified digits, give or take one in the eleventh. */
        boolean isCertified(Fit fit) {
            return problem.unitsOff(fit.refined()) <= 1;
        }
    }

    /** Returns the fits of all problems from both starts. */
    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (String name : Problem.NAMES) {
            Problem problem = Problem.read(name);
            rows.add(Row.of(problem, 1));
            rows.add(Row.of(problem, 2));
        }
        return rows;
    }

    /** Prints the table. */
    public static void main() {
        System.out.println(
                """
                Digits of the worst parameter that are the certified ones, after Levenberg-Marquardt and after refinement by
                Gauss-Newton (* all eleven, give or take one in the last), and evaluations of the former

                             Fluxion                  forward differences      central differences\
                """);
        List<Row> rows = rows();
        for (Row row : rows) {
            System.out.printf(
                    Locale.ROOT,
                    "%-8s %d  %s       %s       %s%n",
                    row.problem.name(),
                    row.start,
                    text(row, row.exact),
                    text(row, row.forward),
                    text(row, row.central));
        }
        System.out.println();
        print("six digits before refinement", rows, row -> row::isFitted);
        print("all digits after refinement", rows, row -> row::isCertified);
    }

    private static String text(Row row, Fit fit) {
        return String.format(
                Locale.ROOT,
                "%5.1f  %4.1f%s  %4d",
                row.problem.digits(fit.parameters()),
                row.problem.digits(fit.refined()),
                row.isCertified(fit) ? "*" : " ",
                fit.evaluations());
    }

    private static void print(String what, List<Row> rows, Function<Row, Predicate<Fit>> has) {
        System.out.printf(
                Locale.ROOT,
                "%-30s Fluxion %d, forward differences %d, central differences %d of %d%n",
                what,
                rows.stream().filter(row -> has.apply(row).test(row.exact)).count(),
                rows.stream().filter(row -> has.apply(row).test(row.forward)).count(),
                rows.stream().filter(row -> has.apply(row).test(row.central)).count(),
                rows.size());
    }
}
