package dev.fluxion.transform;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.build.SsaBuilder;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.PrimitiveType;

import java.util.List;
import java.util.Random;

/** Random expressions over the slots {@code d0..d2}, {@code i0, i1} and the array {@code a}. */
final class RandomExpressions {

    private static final double[] DOUBLES = {
        0.0, -0.0, 1.0, -1.0, 2.0, 0.5, Double.NaN, Double.NEGATIVE_INFINITY, 1e300
    };
    private static final int[] INTS = {0, 1, -1, 2, 3, 31, Integer.MIN_VALUE, Integer.MAX_VALUE};
    private static final BinaryKind[] FLOATING = {
        BinaryKind.ADD, BinaryKind.SUB, BinaryKind.MUL, BinaryKind.MUL, BinaryKind.DIV, BinaryKind.REM
    };
    private static final BinaryKind[] INTEGER = {
        BinaryKind.ADD,
        BinaryKind.SUB,
        BinaryKind.MUL,
        BinaryKind.AND,
        BinaryKind.OR,
        BinaryKind.XOR,
        BinaryKind.SHL,
        BinaryKind.SHR,
        BinaryKind.USHR
    };

    private final Random random;
    private final FunctionBuilder out;
    private final SsaBuilder ssa;

    RandomExpressions(Random random, FunctionBuilder out, SsaBuilder ssa) {
        this.random = random;
        this.out = out;
        this.ssa = ssa;
    }

    private <T> T pick(T[] all) {
        return all[random.nextInt(all.length)];
    }

    Value floating(int depth) {
        if (depth == 0 || random.nextInt(5) == 0) {
            return random.nextInt(3) == 0
                    ? Constant.of(DOUBLES[random.nextInt(DOUBLES.length)])
                    : ssa.read("d" + random.nextInt(3), PrimitiveType.F64);
        }
        return switch (random.nextInt(12)) {
            case 0 -> out.add(new Op.Negate(floating(depth - 1)));
            case 1 -> call("sin", floating(depth - 1));
            case 2 -> call("abs", floating(depth - 1));
            case 3 -> out.add(new Op.ArrayLoad(PrimitiveType.F64, ssa.read("a", RandomPrograms.ARRAY), index()));
            case 4 -> out.add(new Op.Select(condition(), floating(depth - 1), floating(depth - 1)));
            case 5 -> out.add(new Op.Convert(PrimitiveType.F64, integer(depth - 1)));
            case 6 -> {
                Value narrow = out.add(new Op.Convert(PrimitiveType.F32, floating(depth - 1)));
                Value scaled = out.add(new Op.Binary(pick(FLOATING), narrow, Constant.of(random.nextInt(3) - 1f)));
                yield out.add(new Op.Convert(PrimitiveType.F64, scaled));
            }
            default -> out.add(new Op.Binary(pick(FLOATING), floating(depth - 1), floating(depth - 1)));
        };
    }

    private Value call(String name, Value argument) {
        MethodRef method = new MethodRef("java/lang/Math", name, "(D)D", false);
        return out.add(new Op.Invoke(InvokeKind.STATIC, method, List.of(argument)));
    }

    Value integer(int depth) {
        if (depth == 0 || random.nextInt(5) == 0) {
            return random.nextInt(3) == 0
                    ? Constant.of(INTS[random.nextInt(INTS.length)])
                    : ssa.read("i" + random.nextInt(2), PrimitiveType.I32);
        }
        return switch (random.nextInt(14)) {
            case 0 -> out.add(new Op.Negate(integer(depth - 1)));
            case 1 -> condition();
            case 2 -> out.add(new Op.ThreeWay(random.nextBoolean() ? 1 : -1, floating(depth - 1), floating(depth - 1)));
            case 3 -> out.add(new Op.Convert(PrimitiveType.I32, floating(depth - 1)));
            case 4 -> {
                BinaryKind kind = random.nextBoolean() ? BinaryKind.DIV : BinaryKind.REM;
                yield out.add(new Op.IntegerDivide(kind, integer(depth - 1), integer(depth - 1)));
            }
            case 5 -> out.add(new Op.ArrayLength(ssa.read("a", RandomPrograms.ARRAY)));
            case 6 ->
                    out.add(
                            new Op.Convert(
                                    pick(PrimitiveType.values()).isNarrow() ? PrimitiveType.I8 : PrimitiveType.CHAR,
                                    integer(depth - 1)));
            case 7 -> {
                Value wide = out.add(new Op.Convert(PrimitiveType.I64, integer(depth - 1)));
                Value sum = out.add(new Op.Binary(BinaryKind.ADD, wide, Constant.of((long) random.nextInt(3))));
                yield out.add(new Op.Convert(PrimitiveType.I32, sum));
            }
            case 8 -> out.add(new Op.Select(condition(), integer(depth - 1), integer(depth - 1)));
            default -> out.add(new Op.Binary(pick(INTEGER), integer(depth - 1), integer(depth - 1)));
        };
    }

    /** An index that is in bounds, mostly; arrays have four elements or none. */
    Value index() {
        Value any = integer(1);
        return random.nextInt(6) == 0 ? any : out.add(new Op.Binary(BinaryKind.AND, any, Constant.of(3)));
    }

    Value condition() {
        CompareKind kind = pick(CompareKind.values());
        return switch (random.nextInt(6)) {
            case 0 -> {
                Value order = out.add(new Op.ThreeWay(random.nextBoolean() ? 1 : -1, floating(0), floating(0)));
                yield out.add(new Op.Compare(kind, order, Constant.of(0)));
            }
            case 1 -> {
                Value inner = out.add(new Op.Compare(kind, floating(1), floating(0)));
                yield out.add(
                        new Op.Compare(
                                random.nextBoolean() ? CompareKind.EQ : CompareKind.NE,
                                inner,
                                Constant.of(random.nextInt(2))));
            }
            case 2, 3 -> out.add(new Op.Compare(kind, integer(1), integer(0)));
            default -> out.add(new Op.Compare(kind, floating(1), floating(0)));
        };
    }
}
