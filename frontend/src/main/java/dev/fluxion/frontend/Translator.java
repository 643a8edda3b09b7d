package dev.fluxion.frontend;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

import org.objectweb.asm.Opcodes;

import java.util.ArrayList;
import java.util.List;

/** The meaning of the instructions after which control goes on at the next: one opcode, at most one operation. */
final class Translator {
    private static final BinaryKind[] ARITHMETIC = {
        BinaryKind.ADD, BinaryKind.SUB, BinaryKind.MUL, BinaryKind.DIV, BinaryKind.REM
    };
    private static final BinaryKind[] BITWISE = {
        BinaryKind.SHL, BinaryKind.SHR, BinaryKind.USHR, BinaryKind.AND, BinaryKind.OR, BinaryKind.XOR
    };

    private final Code code;
    private final Operands operands;
    private final Calls calls;

    Translator(Code code, Operands operands) {
        this.code = code;
        this.operands = operands;
        this.calls = new Calls(operands);
    }

    /** Runs the instruction on the state, adding what it does to the open block. */
    void run(int i) {
        int opcode = code.opcode(i);
        if (Instructions.isLoad(opcode)) {
            operands.state().push(local(i));
        } else if (Instructions.isStore(opcode)) {
            operands.state().setLocal(code.number(i), operands.state().pop());
        } else if (Instructions.isArrayLoad(opcode)) {
            arrayLoad(opcode);
        } else if (Instructions.isArrayStore(opcode)) {
            arrayStore(opcode);
        } else if (opcode >= Opcodes.POP && opcode <= Opcodes.SWAP) {
            operands.state().shuffle(opcode);
        } else if (opcode >= Opcodes.IADD && opcode <= Opcodes.LXOR) {
            arithmetic(opcode);
        } else if (opcode >= Opcodes.I2L && opcode <= Opcodes.I2S) {
            operands.push(new Op.Convert(convertedTo(opcode), operands.pop()));
        } else if (Instructions.isThreeWay(opcode)) {
            threeWay(opcode);
        } else {
            other(i, opcode);
        }
    }

    private void other(int i, int opcode) {
        switch (opcode) {
            case Opcodes.NOP -> {}
            case Opcodes.LDC -> operands.state().push(code.constant(i));
            case Opcodes.IINC -> increment(i);
            case Opcodes.GETSTATIC -> operands.push(new Op.GetStatic(code.field(i)));
            case Opcodes.PUTSTATIC ->
                    operands.effect(new Op.PutStatic(code.field(i), operands.pop(code.field(i).type())));
            case Opcodes.GETFIELD ->
                    operands.push(new Op.GetField(code.field(i), operands.pop(owner(code.field(i).owner()))));
            case Opcodes.PUTFIELD -> {
                Value value = operands.pop(code.field(i).type());
                Value object = operands.pop(owner(code.field(i).owner()));
                operands.effect(new Op.PutField(code.field(i), object, value));
            }
            case Opcodes.INVOKEVIRTUAL, Opcodes.INVOKESPECIAL, Opcodes.INVOKESTATIC, Opcodes.INVOKEINTERFACE ->
                    calls.invoke(opcode, code.methodRef(i));
            case Opcodes.INVOKEDYNAMIC -> calls.dynamic(code.bootstrap(i));
            case Opcodes.NEW -> calls.allocate(i, code.type(i));
            case Opcodes.MULTIANEWARRAY -> newArray(code.arrayType(i), code.number(i));
            case Opcodes.ARRAYLENGTH -> operands.push(new Op.ArrayLength(operands.pop()));
            case Opcodes.CHECKCAST -> operands.push(new Op.CheckCast(code.type(i), operands.pop()));
            case Opcodes.INSTANCEOF -> operands.push(new Op.InstanceOf(code.type(i), operands.pop()));
            case Opcodes.MONITORENTER -> operands.effect(new Op.Monitor(true, operands.pop()));
            case Opcodes.MONITOREXIT -> operands.effect(new Op.Monitor(false, operands.pop()));
            default ->
                    throw Refusals.unsupported(
                            "with opcode " + opcode, operands.position(), "it is not known to this version of Fluxion");
        }
    }

    private static Type owner(String name) {
        return Constants.reference(name);
    }

    private Value local(int i) {
        Value value = operands.state().local(code.number(i));
        if (value == null) {
            throw Refusals.damaged(operands.position(), "a local variable is read that was not written");
        }
        return value;
    }

