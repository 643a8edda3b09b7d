package dev.fluxion.backend.cpu.emit;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.Bootstrap;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.ReferenceType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.runtime.Dispatch;

import org.objectweb.asm.Opcodes;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tape as one method sees it: the parameter that holds it, and a local for each stack that the method uses, filled
 * when it starts.
 */
public final class TapeAccess {

    /** Internal name of the tape's class. */
    static final String TAPE = "dev/fluxion/runtime/Tape";

    private static final ClassType TAPE_TYPE = new ClassType(TAPE);

    /** How values of one kind are kept. */
    private enum Kind {
        F64("Double", "doubles", "D"),
        F32("Float", "floats", "F"),
        I32("Int", "ints", "I"),
        I64("Long", "longs", "J"),
        OBJECT("Object", "objects", "Ljava/lang/Object;");

        private final String stack;
        private final String accessor;
        private final String element;
        private final String results;

        Kind(String name, String accessor, String element) {
            this.stack = "dev/fluxion/runtime/" + name + "Stack";
            this.accessor = accessor;
            this.element = element;
            this.results = accessor.substring(0, accessor.length() - 1) + "Results";
        }

        ClassType stackType() {
            return new ClassType(stack);
        }

        static Kind of(Type type) {
            return switch (type) {
                case PrimitiveType primitive ->
                        switch (primitive) {
                            case BOOL, I8, I16, CHAR, I32 -> I32;
                            case I64 -> I64;
                            case F32 -> F32;
                            case F64 -> F64;
                        };
                case ReferenceType reference -> OBJECT;
            };
        }
    }

    private record Stack(Kind kind, int number) {}

    private final List<Stack> stacks = new ArrayList<>();
    private final int tapeSlot;
    private final Set<Variable> localArrays;

    private TapeAccess(int tapeSlot, Set<Variable> localArrays) {
        this.tapeSlot = tapeSlot;
        this.localArrays = localArrays;
    }

