package dev.fluxion.testkit.gradcheck;

import dev.fluxion.Differentiator;
import dev.fluxion.DoubleArrayFn;
import dev.fluxion.DoubleArrayFn2;
import dev.fluxion.DoubleArrayFn3;
import dev.fluxion.DoubleArrayGradient;
import dev.fluxion.DoubleFn;
import dev.fluxion.DoubleFn2;
import dev.fluxion.DoubleFn3;
import dev.fluxion.DoubleFn4;
import dev.fluxion.FloatArrayFn;
import dev.fluxion.ObjectFn;
import dev.fluxion.ObjectFn2;
import dev.fluxion.ObjectFn3;
import dev.fluxion.ObjectFn4;
import dev.fluxion.testkit.differences.CentralDifferences;
import dev.fluxion.testkit.differences.Comparison;
import dev.fluxion.testkit.differences.Comparison.Row;
import dev.fluxion.testkit.differences.Estimate;
import dev.fluxion.testkit.numbers.Mismatch;
import dev.fluxion.testkit.numbers.Numbers;
import dev.fluxion.testkit.numbers.RandomTangent;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Compares gradients with extrapolated central differences.
 *
 * <pre>{@code
 * import static dev.fluxion.testkit.gradcheck.GradCheck.gradcheck;
 *
 * gradcheck(x -> Math.sin(x), 0.5);
 * gradcheck(w -> loss(w, data), weights);                      // an array, a record, a list, an object ...
 * GradCheck.within(1e-6).check(Question.of(w -> loss(w, data), weights));
 * }</pre>
 *
 * <p>A component that is wrong is an {@link AssertionError} with a table of all such. Where differences do not know
 * enough digits, near a kink or a pole or in a function that is not smooth, that is an error, too, which says so. An
 * argument of more than two thousand numbers is checked along random directions. Immutable.
 */
public final class GradCheck {

    private static final int SINGLY = 2000;
    private static final int DIRECTIONS = 24;
    private static final long SEED = 42;
    private static final GradCheck STANDARD = new GradCheck(1e-7, 1e-7, null);

    private final double relative;
    private final double absolute;
    private final @Nullable Differentiator differentiator;

    private GradCheck(double relative, double absolute, @Nullable Differentiator differentiator) {
        this.relative = relative;
        this.absolute = absolute;
        this.differentiator = differentiator;
    }

    /** Compares a derivative with differences, within 1e-7, relative and absolute. */
    public static GradientReport gradcheck(DoubleFn f, double x) {
        return STANDARD.check(Question.of(f, x));
    }

    /** Compares two partial derivatives with differences, as {@link #gradcheck(DoubleFn, double)}. */
    public static GradientReport gradcheck(DoubleFn2 f, double x, double y) {
        return STANDARD.check(Question.of(f, x, y));
    }

    /** Compares three partial derivatives with differences, as {@link #gradcheck(DoubleFn, double)}. */
    public static GradientReport gradcheck(DoubleFn3 f, double x, double y, double z) {
        return STANDARD.check(Question.of(f, x, y, z));
    }

    /** Compares four partial derivatives with differences, as {@link #gradcheck(DoubleFn, double)}. */
    public static GradientReport gradcheck(DoubleFn4 f, double x, double y, double z, double w) {
        return STANDARD.check(Question.of(f, x, y, z, w));
    }

    /** Compares the gradient in an array with differences, as {@link #gradcheck(DoubleFn, double)}. */
    public static GradientReport gradcheck(DoubleArrayFn f, double[] x) {
        return STANDARD.check(Question.of(f, x));
    }

    /** Compares the gradients in two arrays with differences, as {@link #gradcheck(DoubleFn, double)}. */
    public static GradientReport gradcheck(DoubleArrayFn2 f, double[] x, double[] y) {
        return STANDARD.check(Question.of(f, x, y));
    }

    /** Compares the gradients in three arrays with differences, as {@link #gradcheck(DoubleFn, double)}. */
    public static GradientReport gradcheck(DoubleArrayFn3 f, double[] x, double[] y, double[] z) {
        return STANDARD.check(Question.of(f, x, y, z));
    }

    /** Compares the gradient in an array of floats with differences, within 1e-3. */
    public static GradientReport gradcheck(FloatArrayFn f, float[] x) {
        return STANDARD.check(Question.of(f, x));
    }

    /** Compares the gradient in an object of any kind with differences, as {@link #gradcheck(DoubleFn, double)}. */
    public static <T> GradientReport gradcheck(ObjectFn<T> f, T x) {
        return STANDARD.check(Question.of(f, x));
    }

    /** Compares the gradients in two objects of any kind with differences, as {@link #gradcheck(DoubleFn, double)}. */
    public static <T, U> GradientReport gradcheck(ObjectFn2<T, U> f, T x, U y) {
        return STANDARD.check(Question.of(f, x, y));
    }

    /**
     * Compares the gradients in three objects of any kind with differences, as {@link #gradcheck(DoubleFn, double)}.
     */
    public static <T, U, V> GradientReport gradcheck(ObjectFn3<T, U, V> f, T x, U y, V z) {
        return STANDARD.check(Question.of(f, x, y, z));
    }

