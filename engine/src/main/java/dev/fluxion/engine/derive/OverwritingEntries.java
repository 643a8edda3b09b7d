package dev.fluxion.engine.derive;

import dev.fluxion.backend.Entry;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Program;
import dev.fluxion.transform.overwrite.Overwrite;

import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds {@code overwrite} beside an {@code accumulate} that need not zero all arrays first. */
public final class OverwritingEntries {

    private OverwritingEntries() {}

    /** A program and its entries. */
    public record Result(Program program, List<Entry> entries) {
        /** Copies the entries in. */
        public Result {
            entries = List.copyOf(entries);
        }
    }

    /**
     * Adds the entries.
     *
     * @param program lowered, as it is compiled
     * @param entries its entries so far
     */
    public static Result add(Program program, List<Entry> entries) {
        Map<String, Function> functions = new LinkedHashMap<>(program.functions());
        List<Entry> all = new ArrayList<>(entries);
        for (Entry entry : entries) {
            if (entry.method().equals("accumulate")) {
                Function accumulate = program.function(entry.function());
                Function overwrite = Overwrite.of(accumulate, sums(entry.descriptor()));
                if (overwrite != null) {
                    String name = EntryFunctions.fresh("overwrite", functions);
                    functions.put(name, overwrite.withName(name));
                    all.add(new Entry("overwrite", entry.descriptor(), name));
                }
            }
        }
        return all.size() == entries.size() ? new Result(program, entries) : new Result(new Program(functions), all);
    }

    /** Half of the parameters are arguments, the others the arrays for their gradients. */
    private static int sums(String descriptor) {
        return MethodType.fromMethodDescriptorString(descriptor, null).parameterCount() / 2;
    }
}
