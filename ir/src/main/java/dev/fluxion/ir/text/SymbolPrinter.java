package dev.fluxion.ir.text;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.symbol.Bootstrap;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.symbol.HandleRef;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

/** The text of what means the same in every function: types, constants, methods, fields, handles, bootstraps. */
final class SymbolPrinter {

    private SymbolPrinter() {}

    static String type(Type type) {
        return switch (type) {
            case PrimitiveType primitive -> primitive.toString();
            case ArrayType array -> type(array.element()) + "[]";
            case ClassType named -> {
                String name = named.internalName();
                yield Text.isSymbol(name) && primitive(name) == null ? name : Text.quoted(name);
            }
        };
    }

    static @Nullable PrimitiveType primitive(String name) {
        for (PrimitiveType type : PrimitiveType.values()) {
            if (type.toString().equals(name)) {
                return type;
            }
        }
        return null;
    }

    static String constant(Constant constant) {
        return switch (constant) {
            case Constant.IntConstant(int value) -> Integer.toString(value);
            case Constant.LongConstant(long value) -> value + "L";
            case Constant.FloatConstant(float value) -> number(value);
            case Constant.DoubleConstant(double value) -> number(value);
            case Constant.NullConstant() -> "null";
            case Constant.StringConstant(String value) -> Text.quoted(value);
            case Constant.ClassConstant(Type literal) -> "class " + type(literal);
            case Constant.HandleConstant(HandleRef handle) -> "handle " + handle(handle);
            case Constant.MethodTypeConstant(String descriptor) -> "type " + descriptor(descriptor);
            case Constant.DynamicConstant(Bootstrap bootstrap) -> "dynamic " + bootstrap(bootstrap);
        };
    }

    /** The shortest decimal that reads back as the same number; the bits where a NaN is not the usual one. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            long bits = Double.doubleToRawLongBits(value);
            return bits == Double.doubleToRawLongBits(Double.NaN) ? "nan" : "nan:" + Long.toHexString(bits);
        }
        return Double.isInfinite(value) ? (value > 0 ? "inf" : "-inf") : Double.toString(value);
    }

    static String number(float value) {
        if (Float.isNaN(value)) {
            int bits = Float.floatToRawIntBits(value);
            return bits == Float.floatToRawIntBits(Float.NaN) ? "nanf" : "nanf:" + Integer.toHexString(bits);
        }
        return Float.isInfinite(value) ? (value > 0 ? "inff" : "-inff") : value + "f";
    }

    static String symbol(String name) {
        return Text.isSymbol(name) ? name : Text.quoted(name);
    }

    static String descriptor(String descriptor) {
        return Text.isPlainDescriptor(descriptor) ? descriptor : Text.quoted(descriptor);
    }

    /**
     * The method, with a word before it where its owner is an interface and that was not to be expected, or not one.
     */
    static String method(MethodRef method, boolean expectInterface) {
        String mark = method.ownerIsInterface() == expectInterface ? "" : expectInterface ? "class " : "itf ";
        return mark + symbol(method.owner()) + "." + symbol(method.name()) + descriptor(method.descriptor());
    }

    static String field(FieldRef field) {
        return symbol(field.owner()) + "." + symbol(field.name()) + ": " + type(field.type());
    }

    static String handle(HandleRef handle) {
        String descriptor = descriptor(handle.descriptor());
        return handle.tag()
                + ":"
                + (handle.ownerIsInterface() ? "itf " : "")
                + symbol(handle.owner())
                + "."
                + symbol(handle.name())
                + (handle.descriptor().startsWith("(") ? descriptor : ":" + descriptor);
    }

    static String bootstrap(Bootstrap bootstrap) {
        StringBuilder out =
                new StringBuilder(symbol(bootstrap.name()))
                        .append(' ')
                        .append(descriptor(bootstrap.descriptor()))
                        .append(" by ")
                        .append(handle(bootstrap.method()))
                        .append(" [");
        String separator = "";
        for (Object argument : bootstrap.arguments()) {
            out.append(separator).append(argument(argument));
            separator = ", ";
        }
        return out.append(']').toString();
    }

    private static String argument(Object argument) {
        return switch (argument) {
            case Integer value -> Integer.toString(value);
            case Long value -> value + "L";
            case Float value -> number(value);
            case Double value -> number(value);
            case String value -> Text.quoted(value);
            case Type literal -> "class " + type(literal);
            case HandleRef handle -> "handle " + handle(handle);
            case Bootstrap.MethodTypeRef(String descriptor) -> "type " + descriptor(descriptor);
            case Bootstrap nested -> "dynamic " + bootstrap(nested);
            default -> throw new IllegalArgumentException("not a bootstrap argument: " + argument.getClass());
        };
    }
}
