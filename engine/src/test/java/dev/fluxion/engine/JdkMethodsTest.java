package dev.fluxion.engine;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.Fluxion;
import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import org.junit.jupiter.api.Test;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;

/** Methods of the JDK that are native, or that the derivative goes through as they are. */
class JdkMethodsTest {

    private static final double[] X = {3, 1, 2};

    private static double dot(double[] a, double... weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * a[i] * a[i];
        }
        return sum;
    }

    private static double[] slope(DoubleArrayFn f) {
        return gradient(f, X.clone());
    }

    @Test
    void arraycopyIntoAnArrayMadeHere() {
        assertThat(slope(x -> shifted(x))).containsExactly(2 * 3, 2 * 2 * 1, 2 * 3 * 2);
    }

    private static double shifted(double[] x) {
        double[] copy = new double[4];
        System.arraycopy(x, 0, copy, 1, 3);
        return dot(copy, 5, 1, 2, 3);
    }

    @Test
    void arraycopyWithinTheArgumentToTheRight() {
        // [x0, x0, x1]
        assertThat(slope(x -> moved(x, 0, 1))).containsExactly(2 * 3 + 4 * 3, 6 * 1, 0);
    }

    @Test
    void arraycopyWithinTheArgumentToTheLeft() {
        // [x1, x2, x2]
        assertThat(slope(x -> moved(x, 1, 0))).containsExactly(0, 2 * 1, 4 * 2 + 6 * 2);
    }

    private static double moved(double[] x, int from, int to) {
        System.arraycopy(x, from, x, to, 2);
        return dot(x, 1, 2, 3);
    }

    @Test
    void arraycopyOverwritesWhatWasThere() {
        assertThat(slope(x -> overwritten(x))).containsExactly(2 * 3, 0, 0);
    }

    private static double overwritten(double[] x) {
        System.arraycopy(new double[] {7, 8}, 0, x, 1, 2);
        return dot(x, 1, 2, 3);
    }

    @Test
    void arraycopyOfWholeNumbersBesides() {
        assertThat(slope(x -> permuted(x))).containsExactly(2 * 2 * 3, 2 * 1, 0);
    }

    private static double permuted(double[] x) {
        int[] order = {2, 1, 0};
        int[] copy = new int[3];
        System.arraycopy(order, 1, copy, 0, 2);
        int[] again = copy.clone();
        double first = x[again[0]];
        double second = x[again[1]];
        return first * first + 2 * second * second;
    }

    @Test
    void arraycopyFailsAsInAPlainCall() {
        assertThatThrownBy(() -> slope(x -> tooLong(x)))
                .isInstanceOf(ArrayIndexOutOfBoundsException.class)
                .hasMessage("arraycopy: last source index 4 out of bounds for double[3]");
        assertThatThrownBy(() -> slope(x -> mixed(x)))
                .isInstanceOf(ArrayStoreException.class)
                .hasMessage("arraycopy: type mismatch: can not copy double[] into float[]");
    }

    private static double tooLong(double[] x) {
        double[] copy = new double[4];
        System.arraycopy(x, 0, copy, 0, 4);
        return copy[0];
    }

    @SuppressWarnings("SuspiciousSystemArraycopy") // wrong on purpose
    private static double mixed(double[] x) {
        float[] copy = new float[3];
        System.arraycopy(x, 0, copy, 0, 3);
        return copy[0] * x[0];
    }

    @Test
    void arraycopyInALoop() {
        assertThat(slope(x -> rotated(x))).containsExactly(2 * 1 * 3, 2 * 2 * 1, 2 * 3 * 2);
    }

    /** Rotates the elements all the way round. */
    private static double rotated(double[] x) {
        double[] a = x.clone();
        for (int i = 0; i < 3; i++) {
            double first = a[0];
            System.arraycopy(a, 1, a, 0, 2);
            a[2] = first;
        }
        return dot(a, 1, 2, 3);
    }

    @Test
    void cloneIsAnArrayOfItsOwn() {
        assertThat(slope(x -> cloned(x))).containsExactly(2 * 4 * 3 + 2 * 3, 2 * 2 * 1, 0);
    }

    private static double cloned(double[] x) {
        double[] copy = x.clone();
        copy[0] *= 2;
        copy[2] = 1;
        return dot(copy, 1, 2, 3) + x[0] * x[0];
    }

    @Test
    void cloneOfFloats() {
        assertThat(gradient((float[] x) -> clonedFloats(x), new float[] {3, 1})).containsExactly(6, 0);
    }

    private static float clonedFloats(float[] x) {
        float[] copy = x.clone();
        copy[1] = 2;
        return copy[0] * copy[0] + copy[1];
    }

    @Test
    void copiesOfAnotherLength() {
        assertThat(slope(x -> dot(Arrays.copyOf(x, 5), 1, 2, 3, 4, 5))).containsExactly(6, 4, 12);
        assertThat(slope(x -> dot(Arrays.copyOf(x, 2), 1, 2))).containsExactly(6, 4, 0);
        assertThat(slope(x -> dot(Arrays.copyOfRange(x, 1, 5), 1, 2, 3, 4))).containsExactly(0, 2, 8);
    }

    @Test
    void copyOfNegativeLengthFails() {
        assertThatThrownBy(() -> slope(x -> Arrays.copyOf(x, -1)[0]))
                .isInstanceOf(NegativeArraySizeException.class)
                .hasMessage("-1");
        assertThatThrownBy(() -> slope(x -> Arrays.copyOfRange(x, 2, 1)[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 > 1");
    }

    @Test
    void sortedNumbersKeepTheirPlaces() {
        assertThat(slope(x -> sorted(x))).containsExactly(2 * 3 * 3, 2 * 1 * 1, 2 * 2 * 2);
    }

    private static double sorted(double[] x) {
        Arrays.sort(x);
        return dot(x, 1, 2, 3);
    }

    @Test
    void aSortedRange() {
        assertThat(slope(x -> sortedFront(x))).containsExactly(2 * 2 * 3, 2 * 1 * 1, 2 * 3 * 2);
        assertThatThrownBy(() -> slope(x -> sortedTooFar(x)))
                .isInstanceOf(ArrayIndexOutOfBoundsException.class)
                .hasMessage("Array index out of range: 4");
    }

    private static double sortedFront(double[] x) {
        Arrays.sort(x, 0, 2);
        return dot(x, 1, 2, 3);
    }

    private static double sortedTooFar(double[] x) {
        Arrays.sort(x, 0, 4);
        return x[0];
    }

    @Test
    void filledArrays() {
        // [x0, x1, x0]
        assertThat(slope(x -> filled(x))).containsExactly(2 * 3 + 6 * 3, 4 * 1, 0);
    }

    private static double filled(double[] x) {
        double[] a = new double[3];
        Arrays.fill(a, x[0]);
        Arrays.fill(a, 1, 2, x[1]);
        return dot(a, 1, 2, 3);
    }

    @Test
    void anArrayComputedFromItsIndices() {
        assertThat(slope(x -> computed(x))).containsExactly(4 * 27, 2 * 4 * 1, 3 * 4 * 8);
    }

    private static double computed(double[] x) {
        double[] a = new double[3];
        Arrays.setAll(a, i -> x[i] * x[i]);
        return dot(a, 1, 2, 3);
    }

    @Test
    void checksHandTheirArgumentOn() {
        assertThat(slope(x -> checked(x))).containsExactly(6, 0, 0);
    }

    private static double checked(double[] x) {
        double[] same = Objects.requireNonNull(x, "x");
        int index = Objects.checkIndex(0, same.length);
        return same[index] * same[index];
    }

    @Test
    void secondDerivativesGoThroughReplacements() {
        // f = (2 x)^3
        assertThat(Fluxion.derivative(Fluxion.derivative(x -> cubedCopy(x))).applyAsDouble(3)).isEqualTo(48 * 3);
    }

    private static double cubedCopy(double x) {
        double[] a = {x, x};
        double[] b = a.clone();
        b[1] += b[0];
        return b[1] * b[1] * b[1];
    }

    @Test
    void clonesOfArraysOfArraysShareTheirRows() {
        // 2 x * x * x
        assertThat(gradient(x -> rows(x), 3.0)).isEqualTo(6 * 9);
    }

    private static double rows(double x) {
        double[][] matrix = {{x, 2}, {3, x}};
        double[][] copy = matrix.clone();
        copy[0] = copy[0].clone();
        copy[0][0] *= 2;
        return copy[0][0] * copy[1][1] * matrix[0][0];
    }

    @Test
    void arraysMadeByReflection() {
        assertThat(gradient(x -> reflected(x), 3.0)).isEqualTo(3 * 9);
    }

    private static double reflected(double x) {
        double[] array = (double[]) Array.newInstance(double.class, 2);
        array[1] = x;
        return array[1] * x * x;
    }

    @Test
    void numbersInBoxesAreSortedAndCopied() {
        // 3 (2 x) (x), 6 x^2
        assertThat(gradient(x -> boxes(x), 3.0)).isEqualTo(12 * 3);
    }

    private static double boxes(double x) {
        Double[] numbers = {4 * x, x, 3 * x};
        Arrays.sort(numbers, Comparator.reverseOrder());
        Double[] copy = Arrays.copyOf(numbers, 2);
        Double[] shifted = new Double[3];
        System.arraycopy(copy, 0, shifted, 1, 2);
        return shifted[2] * 2 * x;
    }

    @Test
    void indicesSortedByALambda() {
        // 1, 2, 3 at the places 1, 2, 0
        assertThat(slope(x -> ranked(x))).containsExactly(2 * 3 * 3, 2 * 1 * 1, 2 * 2 * 2);
    }

    private static double ranked(double[] x) {
        Integer[] places = {0, 1, 2};
        Arrays.sort(places, (i, j) -> Double.compare(x[i], x[j]));
        double sum = 0;
        for (int rank = 0; rank < 3; rank++) {
            double v = x[places[rank]];
            sum += (rank + 1) * v * v;
        }
        return sum;
    }

    @Test
    void aComparatorThatKeepsWhatItHasComputed() {
        assertThat(slope(x -> cached(x))).containsExactly(2 * 3 * 2 * 2, 0, 2 * 2 * 3 * 3);
    }

    private static double cached(double[] x) {
        double[] squares = new double[3];
        Integer[] places = {0, 1, 2};
        Arrays.sort(
                places,
                (i, j) -> {
                    squares[i] = x[i] * x[i];
                    squares[j] = x[j] * x[j];
                    return Double.compare(squares[j], squares[i]);
                });
        return squares[places[0]] * squares[places[1]];
    }

    private static final ThreadLocal<double[]> BUFFER = ThreadLocal.withInitial(() -> new double[1]);

    @Test
    void aBufferOfTheThread() {
        assertThat(gradient(x -> buffered(x), 3.0)).isEqualTo(6);
        assertThat(gradient(x -> buffered(x), 4.0)).isEqualTo(8);
    }

    private static double buffered(double x) {
        double[] buffer = BUFFER.get();
        buffer[0] = x;
        return BUFFER.get()[0] * x;
    }

    /** A library whose code nobody can look into. */
    static final class Library {
        private Library() {}

        static native double twice(double x);
    }

    @Rules(of = Library.class)
    static final class LibraryRules {
        private LibraryRules() {}

        @Replacement(of = "twice")
        static double twice(double x) {
            return x + Helper.itself(x);
        }
    }

    @Rules(of = Helper.class)
    @NonDifferentiable(of = "constant")
    private static final class Helper {
        private Helper() {}

        private static double itself(double x) {
            return x * constant();
        }

        private static double constant() {
            return 1;
        }
    }

    @Test
    void replacementsOfOthers() {
        assertThatThrownBy(() -> gradient(x -> Library.twice(x), 3.0)).hasMessageStartingWith("[FX-0101]");
        var fluxion = Fluxion.builder().rules(LibraryRules.class, Helper.class).build();
        assertThat(fluxion.gradient(x -> Library.twice(x) * x, 3.0)).isEqualTo(12);
    }
}
