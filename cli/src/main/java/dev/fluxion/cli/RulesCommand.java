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
        description = "List the methods that have rules, and what the rules say.",
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
            description = "Only those of a method, a class, or a method of a class: max, java.lang.Math, Math.max.")
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
        PrintWriter err = spec.commandLine().getErr();
        List<Entry> entries = RuleCatalog.read(method, err::println);
        err.flush();
        if (entries.isEmpty()) {
            out.println(method == null ? "no rules" : "no rule for " + method);
            out.flush();
            return 1;
        }
        Table table = new Table();
        for (Entry entry : entries) {
            table.row(entry.method(), entry.says(), entry.source(), entry.origin());
        }
        table.print(out);
        out.flush();
        return 0;
    }
}
