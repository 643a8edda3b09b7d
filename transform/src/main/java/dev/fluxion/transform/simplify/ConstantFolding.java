package dev.fluxion.transform.simplify;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Constant.DoubleConstant;
import dev.fluxion.ir.Constant.FloatConstant;
import dev.fluxion.ir.Constant.IntConstant;
import dev.fluxion.ir.Constant.LongConstant;
import dev.fluxion.ir.Constant.NullConstant;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.PrimitiveType;

import org.jspecify.annotations.Nullable;

/** Computes operations on constants, exactly as the JVM would. Calls are not computed. */
final class ConstantFolding {

    private ConstantFolding() {}

    /** Returns the operation's result if its operands are constants and it does not throw, else null. */
    static @Nullable Constant fold(Op op) {
        Constant result = compute(op);
        // which NaN an operation gives is up to the hardware
        if (result instanceof DoubleConstant(double d) && Double.isNaN(d)) {
            return Constant.of(Double.NaN);
        }
        return result instanceof FloatConstant(float f) && Float.isNaN(f) ? Constant.of(Float.NaN) : result;
    }

    private static @Nullable Constant compute(Op op) {
        return switch (op) {
            case Op.Negate(Constant x) -> negate(x);
            case Op.Binary(BinaryKind kind, IntConstant x, IntConstant y) -> binary(kind, x.value(), y.value());
            case Op.Binary(BinaryKind kind, LongConstant x, LongConstant y) -> binary(kind, x.value(), y.value());
            case Op.Binary(BinaryKind kind, LongConstant x, IntConstant y) -> shift(kind, x.value(), y.value());
            case Op.Binary(BinaryKind kind, FloatConstant x, FloatConstant y) -> binary(kind, x.value(), y.value());
            case Op.Binary(BinaryKind kind, DoubleConstant x, DoubleConstant y) -> binary(kind, x.value(), y.value());
            case Op.IntegerDivide(BinaryKind kind, IntConstant x, IntConstant y) when y.value() != 0 ->
                    Constant.of(kind == BinaryKind.DIV ? x.value() / y.value() : x.value() % y.value());
            case Op.IntegerDivide(BinaryKind kind, LongConstant x, LongConstant y) when y.value() != 0 ->
                    Constant.of(kind == BinaryKind.DIV ? x.value() / y.value() : x.value() % y.value());
            case Op.Compare(CompareKind kind, Constant x, Constant y) -> compare(kind, x, y);
            case Op.ThreeWay(int ifNan, Constant x, Constant y) -> threeWay(ifNan, x, y);
            case Op.Convert(PrimitiveType to, Constant x) -> convert(to, x);
            case Op.InstanceOf(var type, NullConstant none) -> Constant.of(0);
            case Op.Negate _, Op.Binary _, Op.IntegerDivide _, Op.Compare _, Op.ThreeWay _, Op.Convert _ -> null;
            case Op.Select _, Op.InstanceOf _, Op.CheckCast _ -> null;
            case Op.ArrayLoad _, Op.ArrayStore _, Op.ArrayLength _, Op.NewArray _ -> null;
            case Op.GetField _, Op.PutField _, Op.GetStatic _, Op.PutStatic _, Op.New _, Op.Monitor _ -> null;
            case Op.Invoke _, Op.InvokeDynamic _, Op.MakeClosure _, Op.Call _ -> null;
            case Op.TapePush _, Op.TapePop _, Op.TapeReserve _, Op.TapeRelease _, Op.TapeTop _ -> null;
        };
    }

    private static @Nullable Constant negate(Constant x) {
        return switch (x) {
            case IntConstant(int value) -> Constant.of(-value);
            case LongConstant(long value) -> Constant.of(-value);
            case FloatConstant(float value) -> Constant.of(-value);
            case DoubleConstant(double value) -> Constant.of(-value);
            case NullConstant _, Constant.StringConstant _, Constant.ClassConstant _ -> null;
            case Constant.HandleConstant _, Constant.MethodTypeConstant _, Constant.DynamicConstant _ -> null;
        };
    }

    private static @Nullable Constant binary(BinaryKind kind, int x, int y) {
        return switch (kind) {
            case ADD -> Constant.of(x + y);
            case SUB -> Constant.of(x - y);
            case MUL -> Constant.of(x * y);
            case AND -> Constant.of(x & y);
            case OR -> Constant.of(x | y);
            case XOR -> Constant.of(x ^ y);
            case SHL -> Constant.of(x << y);
            case SHR -> Constant.of(x >> y);
            case USHR -> Constant.of(x >>> y);
            case DIV, REM -> null;
        };
    }

    private static @Nullable Constant binary(BinaryKind kind, long x, long y) {
        return switch (kind) {
            case ADD -> Constant.of(x + y);
            case SUB -> Constant.of(x - y);
            case MUL -> Constant.of(x * y);
            case AND -> Constant.of(x & y);
            case OR -> Constant.of(x | y);
            case XOR -> Constant.of(x ^ y);
            case DIV, REM, SHL, SHR, USHR -> null;
        };
    }

