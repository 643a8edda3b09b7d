package dev.fluxion.frontend;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.symbol.Bootstrap;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.ReferenceType;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The instructions of one method, told apart by index, with labels resolved and a few opcodes folded into one: every
 * push of a constant is an {@code ldc}, every allocation of an array a {@code multianewarray}.
 */
final class Code {
    private final String className;
    private final String sourceFile;
    private final ClassFile.Method method;
    private final int maxLocals;
    private final int[] opcodes;
    private final int[] numbers;
    private final @Nullable Object[] operands;
    private final int[] lines;
    private final @Nullable StackMap[] frames;
    private final List<Range> ranges;
    private final List<LocalName> names;
    private @Nullable Position lastPosition;

    /** Instructions {@code from} to {@code to} (exclusive) are protected by the handler at {@code handler}. */
    record Range(int from, int to, int handler, @Nullable ClassType type) {}

    /** A local variable is called {@code name} in the instructions {@code from} to {@code to} (exclusive). */
    record LocalName(int slot, int from, int to, String name) {}

    /** The arms of a switch: sorted keys, and the instructions they lead to. */
    record Choice(List<Integer> keys, List<Integer> targets, int otherwise) {}

    /** The types that the class file declares at a place where control flow joins; null where nothing usable is. */
    record StackMap(List<@Nullable Type> locals, List<@Nullable Type> stack) {}

    Code(
            String className,
            String sourceFile,
            ClassFile.Method method,
            int maxLocals,
            int[] opcodes,
            int[] numbers,
            @Nullable Object[] operands,
            int[] lines,
            @Nullable StackMap[] frames,
            List<Range> ranges,
            List<LocalName> names) {
        this.className = className.replace('/', '.');
        this.sourceFile = sourceFile;
        this.method = method;
        this.maxLocals = maxLocals;
        this.opcodes = opcodes;
        this.numbers = numbers;
        this.operands = operands;
        this.lines = lines;
        this.frames = frames;
        this.ranges = ranges;
        this.names = names;
    }

    ClassFile.Method method() {
        return method;
    }

    int size() {
        return opcodes.length;
    }

    int maxLocals() {
        return maxLocals;
    }

    int opcode(int index) {
        return opcodes[index];
    }

    /** Returns the local variable of a load, store or {@code iinc}; the number of dimensions of an array. */
    int number(int index) {
        return numbers[index];
    }

    Constant constant(int index) {
        return (Constant) operand(index);
    }

    FieldRef field(int index) {
        return (FieldRef) operand(index);
    }

    MethodRef methodRef(int index) {
        return (MethodRef) operand(index);
    }

    Bootstrap bootstrap(int index) {
        return (Bootstrap) operand(index);
    }

    ReferenceType type(int index) {
        return (ReferenceType) operand(index);
    }

    ArrayType arrayType(int index) {
        return (ArrayType) operand(index);
    }

    /** Returns where a jump leads. */
    int target(int index) {
        return (Integer) operand(index);
    }

    /** Returns what an {@code iinc} adds. */
    int increment(int index) {
        return (Integer) operand(index);
    }

    Choice choice(int index) {
        return (Choice) operand(index);
    }

    private Object operand(int index) {
        return Objects.requireNonNull(operands[index]);
    }

    /** Returns the declared types before an instruction, or null where the class file has none. */
    @Nullable StackMap frame(int index) {
        return frames[index];
    }

    List<Range> ranges() {
        return ranges;
    }

    /** Returns what the source calls a local variable at an instruction, or empty. */
    String localName(int slot, int index) {
        for (LocalName local : names) {
            if (local.slot == slot && local.from <= index && index < local.to) {
                return local.name;
            }
        }
        return "";
    }

    /** Returns the place of an instruction in the source. */
    Position position(int index) {
        Position last = lastPosition;
        if (last == null || last.line() != lines[index]) {
            last = new Position(className, method.name(), sourceFile, lines[index], Optional.empty());
            lastPosition = last;
        }
        return last;
    }
}
