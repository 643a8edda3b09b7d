package dev.fluxion.ir.text;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;

import java.util.List;

/** The text of operations. */
final class OpPrinter {

    private final Names names;

    OpPrinter(Names names) {
        this.names = names;
    }

    String text(Op op) {
        return switch (op) {
            case Op.Negate(var x) -> "neg " + text(x);
            case Op.Binary(var kind, var x, var y) -> kind + " " + text(x) + ", " + text(y);
            case Op.IntegerDivide(var kind, var x, var y) ->
                    (kind == BinaryKind.DIV ? "idiv " : "irem ") + text(x) + ", " + text(y);
            case Op.Compare(var kind, var x, var y) -> kind + " " + text(x) + ", " + text(y);
            case Op.ThreeWay(var ifNan, var x, var y) -> "cmp " + ifNan + ", " + text(x) + ", " + text(y);
            case Op.Convert(var to, var x) -> "convert " + text(x) + " to " + to;
            case Op.Select(var condition, var x, var y) ->
                    "select " + text(condition) + ", " + text(x) + ", " + text(y);
            case Op.ArrayLoad(var element, var array, var index) ->
                    "load " + SymbolPrinter.type(element) + " " + text(array) + "[" + text(index) + "]";
            case Op.ArrayStore(var element, var array, var index, var value) ->
                    "store "
                            + SymbolPrinter.type(element)
                            + " "
                            + text(array)
                            + "["
                            + text(index)
                            + "], "
                            + text(value);
            case Op.ArrayLength(var array) -> "length " + text(array);
            case Op.NewArray(var type, var lengths) -> "new_array " + SymbolPrinter.type(type) + " " + list(lengths);
            case Op.GetField(var field, var object) -> "get_field " + SymbolPrinter.field(field) + ", " + text(object);
            case Op.PutField(var field, var object, var value) ->
                    "put_field " + SymbolPrinter.field(field) + ", " + text(object) + ", " + text(value);
            case Op.GetStatic(var field) -> "get_static " + SymbolPrinter.field(field);
            case Op.PutStatic(var field, var value) -> "put_static " + SymbolPrinter.field(field) + ", " + text(value);
            case Op.New(var constructor, var arguments) ->
                    "new " + SymbolPrinter.method(constructor, false) + " " + list(arguments);
            case Op.InstanceOf(var type, var object) -> "instance_of " + text(object) + ", " + SymbolPrinter.type(type);
            case Op.CheckCast(var type, var object) -> "check_cast " + text(object) + ", " + SymbolPrinter.type(type);
            case Op.Monitor(var enter, var object) -> (enter ? "monitor_enter " : "monitor_exit ") + text(object);
            case Op.Invoke(var kind, var method, var arguments) ->
                    "invoke "
                            + kind
                            + " "
                            + SymbolPrinter.method(method, kind == InvokeKind.INTERFACE)
                            + " "
                            + list(arguments);
            case Op.InvokeDynamic(var site, var arguments) ->
                    "invoke_dynamic " + SymbolPrinter.bootstrap(site) + " " + list(arguments);
            case Op.MakeClosure(var type, var name, var implementation, var captured, var site) ->
                    "make_closure "
                            + SymbolPrinter.type(type)
                            + "."
                            + SymbolPrinter.symbol(name)
                            + " as "
                            + SymbolPrinter.handle(implementation)
                            + " "
                            + list(captured)
                            + " site "
                            + SymbolPrinter.bootstrap(site);
            case Op.Call(var function, var arguments) -> "call " + function(function) + list(arguments);
            case Op.TapePush(var stack, var value) -> "push " + stack + ", " + text(value);
            case Op.TapePop(var stack, var type) -> "pop " + stack + ": " + SymbolPrinter.type(type);
            case Op.TapeReserve(var stack, var type, var count) ->
                    "reserve " + stack + ": " + SymbolPrinter.type(type) + ", " + text(count);
            case Op.TapeRelease(var stack, var type, var count) ->
                    "release " + stack + ": " + SymbolPrinter.type(type) + ", " + text(count);
            case Op.TapeTop(var stack, var type) -> "top " + stack + ": " + SymbolPrinter.type(type);
        };
    }

    String text(Value value) {
        return switch (value) {
            case Constant constant -> SymbolPrinter.constant(constant);
            case Variable variable -> names.text(variable);
        };
    }

    String list(List<? extends Value> values) {
        return "(" + commas(values) + ")";
    }

    String commas(List<? extends Value> values) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            out.append(i > 0 ? ", " : "").append(text(values.get(i)));
        }
        return out.toString();
    }

    static String function(String name) {
        return "@" + (Text.isIdentifier(name) ? name : Text.quoted(name));
    }
}
