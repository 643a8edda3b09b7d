package dev.fluxion.frontend;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.symbol.Bootstrap;
import dev.fluxion.ir.symbol.HandleRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.ReferenceType;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;

import java.util.ArrayList;
import java.util.List;

/** Constants and types as ASM writes them, translated into ours. */
final class Constants {
    private Constants() {}

    /** Returns what {@code aconst_null} to {@code dconst_1} push. */
    static Constant ofOpcode(int opcode) {
        if (opcode == Opcodes.ACONST_NULL) {
            return new Constant.NullConstant();
        }
        if (opcode <= Opcodes.ICONST_5) {
            return Constant.of(opcode - Opcodes.ICONST_0);
        }
        if (opcode <= Opcodes.LCONST_1) {
            return Constant.of((long) (opcode - Opcodes.LCONST_0));
        }
        if (opcode <= Opcodes.FCONST_2) {
            return Constant.of((float) (opcode - Opcodes.FCONST_0));
        }
        return Constant.of((double) (opcode - Opcodes.DCONST_0));
    }

    /** Returns the element type that {@code newarray} means by a number. */
    static PrimitiveType ofArrayCode(int code) {
        return switch (code) {
            case Opcodes.T_BOOLEAN -> PrimitiveType.BOOL;
            case Opcodes.T_CHAR -> PrimitiveType.CHAR;
            case Opcodes.T_FLOAT -> PrimitiveType.F32;
            case Opcodes.T_DOUBLE -> PrimitiveType.F64;
            case Opcodes.T_BYTE -> PrimitiveType.I8;
            case Opcodes.T_SHORT -> PrimitiveType.I16;
            case Opcodes.T_INT -> PrimitiveType.I32;
            case Opcodes.T_LONG -> PrimitiveType.I64;
            default -> throw new IllegalArgumentException("newarray " + code);
        };
    }

    /** Returns the constant that {@code ldc} pushes. */
    static Constant ofLdc(Object value) {
        if (value instanceof Integer number) {
            return Constant.of((int) number);
        }
        if (value instanceof Long number) {
            return Constant.of((long) number);
        }
        if (value instanceof Float number) {
            return Constant.of((float) number);
        }
        if (value instanceof Double number) {
            return Constant.of((double) number);
        }
        if (value instanceof String text) {
            return new Constant.StringConstant(text);
        }
        if (value instanceof org.objectweb.asm.Type type) {
            return type.getSort() == org.objectweb.asm.Type.METHOD
                    ? new Constant.MethodTypeConstant(type.getDescriptor())
                    : new Constant.ClassConstant(Type.of(type.getDescriptor()));
        }
        return value instanceof Handle handle
                ? new Constant.HandleConstant(handle(handle))
                : new Constant.DynamicConstant(bootstrap((ConstantDynamic) value));
    }

    static Bootstrap bootstrap(String name, String descriptor, Handle method, Object[] arguments) {
        List<Object> ours = new ArrayList<>(arguments.length);
        for (Object argument : arguments) {
            ours.add(bootstrapArgument(argument));
        }
        return new Bootstrap(name, descriptor, handle(method), ours);
    }

    private static Bootstrap bootstrap(ConstantDynamic dynamic) {
        Object[] arguments = new Object[dynamic.getBootstrapMethodArgumentCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = dynamic.getBootstrapMethodArgument(i);
        }
        return bootstrap(dynamic.getName(), dynamic.getDescriptor(), dynamic.getBootstrapMethod(), arguments);
    }

    private static Object bootstrapArgument(Object argument) {
        if (argument instanceof org.objectweb.asm.Type type) {
            return type.getSort() == org.objectweb.asm.Type.METHOD
                    ? new Bootstrap.MethodTypeRef(type.getDescriptor())
                    : Type.of(type.getDescriptor());
        }
        if (argument instanceof Handle handle) {
            return handle(handle);
        }
        return argument instanceof ConstantDynamic dynamic ? bootstrap(dynamic) : argument;
    }

    private static HandleRef handle(Handle handle) {
        return new HandleRef(
                handle.getTag(), handle.getOwner(), handle.getName(), handle.getDesc(), handle.isInterface());
    }

    /** Returns the type with the name that {@code checkcast} uses: an internal name or an array descriptor. */
    static ReferenceType reference(String name) {
        return name.startsWith("[") ? new ArrayType(Type.of(name.substring(1))) : new ClassType(name);
    }

    /** Translates an expanded stack map frame; a {@code long} or {@code double} takes two places among the locals. */
    static Code.StackMap stackMap(int localCount, Object[] locals, int stackCount, Object[] stack) {
        List<@Nullable Type> slots = new ArrayList<>(localCount + 4);
        for (int i = 0; i < localCount; i++) {
            Type type = verificationType(locals[i]);
            slots.add(type);
            if (type != null && type.slots() == 2) {
                slots.add(null);
            }
        }
        List<@Nullable Type> operands = new ArrayList<>(stackCount);
        for (int i = 0; i < stackCount; i++) {
            operands.add(verificationType(stack[i]));
        }
        return new Code.StackMap(slots, operands);
    }

    /** Null for what has no value: nothing known, or an object that is not initialised yet. */
    private static @Nullable Type verificationType(Object item) {
        if (item instanceof String name) {
            return reference(name);
        }
        if (item instanceof Integer code) {
            return switch (code) {
                case 1 -> PrimitiveType.I32;
                case 2 -> PrimitiveType.F32;
                case 3 -> PrimitiveType.F64;
                case 4 -> PrimitiveType.I64;
                case 5 -> ClassType.OBJECT;
                default -> null;
            };
        }
        return null;
    }
}
