package dev.fluxion.testkit.check;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.Fluxion;
import dev.fluxion.Fn;
import dev.fluxion.VectorFn;
import dev.fluxion.derivative.Hessian;
import dev.fluxion.derivative.Pullback;
import dev.fluxion.derivative.ValueAndTangent;
import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.testkit.check.Finding.Kind;
import dev.fluxion.testkit.differences.CentralDifferences;
import dev.fluxion.testkit.differences.Estimate;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Checks forward mode, pullbacks and Hessians of a program against its gradient and each other. A program without a
 * gradient has none of them; what they refuse beyond it is kept with the mode's name.
 */
final class ModesCheck {

    private static final double PRECISION = 1e-11;
    private static final double SINGLE_PRECISION = 1e-4;
    private static final double OF_SECOND_ORDER = 1e-7;

    /** Beyond this, terms that cancel leave too few digits to compare. */
    private static final double WILD = 1e5;

    private static final CentralDifferences STEPS = new CentralDifferences(2e-3, 4, 0x1p-48);

    private final Subject subject;
    private final List<Finding> findings;
    private final List<String> refusals = new ArrayList<>();
    private final DoubleArrayFn scalar;
    private final Fn<double[], Double> boxed;
    private final VectorFn vector;
    private final Random random;

    ModesCheck(Subject subject, List<Finding> findings) {
        this.subject = subject;
        this.findings = findings;
        Functions functions = new Functions(subject.type());
        this.scalar = functions.scalar(subject.function());
        this.boxed = functions.boxed(subject.function());
        this.vector = functions.vector(subject.all());
        this.random = new Random(subject.type().getSimpleName().hashCode());
    }

    /** Returns what is refused, such as {@code pullback FX-0114}. */
    List<String> refusals() {
        return refusals;
    }

    /**
     * What is known of a point.
     *
     * @param x the point
     * @param plain what a plain call does there
     * @param gradient the gradient, or null where an exception came out
     * @param scale what rounding errors of the gradient are relative to
     * @param usesFloats whether the program computes in floats
     */
    @SuppressWarnings("ArrayRecordComponent") // a carrier, not a value
    record Known(double[] x, Run plain, double @Nullable [] gradient, double[] scale, boolean usesFloats) {

        double precision() {
            return usesFloats ? SINGLE_PRECISION : PRECISION;
        }
    }

    void check(Known at) {
        attempt("forward", () -> checkForward(at));
        attempt("pullback", () -> checkPullback(at));
        if (at.gradient() != null) {
            attempt("of an array", () -> checkVector(at));
            attempt("Hessian", () -> checkHessian(at));
        }
    }

    private interface Step {
        void run() throws Throwable;
    }

    private void attempt(String mode, Step step) {
        try {
            step.run();
        } catch (NotDifferentiableException refused) {
            for (Diagnostic diagnostic : refused.diagnostics()) {
                String refusal = mode + " " + diagnostic.id().code();
                if (!refusals.contains(refusal)) {
                    refusals.add(refusal);
                }
            }
        } catch (RuntimeException | Error crashed) {
            throw crashed;
        } catch (Throwable checked) {
            throw new IllegalStateException(mode, checked);
        }
    }

    private void checkForward(Known at) {
        double[] direction = direction();
        double[] tangent = new double[1];
        Run run =
                run(
                        at.x(),
                        x -> {
                            ValueAndTangent<Double> both = Fluxion.jvp(boxed, x, direction);
                            tangent[0] = both.tangent();
                            return both.value();
                        });
        String difference = at.plain().difference(run);
        if (difference != null) {
            add(Kind.FORWARD, difference, at);
        } else if (at.gradient() != null) {
            double size = weighted(at.scale(), direction);
            double expected = dot(at.gradient(), direction);
            if (size < WILD && differ(tangent[0], expected, at.precision() * (1 + size))) {
                add(Kind.FORWARD, "tangent " + tangent[0] + ", not " + expected, at);
            }
        }
    }

    private void checkPullback(Known at) {
        List<Pullback<double[], Double>> made = new ArrayList<>();
        Run run =
                run(
                        at.x(),
                        x -> {
                            Pullback<double[], Double> pullback = Fluxion.pullback(boxed, x);
                            made.add(pullback);
                            return pullback.value();
                        });
        String difference = at.plain().difference(run);
        if (difference != null) {
            add(Kind.PULLBACK, difference, at);
            return;
        }
        double[] gradient = at.gradient();
        if (gradient == null) {
            return;
        }
        Pullback<double[], Double> pullback = made.getFirst();
        double[] first = pullback.apply(1.0);
        double[] other = pullback.apply(-0.5);
        double[] again = pullback.apply(1.0);
        if (!Arrays.equals(first, again)) {
            add(Kind.PULLBACK, Arrays.toString(again) + " when applied again, not " + Arrays.toString(first), at);
        }
        for (int i = 0; i < gradient.length; i++) {
            double allowed = at.precision() * (1 + at.scale()[i]);
            boolean tells = at.scale()[i] < WILD;
            if (tells && (differ(first[i], gradient[i], allowed) || differ(other[i], -0.5 * gradient[i], allowed))) {
                String numbers = Arrays.toString(first) + " and " + Arrays.toString(other);
                add(Kind.PULLBACK, numbers + ", not " + Arrays.toString(gradient), at);
                return;
            }
        }
    }

