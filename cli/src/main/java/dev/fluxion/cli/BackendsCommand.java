package dev.fluxion.cli;

import dev.fluxion.cli.catalog.BackendCatalog;
import dev.fluxion.cli.catalog.BackendCatalog.Entry;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code fluxion backends}: what gradients can be compiled with. */
@Command(
        name = "backends",
        description = "List the backends; the first is taken unless -Dfluxion.backend=NAME says otherwise.",
        mixinStandardHelpOptions = true)
final class BackendsCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Entry> entries = BackendCatalog.read();
        Table table = new Table();
        for (Entry entry : entries) {
            table.row(entry.name(), "priority " + entry.priority(), entry.module());
        }
        table.print(out);
        if (entries.isEmpty()) {
            out.println("no backend is installed");
        }
        out.flush();
        return entries.isEmpty() ? 1 : 0;
    }
}
