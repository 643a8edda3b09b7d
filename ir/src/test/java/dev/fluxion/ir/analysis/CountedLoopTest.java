package dev.fluxion.ir.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The trip count against running the loop in Java's arithmetic, also where it overflows. */
final class CountedLoopTest {

    private static final int MANY = 3000;

    private static final List<CompareKind> KINDS = List.of(CompareKind.values());

    /**
     * @param next whether the next value is compared
     * @param atTop whether the test comes first, or at the end of the body
     * @param exitsIfTrue whether the test's true edge leaves
     * @param mirrored whether the bound is on the left
     */
    private record Shape(
            Type type,
            CompareKind kind,
            long step,
            boolean next,
            boolean atTop,
            boolean exitsIfTrue,
            boolean mirrored) {

        /** f(init, bound), with a loop. */
        Function function() {
            FunctionBuilder out = new FunctionBuilder("f", List.of());
            Variable init = out.variable(type, "init");
            Variable bound = out.variable(type, "bound");
            Variable i = out.variable(type, "i");
            Label entry = out.label("entry");
            Label header = out.label("header");
            Label body = out.label("body");
            Label exit = out.label("exit");
            out.begin(entry, List.of(init, bound));
            out.jump(header, init);
            out.begin(header, List.of(i));
            Successor on = new Successor(body, List.of());
            Variable inc = null;
            if (next || !atTop) {
                inc = increment(out, i);
            }
            if (!atTop) {
                out.jump(body);
                out.begin(body, List.of());
                on = new Successor(header, List.of(inc));
            }
            Value tested = next ? inc : i;
            Successor off = new Successor(exit, List.of());
            CompareKind shown = exitsIfTrue ? kind.negated() : kind;
            Variable test =
                    out.add(
                            mirrored
                                    ? new Op.Compare(shown.swapped(), bound, tested)
                                    : new Op.Compare(shown, tested, bound));
            out.end(new Terminator.Branch(test, exitsIfTrue ? off : on, exitsIfTrue ? on : off));
            if (atTop) {
                out.begin(body, List.of());
                out.jump(header, inc != null ? inc : increment(out, i));
            }
            out.begin(exit, List.of());
            out.end(new Terminator.Return(List.of()));
            return out.build();
        }

        private Variable increment(FunctionBuilder out, Variable i) {
            Constant positive = type == PrimitiveType.I32 ? Constant.of((int) step) : Constant.of(step);
            Constant negative = type == PrimitiveType.I32 ? Constant.of(-(int) step) : Constant.of(-step);
            return mirrored
                    ? out.add(new Op.Binary(BinaryKind.SUB, i, negative))
                    : out.add(new Op.Binary(BinaryKind.ADD, i, positive));
        }

        /** How often the test holds before it fails; MANY if it does not fail soon. */
        int run(long init, long bound) {
            long value = init;
            for (int count = 0; count < MANY; count++) {
                long after = type == PrimitiveType.I32 ? (int) (value + step) : value + step;
                if (!holds(kind, next ? after : value, bound)) {
                    return count;
                }
                value = after;
            }
            return MANY;
        }
    }

    private static boolean holds(CompareKind kind, long x, long y) {
        return switch (kind) {
            case EQ -> x == y;
            case NE -> x != y;
            case LT -> x < y;
            case LE -> x <= y;
            case GT -> x > y;
            case GE -> x >= y;
        };
    }

    private static CountedLoop find(Function function) {
        Cfg cfg = Cfg.of(function);
        Dominators dominators = Dominators.of(cfg);
        Loops loops = Loops.of(dominators);
        assertThat(loops.all()).hasSize(1);
        return CountedLoop.of(loops.all().getFirst(), loops, dominators, Definitions.of(function));
    }

    @TestFactory
    Stream<DynamicTest> tripsAreThoseOfTheRunningLoop() {
        return Seeds.groups(
                40,
                seed -> {
                    Random random = new Random(seed);
                    Shape shape =
                            new Shape(
                                    random.nextBoolean() ? PrimitiveType.I32 : PrimitiveType.I64,
                                    KINDS.get(random.nextInt(KINDS.size())),
                                    (random.nextBoolean() ? 1 : -1)
                                            * (random.nextInt(3) == 0 ? 1 : 1L + random.nextInt(9)),
                                    random.nextBoolean(),
                                    random.nextBoolean(),
                                    random.nextBoolean(),
                                    random.nextBoolean());
                    Function function = shape.function();
                    CountedLoop loop = find(function);
                    boolean up = shape.step > 0;
                    boolean expected =
                            switch (shape.kind) {
                                case EQ -> false;
                                case NE -> Math.abs(shape.step) == 1;
                                case LT, LE -> up;
                                case GT, GE -> !up;
                            };
                    assertThat(loop != null).as(shape.toString()).isEqualTo(expected);
                    if (loop == null) {
                        return;
                    }
                    assertThat(loop.kind()).isEqualTo(shape.kind);
                    assertThat(loop.testsNext()).isEqualTo(shape.next);
                    assertThat(loop.testsAtTop()).isEqualTo(shape.atTop);
                    assertThat(loop.testsAtBottom()).isEqualTo(!shape.atTop);
                    assertThat(loop.induction().step()).isEqualTo(shape.step);
                    assertThat(loop.isOnlyExit()).isTrue();
                    for (int i = 0; i < 50; i++) {
                        long init = edge(random, shape.type);
                        long bound =
                                shape.type == PrimitiveType.I32
                                        ? (int) (init + random.nextInt(200) - 100)
                                        : init + random.nextInt(200) - 100;
                        check(shape, loop, function.parameters(), init, bound);
                        check(shape, loop, function.parameters(), init, edge(random, shape.type));
                    }
                });
    }

