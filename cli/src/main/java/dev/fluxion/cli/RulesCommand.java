package dev.fluxion.cli;

import dev.fluxion.cli.catalog.RuleCatalog;
import dev.fluxion.cli.catalog.RuleCatalog.Entry;
import dev.fluxion.cli.subject.Targets;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code fluxion rules}: the methods whose derivatives are known. */
@Command(
        name = "rules",
        description = "List the methods that have rules, what the rules say, and which do not count and why.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  fluxion rules",
            "  fluxion rules --for atan2",
            "  fluxion rules --for java.lang.Math.max",
            "  fluxion rules --class-path 'lib/*' --for com.acme.Matrix",
        })
final class RulesCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(
            names = "--for",
            paramLabel = "METHOD",
            description =
                    "Only those of a method, a class, or a method of a class: max, java.lang.Math, Math.max. With the"
                            + " class's full name, what counts for the method, though it be inherited.")
    private @Nullable String method;

    @Option(
            names = {"--class-path", "-cp"},
            paramLabel = "PATH",
            defaultValue = "",
            description = "Where further rules, and the classes that they are for, are found: folders, jars, folder/*.")
    private String classPath;

    @Override
    public Integer call() {
        if (!classPath.isEmpty()) {
            Thread.currentThread().setContextClassLoader(Targets.loader(classPath));
        }
        PrintWriter out = spec.commandLine().getOut();
        RuleCatalog rules = RuleCatalog.read(method);
        boolean isEmpty = rules.counting().isEmpty();
        if (isEmpty) {
            out.println(method == null ? "no rules" : "no rule for " + method);
        }
        print(rules.counting(), out);
        if (!rules.unused().isEmpty()) {
            out.println();
            out.println("These do not count:");
            print(rules.unused(), out);
        }
        if (!rules.leftOut().isEmpty()) {
            out.println();
            out.println("These are left out, since they cannot be used:");
            rules.leftOut().forEach(out::println);
        }
        out.flush();
        return isEmpty ? 1 : 0;
    }

    private static void print(List<Entry> entries, PrintWriter out) {
        Table table = new Table();
        for (Entry entry : entries) {
            table.row(entry.method(), entry.says(), entry.source(), entry.origin(), entry.why());
        }
        table.print(out);
    }
}
