package dev.fluxion.backend.cpu.emit;

import dev.fluxion.backend.cpu.slots.Slots;
import dev.fluxion.ir.Variable;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The names of locals in the user's source, for debuggers and decompilers. A slot has the name of its first named
 * variable, from the first time that it is set to the end of the last block that needs it. Where unrelated variables
 * share slots only parameters are named.
 */
final class LocalNames {

    private static final class Range {
        private final Variable variable;
        private final Label start;
        private @Nullable Label end;

        private Range(Variable variable, Label start) {
            this.variable = variable;
            this.start = start;
        }
    }

    private final Slots slots;
    private final Map<Integer, Range> ranges = new LinkedHashMap<>();

    LocalNames(Slots slots) {
        this.slots = slots;
    }

    /** Says that a variable's slot is set from here on. */
    void set(Variable variable, Code code) {
        int slot = slots.of(variable);
        if (slot >= 0 && !variable.name().isEmpty() && !slots.areShared() && !ranges.containsKey(slot)) {
            Label start = new Label();
            code.mark(start);
            ranges.put(slot, new Range(variable, start));
        }
    }

    /** Says that a variable is needed up to there at least. */
    void needed(Variable variable, Label end) {
        Range range = ranges.get(slots.of(variable));
        if (range != null) {
            range.end = end;
        }
    }

    void write(MethodVisitor out) {
        Set<String> used = new LinkedHashSet<>();
        for (Map.Entry<Integer, Range> entry : ranges.entrySet()) {
            Range range = entry.getValue();
            Label end = range.end;
            if (end != null && end.getOffset() > range.start.getOffset()) {
                String descriptor = range.variable.type().descriptor();
                out.visitLocalVariable(
                        unused(range.variable.name(), used), descriptor, null, range.start, end, entry.getKey());
            }
        }
    }

    private static String unused(String wanted, Set<String> used) {
        // All functions are static: a receiver is a parameter like any other.
        String base = wanted.equals("this") ? "self" : wanted;
        String name = base;
        for (int i = 2; !used.add(name); i++) {
            name = base + i;
        }
        return name;
    }
}
