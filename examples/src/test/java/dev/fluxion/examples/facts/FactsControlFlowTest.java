package dev.fluxion.examples.facts;

import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.withGradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.DoubleFn;
import dev.fluxion.DoubleGradient;
import dev.fluxion.Gradients2;

import org.junit.jupiter.api.Test;

/** Branches, loops, recursion: the path taken is the one that is differentiated. */
final class FactsControlFlowTest {

    private static boolean flag;

    @Test
    void f001PowerByWhileLoop() {
        int n = 3;
        assertThat(gradient(x -> power(x, n), 2.0)).isEqualTo(12.0);
    }

    private static double power(double x, int exponent) {
        int n = exponent;
        double r = 1;
        while (n > 0) {
            n--;
            r *= x;
        }
        return r;
    }

    @Test
    void f002PowerInACell() {
        int n = 3;
        assertThat(gradient(x -> powerInACell(x, n), 2.0)).isEqualTo(12.0);
    }

    private static double powerInACell(double x, int n) {
        double[] r = {1};
        for (int i = 0; i < n; i++) {
            r[0] *= x;
        }
        return r[0];
    }

    @Test
    void f003PowerByRecursion() {
        int n = 3;
        assertThat(gradient(x -> recursivePower(x, n), 2.0)).isEqualTo(12.0);
    }

    private static double recursivePower(double x, int n) {
        return n <= 0 ? 1 : x * recursivePower(x, n - 1);
    }

    @Test
    void f004PowerByForLoop() {
        int n = 3;
        assertThat(gradient(x -> forPower(x, n), 5.0)).isEqualTo(75.0);
    }

    @Test
    void f006PowerByForLoopAtTwo() {
        int n = 3;
        assertThat(gradient(x -> forPower(x, n), 2.0)).isEqualTo(12.0);
    }

    private static double forPower(double x, int n) {
        double r = 1;
        for (int i = 0; i < n; i++) {
            r *= x;
        }
        return r;
    }

    @Test
    void f007ConstantHasZeroGradient() {
        assertThat(gradient(x -> 1, 2.0)).isZero();
    }

    @Test
    void f008IdentityWithSeedTwo() {
        var vg = withGradient(x -> x, 1.0);
        assertThat(vg.value()).isEqualTo(1.0);
        assertThat(gradient(x -> 2 * x, 1.0)).isEqualTo(2.0);
    }

    @Test
    void f009ProductWithSeedFour() {
        assertThat(withGradient((a, b) -> a * b, 2.0, 3.0).value()).isEqualTo(6.0);
        assertThat(gradient((a, b) -> 4 * (a * b), 2.0, 3.0)).isEqualTo(new Gradients2(12, 8));
    }

    @Test
    void f011FlagChoosesTheBranch() {
        boolean twice = true;
        var vg = withGradient(x -> twice ? 2 * x : x, 3.0);
        assertThat(vg.value()).isEqualTo(6.0);
        assertThat(gradient(x -> 4 * (twice ? 2 * x : x), 3.0)).isEqualTo(8.0);
    }

    @Test
    void f012GlobalFlagIsReadAgainByTheSameCompiledCode() {
        DoubleGradient compiled = gradient((double x) -> 4 * (flag ? 2 * x : x));
        flag = true;
        assertThat(compiled.at(3.0)).isEqualTo(8.0);
        flag = false;
        assertThat(compiled.at(3.0)).isEqualTo(4.0);
        assertThat(compiled.withGradient(3.0).value()).isEqualTo(12.0);
    }

    @Test
    void f013CallOfAnotherMethod() {
        assertThat(gradient(x -> fiveTimes(x), 2.0)).isEqualTo(5.0);
    }

    private static double fiveTimes(double x) {
        return 5 * x;
    }

    @Test
    void f014Quadratic() {
        assertThat(gradient(x -> 3 * x * x + 2 * x + 1, 5.0)).isEqualTo(32.0);
    }

    @Test
    void f016ThreeWayMergeWithReassignment() {
        assertThat(gradient(x -> bySign(x), 1.0)).isEqualTo(2.0);
        assertThat(gradient(x -> bySign(x), -1.0)).isEqualTo(3.0);
        assertThat(gradient(x -> bySign(x), 0.0)).isEqualTo(1.0);
    }

    private static double bySign(double x) {
        if (x > 0) {
            x *= 2;
        } else if (x < 0) {
            x *= 3;
        }
        return x;
    }

    @Test
    void f019EmptyBranches() {
        assertThat(gradient(x -> emptyBranches(x), 1.0)).isEqualTo(2.0);
    }

    @SuppressWarnings("AlreadyChecked") // as the fact has it
    private static double emptyBranches(double x) {
        boolean yes = true;
        if (yes) {
            // nothing
        } else if (yes) {
            // nothing
        }
        return x + x;
    }

    @Test
    void f021RotationOfLoopCarriedValues() {
        assertThat(gradient(x -> rotateFourTimes(x), 1.0)).isEqualTo(2.0);
    }

    private static double rotateFourTimes(double x) {
        double a = x;
        double b = 2 * x;
        double c = 3 * x;
        for (int i = 0; i < 4; i++) {
            double first = a;
            a = b;
            b = c;
            c = first;
        }
        return a;
    }

    @Test
    void f022SwapInADataDependentLoop() {
        assertThat(gradient(z -> babylonian(z), 1024.0)).isCloseTo(0.6666666669771075, within(1e-15));
    }

    @Test
    void f023SwapInADataDependentLoopAtItsEdges() {
        assertThat(gradient(z -> babylonian(z), 0.0)).isEqualTo(1.0);
        assertThat(gradient(z -> babylonian(z), 2.0)).isCloseTo(0.6666665077209473, within(1e-15));
        assertThat(gradient(z -> babylonian(z), -1e-5)).isEqualTo(0.6875);
    }

