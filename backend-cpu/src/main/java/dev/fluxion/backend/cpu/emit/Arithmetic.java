package dev.fluxion.backend.cpu.emit;

import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

import org.objectweb.asm.Opcodes;

/** The instructions that compute on primitives. */
final class Arithmetic {

    private Arithmetic() {}

    static int opcode(BinaryKind kind, Type type) {
        int ofInt =
                switch (kind) {
                    case ADD -> Opcodes.IADD;
                    case SUB -> Opcodes.ISUB;
                    case MUL -> Opcodes.IMUL;
                    case DIV -> Opcodes.IDIV;
                    case REM -> Opcodes.IREM;
                    case AND -> Opcodes.IAND;
                    case OR -> Opcodes.IOR;
                    case XOR -> Opcodes.IXOR;
                    case SHL -> Opcodes.ISHL;
                    case SHR -> Opcodes.ISHR;
                    case USHR -> Opcodes.IUSHR;
                };
        return Code.opcode(type, ofInt);
    }

    /** Both operands are on the stack. */
    static void threeWay(Code code, Op.ThreeWay op) {
        Type type = op.x().type();
        if (type == PrimitiveType.I32) {
            code.method(Opcodes.INVOKESTATIC, "java/lang/Integer", "compare", "(II)I", false);
        } else {
            code.insn(threeWayOpcode(type, op.ifNan()));
        }
    }

    /** Returns {@code lcmp}, or the floating comparison that gives {@code ifNan} where an operand is NaN. */
    static int threeWayOpcode(Type type, int ifNan) {
        if (type == PrimitiveType.I64) {
            return Opcodes.LCMP;
        }
        if (type == PrimitiveType.F32) {
            return ifNan < 0 ? Opcodes.FCMPL : Opcodes.FCMPG;
        }
        return ifNan < 0 ? Opcodes.DCMPL : Opcodes.DCMPG;
    }

    static void convert(Code code, Type from, PrimitiveType to) {
        if (from == PrimitiveType.I64) {
            wide(code, to, Opcodes.L2I, Opcodes.L2F, Opcodes.L2D);
        } else if (from == PrimitiveType.F32) {
            wide(code, to, Opcodes.F2I, Opcodes.F2L, Opcodes.F2D);
        } else if (from == PrimitiveType.F64) {
            wide(code, to, Opcodes.D2I, Opcodes.D2L, Opcodes.D2F);
        } else {
            fromInt(code, to);
        }
    }

    /** The instructions are given in the order i32, i64, f32, f64, without the type that is converted from. */
    private static void wide(Code code, PrimitiveType to, int toInt, int second, int third) {
        switch (to) {
            case BOOL, I8, I16, CHAR, I32 -> {
                code.insn(toInt);
                fromInt(code, to);
            }
            case I64 -> {
                if (toInt != Opcodes.L2I) {
                    code.insn(second);
                }
            }
            case F32 -> {
                if (toInt != Opcodes.F2I) {
                    code.insn(toInt == Opcodes.L2I ? second : third);
                }
            }
            case F64 -> {
                if (toInt != Opcodes.D2I) {
                    code.insn(third);
                }
            }
        }
    }

    private static void fromInt(Code code, PrimitiveType to) {
        switch (to) {
            case BOOL -> {
                code.insn(Opcodes.ICONST_1);
                code.insn(Opcodes.IAND);
            }
            case I8 -> code.insn(Opcodes.I2B);
            case I16 -> code.insn(Opcodes.I2S);
            case CHAR -> code.insn(Opcodes.I2C);
            case I32 -> {}
            case I64 -> code.insn(Opcodes.I2L);
            case F32 -> code.insn(Opcodes.I2F);
            case F64 -> code.insn(Opcodes.I2D);
        }
    }

    /** Returns the operand of {@code newarray}. */
    static int arrayCode(PrimitiveType element) {
        return switch (element) {
            case BOOL -> Opcodes.T_BOOLEAN;
            case I8 -> Opcodes.T_BYTE;
            case I16 -> Opcodes.T_SHORT;
            case CHAR -> Opcodes.T_CHAR;
            case I32 -> Opcodes.T_INT;
            case I64 -> Opcodes.T_LONG;
            case F32 -> Opcodes.T_FLOAT;
            case F64 -> Opcodes.T_DOUBLE;
        };
    }
}
