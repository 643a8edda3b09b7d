package dev.fluxion.ir.verify;

import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

/** Rule 11: operands. */
final class OperandRules {

    private final Report report;

    OperandRules(Report report) {
        this.report = report;
    }

    void check(Op op) {
        switch (op) {
            case Op.Negate(var x) -> require(isNumber(x), "a number", x);
            case Op.Binary(var kind, var x, var y) -> binary(kind, x, y);
            case Op.IntegerDivide(var kind, var x, var y) -> {
                if (kind != BinaryKind.DIV && kind != BinaryKind.REM) {
                    report.add(11, "integer division is div or rem, not " + kind);
                }
                require(isInteger(x), "an integer", x);
                same(x, y);
            }
            case Op.Compare(var kind, var x, var y) -> compare(kind, x, y);
            case Op.ThreeWay(int ifNan, var x, var y) -> {
                if (ifNan != 1 && ifNan != -1) {
                    report.add(11, "the answer for NaN is 1 or -1, not " + ifNan);
                }
                require(isNumber(x), "a number", x);
                same(x, y);
            }
            case Op.Convert(var to, var x) ->
                    require(
                            to.isNarrow() ? x.type() == PrimitiveType.I32 : isNumber(x),
                            to.isNarrow() ? "i32" : "a number",
                            x);
            case Op.Select(var condition, var x, var y) -> {
                integer(condition);
                require(
                        Assignability.isAssignable(y, x.type()) || Assignability.isAssignable(x, y.type()),
                        x.type().toString(),
                        y);
            }
            case Op.ArrayLoad(var element, var array, var index) -> element(element, array, index);
            case Op.ArrayStore(var element, var array, var index, var value) -> {
                element(element, array, index);
                wanted(element.computational(), value);
            }
            case Op.ArrayLength(var array) -> require(Assignability.isArray(array), "an array", array);
            case Op.NewArray array -> newArray(array);
            case Op.GetField(var field, var object) -> object(object);
            case Op.PutField(var field, var object, var value) -> {
                object(object);
                wanted(field.type().computational(), value);
            }
            case Op.GetStatic get -> {}
            case Op.PutStatic(var field, var value) -> wanted(field.type().computational(), value);
            case Op.InstanceOf(var type, var object) -> object(object);
            case Op.CheckCast(var type, var object) -> object(object);
            case Op.Monitor(var enter, var object) -> object(object);
            case Op.TapeReserve(var stack, var type, var count) -> integer(count);
            case Op.TapeRelease(var stack, var type, var count) -> integer(count);
            case Op.New call -> {}
            case Op.Invoke call -> {}
            case Op.InvokeDynamic call -> {}
            case Op.MakeClosure call -> {}
            case Op.Call call -> {}
            case Op.TapePush push -> {}
            case Op.TapePop pop -> {}
            case Op.TapeTop top -> {}
        }
    }

    private void binary(BinaryKind kind, Value x, Value y) {
        switch (kind) {
            case ADD, SUB, MUL -> {
                require(isNumber(x), "a number", x);
                same(x, y);
            }
            case DIV, REM -> {
                require(x.type().isFloating(), "f32 or f64", x);
                same(x, y);
            }
            case AND, OR, XOR -> {
                require(isInteger(x), "an integer", x);
                same(x, y);
            }
            case SHL, SHR, USHR -> {
                require(isInteger(x), "an integer", x);
                integer(y);
            }
        }
    }

    private void compare(CompareKind kind, Value x, Value y) {
        if (x.type().isReference()) {
            require(y.type().isReference(), "a reference", y);
            if (kind != CompareKind.EQ && kind != CompareKind.NE) {
                report.add(11, "references are compared by eq and ne only");
            }
        } else {
            require(isNumber(x), "a number", x);
            same(x, y);
        }
    }

    private void element(Type element, Value array, Value index) {
        require(Assignability.hasElements(array, element), "an array of " + element, array);
        integer(index);
    }

    private void newArray(Op.NewArray array) {
        int dimensions = 0;
        for (Type type = array.type(); type instanceof ArrayType(Type element); type = element) {
            dimensions++;
        }
        if (array.lengths().isEmpty() || array.lengths().size() > dimensions) {
            report.add(11, array.lengths().size() + " lengths for " + dimensions + " dimensions");
        }
        for (Value length : array.lengths()) {
            integer(length);
        }
    }

    private void object(Value value) {
        require(value.type().isReference(), "a reference", value);
    }

    private void integer(Value value) {
        require(value.type() == PrimitiveType.I32, "i32", value);
    }

    private void same(Value x, Value y) {
        require(y.type().equals(x.type()), x.type().toString(), y);
    }

    private void wanted(Type type, Value value) {
        require(Assignability.isAssignable(value, type), type.toString(), value);
    }

    private void require(boolean holds, String wanted, Value value) {
        if (!holds) {
            report.add(11, report.text(value) + " is " + value.type() + ", not " + wanted);
        }
    }

    private static boolean isNumber(Value value) {
        return value.type() instanceof PrimitiveType type && !type.isNarrow();
    }

    private static boolean isInteger(Value value) {
        return value.type() == PrimitiveType.I32 || value.type() == PrimitiveType.I64;
    }
}