    /** {@code <Jv, w> = <v, J'w>} where the value is an array, what is left in the argument and in fields included. */
    private void checkVector(Known at) {
        double[] v = direction();
        subject.reset();
        ValueAndTangent<double[]> forward = Fluxion.jvp(vector, at.x().clone(), v);
        double[] value = forward.value();
        double[] w = random.doubles(value.length, -1, 1).toArray();
        subject.reset();
        Pullback<double[], double[]> pullback = Fluxion.pullback(vector, at.x().clone());
        if (!Arrays.equals(value, pullback.value())) {
            add(Kind.PULLBACK, Arrays.toString(pullback.value()) + ", not " + Arrays.toString(value), at);
            return;
        }
        double[] backward = pullback.apply(w);
        if (!Arrays.equals(backward, pullback.apply(w))) {
            add(Kind.PULLBACK, "of an array: other bits when applied again", at);
        }
        subject.reset();
        double[][] jacobian = Fluxion.jacobian(vector, at.x().clone());
        double size = weighted(at.scale(), v);
        for (int i = 0; i < w.length; i++) {
            size += Math.abs(w[i]) * weighted(jacobian[i], v);
        }
        double left = dot(forward.tangent(), w);
        double right = dot(v, backward);
        double precision = Floats.areUsedIn(subject.type()) ? SINGLE_PRECISION : PRECISION;
        double allowed = 100 * precision * (1 + size);
        if (size < WILD && differ(left, right, allowed)) {
            add(Kind.FORWARD, "<Jv, w> = " + left + ", <v, J'w> = " + right, at);
        }
        for (int i = 0; size < WILD && i < w.length; i++) {
            if (differ(forward.tangent()[i], dot(jacobian[i], v), allowed)) {
                String row = dot(jacobian[i], v) + " by the Jacobian";
                add(Kind.FORWARD, "Jv has " + forward.tangent()[i] + " in row " + i + ", " + row, at);
                return;
            }
        }
    }

    private void checkHessian(Known at) throws Throwable {
        subject.reset();
        Hessian compiled = Fluxion.hessian(scalar);
        double[][] hessian = compiled.at(at.x().clone());
        double[] v = direction();
        subject.reset();
        double[] product = compiled.times(at.x().clone(), v);
        double size = 1;
        for (int i = 0; i < hessian.length; i++) {
            size += at.scale()[i] + weighted(hessian[i], hessian[i]);
        }
        if (!(size < WILD) || at.usesFloats()) {
            return;
        }
        for (int i = 0; i < hessian.length; i++) {
            for (int j = 0; j < hessian.length; j++) {
                if (differ(hessian[i][j], hessian[j][i], OF_SECOND_ORDER * size)) {
                    add(Kind.HESSIAN, "not symmetric: " + Arrays.deepToString(hessian), at);
                    return;
                }
            }
            if (differ(product[i], dot(hessian[i], v), OF_SECOND_ORDER * size)) {
                add(Kind.HESSIAN, product[i] + ", not " + dot(hessian[i], v) + " in row " + i + " of a product", at);
                return;
            }
        }
        double[] w = direction();
        Estimate estimate = STEPS.<Throwable>at(t -> slope(at.x(), v, t, w), 1);
        double expected = dot(w, product);
        if (Differences.isTrusted(estimate)
                && Double.isFinite(expected)
                && Math.abs(expected - estimate.value()) > 1e-6 * size + 20 * estimate.error()) {
            add(Kind.HESSIAN, "<w, Hv> is " + expected + ", by differences of gradients " + estimate, at);
        }
    }

    private double slope(double[] x, double[] v, double t, double[] w) {
        double[] moved = x.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += t * v[i];
        }
        subject.reset();
        return dot(Fluxion.gradient(scalar, moved), w);
    }

    private Run run(double[] x, Run.Call call) {
        List<NotDifferentiableException> late = new ArrayList<>();
        Run run =
                Run.of(
                        subject,
                        x,
                        argument -> {
                            try {
                                return call.on(argument);
                            } catch (NotDifferentiableException refused) {
                                late.add(refused);
                                throw refused;
                            }
                        });
        if (!late.isEmpty()) {
            throw late.getFirst();
        }
        return run;
    }

    private void add(Kind kind, String detail, Known at) {
        findings.add(new Finding(kind, detail + " at " + Arrays.toString(at.x())));
    }

    private double[] direction() {
        return random.doubles(4, -1, 1).toArray();
    }

    private static boolean differ(double a, double b, double allowed) {
        return !(Math.abs(a - b) <= allowed) && Double.isFinite(a + b);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double weighted(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] * b[i]);
        }
        return sum;
    }
}
