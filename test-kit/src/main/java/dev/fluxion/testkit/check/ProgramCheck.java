package dev.fluxion.testkit.check;

import dev.fluxion.Fluxion;
import dev.fluxion.MethodGradient;
import dev.fluxion.ValueAndGradient;
import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.testkit.check.Finding.Kind;
import dev.fluxion.testkit.differences.Estimate;
import dev.fluxion.testkit.oracle.Oracle;
import dev.fluxion.testkit.oracle.OracleException;
import dev.fluxion.testkit.oracle.Verdict;

import org.jspecify.annotations.Nullable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Checks the gradient of a program, a class with {@code f}, {@code reset} and {@code state} as {@link
 * dev.fluxion.testkit.random.RandomProgram} has them, at several points:
 *
 * <ol>
 *   <li>raised to IR and lowered again, it does what the original does;
 *   <li>value, exception, argument and static fields are those of a plain call, to the bit;
 *   <li>a second call gives the same bits;
 *   <li>the gradient is that of the oracle, to rounding errors;
 *   <li>and that of finite differences;
 *   <li>forward mode and pullbacks agree with it and with each other, and Hessians with differences of it.
 * </ol>
 */
public final class ProgramCheck {

    private static final int POINTS = 2;
    private static final double PRECISION = 1e-12;
    private static final double SINGLE_PRECISION = 1e-5;
    private static final double WILD = 1e10;

    private final Oracles oracles;
    private final @Nullable RoundTrip roundTrip;
    private final boolean isStrict;
    private final int modesOneIn;

    /**
     * Makes a check of gradients and, of every program, of the other modes.
     *
     * @param oracles makes an oracle that knows a class
     * @param roundTrip raises and lowers; null to leave that out
     * @param isStrict whether a refusal is a finding
     */
    public ProgramCheck(Oracles oracles, @Nullable RoundTrip roundTrip, boolean isStrict) {
        this(oracles, roundTrip, isStrict, 1);
    }

    /**
     * Makes a check.
     *
     * @param oracles makes an oracle that knows a class
     * @param roundTrip raises and lowers; null to leave that out
     * @param isStrict whether a refusal is a finding
     * @param modesOneIn of how many programs one, chosen by its name, has its other modes looked at, which takes
     *     several times as long as the gradient
     */
    public ProgramCheck(Oracles oracles, @Nullable RoundTrip roundTrip, boolean isStrict, int modesOneIn) {
        this.modesOneIn = modesOneIn;
        this.oracles = oracles;
        this.roundTrip = roundTrip;
        this.isStrict = isStrict;
    }

    /** Makes oracles. */
    @FunctionalInterface
    public interface Oracles {

        /** Returns a fresh oracle that knows the class and those that it uses. */
        Oracle of(Class<?> type);
    }