    private static void check(Shape shape, CountedLoop loop, List<Variable> parameters, long init, long bound) {
        for (CountedLoop.Condition condition : loop.conditions()) {
            long value = condition.value().equals(parameters.get(0)) ? init : bound;
            if (value < condition.min() || value > condition.max()) {
                return;
            }
        }
        int count = shape.run(init, bound);
        long trips = loop.trips(init, bound);
        assertThat(trips >= 0 && trips < MANY ? trips : MANY)
                .as("%s from %d to %d", shape, init, bound)
                .isEqualTo(count);
    }

    private static long edge(Random random, Type type) {
        long near = random.nextInt(40);
        boolean isInt = type == PrimitiveType.I32;
        return switch (random.nextInt(3)) {
            case 0 -> (isInt ? Integer.MIN_VALUE : Long.MIN_VALUE) + near;
            case 1 -> (isInt ? Integer.MAX_VALUE : Long.MAX_VALUE) - near;
            default -> near - 20;
        };
    }

    @Test
    void theUsualForLoopNeedsNoCondition() {
        Shape shape = new Shape(PrimitiveType.I32, CompareKind.LT, 1, false, true, false, false);
        assertThat(find(shape.function()).conditions()).isEmpty();
        Shape down = new Shape(PrimitiveType.I32, CompareKind.GT, -1, false, true, false, false);
        assertThat(find(down.function()).conditions()).isEmpty();
    }

    @Test
    void lessOrEqualNeedsABoundBelowTheGreatestNumber() {
        Shape shape = new Shape(PrimitiveType.I32, CompareKind.LE, 1, false, true, false, false);
        Function function = shape.function();
        assertThat(find(function).conditions())
                .containsExactly(
                        new CountedLoop.Condition(
                                function.parameters().get(1), Integer.MIN_VALUE, Integer.MAX_VALUE - 1));
    }

    @Test
    void anArrayLengthReadOnEachTripIsABound() {
        FunctionBuilder out = new FunctionBuilder("f", List.of());
        Variable array = out.variable(new ArrayType(PrimitiveType.F64), "a");
        Variable i = out.variable(PrimitiveType.I32, "i");
        Label header = out.label("header");
        Label exit = out.label("exit");
        out.begin(out.label("entry"), List.of(array));
        out.jump(header, Constant.of(0));
        out.begin(header, List.of(i));
        Variable length = out.add(new Op.ArrayLength(array));
        Variable next = out.add(new Op.Binary(BinaryKind.ADD, Constant.of(1), i));
        Variable test = out.add(new Op.Compare(CompareKind.LT, i, length));
        out.end(new Terminator.Branch(test, new Successor(header, List.of(next)), new Successor(exit, List.of())));
        out.begin(exit, List.of());
        out.end(new Terminator.Return(List.of()));
        Function function = out.build();
        CountedLoop loop = find(function);
        assertThat(loop.bound()).isEqualTo(length);
        assertThat(loop.isBoundDefinedOutside(Definitions.of(function))).isFalse();
        assertThat(loop.induction()).isEqualTo(new Induction(i, Constant.of(0), 1));
        assertThat(loop.conditions()).isEmpty();
    }

    /** for (i = 0; i < n; i++) with a bound that each trip changes, or a step that only some trips take. */
    @Test
    void changingBoundsAndUnevenStepsAreNotCounted() {
        for (boolean unevenStep : new boolean[] {true, false}) {
            FunctionBuilder out = new FunctionBuilder("f", List.of());
            Variable n = out.variable(PrimitiveType.I32, "n");
            Variable i = out.variable(PrimitiveType.I32, "i");
            Variable m = out.variable(PrimitiveType.I32, "m");
            Label header = out.label("header");
            Label body = out.label("body");
            Label other = out.label("other");
            Label exit = out.label("exit");
            out.begin(out.label("entry"), List.of(n));
            out.jump(header, Constant.of(0), n);
            out.begin(header, List.of(i, m));
            Variable test = out.add(new Op.Compare(CompareKind.LT, i, unevenStep ? n : m));
            out.end(new Terminator.Branch(test, new Successor(body, List.of()), new Successor(exit, List.of())));
            out.begin(body, List.of());
            Variable one = out.add(new Op.Binary(BinaryKind.ADD, i, Constant.of(1)));
            Variable two = out.add(new Op.Binary(BinaryKind.ADD, i, Constant.of(unevenStep ? 2 : 1)));
            Variable half = out.add(new Op.Binary(BinaryKind.SHR, m, Constant.of(1)));
            out.end(
                    new Terminator.Branch(
                            half, new Successor(header, List.of(one, half)), new Successor(other, List.of())));
            out.begin(other, List.of());
            out.jump(header, two, half);
            out.begin(exit, List.of());
            out.end(new Terminator.Return(List.of()));
            assertThat(find(out.build())).isNull();
        }
    }
}