    /** Finds the stacks that a function uses; its tape, if it takes one, follows its parameters. */
    static TapeAccess of(Function function, Target target) {
        int slots = 0;
        for (Type type : function.parameterTypes()) {
            slots += type.slots();
        }
        TapeAccess access =
                new TapeAccess(
                        target.takesTape(function.name()) ? slots : -1,
                        target.takesArraysFromTape(function.name()) ? LocalArrays.of(function) : Set.of());
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                switch (statement.op()) {
                    case Op.TapePush push -> access.add(push.value().type(), push.stack());
                    case Op.TapePop pop -> access.add(pop.type(), pop.stack());
                    case Op.TapeReserve reserve -> access.add(reserve.type(), reserve.stack());
                    case Op.TapeRelease release -> access.add(release.type(), release.stack());
                    case Op.TapeTop top -> access.add(top.type(), top.stack());
                    case Op other -> {}
                }
            }
        }
        return access;
    }

    private void add(Type type, int number) {
        Stack stack = new Stack(Kind.of(type), number);
        if (!stacks.contains(stack)) {
            stacks.add(stack);
        }
    }

    /** Returns how many slots after the function's parameters are taken. */
    int reservedSlots() {
        return tapeSlot < 0 ? 0 : 1 + stacks.size();
    }

    /** Fetches the stacks, at the start of the method. */
    void begin(Code code) {
        if (tapeSlot < 0) {
            return;
        }
        setLocal(code);
        for (int i = 0; i < stacks.size(); i++) {
            Stack stack = stacks.get(i);
            code.load(TAPE_TYPE, tapeSlot);
            Constants.pushRawInt(code, stack.number);
            code.method(
                    Opcodes.INVOKEVIRTUAL,
                    TAPE,
                    stack.kind.accessor,
                    "(I)" + stack.kind.stackType().descriptor(),
                    false);
            code.store(stack.kind.stackType(), tapeSlot + 1 + i);
        }
    }

    /** Says what the slots hold wherever a block begins. */
    void setLocals(Code code) {
        if (tapeSlot >= 0) {
            setLocal(code);
            for (int i = 0; i < stacks.size(); i++) {
                code.setLocal(tapeSlot + 1 + i, stacks.get(i).kind.stackType());
            }
        }
    }

    private void setLocal(Code code) {
        code.setLocal(tapeSlot, TAPE_TYPE);
    }

    /** Returns whether a call site is handed the tape as a further, last argument. */
    public static boolean isHandedTape(Bootstrap site) {
        return site.method().owner().equals(Dispatch.NAME);
    }

    /** Returns the descriptor of a call site, with the tape if it is handed one. */
    static String descriptor(Bootstrap site) {
        int end = site.descriptor().indexOf(')');
        return isHandedTape(site)
                ? site.descriptor().substring(0, end) + TAPE_TYPE.descriptor() + site.descriptor().substring(end)
                : site.descriptor();
    }

    /** Pushes the tape itself. */
    void loadTape(Code code) {
        code.load(TAPE_TYPE, tapeSlot);
    }

    /** Returns whether the statement makes an array that the tape lends. */
    boolean isLocalArray(Statement statement) {
        return statement.op() instanceof Op.NewArray && localArrays.contains(statement.result());
    }

    /** Takes an array from the tape; tape and length are on the stack. */
    void takeArray(Code code, Op.NewArray array) {
        Kind kind = Kind.of(array.type().element());
        String name = "local" + (kind == Kind.F64 ? "Doubles" : "Floats");
        code.method(Opcodes.INVOKEVIRTUAL, TAPE, name, "(I)" + array.type().descriptor(), false);
    }

    /** Pushes the stack of that number for values of that type. */
    void loadStack(Code code, Type type, int number) {
        Kind kind = Kind.of(type);
        code.load(kind.stackType(), tapeSlot + 1 + stacks.indexOf(new Stack(kind, number)));
    }

    /** Emits a method call on a stack whose operands are on the operand stack, or the read of its top. */
    void operate(Code code, Op op) {
        switch (op) {
            case Op.TapePush push -> {
                Kind kind = Kind.of(push.value().type());
                String descriptor = "(" + kind.element + ")V";
                code.method(Opcodes.INVOKEVIRTUAL, kind.stack, "push", descriptor, false);
            }
            case Op.TapePop pop -> {
                Kind kind = Kind.of(pop.type());
                String descriptor = "()" + kind.element;
                code.method(Opcodes.INVOKEVIRTUAL, kind.stack, "pop", descriptor, false);
                castIfObject(code, pop.type());
            }
            case Op.TapeReserve reserve -> arrayOf(code, Kind.of(reserve.type()), "reserve");
            case Op.TapeRelease release -> arrayOf(code, Kind.of(release.type()), "release");
            case Op.TapeTop top -> code.field(Opcodes.GETFIELD, Kind.of(top.type()).stack, "top", "I");
            case Op other -> throw new IllegalArgumentException("not an operation on the tape: " + other);
        }
    }

    private static void arrayOf(Code code, Kind kind, String method) {
        String descriptor = "(I)[" + kind.element;
        code.method(Opcodes.INVOKEVIRTUAL, kind.stack, method, descriptor, false);
    }

    private static void castIfObject(Code code, Type type) {
        if (type instanceof ReferenceType reference && !reference.equals(ClassType.OBJECT)) {
            code.type(Opcodes.CHECKCAST, reference.internalName());
        }
    }

    /** Pushes the array with the slots for results of that type. */
    void loadResults(Code code, Type type) {
        Kind kind = Kind.of(type);
        loadTape(code);
        String descriptor = "[" + kind.element;
        if (kind == Kind.OBJECT) {
            code.method(Opcodes.INVOKEVIRTUAL, TAPE, kind.results, "()" + descriptor, false);
        } else {
            code.field(Opcodes.GETFIELD, TAPE, kind.results, descriptor);
        }
    }

    /** Reads a result, with array and index on the stack. */
    void readResult(Code code, Type type) {
        code.insn(Code.opcode(type, Opcodes.IALOAD));
        castIfObject(code, type);
    }

    /** Returns the index of each result but the first in the slots of its kind. */
    static int[] resultIndices(List<Type> types) {
        int[] indices = new int[types.size()];
        Map<Kind, Integer> used = new EnumMap<>(Kind.class);
        for (int i = 1; i < indices.length; i++) {
            indices[i] = used.merge(Kind.of(types.get(i)), 1, Integer::sum) - 1;
        }
        return indices;
    }
}