    private static @Nullable Constant shift(BinaryKind kind, long x, int distance) {
        return switch (kind) {
            case SHL -> Constant.of(x << distance);
            case SHR -> Constant.of(x >> distance);
            case USHR -> Constant.of(x >>> distance);
            case ADD, SUB, MUL, DIV, REM, AND, OR, XOR -> null;
        };
    }

    private static @Nullable Constant binary(BinaryKind kind, float x, float y) {
        return switch (kind) {
            case ADD -> Constant.of(x + y);
            case SUB -> Constant.of(x - y);
            case MUL -> Constant.of(x * y);
            case DIV -> Constant.of(x / y);
            case REM -> Constant.of(x % y);
            case AND, OR, XOR, SHL, SHR, USHR -> null;
        };
    }

    private static @Nullable Constant binary(BinaryKind kind, double x, double y) {
        return switch (kind) {
            case ADD -> Constant.of(x + y);
            case SUB -> Constant.of(x - y);
            case MUL -> Constant.of(x * y);
            case DIV -> Constant.of(x / y);
            case REM -> Constant.of(x % y);
            case AND, OR, XOR, SHL, SHR, USHR -> null;
        };
    }

    private static @Nullable Constant compare(CompareKind kind, Value x, Value y) {
        if (x instanceof NullConstant && y instanceof NullConstant) {
            return Constant.of(kind == CompareKind.EQ);
        }
        if (x instanceof DoubleConstant(double a) && y instanceof DoubleConstant(double b)) {
            return Constant.of(
                    switch (kind) {
                        case EQ -> a == b;
                        case NE -> a != b;
                        case LT -> a < b;
                        case LE -> a <= b;
                        case GT -> a > b;
                        case GE -> a >= b;
                    });
        }
        if (x instanceof FloatConstant(float a) && y instanceof FloatConstant(float b)) {
            return compare(kind, Constant.of((double) a), Constant.of((double) b));
        }
        Integer order = integerOrder(x, y);
        return order == null ? null : Constant.of(holds(kind, order));
    }

    /** Returns whether a comparison holds for operands that are ordered as given: negative for less. */
    static boolean holds(CompareKind kind, int order) {
        return switch (kind) {
            case EQ -> order == 0;
            case NE -> order != 0;
            case LT -> order < 0;
            case LE -> order <= 0;
            case GT -> order > 0;
            case GE -> order >= 0;
        };
    }

    private static @Nullable Integer integerOrder(Value x, Value y) {
        if (x instanceof IntConstant(int a) && y instanceof IntConstant(int b)) {
            return Integer.compare(a, b);
        }
        if (x instanceof LongConstant(long a) && y instanceof LongConstant(long b)) {
            return Long.compare(a, b);
        }
        return null;
    }

    private static @Nullable Constant threeWay(int ifNan, Value x, Value y) {
        if (x instanceof DoubleConstant(double a) && y instanceof DoubleConstant(double b)) {
            return Constant.of(a < b ? -1 : a > b ? 1 : a == b ? 0 : ifNan);
        }
        if (x instanceof FloatConstant(float a) && y instanceof FloatConstant(float b)) {
            return Constant.of(a < b ? -1 : a > b ? 1 : a == b ? 0 : ifNan);
        }
        Integer order = integerOrder(x, y);
        return order == null ? null : Constant.of((int) order);
    }

    private static @Nullable Constant convert(PrimitiveType to, Constant x) {
        return switch (x) {
            case IntConstant(int value) ->
                    switch (to) {
                        case BOOL -> Constant.of(value & 1);
                        case I8 -> Constant.of((int) (byte) value);
                        case I16 -> Constant.of((int) (short) value);
                        case CHAR -> Constant.of((int) (char) value);
                        case I32 -> Constant.of(value);
                        case I64 -> Constant.of((long) value);
                        case F32 -> Constant.of((float) value);
                        case F64 -> Constant.of((double) value);
                    };
            case LongConstant(long value) ->
                    switch (to) {
                        case I32 -> Constant.of((int) value);
                        case I64 -> Constant.of(value);
                        case F32 -> Constant.of((float) value);
                        case F64 -> Constant.of((double) value);
                        case BOOL, I8, I16, CHAR -> null;
                    };
            case FloatConstant(float value) ->
                    switch (to) {
                        case I32 -> Constant.of((int) value);
                        case I64 -> Constant.of((long) value);
                        case F32 -> Constant.of(value);
                        case F64 -> Constant.of((double) value);
                        case BOOL, I8, I16, CHAR -> null;
                    };
            case DoubleConstant(double value) ->
                    switch (to) {
                        case I32 -> Constant.of((int) value);
                        case I64 -> Constant.of((long) value);
                        case F32 -> Constant.of((float) value);
                        case F64 -> Constant.of(value);
                        case BOOL, I8, I16, CHAR -> null;
                    };
            case NullConstant _, Constant.StringConstant _, Constant.ClassConstant _ -> null;
            case Constant.HandleConstant _, Constant.MethodTypeConstant _, Constant.DynamicConstant _ -> null;
        };
    }
}
