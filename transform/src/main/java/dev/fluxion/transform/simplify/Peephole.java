package dev.fluxion.transform.simplify;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

/**
 * Rewrites one operation by what defines its operands. All rewrites are exact: see {@link ConstantFolding}, {@link
 * FloatIdentities}, {@link IntegerIdentities}, {@link CompareIdentities} and {@link TypeTests}.
 */
final class Peephole {

    /** How many rewrites of one operation follow each other; each is a step down, so this is never reached. */
    private static final int FUEL = 16;

    private final Known known;

    Peephole(Known known) {
        this.known = known;
    }

    /** Returns the simplest operation that equals {@code op}, perhaps itself. */
    Op simplest(Op op) {
        Op current = op;
        for (int fuel = FUEL; fuel > 0; fuel--) {
            Op next = value(current) == null ? simpler(current) : null;
            if (next == null) {
                return current;
            }
            current = next;
        }
        return current;
    }

    /** Returns a constant or an operand's operand that equals the only result of {@code op}, or null. */
    @Nullable Value value(Op op) {
        Constant folded = ConstantFolding.fold(op);
        if (folded != null) {
            return folded;
        }
        return switch (op) {
            case Op.Negate(Value x) -> known.negated(x);
            case Op.Binary(BinaryKind kind, Value x, Value y) ->
                    x.type().isFloating()
                            ? FloatIdentities.value(kind, x, y)
                            : IntegerIdentities.value(kind, x, y, known);
            case Op.IntegerDivide(BinaryKind kind, Value x, Value y) -> IntegerIdentities.quotient(kind, x, y);
            case Op.Compare(var kind, Value x, Value y) -> CompareIdentities.value(kind, x, y, known);
            case Op.Convert(PrimitiveType to, Value x) -> converted(to, x);
            case Op.Select(Value condition, Value x, Value y) -> CompareIdentities.choice(condition, x, y, known);
            case Op.CheckCast(var type, Value object) -> object.type().equals(type) ? object : null;
            // the length of a new array is that it was made with
            case Op.ArrayLength(Value array) ->
                    known.definition(array) instanceof Op.NewArray created ? created.lengths().getFirst() : null;
            case Op.InstanceOf(var type, Value object) -> TypeTests.value(type, object);
            case Op.ThreeWay _ -> null;
            case Op.ArrayLoad _, Op.ArrayStore _, Op.NewArray _ -> null;
            case Op.GetField _, Op.PutField _, Op.GetStatic _, Op.PutStatic _, Op.New _, Op.Monitor _ -> null;
            case Op.Invoke _, Op.InvokeDynamic _, Op.MakeClosure _, Op.Call _ -> null;
            case Op.TapePush _, Op.TapePop _, Op.TapeReserve _, Op.TapeRelease _, Op.TapeTop _ -> null;
        };
    }

    /** {@code (int) (long) x = x}, and the other ways there and back that lose nothing. */
    private @Nullable Value converted(PrimitiveType to, Value x) {
        if (x.type() == to) {
            return x;
        }
        if (!(known.definition(x) instanceof Op.Convert(PrimitiveType between, Value origin))) {
            return to == PrimitiveType.BOOL && known.isBoolean(x) ? x : null;
        }
        if (to.isNarrow()) {
            return to == between ? x : null;
        }
        return origin.type() == to && keeps(to, between) ? origin : null;
    }

    private static boolean keeps(Type from, PrimitiveType to) {
        return from == PrimitiveType.I32 && (to == PrimitiveType.I64 || to == PrimitiveType.F64)
                || from == PrimitiveType.F32 && to == PrimitiveType.F64;
    }

    private @Nullable Op simpler(Op op) {
        return switch (op) {
            case Op.Negate(Value x) -> x.type().isFloating() ? FloatIdentities.simplerNegation(x, known) : null;
            case Op.Binary(BinaryKind kind, Value x, Value y) ->
                    x.type().isFloating()
                            ? FloatIdentities.simpler(kind, x, y, known)
                            : IntegerIdentities.simpler(kind, x, y, known);
            case Op.Compare(var kind, Value x, Value y) -> CompareIdentities.simpler(kind, x, y, known);
            case Op.Select(Value condition, Value x, Value y) ->
                    CompareIdentities.simplerChoice(condition, x, y, known);
            case Op.InstanceOf(var type, Value object) -> TypeTests.simpler(type, object);
            case Op.IntegerDivide _, Op.ThreeWay _, Op.Convert _, Op.CheckCast _ -> null;
            case Op.ArrayLoad _, Op.ArrayStore _, Op.ArrayLength _, Op.NewArray _ -> null;
            case Op.GetField _, Op.PutField _, Op.GetStatic _, Op.PutStatic _, Op.New _, Op.Monitor _ -> null;
            case Op.Invoke _, Op.InvokeDynamic _, Op.MakeClosure _, Op.Call _ -> null;
            case Op.TapePush _, Op.TapePop _, Op.TapeReserve _, Op.TapeRelease _, Op.TapeTop _ -> null;
        };
    }
}