    /** Compares the gradients in four objects of any kind with differences, as {@link #gradcheck(DoubleFn, double)}. */
    public static <T, U, V, W> GradientReport gradcheck(ObjectFn4<T, U, V, W> f, T x, U y, V z, W w) {
        return STANDARD.check(Question.of(f, x, y, z, w));
    }

    /** Returns checks with another tolerance than 1e-7, relative and absolute. */
    public static GradCheck within(double tolerance) {
        return within(tolerance, tolerance);
    }

    /** Returns checks with another tolerance than 1e-7. */
    public static GradCheck within(double relative, double absolute) {
        return new GradCheck(relative, absolute, null);
    }

    /** Returns checks of the gradients of another Fluxion, such as one with further rules; null for the default. */
    public GradCheck using(@Nullable Differentiator other) {
        return new GradCheck(relative, absolute, other);
    }

    /**
     * Compares a gradient with differences.
     *
     * @throws AssertionError if they are not the same
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if there is no gradient
     */
    public GradientReport check(Question question) {
        Numbers point = question.point();
        double[] gradient = gradient(question);
        double[] at = point.values();
        boolean isSingle = isSingle(point);
        CentralDifferences differences = isSingle ? CentralDifferences.SINGLE : CentralDifferences.STANDARD;
        Comparison comparison = new Comparison("gradient", relative, absolute, isSingle);
        RandomTangent random = new RandomTangent(SEED);
        int count = gradient.length <= SINGLY ? gradient.length : DIRECTIONS;
        for (int k = 0; k < count; k++) {
            boolean isAlone = gradient.length <= SINGLY;
            double[] direction = isAlone ? new double[gradient.length] : random.numbers(gradient.length);
            if (isAlone) {
                direction[k] = 1;
            }
            double along = 0;
            for (int i = 0; i < gradient.length; i++) {
                along += direction[i] == 0 ? 0 : direction[i] * gradient[i];
            }
            double scale = isAlone ? Math.max(1, Math.abs(at[k])) : 1.0 / 9;
            Estimate estimate =
                    differences.refined(
                            t -> question.value(moved(at, direction, t)), scale, step -> 0, relative, absolute);
            comparison.add(isAlone ? point.name(k) : "along random direction " + k, along, estimate);
        }
        requireEqual(comparison);
        return new GradientReport(question.value(at), comparison.rows());
    }

    /**
     * Compares the second derivative with differences of the first.
     *
     * @throws AssertionError if they are not the same
     */
    public GradientReport checkSecond(DoubleFn f, double x) {
        Differentiator own = differentiator == null ? Question.standard() : differentiator;
        return check(Question.of(own.derivative(f), x));
    }

    /**
     * Compares second derivatives with differences of the gradient, along a random direction: the gradient of {@code v
     * -> <w, gradient(f)(v)>}.
     *
     * @throws AssertionError if they are not the same
     */
    public GradientReport checkSecond(DoubleArrayFn f, double[] x) {
        Differentiator own = differentiator == null ? Question.standard() : differentiator;
        DoubleArrayGradient first = own.gradient(f);
        double[] direction = new RandomTangent(SEED).numbers(x.length);
        return check(Question.of((double[] v) -> along(direction, first.at(v)), x));
    }

    private static double along(double[] direction, double[] gradient) {
        double sum = 0;
        for (int i = 0; i < gradient.length; i++) {
            sum += direction[i] * gradient[i];
        }
        return sum;
    }

    private double[] gradient(Question question) {
        List<? extends @Nullable Object> gradients = question.gradients(differentiator);
        try {
            return question.point().readGradients(gradients);
        } catch (Mismatch mismatch) {
            throw new AssertionError("the gradient has the wrong type or shape: " + mismatch.getMessage(), mismatch);
        }
    }

    private static void requireEqual(Comparison comparison) {
        List<Row> wrong = comparison.wrong();
        if (!wrong.isEmpty()) {
            throw new AssertionError(
                    "the gradient is not that of finite differences in "
                            + wrong.size()
                            + " of "
                            + comparison.rows().size()
                            + " components\n"
                            + comparison.table(wrong));
        }
        List<Row> unsure = comparison.unsure();
        if (!unsure.isEmpty()) {
            throw new AssertionError(
                    "finite differences do not know enough digits here to judge the gradient in "
                            + unsure.size()
                            + " of "
                            + comparison.rows().size()
                            + " components\n"
                            + comparison.table(unsure)
                            + "\ntry: a point further from poles and kinks, or within("
                            + Comparison.rough(Comparison.tolerance(unsure))
                            + ")");
        }
    }

    private static double[] moved(double[] at, double[] direction, double by) {
        double[] moved = at.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += by * direction[i];
        }
        return moved;
    }

    private static boolean isSingle(Numbers point) {
        for (int i = 0; i < point.size(); i++) {
            if (point.isSingle(i)) {
                return true;
            }
        }
        return false;
    }
}