    /** Checks a program at points that its name chooses. */
    public Outcome check(Class<?> program) {
        Random random = new Random(program.getSimpleName().hashCode());
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            points.add(random.doubles(4, -1.5, 1.5).toArray());
        }
        return check(program, points);
    }

    /** Checks a program at points. */
    public Outcome check(Class<?> program, List<double[]> points) {
        return new Checking(new Subject(program)).check(points);
    }

    private final class Checking {

        private final Subject subject;
        private final List<Finding> findings = new ArrayList<>();
        private @Nullable String unknown;
        private int differences;
        private @Nullable List<String> modes;

        Checking(Subject subject) {
            this.subject = subject;
        }

        Outcome check(List<double[]> points) {
            List<Run> plain = new ArrayList<>();
            List<@Nullable Verdict> verdicts = new ArrayList<>();
            for (double[] x : points) {
                Run run = Run.of(subject, x, subject::call);
                plain.add(run);
                verdicts.add(judge(x, run));
            }
            Set<String> refusals = new LinkedHashSet<>();
            try {
                checkRoundTrip(points, plain);
                MethodGradient gradient = Fluxion.gradient(subject.function());
                for (int i = 0; i < points.size(); i++) {
                    check(gradient, points.get(i), plain.get(i), verdicts.get(i));
                }
                if (findings.isEmpty() && Math.floorMod(subject.type().getSimpleName().hashCode(), modesOneIn) == 0) {
                    checkModes(gradient, points.getFirst(), plain.getFirst(), verdicts.getFirst());
                }
            } catch (NotDifferentiableException refused) {
                for (Diagnostic diagnostic : refused.diagnostics()) {
                    refusals.add(diagnostic.id().code());
                }
                if (isStrict || refusals.contains(ErrorId.MALFORMED_IR.code())) {
                    add(Kind.REFUSED, String.valueOf(refused.getMessage()));
                }
            } catch (Exception | LinkageError | AssertionError | StackOverflowError crashed) {
                StringWriter trace = new StringWriter();
                crashed.printStackTrace(new PrintWriter(trace));
                add(Kind.CRASHED, trace.toString());
            }
            return new Outcome(findings, List.copyOf(refusals), unknown, differences, modes);
        }

        private void add(Kind kind, String detail) {
            findings.add(new Finding(kind, detail));
        }

        private void checkRoundTrip(List<double[]> points, List<Run> plain) {
            if (roundTrip == null) {
                return;
            }
            RoundTrip.@Nullable Lowered lowered;
            try {
                lowered = roundTrip.of(subject.function());
            } catch (NotDifferentiableException refused) {
                return;
            } catch (Throwable crashed) {
                StringWriter trace = new StringWriter();
                crashed.printStackTrace(new PrintWriter(trace));
                add(Kind.ROUND_TRIP, trace.toString());
                return;
            }
            for (int i = 0; lowered != null && i < points.size(); i++) {
                String difference = plain.get(i).difference(Run.of(subject, points.get(i), lowered::call));
                if (difference != null) {
                    add(Kind.ROUND_TRIP, difference + at(points.get(i)));
                }
            }
        }

        private void check(MethodGradient gradient, double[] x, Run plain, @Nullable Verdict verdict) {
            double[][] first = new double[1][];
            double[][] second = new double[1][];
            String difference = plain.difference(run(gradient, x, first));
            if (difference != null) {
                add(Kind.PRIMAL, difference + at(x));
                return;
            }
            String again = plain.difference(run(gradient, x, second));
            if (again != null || !Arrays.equals(first[0], second[0])) {
                String gradients = Arrays.toString(second[0]) + ", not " + Arrays.toString(first[0]);
                add(Kind.REPEATED, (again == null ? gradients : again) + at(x));
            }
            if (plain.thrown() != null) {
                return;
            }
            boolean byOracle = verdict == null || isOracles(first[0], verdict, x);
            if (verdict == null || !verdict.usesFloats()) {
                compareDifferences(first[0], verdict, x, byOracle);
            }
        }

        private void checkModes(MethodGradient gradient, double[] x, Run plain, @Nullable Verdict verdict) {
            if (verdict != null) {
                double[][] result = new double[1][];
                run(gradient, x, result);
                ModesCheck check = new ModesCheck(subject, findings);
                check.check(new ModesCheck.Known(x, plain, result[0], verdict.scale(), verdict.usesFloats()));
                modes = check.refusals();
            }
        }

        private Run run(MethodGradient gradient, double[] x, double[][] result) {
            List<NotDifferentiableException> late = new ArrayList<>();
            Run run =
                    Run.of(
                            subject,
                            x,
                            argument -> {
                                try {
                                    ValueAndGradient<double[]> both = gradient.withGradient(argument);
                                    result[0] = both.gradient();
                                    return both.value();
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

        private @Nullable Verdict judge(double[] x, Run plain) {
            try {
                Oracle oracle = oracles.of(subject.type());
                oracle.call(method("reset", "()V"));
                Verdict verdict = oracle.gradient(method("f", "([D)D"), x);
                double[] state = oracle.call(method("state", "()[D"));
                String difference =
                        plain.difference(new Run(verdict.value(), verdict.thrown(), verdict.argument(), state));
                if (difference != null) {
                    add(Kind.RAISED, difference + at(x));
                    return null;
                }
                return verdict;
            } catch (OracleException gaveUp) {
                unknown = String.valueOf(gaveUp.getMessage());
                return null;
            } catch (StackOverflowError tooDeep) {
                unknown = "too deep";
                return null;
            }
        }

        private MethodRef method(String name, String descriptor) {
            return new MethodRef(subject.type().getName().replace('.', '/'), name, descriptor, false);
        }

        private boolean isOracles(double[] gradient, Verdict verdict, double[] x) {
            for (int i = 0; i < gradient.length; i++) {
                double scale = verdict.scale()[i];
                double allowed = (1 + scale) * (verdict.usesFloats() ? SINGLE_PRECISION : PRECISION);
                double expected = verdict.gradient()[i];
                if (scale < WILD && !(Math.abs(gradient[i] - expected) <= allowed)) {
                    String text = Arrays.toString(gradient) + ", not " + Arrays.toString(verdict.gradient());
                    add(Kind.ORACLE, text + ", where " + allowed + " is allowed in element " + i + at(x));
                    return false;
                }
            }
            return true;
        }

        private void compareDifferences(double[] gradient, @Nullable Verdict verdict, double[] x, boolean byOracle) {
            boolean conclusive = true;
            for (int i = 0; i < gradient.length; i++) {
                Estimate estimate = estimate(x, i);
                double size = 1 + Math.abs(gradient[i]) + (verdict == null ? 0 : Math.min(WILD, verdict.scale()[i]));
                if (estimate == null || !Differences.isTrusted(estimate)) {
                    conclusive = false;
                } else if (!(Math.abs(gradient[i] - estimate.value()) <= 1e-7 * size + 20 * estimate.error())) {
                    if (verdict == null || stays(verdict, x, i)) {
                        String confidence =
                                verdict == null ? " (no oracle)" : byOracle ? " (the oracle agrees with it)" : "";
                        add(
                                Kind.DIFFERENCES,
                                gradient[i] + confidence + ", not " + estimate + ", in element " + i + at(x));
                        return;
                    }
                    conclusive = false;
                }
            }
            differences += conclusive ? 1 : 0;
        }

        private @Nullable Estimate estimate(double[] x, int index) {
            try {
                return Differences.partial(
                        moved -> {
                            subject.reset();
                            return subject.call(moved);
                        },
                        x,
                        index);
            } catch (Throwable thrown) {
                return null;
            }
        }

        /** Returns whether the program takes the same way at all points that were used. */
        private boolean stays(Verdict verdict, double[] x, int index) {
            for (int level = 0; level < Differences.levels(); level++) {
                double h = Differences.step(x[index], level);
                for (double by : new double[] {h, -h}) {
                    Oracle oracle = oracles.of(subject.type());
                    oracle.call(method("reset", "()V"));
                    if (oracle.gradient(method("f", "([D)D"), Differences.moved(x, index, by)).path()
                            != verdict.path()) {
                        return false;
                    }
                }
            }
            return true;
        }

        private static String at(double[] x) {
            return " at " + Arrays.toString(x);
        }
    }
}
