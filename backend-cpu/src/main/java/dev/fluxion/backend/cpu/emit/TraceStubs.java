package dev.fluxion.backend.cpu.emit;

import dev.fluxion.ir.Position;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.runtime.Traces;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells exceptions that leave the method from which place of the user's source: an entry of the exception table for
 * each stretch of instructions, behind those of the handlers, and a stub for each place at the method's end, where the
 * code that runs has none of it.
 */
final class TraceStubs {

    private static final int LONGEST_TEXT = 20_000;

    private record Range(Label start, Label end, int place) {}

    private record Method(String className, String name, String file) {}

    private final Code code;
    private final List<Range> ranges = new ArrayList<>();
    private final Map<Method, Integer> methods = new LinkedHashMap<>();
    private final Map<Position, Integer> places = new LinkedHashMap<>();
    private final StringBuilder lines = new StringBuilder();
    private final Map<Integer, Label> stubs = new LinkedHashMap<>();

    TraceStubs(Code code) {
        this.code = code;
    }

    /** Returns the start of an instruction that may throw. */
    Label begin() {
        Label start = new Label();
        code.mark(start);
        return start;
    }

    /** Says that the instruction that began there comes from a place. */
    void end(Label start, Position position) {
        if (!position.isKnown()) {
            return;
        }
        Label end = new Label();
        code.mark(end);
        int place = place(position);
        if (!ranges.isEmpty() && ranges.getLast().place == place) {
            ranges.set(ranges.size() - 1, new Range(ranges.getLast().start, end, place));
        } else {
            ranges.add(new Range(start, end, place));
        }
        stubs.computeIfAbsent(place, key -> new Label());
    }

    private int place(Position position) {
        Integer known = places.get(position);
        if (known != null) {
            return known;
        }
        int outer =
                position.inlinedAt().isPresent() && position.inlinedAt().get().isKnown()
                        ? place(position.inlinedAt().get())
                        : -1;
        Method method = new Method(position.className(), position.method(), position.file());
        Integer number = methods.get(method);
        if (number == null) {
            number = methods.size();
            methods.put(method, number);
        }
        int place = places.size();
        places.put(position, place);
        lines.append('\n').append(number.intValue()).append(',').append(position.line()).append(',').append(outer);
        return place;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (Method method : methods.keySet()) {
            text.append(method.className)
                    .append('\t')
                    .append(method.name)
                    .append('\t')
                    .append(method.file)
                    .append('\n');
        }
        return text.append(lines).toString();
    }

    /** Emits the stubs. */
    void emit() {
        String text = text();
        if (text.length() > LONGEST_TEXT) {
            ranges.clear();
        }
        if (ranges.isEmpty()) {
            return;
        }
        Label tail = new Label();
        int left = stubs.size();
        for (Map.Entry<Integer, Label> stub : stubs.entrySet()) {
            code.setLocals(new Object[0]);
            code.push(ClassType.THROWABLE);
            code.join(stub.getValue());
            Constants.pushRawInt(code, stub.getKey());
            code.push(PrimitiveType.I32);
            if (--left > 0) {
                code.jump(Opcodes.GOTO, tail);
                code.cut(0);
            }
        }
        if (stubs.size() > 1) {
            code.join(tail);
        }
        code.constant(text);
        code.method(Opcodes.INVOKESTATIC, Traces.NAME, "add", Traces.DESCRIPTOR, false);
        code.insn(Opcodes.ATHROW);
        code.cut(0);
    }

    /** Writes the entries of the exception table, which must come after those of the handlers. */
    void write(MethodVisitor out) {
        for (Range range : ranges) {
            out.visitTryCatchBlock(range.start, range.end, stubs.get(range.place), null);
        }
    }
}
