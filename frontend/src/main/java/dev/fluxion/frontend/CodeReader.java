package dev.fluxion.frontend;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.ReferenceType;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Collects what ASM reports about one method into {@link Code}. */
final class CodeReader extends MethodVisitor {
    private final String className;
    private final String sourceFile;
    private final ClassFile.Method method;
    private int size;
    private int maxLocals;
    private int line;
    private int[] opcodes = new int[64];
    private int[] numbers = new int[64];
    private @Nullable Object[] operands = new Object[64];
    private int[] lines = new int[64];
    private Code.@Nullable StackMap[] frames = new Code.StackMap[64];
    private final List<LabelledRange> ranges = new ArrayList<>();
    private final List<Code.LocalName> names = new ArrayList<>();
    private final List<String> parameterNames = new ArrayList<>();

    private record LabelledRange(Label from, Label to, Label handler, @Nullable String type) {}

    private record LabelledChoice(List<Integer> keys, List<Label> targets, Label otherwise) {}

    CodeReader(String className, String sourceFile, ClassFile.Method method) {
        super(Opcodes.ASM9);
        this.className = className;
        this.sourceFile = sourceFile;
        this.method = method;
    }

    Code finish() {
        for (int i = 0; i < size; i++) {
            if (operands[i] instanceof Label label) {
                operands[i] = index(label);
            } else if (operands[i] instanceof LabelledChoice choice) {
                operands[i] = resolve(choice);
            }
        }
        List<Code.Range> resolved = new ArrayList<>(ranges.size());
        for (LabelledRange range : ranges) {
            ClassType type = range.type == null ? null : new ClassType(range.type);
            resolved.add(new Code.Range(index(range.from), index(range.to), index(range.handler), type));
        }
        if (names.isEmpty()) {
            nameParameters();
        }
        return new Code(
                className,
                sourceFile,
                method,
                maxLocals,
                Arrays.copyOf(opcodes, size),
                Arrays.copyOf(numbers, size),
                Arrays.copyOf(operands, size),
                Arrays.copyOf(lines, size),
                Arrays.copyOf(frames, size),
                resolved,
                names);
    }

    /** Without a table of local variables, the parameters may still have names. */
    private void nameParameters() {
        List<Type> types = new MethodRef(className, method.name(), method.descriptor(), false).parameterTypes();
        if (types.size() != parameterNames.size()) {
            return;
        }
        int slot = method.isStatic() ? 0 : 1;
        for (int i = 0; i < types.size(); i++) {
            names.add(new Code.LocalName(slot, 0, 1, parameterNames.get(i)));
            slot += types.get(i).slots();
        }
    }

    private static int index(Label label) {
        return (Integer) label.info;
    }

    private static Code.Choice resolve(LabelledChoice choice) {
        List<Integer> targets = new ArrayList<>(choice.targets.size());
        for (Label target : choice.targets) {
            targets.add(index(target));
        }
        return new Code.Choice(choice.keys, targets, index(choice.otherwise));
    }

    private void add(int opcode, int number, @Nullable Object operand) {
        if (size == opcodes.length) {
            int capacity = 2 * size;
            opcodes = Arrays.copyOf(opcodes, capacity);
            numbers = Arrays.copyOf(numbers, capacity);
            operands = Arrays.copyOf(operands, capacity);
            lines = Arrays.copyOf(lines, capacity);
            frames = Arrays.copyOf(frames, capacity);
        }
        opcodes[size] = opcode;
        numbers[size] = number;
        operands[size] = operand;
        lines[size] = line;
        size++;
    }

    @Override
    public void visitParameter(@Nullable String name, int access) {
        parameterNames.add(name == null ? "" : name);
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode >= Opcodes.ACONST_NULL && opcode <= Opcodes.DCONST_1) {
            add(Opcodes.LDC, 0, Constants.ofOpcode(opcode));
        } else {
            add(opcode, 0, null);
        }
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        if (opcode == Opcodes.NEWARRAY) {
            add(Opcodes.MULTIANEWARRAY, 1, new ArrayType(Constants.ofArrayCode(operand)));
        } else {
            add(Opcodes.LDC, 0, Constant.of(operand));
        }
    }

    @Override
    public void visitVarInsn(int opcode, int slot) {
        if (opcode == Opcodes.RET) {
            throw subroutine("ret");
        }
        add(opcode, slot, null);
    }

    @Override
    public void visitTypeInsn(int opcode, String name) {
        ReferenceType type = Constants.reference(name);
        if (opcode == Opcodes.ANEWARRAY) {
            add(Opcodes.MULTIANEWARRAY, 1, new ArrayType(type));
        } else {
            add(opcode, 0, type);
        }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        add(opcode, 0, new FieldRef(owner, name, Type.of(descriptor)));
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
        add(opcode, 0, new MethodRef(owner, name, descriptor, ofInterface));
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle method, Object... arguments) {
        add(Opcodes.INVOKEDYNAMIC, 0, Constants.bootstrap(name, descriptor, method, arguments));
    }

    @Override
    public void visitJumpInsn(int opcode, Label target) {
        if (opcode == Opcodes.JSR) {
            throw subroutine("jsr");
        }
        add(opcode, 0, target);
    }

    @Override
    public void visitLabel(Label label) {
        label.info = size;
    }

    @Override
    public void visitLdcInsn(Object value) {
        add(Opcodes.LDC, 0, Constants.ofLdc(value));
    }

    @Override
    public void visitIincInsn(int slot, int increment) {
        add(Opcodes.IINC, slot, increment);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... targets) {
        List<Integer> keys = new ArrayList<>(targets.length);
        for (int i = 0; i < targets.length; i++) {
            keys.add(min + i);
        }
        add(Opcodes.LOOKUPSWITCH, 0, new LabelledChoice(keys, List.of(targets), otherwise));
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] targets) {
        List<Integer> list = new ArrayList<>(keys.length);
        for (int key : keys) {
            list.add(key);
        }
        add(Opcodes.LOOKUPSWITCH, 0, new LabelledChoice(list, List.of(targets), otherwise));
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        add(Opcodes.MULTIANEWARRAY, dimensions, Type.of(descriptor));
    }

    @Override
    public void visitTryCatchBlock(Label from, Label to, Label handler, @Nullable String type) {
        ranges.add(new LabelledRange(from, to, handler, type));
    }

    @Override
    public void visitLocalVariable(
            String name, String descriptor, @Nullable String signature, Label from, Label to, int slot) {
        names.add(new Code.LocalName(slot, index(from), index(to), name));
    }

    @Override
    public void visitLineNumber(int number, Label from) {
        line = number;
    }

    @Override
    public void visitFrame(int kind, int localCount, Object[] locals, int stackCount, Object[] stack) {
        if (size == frames.length) {
            frames = Arrays.copyOf(frames, 2 * size);
        }
        frames[size] = Constants.stackMap(localCount, locals, stackCount, stack);
    }

    @Override
    public void visitMaxs(int maximumStack, int maximumLocals) {
        maxLocals = maximumLocals;
    }

    private RuntimeException subroutine(String instruction) {
        return Refusals.unsupported(
                instruction,
                new Position(className.replace('/', '.'), method.name(), sourceFile, line, Optional.empty()),
                "subroutines have not been part of class files since Java 7");
    }
}
