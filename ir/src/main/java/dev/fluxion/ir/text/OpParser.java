package dev.fluxion.ir.text;

import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.Bootstrap;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.symbol.HandleRef;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.Type;

import java.util.ArrayList;
import java.util.List;

/** Reads operations and values; see {@link OpPrinter}. */
final class OpParser {

    private final Scanner in;
    private final SymbolParser symbols;
    private final Scope scope;

    OpParser(Scanner in, Scope scope) {
        this.in = in;
        this.symbols = new SymbolParser(in);
        this.scope = scope;
    }

    Value value() {
        return in.peek() == '%' ? scope.variable(in) : symbols.constant();
    }

    /** Reads values in parentheses, or none if there are no parentheses. */
    List<Value> optionalList() {
        return in.peek() == '(' ? list() : List.of();
    }

    private List<Value> list() {
        List<Value> all = new ArrayList<>();
        in.expect("(");
        while (!in.accept(")")) {
            if (!all.isEmpty()) {
                in.expect(",");
            }
            all.add(value());
        }
        return all;
    }

    private Value next() {
        in.expect(",");
        return value();
    }

    Op op() {
        int start = in.offset();
        String word = in.word("an operation");
        for (BinaryKind kind : BinaryKind.values()) {
            if (kind.toString().equals(word)) {
                return new Op.Binary(kind, value(), next());
            }
        }
        for (CompareKind kind : CompareKind.values()) {
            if (kind.toString().equals(word)) {
                return new Op.Compare(kind, value(), next());
            }
        }
        return switch (word) {
            case "neg" -> new Op.Negate(value());
            case "idiv" -> new Op.IntegerDivide(BinaryKind.DIV, value(), next());
            case "irem" -> new Op.IntegerDivide(BinaryKind.REM, value(), next());
            case "cmp" -> new Op.ThreeWay(in.integer(), next(), next());
            case "convert" -> {
                Value x = value();
                in.expectWord("to");
                yield new Op.Convert(symbols.primitiveType(), x);
            }
            case "select" -> new Op.Select(value(), next(), next());
            case "load" -> new Op.ArrayLoad(symbols.type(), value(), index());
            case "store" -> new Op.ArrayStore(symbols.type(), value(), index(), next());
            case "length" -> new Op.ArrayLength(value());
            case "new_array" -> {
                ArrayType type = symbols.arrayType();
                yield new Op.NewArray(type, list());
            }
            case "get_field", "put_field", "get_static", "put_static" -> field(word, symbols.field());
            case "new" -> {
                MethodRef constructor = symbols.method(false);
                yield new Op.New(constructor, list());
            }
            case "instance_of" -> {
                Value object = value();
                in.expect(",");
                yield new Op.InstanceOf(symbols.referenceType(), object);
            }
            case "check_cast" -> {
                Value object = value();
                in.expect(",");
                yield new Op.CheckCast(symbols.referenceType(), object);
            }
            case "monitor_enter" -> new Op.Monitor(true, value());
            case "monitor_exit" -> new Op.Monitor(false, value());
            case "invoke" -> invoke();
            case "invoke_dynamic" -> {
                Bootstrap site = symbols.bootstrap();
                yield new Op.InvokeDynamic(site, list());
            }
            case "make_closure" -> closure();
            case "call" -> {
                String function = functionName();
                yield new Op.Call(function, list());
            }
            case "push" -> new Op.TapePush(in.integer(), next());
            case "pop", "top", "reserve", "release" -> tape(word);
            default -> throw in.error(start, "expected an operation, found '" + word + "'");
        };
    }

    String functionName() {
        in.expect("@");
        return in.peek() == '"' ? in.string() : in.word("a function's name");
    }

    private Value index() {
        in.expect("[");
        Value index = value();
        in.expect("]");
        return index;
    }

    private Op field(String word, FieldRef field) {
        return switch (word) {
            case "get_field" -> new Op.GetField(field, next());
            case "put_field" -> new Op.PutField(field, next(), next());
            case "get_static" -> new Op.GetStatic(field);
            default -> new Op.PutStatic(field, next());
        };
    }

    private Op invoke() {
        for (InvokeKind kind : InvokeKind.values()) {
            if (in.acceptWord(kind.toString())) {
                MethodRef method = symbols.method(kind == InvokeKind.INTERFACE);
                return new Op.Invoke(kind, method, list());
            }
        }
        throw in.expected("static, virtual, interface or special");
    }

    private Op closure() {
        ClassType type = symbols.classType();
        in.expect(".");
        String name = in.symbol("a method's name");
        in.expectWord("as");
        HandleRef implementation = symbols.handle();
        List<Value> captured = list();
        in.expectWord("site");
        return new Op.MakeClosure(type, name, implementation, captured, symbols.bootstrap());
    }

    private Op tape(String word) {
        int stack = in.integer();
        in.expect(":");
        Type type = symbols.type();
        return switch (word) {
            case "pop" -> new Op.TapePop(stack, type);
            case "top" -> new Op.TapeTop(stack, type);
            case "reserve" -> new Op.TapeReserve(stack, type, next());
            default -> new Op.TapeRelease(stack, type, next());
        };
    }
}
