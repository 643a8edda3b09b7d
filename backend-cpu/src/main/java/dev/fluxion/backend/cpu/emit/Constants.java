package dev.fluxion.backend.cpu.emit;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.symbol.Bootstrap;
import dev.fluxion.ir.symbol.HandleRef;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;

import java.util.List;

/** Pushes constants, with the shortest instruction for each. */
final class Constants {

    private Constants() {}

    static void push(Code code, Constant constant) {
        switch (constant) {
            case Constant.IntConstant(int value) -> pushInt(code, value);
            case Constant.LongConstant(long value) -> {
                if (value == 0 || value == 1) {
                    code.insn(Opcodes.LCONST_0 + (int) value);
                } else {
                    code.constant(value);
                }
                code.push(PrimitiveType.I64);
            }
            case Constant.FloatConstant(float value) -> {
                int bits = Float.floatToRawIntBits(value);
                if (bits == 0 || value == 1 || value == 2) {
                    code.insn(Opcodes.FCONST_0 + (int) value);
                } else {
                    code.constant(value);
                }
                code.push(PrimitiveType.F32);
            }
            case Constant.DoubleConstant(double value) -> {
                long bits = Double.doubleToRawLongBits(value);
                if (bits == 0 || value == 1) {
                    code.insn(Opcodes.DCONST_0 + (int) value);
                } else {
                    code.constant(value);
                }
                code.push(PrimitiveType.F64);
            }
            case Constant.NullConstant nothing -> {
                code.insn(Opcodes.ACONST_NULL);
                code.pushSpecial(Opcodes.NULL);
            }
            case Constant.StringConstant(String value) -> pushLoaded(code, constant, value);
            case Constant.ClassConstant(Type literal) -> pushClass(code, constant, literal);
            case Constant.HandleConstant(HandleRef handle) -> pushLoaded(code, constant, handle(handle));
            case Constant.MethodTypeConstant(String descriptor) ->
                    pushLoaded(code, constant, org.objectweb.asm.Type.getMethodType(descriptor));
            case Constant.DynamicConstant(Bootstrap bootstrap) -> pushLoaded(code, constant, dynamic(bootstrap));
        }
    }

    private static void pushLoaded(Code code, Constant constant, Object value) {
        code.constant(value);
        code.push(constant.type());
    }

    private static void pushInt(Code code, int value) {
        pushRawInt(code, value);
        code.push(PrimitiveType.I32);
    }

    /** Emits the instruction only; the caller keeps the account of the stack. */
    static void pushRawInt(Code code, int value) {
        if (value >= -1 && value <= 5) {
            code.insn(Opcodes.ICONST_0 + value);
        } else if (value == (byte) value) {
            code.intInsn(Opcodes.BIPUSH, value);
        } else if (value == (short) value) {
            code.intInsn(Opcodes.SIPUSH, value);
        } else {
            code.constant(value);
        }
    }

    private static void pushClass(Code code, Constant constant, Type literal) {
        if (literal instanceof PrimitiveType primitive) {
            code.field(Opcodes.GETSTATIC, box(primitive), "TYPE", "Ljava/lang/Class;");
            code.push(constant.type());
        } else {
            pushLoaded(code, constant, Code.asm(literal));
        }
    }

    /** Returns the internal name of the class of boxes. */
    static String box(PrimitiveType primitive) {
        return switch (primitive) {
            case BOOL -> "java/lang/Boolean";
            case I8 -> "java/lang/Byte";
            case I16 -> "java/lang/Short";
            case CHAR -> "java/lang/Character";
            case I32 -> "java/lang/Integer";
            case I64 -> "java/lang/Long";
            case F32 -> "java/lang/Float";
            case F64 -> "java/lang/Double";
        };
    }

    /**
     * Returns the handle constant. {@code invokespecial} handles name private methods of the host, to which only the
     * host itself may bind so; its nestmates call them by the ordinary kinds, with the same meaning.
     */
    static Handle handle(HandleRef handle) {
        int tag = handle.tag();
        if (tag == Opcodes.H_INVOKESPECIAL) {
            tag = handle.ownerIsInterface() ? Opcodes.H_INVOKEINTERFACE : Opcodes.H_INVOKEVIRTUAL;
        }
        return new Handle(tag, handle.owner(), handle.name(), handle.descriptor(), handle.ownerIsInterface());
    }

    private static ConstantDynamic dynamic(Bootstrap bootstrap) {
        return new ConstantDynamic(
                bootstrap.name(), bootstrap.descriptor(), handle(bootstrap.method()), arguments(bootstrap));
    }

    /** Returns the static arguments of a bootstrap method, as ASM wants them. */
    static Object[] arguments(Bootstrap bootstrap) {
        List<Object> given = bootstrap.arguments();
        Object[] arguments = new Object[given.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] =
                    switch (given.get(i)) {
                        case Type type -> Code.asm(type);
                        case HandleRef handle -> handle(handle);
                        case Bootstrap.MethodTypeRef(String descriptor) ->
                                org.objectweb.asm.Type.getMethodType(descriptor);
                        case Bootstrap nested -> dynamic(nested);
                        case Object plain -> plain;
                    };
        }
        return arguments;
    }
}
