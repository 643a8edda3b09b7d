package dev.fluxion.cli;

import dev.fluxion.Differentiator;
import dev.fluxion.DoubleFn;
import dev.fluxion.Fluxion;
import dev.fluxion.cli.catalog.BackendCatalog;
import dev.fluxion.cli.catalog.RuleCatalog;
import dev.fluxion.diagnostic.NotDifferentiableException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.lang.invoke.MethodHandles;
import java.util.concurrent.Callable;

import javax.tools.ToolProvider;

/** {@code fluxion doctor}: what is installed, and whether it works. */
@Command(
        name = "doctor",
        description = "Show the Java, modules, backends and rules in use, and test them with one gradient.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    private static final double POINT = 0.5;
    private static final double EXPECTED = Math.cos(POINT) * POINT + Math.sin(POINT);

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Table table = new Table();
        table.row("fluxion", Version.fluxion());
        table.row("java", Runtime.version() + ", " + System.getProperty("java.home"));
        table.row("compiler", ToolProvider.getSystemJavaCompiler() == null ? "none: this is no JDK" : "there");
        table.row("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        table.row("modules", modules());
        boolean first = true;
        for (BackendCatalog.Entry backend : BackendCatalog.read()) {
            table.row(first ? "backends" : "", backend.name() + ", priority " + backend.priority());
            first = false;
        }
        RuleCatalog rules = RuleCatalog.read(null);
        table.row("rules", rules.counting().size() + " methods");
        rules.leftOut().forEach(each -> table.row("", each));
        boolean well = selfTest(table);
        table.print(out);
        out.flush();
        return well ? 0 : 1;
    }

    private static String modules() {
        String path = System.getProperty("jdk.module.path");
        return path == null ? "none: running from the class path" : path;
    }

    private static boolean selfTest(Table table) {
        long start = System.nanoTime();
        try {
            Differentiator fluxion = Fluxion.builder().lookup(MethodHandles.lookup()).build();
            DoubleFn derivative = fluxion.derivative(x -> x * Math.sin(x));
            double value = derivative.applyAsDouble(POINT);
            long millis = (System.nanoTime() - start) / 1_000_000;
            boolean right = Math.abs(value - EXPECTED) <= 1e-15;
            table.row("self-test", right ? "passed in " + millis + " ms" : "failed: " + value + " for " + EXPECTED);
            return right;
        } catch (NotDifferentiableException e) {
            table.row("self-test", "failed: " + e.getMessage());
            return false;
        }
    }
}
