package dev.fluxion.ir.text;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.symbol.Bootstrap;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.symbol.HandleRef;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.ReferenceType;
import dev.fluxion.ir.type.Type;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what means the same in every function; see {@link SymbolPrinter}. */
final class SymbolParser {

    private final Scanner in;

    SymbolParser(Scanner in) {
        this.in = in;
    }

    Type type() {
        boolean isQuoted = in.peek() == '"';
        String name = in.symbol("a type");
        PrimitiveType primitive = isQuoted ? null : SymbolPrinter.primitive(name);
        Type type = primitive != null ? primitive : new ClassType(name);
        while (in.accept("[]")) {
            type = new ArrayType(type);
        }
        return type;
    }

    ReferenceType referenceType() {
        int start = in.offset();
        if (type() instanceof ReferenceType reference) {
            return reference;
        }
        throw in.error(start, "expected a class or array type");
    }

    ArrayType arrayType() {
        int start = in.offset();
        if (type() instanceof ArrayType array) {
            return array;
        }
        throw in.error(start, "expected an array type");
    }

    ClassType classType() {
        int start = in.offset();
        if (type() instanceof ClassType named) {
            return named;
        }
        throw in.error(start, "expected a class");
    }

    PrimitiveType primitiveType() {
        int start = in.offset();
        if (type() instanceof PrimitiveType primitive) {
            return primitive;
        }
        throw in.error(start, "expected a primitive type");
    }

    Constant constant() {
        int next = in.peek();
        if (next == '"') {
            return new Constant.StringConstant(in.string());
        }
        int start = in.offset();
        if (next == '-' || Text.isDigit(next)) {
            return number(start, in.number());
        }
        if (!Text.isPart(next)) {
            throw in.expected("a value");
        }
        String word = in.word("a value");
        return switch (word) {
            case "null" -> new Constant.NullConstant();
            case "class" -> new Constant.ClassConstant(type());
            case "handle" -> new Constant.HandleConstant(handle());
            case "type" -> new Constant.MethodTypeConstant(in.descriptor());
            case "dynamic" -> new Constant.DynamicConstant(bootstrap());
            case "nan" -> Constant.of(in.accept(":") ? Double.longBitsToDouble(bits(16)) : Double.NaN);
            case "nanf" -> Constant.of(in.accept(":") ? Float.intBitsToFloat((int) bits(8)) : Float.NaN);
            default -> number(start, word);
        };
    }

    private long bits(int digits) {
        int start = in.offset();
        String word = in.word("hexadecimal digits");
        try {
            if (word.length() <= digits) {
                return Long.parseUnsignedLong(word, 16);
            }
        } catch (NumberFormatException notHexadecimal) {
            throw in.error(start, "expected hexadecimal digits, found '" + word + "'");
        }
        throw in.error(start, "expected at most " + digits + " hexadecimal digits");
    }

    private Constant number(int start, String text) {
        String sign = text.startsWith("-") ? "-" : "";
        switch (text.substring(sign.length())) {
            case "inf" -> {
                return Constant.of(sign.isEmpty() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
            }
            case "inff" -> {
                return Constant.of(sign.isEmpty() ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY);
            }
            default -> {
                // a finite number
            }
        }
        boolean startsWell = text.length() > sign.length() && Text.isDigit(text.charAt(sign.length()));
        String digits = text.substring(0, Math.max(0, text.length() - 1));
        try {
            if (startsWell && text.endsWith("L")) {
                return Constant.of(Long.parseLong(digits));
            }
            if (startsWell && text.endsWith("f")) {
                return Constant.of(Float.parseFloat(digits));
            }
            if (startsWell && (text.indexOf('.') >= 0 || text.indexOf('E') >= 0) && !text.endsWith("d")) {
                return Constant.of(Double.parseDouble(text));
            }
            if (startsWell) {
                return Constant.of(Integer.parseInt(text));
            }
        } catch (NumberFormatException malformed) {
            throw in.error(start, "not a number that fits: '" + text + "'");
        }
        throw in.error(start, "expected a value, found '" + text + "'");
    }

    MethodRef method(boolean expectInterface) {
        boolean isInterface = expectInterface;
        String owner = in.symbol("a class");
        if (in.peek() != '.' && owner.equals(expectInterface ? "class" : "itf")) {
            isInterface = !expectInterface;
            owner = in.symbol("a class");
        }
        in.expect(".");
        String name = in.symbol("a method's name");
        return new MethodRef(owner, name, methodDescriptor(), isInterface);
    }

    private String methodDescriptor() {
        int start = in.offset();
        String descriptor = in.descriptor();
        if (!descriptor.startsWith("(")) {
            throw in.error(start, "expected a method descriptor");
        }
        return descriptor;
    }

    FieldRef field() {
        String owner = in.symbol("a class");
        in.expect(".");
        String name = in.symbol("a field's name");
        in.expect(":");
        return new FieldRef(owner, name, type());
    }

    HandleRef handle() {
        int tag = in.integer();
        in.expect(":");
        String owner = in.symbol("a class");
        boolean isInterface = owner.equals("itf") && in.peek() != '.';
        if (isInterface) {
            owner = in.symbol("a class");
        }
        in.expect(".");
        String name = in.symbol("a member's name");
        String descriptor = in.accept(":") ? in.descriptor() : methodDescriptor();
        return new HandleRef(tag, owner, name, descriptor, isInterface);
    }

    Bootstrap bootstrap() {
        String name = in.symbol("a name");
        String descriptor = in.descriptor();
        in.expectWord("by");
        HandleRef method = handle();
        List<Object> arguments = new ArrayList<>();
        in.expect("[");
        while (!in.accept("]")) {
            if (!arguments.isEmpty()) {
                in.expect(",");
            }
            arguments.add(argument());
        }
        return new Bootstrap(name, descriptor, method, arguments);
    }

    private Object argument() {
        int start = in.offset();
        return switch (constant()) {
            case Constant.IntConstant(int value) -> value;
            case Constant.LongConstant(long value) -> value;
            case Constant.FloatConstant(float value) -> value;
            case Constant.DoubleConstant(double value) -> value;
            case Constant.StringConstant(String value) -> value;
            case Constant.ClassConstant(Type literal) -> literal;
            case Constant.HandleConstant(HandleRef handle) -> handle;
            case Constant.MethodTypeConstant(String descriptor) -> new Bootstrap.MethodTypeRef(descriptor);
            case Constant.DynamicConstant(Bootstrap nested) -> nested;
            case Constant.NullConstant() -> throw in.error(start, "null is not a bootstrap argument");
        };
    }

    /** Reads a position after its exclamation mark, or returns {@link Position#NONE} if there is none. */
    Position position() {
        return in.accept("!") ? place() : Position.NONE;
    }

    private Position place() {
        boolean isQuoted = in.peek() == '"';
        String className = in.dotted("a class name");
        String method;
        if (isQuoted) {
            in.expect(".");
            method = in.symbol("a method's name");
        } else if (className.endsWith(".")) {
            className = className.substring(0, className.length() - 1);
            method = in.symbol("a method's name");
        } else {
            int dot = className.lastIndexOf('.');
            if (dot < 0) {
                throw in.expected("'.' and a method's name");
            }
            method = className.substring(dot + 1);
            className = className.substring(0, dot);
        }
        in.expect("(");
        String file = in.peek() == ':' ? "" : in.dotted("a file name");
        in.expect(":");
        int line = in.integer();
        in.expect(")");
        Optional<Position> caller = in.accept("<-") ? Optional.of(place()) : Optional.empty();
        return new Position(className, method, file, line, caller);
    }
}
