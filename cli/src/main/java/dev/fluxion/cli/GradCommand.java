package dev.fluxion.cli;

import dev.fluxion.Explanation;
import dev.fluxion.Fluxion;
import dev.fluxion.ValueAndGradient;
import dev.fluxion.cli.point.Derivation;
import dev.fluxion.cli.point.FiniteDifferences.Estimate;
import dev.fluxion.cli.point.Point;
import dev.fluxion.cli.point.PointParser;
import dev.fluxion.cli.subject.Target;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code fluxion grad}: value, gradient, check and code of one method at one point. */
@Command(
        name = "grad",
        description =
                "Print a method's value and gradient at a point, a check by differences, and the gradient's code.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  fluxion grad examples/first/Rosenbrock.java --at -1.2,1",
            "  fluxion grad Model.java#loss --at [0.5,1,2],3",
            "  fluxion grad --class java.lang.Math#atan2 --at 1,2",
            "",
            "Exit code 1: no derivative can be made, or the differences do not agree with it."
        })
final class GradCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private TargetOptions targetOptions;

    @Option(
            names = "--at",
            required = true,
            paramLabel = "VALUES",
            description = "A value for each parameter, separated by commas; an array in brackets: 1.5,[1,2,3],true.")
    private String at;

    @Option(names = "--no-check", description = "Do not compare with finite differences.")
    private boolean noCheck;

    @Option(names = "--no-code", description = "Do not print the gradient's code.")
    private boolean noCode;

    @Option(
            names = "--checked-rules",
            description = "Stop where a rule gives NaN or infinity, or overwrites what is not its own.")
    private boolean checkedRules;

    @Override
    public Integer call() {
        Target target = targetOptions.find();
        Point point = PointParser.parse(at, target);
        Derivation derivation =
                checkedRules
                        ? Derivation.of(target, point, Fluxion.builder().checkedRules(true).build())
                        : Derivation.of(target, point);
        ValueAndGradient<double[]> result = derivation.evaluate();
        PrintWriter out = spec.commandLine().getOut();
        String on = target.receiverName().isEmpty() ? "" : " on " + target.receiverName();
        out.println(target.title() + on);
        out.println();
        out.println("value  " + result.value());
        out.println();
        boolean agree = printGradient(out, point, derivation, result.gradient());
        printCode(out, derivation);
        out.flush();
        return agree ? 0 : 1;
    }

    private boolean printGradient(PrintWriter out, Point point, Derivation derivation, double[] gradient) {
        Table table = new Table();
        if (noCheck) {
            table.row("", "gradient");
            for (int i = 0; i < gradient.length; i++) {
                table.row(point.components().get(i).label(), Double.toString(gradient[i]));
            }
            table.print(out);
            return true;
        }
        boolean agree = true;
        List<Estimate> estimates = derivation.differences();
        table.row("", "gradient", "finite differences", "relative difference");
        for (int i = 0; i < gradient.length; i++) {
            Estimate estimate = estimates.get(i);
            boolean fits = estimate.agrees(gradient[i]);
            agree &= fits;
            table.row(
                    point.components().get(i).label(),
                    Double.toString(gradient[i]),
                    Double.isNaN(estimate.value()) ? "none" : Double.toString(estimate.value()),
                    verdict(estimate, gradient[i], fits));
        }
        table.print(out);
        if (!agree) {
            out.println();
            out.println("They differ: at this point the method may have a kink, a jump, or a branch on equality.");
        }
        return agree;
    }

    private static String verdict(Estimate estimate, double derivative, boolean fits) {
        if (Double.isNaN(estimate.value())) {
            return "no value on both sides";
        }
        if (derivative == 0 && fits) {
            return estimate.value() == 0 ? "0" : "0 up to rounding";
        }
        double difference = estimate.relativeDifference(derivative);
        if (!Double.isFinite(difference)) {
            return "differs";
        }
        String text = difference == 0 ? "0" : new BigDecimal(difference).round(new MathContext(2)).toString();
        return fits ? text : text + "  differs";
    }

    private void printCode(PrintWriter out, Derivation derivation) {
        if (noCode) {
            return;
        }
        for (Explanation explanation : derivation.explain()) {
            out.println();
            out.println(explanation.java().stripTrailing());
            for (String warning : explanation.warnings()) {
                out.println();
                out.println("warning: " + warning);
            }
        }
    }
}