    private static double babylonian(double z) {
        double x = 1;
        double y = 1 + z;
        while (Math.abs(x - y) > 1e-6) {
            double mean = (x + y) / 2;
            x = y;
            y = mean;
        }
        return y;
    }

    @Test
    void f024SineByTaylorSeriesWithEarlyExit() {
        assertThat(gradient(x -> taylorSine(x), 1.0)).isCloseTo(0.5403023037918872, within(1e-15));
    }

    private static double taylorSine(double x) {
        double t = 0;
        double sign = -1;
        for (int i = 1; i < 20; i++) {
            if (i % 2 == 1) {
                double term = forPower(x, i) / factorial(i);
                if (Math.abs(term) < 1e-8) {
                    return t;
                }
                sign = -sign;
                t += sign * term;
            }
        }
        return t;
    }

    private static double factorial(int n) {
        double product = 1;
        for (int i = 2; i <= n; i++) {
            product *= i;
        }
        return product;
    }

    @Test
    void f026LocalAssignedOnOnePathOnly() {
        assertThat(gradient(x -> assignedSometimes(x), 2.0)).isEqualTo(6.0);
        assertThat(gradient(x -> assignedSometimes(x), -1.0)).isEqualTo(42.0);
    }

    private static double assignedSometimes(double x) {
        boolean assigned = false;
        double y = 0;
        if (x > 0) {
            y = 3 * x;
            assigned = true;
        }
        return assigned ? 2 * y : 42 * x;
    }

    @Test
    void f027LambdaThatCapturesAnActiveValue() {
        assertThat(gradient((x, y) -> throughALambda(x, y), 2.0, 3.0)).isEqualTo(new Gradients2(3, 2));
    }

    private static double throughALambda(double x, double y) {
        DoubleFn g = z -> x * z;
        return g.applyAsDouble(y);
    }

    @Test
    void f029VariableArguments() {
        assertThat(gradient((x, y) -> product(x, y), 2.0, 3.0)).isEqualTo(new Gradients2(3, 2));
    }

    private static double product(double first, double... others) {
        double product = first;
        for (double other : others) {
            product *= other;
        }
        return product;
    }

    @Test
    void f031ComparisonHasZeroGradient() {
        assertThat(gradient((x, y) -> x == y ? 1 : 0, 1.0, 2.0)).isEqualTo(new Gradients2(0, 0));
    }

    @Test
    void f033IndicesFromArguments() {
        int first = 0;
        int last = 0;
        assertThat(gradient(x -> sumOf(x, first, last), new double[] {1, 1})).containsExactly(1, 0);
    }

    private static double sumOf(double[] x, int first, int last) {
        double sum = 0;
        for (int i = first; i <= last; i++) {
            sum += x[i];
        }
        return sum;
    }

    @Test
    void f034OverloadChosenByTheCompiler() {
        assertThat(gradient(x -> overloaded(x), 5.0)).isEqualTo(2.0);
    }

    private static double overloaded(double x) {
        return 2 * x;
    }

    @SuppressWarnings("unused") // what must not be taken
    private static double overloaded(int x) {
        return 3 * x;
    }

    @Test
    void f036GreatestOfAnArray() {
        assertThat(gradient(x -> greatest(x), new double[] {1, 2, 3})).containsExactly(0, 0, 1);
    }

    @Test
    void f037LeastOfAnArray() {
        assertThat(gradient(x -> least(x), new double[] {1, 2, 3})).containsExactly(1, 0, 0);
    }

    @Test
    void f038GreatestOfAMatrixByRows() {
        assertThat(gradient(x -> greatest(x), new double[] {1, 2, 3, 4})).containsExactly(0, 0, 0, 1);
    }

    private static double greatest(double[] x) {
        double best = x[0];
        for (int i = 1; i < x.length; i++) {
            best = Math.max(best, x[i]);
        }
        return best;
    }

    private static double least(double[] x) {
        double best = x[0];
        for (double element : x) {
            best = Math.min(best, element);
        }
        return best;
    }

    @Test
    void f052ChoiceBetweenEvaluatedValues() {
        boolean first = true;
        var vg = withGradient(x -> chosen(first, 2 * x, x), 1.0);
        assertThat(vg.value()).isEqualTo(2.0);
        assertThat(vg.gradient()).isEqualTo(2.0);
    }

    private static double chosen(boolean first, double a, double b) {
        return first ? a : b;
    }

    @Test
    void f057RunningSumTimesElement() {
        assertThat(gradient(x -> runningSumTimesElement(x), new double[] {1, 2})).containsExactly(4, 5);
    }

    private static double runningSumTimesElement(double[] x) {
        double s = 0;
        double total = 0;
        for (double element : x) {
            s += element;
            total += s * element;
        }
        return total;
    }

    @Test
    void f058SumOfRunningSums() {
        assertThat(gradient(x -> sumOfRunningSums(x), new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}))
                .containsExactly(10, 9, 8, 7, 6, 5, 4, 3, 2, 1);
    }

    private static double sumOfRunningSums(double[] x) {
        double s = 0;
        double total = 0;
        for (double element : x) {
            s += element;
            total += s;
        }
        return total;
    }

    @Test
    void f061DeadCodeDoesNotMatter() {
        assertThat(gradient(x -> withDeadCode(x), 3.0)).isEqualTo(6.0);
    }

    @SuppressWarnings("unused") // that is the point
    private static double withDeadCode(double x) {
        double sine = Math.sin(x);
        double notANumber = Math.log(-x);
        return x * x;
    }
}