    private void increment(int i) {
        Op sum = new Op.Binary(BinaryKind.ADD, local(i), Constant.of(code.increment(i)));
        Variable result = operands.add(sum, code.localName(code.number(i), i + 1));
        operands.state().setLocal(code.number(i), result);
    }

    private void arithmetic(int opcode) {
        if (opcode >= Opcodes.INEG && opcode <= Opcodes.DNEG) {
            operands.push(new Op.Negate(operands.pop()));
            return;
        }
        Value y = operands.pop();
        Value x = operands.pop();
        if (opcode >= Opcodes.ISHL) {
            operands.push(new Op.Binary(BITWISE[(opcode - Opcodes.ISHL) / 2], x, y));
            return;
        }
        BinaryKind kind = ARITHMETIC[(opcode - Opcodes.IADD) / 4];
        boolean divides = kind == BinaryKind.DIV || kind == BinaryKind.REM;
        operands.push(divides && !x.type().isFloating() ? new Op.IntegerDivide(kind, x, y) : new Op.Binary(kind, x, y));
    }

    private static PrimitiveType convertedTo(int opcode) {
        return switch (opcode) {
            case Opcodes.L2I, Opcodes.F2I, Opcodes.D2I -> PrimitiveType.I32;
            case Opcodes.I2L, Opcodes.F2L, Opcodes.D2L -> PrimitiveType.I64;
            case Opcodes.I2F, Opcodes.L2F, Opcodes.D2F -> PrimitiveType.F32;
            case Opcodes.I2D, Opcodes.L2D, Opcodes.F2D -> PrimitiveType.F64;
            case Opcodes.I2B -> PrimitiveType.I8;
            case Opcodes.I2C -> PrimitiveType.CHAR;
            case Opcodes.I2S -> PrimitiveType.I16;
            default -> throw new IllegalArgumentException("opcode " + opcode);
        };
    }

    /** A comparison whose result is used otherwise than by a jump right behind it. */
    private void threeWay(int opcode) {
        Value y = operands.pop();
        Value x = operands.pop();
        operands.push(new Op.ThreeWay(Conditions.ifNan(opcode), x, y));
    }

    private void arrayLoad(int opcode) {
        Value index = operands.pop();
        Value array = popArray(opcode - Opcodes.IALOAD);
        operands.push(new Op.ArrayLoad(elementOf(array, opcode - Opcodes.IALOAD), array, index));
    }

    private void arrayStore(int opcode) {
        Value value = operands.pop();
        Value index = operands.pop();
        Value array = popArray(opcode - Opcodes.IASTORE);
        Type element = elementOf(array, opcode - Opcodes.IASTORE);
        operands.effect(new Op.ArrayStore(element, array, index, value));
    }

    private Value popArray(int kind) {
        return kind == Opcodes.AALOAD - Opcodes.IALOAD ? operands.pop(new ArrayType(ClassType.OBJECT)) : operands.pop();
    }

    /**
     * Returns what the array stores; {@code baload} and {@code bastore} are for both {@code byte} and {@code boolean}.
     */
    private Type elementOf(Value array, int kind) {
        Type declared =
                switch (kind + Opcodes.IALOAD) {
                    case Opcodes.IALOAD -> PrimitiveType.I32;
                    case Opcodes.LALOAD -> PrimitiveType.I64;
                    case Opcodes.FALOAD -> PrimitiveType.F32;
                    case Opcodes.DALOAD -> PrimitiveType.F64;
                    case Opcodes.AALOAD -> ClassType.OBJECT;
                    case Opcodes.BALOAD -> PrimitiveType.I8;
                    case Opcodes.CALOAD -> PrimitiveType.CHAR;
                    case Opcodes.SALOAD -> PrimitiveType.I16;
                    default -> throw new IllegalArgumentException("array instruction " + kind);
                };
        if (array.type() instanceof ArrayType type) {
            return type.element();
        }
        boolean isNull = array instanceof Constant.NullConstant || array.type().equals(Joins.NULL);
        if (!isNull && declared == PrimitiveType.I8) {
            throw Refusals.unsupported(
                    "baload or bastore", operands.position(), "whether the array holds bytes or booleans is not known");
        }
        return declared;
    }

    private void newArray(ArrayType type, int dimensions) {
        List<Value> lengths = new ArrayList<>(dimensions);
        for (int d = 0; d < dimensions; d++) {
            lengths.addFirst(operands.pop());
        }
        operands.push(new Op.NewArray(type, lengths));
    }
}
