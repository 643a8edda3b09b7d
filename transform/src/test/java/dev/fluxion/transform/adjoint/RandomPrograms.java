package dev.fluxion.transform.adjoint;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.build.SsaBuilder;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * Makes random programs {@code f(double[4]) -> double} of nested loops (counted up and down, ended by a condition, left
 * in the middle), branches, swaps of locals, array reads, a local array that is overwritten, recursion and, where asked
 * for, exceptions of array accesses and divisions, caught and not.
 */
public final class RandomPrograms {
    private static final List<Type> NUMBER = List.of(PrimitiveType.F64);
    private static final ArrayType ARRAY = new ArrayType(PrimitiveType.F64);
    private static final int SLOTS = 4;

    private final Random random;
    private final FunctionBuilder out;
    private final SsaBuilder slots;
    private final Variable input;
    private final Variable depth;
    private final List<String> counters = new ArrayList<>();
    private final List<Label> breaks = new ArrayList<>();
    private final Deque<Handler> handlers = new ArrayDeque<>();
    private final boolean throwing;
    private int budget;
    private int names;

    private RandomPrograms(Random random, String name, int budget, boolean throwing) {
        this.random = random;
        this.throwing = throwing;
        this.budget = budget;
        this.out = new FunctionBuilder(name, NUMBER);
        this.slots = new SsaBuilder(out);
        this.input = out.variable(ARRAY, "a");
        this.depth = out.variable(PrimitiveType.I32, "depth");
    }

    /** Returns a program with functions {@code f(a)} and {@code g(a, depth)}. */
    public static Program make(long seed) {
        return make(seed, false);
    }

    /** Returns a program whose functions also throw and catch. */
    public static Program throwing(long seed) {
        return make(seed, true);
    }

    private static Program make(long seed, boolean throwing) {
        Random random = new Random(seed);
        Function g = new RandomPrograms(random, "g", 6 + random.nextInt(24), throwing).body();
        FunctionBuilder out = new FunctionBuilder("f", NUMBER);
        Variable a = out.variable(ARRAY, "a");
        out.begin(out.label("entry"), List.of(a));
        List<Variable> result = out.call(new Op.Call("g", List.of(a, Constant.of(random.nextInt(3)))), NUMBER);
        out.end(new Terminator.Return(List.copyOf(result)));
        return Program.of(List.of(out.build(), g));
    }

    private Function body() {
        out.begin(out.label("entry"), List.of(input, depth));
        Variable local = out.add(new Op.NewArray(ARRAY, List.of(Constant.of(4))));
        slots.write("local", local);
        for (int i = 0; i < SLOTS; i++) {
            slots.write(i, out.add(new Op.ArrayLoad(PrimitiveType.F64, input, Constant.of(i))));
        }
        while (budget > 0) {
            statement(0);
        }
        out.end(new Terminator.Return(List.of(tame(number()))));
        return slots.build();
    }

    private Value slot(int index) {
        return slots.read(index, PrimitiveType.F64);
    }

    private Value number() {
        int choice = random.nextInt(10);
        if (choice == 0) {
            return Constant.of(random.nextInt(5) / 2.0 - 1);
        }
        if (choice == 1) {
            return out.add(new Op.ArrayLoad(PrimitiveType.F64, input, index()));
        }
        if (choice == 2) {
            return out.add(new Op.ArrayLoad(PrimitiveType.F64, slots.read("local", ARRAY), index()));
        }
        return slot(random.nextInt(SLOTS));
    }

    /** An index that is in bounds: a constant, or a loop counter's low bits. */
    private Value index() {
        if (counters.isEmpty() || random.nextBoolean()) {
            return Constant.of(random.nextInt(4));
        }
        Value counter = slots.read(counters.get(random.nextInt(counters.size())), PrimitiveType.I32);
        return out.add(new Op.Binary(BinaryKind.AND, counter, Constant.of(3)));
    }

    private Value tame(Value x) {
        return out.add(
                new Op.Invoke(
                        InvokeKind.STATIC,
                        new MethodRef(
                                "java/lang/Math", List.of("sin", "cos", "tanh").get(random.nextInt(3)), "(D)D", false),
                        List.of(x)));
    }

    private void statement(int nesting) {
        budget--;
        if (throwing && random.nextInt(3) == 0) {
            risky(nesting);
            return;
        }
        int choice = random.nextInt(nesting < 3 ? 16 : 10);
        switch (choice) {
            case 0, 1, 2 -> slots.write(random.nextInt(SLOTS), binary());
            case 3 -> slots.write(random.nextInt(SLOTS), tame(number()));
            case 4 -> slots.write(random.nextInt(SLOTS), tame(binary()));
            case 5 -> {
                int i = random.nextInt(SLOTS);
                int j = random.nextInt(SLOTS);
                Value first = slot(i);
                slots.write(i, slot(j));
                slots.write(j, first);
            }
            case 6, 7 ->
                    out.effect(
                            new Op.ArrayStore(PrimitiveType.F64, slots.read("local", ARRAY), index(), tame(number())));
            case 8 -> {
                if (!breaks.isEmpty()) {
                    exitIf(breaks.get(random.nextInt(breaks.size())));
                }
            }
            case 9 -> slots.write(random.nextInt(SLOTS), select());
            case 10, 11 -> branch(nesting);
            case 12, 13 -> countedLoop(nesting, random.nextBoolean());
            case 14 -> conditionLoop(nesting);
            default -> recurse();
        }
    }

    private void begin(Label label) {
        out.begin(label, List.of());
        out.protect(List.copyOf(handlers));
    }

    private void risky(int nesting) {
        switch (random.nextInt(nesting < 3 ? 9 : 4)) {
            case 0 ->
                    slots.write(random.nextInt(SLOTS), out.add(new Op.ArrayLoad(PrimitiveType.F64, input, anyIndex())));
            case 1 ->
                    out.effect(
                            new Op.ArrayStore(
                                    PrimitiveType.F64, slots.read("local", ARRAY), anyIndex(), tame(number())));
            case 2 -> {
                Value divisor = out.add(new Op.Binary(BinaryKind.AND, anyIndex(), Constant.of(3)));
                Value quotient = out.add(new Op.IntegerDivide(BinaryKind.DIV, Constant.of(5), divisor));
                Value factor = out.add(new Op.Convert(PrimitiveType.F64, quotient));
                slots.write(random.nextInt(SLOTS), tame(out.add(new Op.Binary(BinaryKind.MUL, factor, number()))));
            }
            case 3 -> {
                Label raise = out.label("raise");
                exitIf(
                        raise,
                        () -> {
                            out.effect(new Op.IntegerDivide(BinaryKind.REM, Constant.of(1), Constant.of(0)));
                            out.end(new Terminator.Unreachable());
                        });
            }
            default -> guarded(nesting);
        }
        split();
    }

    /** A handler sees what slots were when its block was entered. */
    private void split() {
        Label next = out.label("next");
        out.jump(next);
        begin(next);
    }

    /** An index that may be out of bounds. */
    private Value anyIndex() {
        if (counters.isEmpty()) {
            return Constant.of(random.nextInt(6) - 1);
        }
        Value counter = slots.read(counters.get(random.nextInt(counters.size())), PrimitiveType.I32);
        return out.add(new Op.Binary(BinaryKind.ADD, counter, Constant.of(random.nextInt(4))));
    }

    private void guarded(int nesting) {
        ClassType type =
                new ClassType(
                        List.of(
                                        "java/lang/ArrayIndexOutOfBoundsException",
                                        "java/lang/ArithmeticException",
                                        "java/lang/RuntimeException",
                                        "java/lang/Throwable")
                                .get(random.nextInt(4)));
        Label caught = out.label("caught");
        Label join = out.label("join");
        handlers.push(new Handler(type, caught, List.of()));
        split();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count && budget > 0; i++) {
            statement(nesting + 1);
            split();
        }
        handlers.pop();
        out.jump(join);
        Variable exception = out.variable(type, "e");
        out.begin(caught, List.of(exception));
        out.protect(List.copyOf(handlers));
        statements(nesting + 1);
        if (random.nextInt(4) == 0) {
            exitIf(out.label("rethrow"), () -> out.end(new Terminator.Throw(exception)));
        }
        out.jump(join);
        begin(join);
    }

    private void exitIf(Label target, Runnable code) {
        Label on = out.label("on");
        out.end(new Terminator.Branch(condition(), to(target), to(on)));
        begin(target);
        code.run();
        begin(on);
    }

    private Value binary() {
        Value x = number();
        Value y = number();
        return switch (random.nextInt(5)) {
            case 0 -> out.add(new Op.Binary(BinaryKind.ADD, x, y));
            case 1 -> out.add(new Op.Binary(BinaryKind.SUB, x, y));
            case 2, 3 -> out.add(new Op.Binary(BinaryKind.MUL, x, tame(y)));
            default -> {
                Value square = out.add(new Op.Binary(BinaryKind.MUL, y, y));
                Value positive = out.add(new Op.Binary(BinaryKind.ADD, square, Constant.of(1.5)));
                yield out.add(new Op.Binary(BinaryKind.DIV, x, positive));
            }
        };
    }

    private Value condition() {
        return out.add(
                new Op.Compare(
                        random.nextBoolean() ? CompareKind.LT : CompareKind.GE,
                        number(),
                        Constant.of(random.nextInt(7) / 4.0 - 0.7)));
    }

    private Value select() {
        return out.add(new Op.Select(condition(), number(), number()));
    }

    private static Successor to(Label label) {
        return new Successor(label, List.of());
    }

    private void exitIf(Label target) {
        Label on = out.label("on");
        out.end(new Terminator.Branch(condition(), to(target), to(on)));
        begin(on);
    }

    private void statements(int nesting) {
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count && budget > 0; i++) {
            statement(nesting);
        }
    }

    private void branch(int nesting) {
        Label then = out.label("then");
        Label otherwise = out.label("else");
        Label join = out.label("join");
        out.end(new Terminator.Branch(condition(), to(then), to(otherwise)));
        begin(then);
        statements(nesting + 1);
        out.jump(join);
        begin(otherwise);
        if (random.nextBoolean()) {
            statements(nesting + 1);
        }
        out.jump(join);
        begin(join);
    }

    private void countedLoop(int nesting, boolean up) {
        String counter = "i" + names++;
        int trips = random.nextInt(4);
        slots.write(counter, Constant.of(up ? 0 : trips));
        CompareKind kind = up ? CompareKind.LT : CompareKind.GT;
        loop(
                nesting,
                counter,
                up ? 1 : -1,
                () ->
                        out.add(
                                new Op.Compare(
                                        kind, slots.read(counter, PrimitiveType.I32), Constant.of(up ? trips : 0))));
    }

    private void conditionLoop(int nesting) {
        String counter = "i" + names++;
        slots.write(counter, Constant.of(0));
        int slot = random.nextInt(SLOTS);
        loop(
                nesting,
                counter,
                2,
                () -> {
                    Value few =
                            out.add(
                                    new Op.Compare(
                                            CompareKind.LT, slots.read(counter, PrimitiveType.I32), Constant.of(7)));
                    Value more = out.add(new Op.Compare(CompareKind.LT, slot(slot), Constant.of(0.8)));
                    return out.add(new Op.Binary(BinaryKind.AND, few, more));
                });
    }

    private void loop(int nesting, String counter, int step, java.util.function.Supplier<Value> test) {
        Label header = out.label("loop");
        Label body = out.label("body");
        Label exit = out.label("exit");
        out.jump(header);
        begin(header);
        out.end(new Terminator.Branch(test.get(), to(body), to(exit)));
        begin(body);
        counters.add(counter);
        breaks.add(exit);
        statements(nesting + 1);
        breaks.removeLast();
        counters.removeLast();
        Value count = slots.read(counter, PrimitiveType.I32);
        slots.write(counter, out.add(new Op.Binary(BinaryKind.ADD, count, Constant.of(step))));
        out.jump(header);
        begin(exit);
    }

    /** A recursive call, on the argument itself or on the local array, while {@code depth} lasts. */
    private void recurse() {
        Label call = out.label("call");
        Label join = out.label("join");
        Value more = out.add(new Op.Compare(CompareKind.GT, depth, Constant.of(0)));
        out.end(new Terminator.Branch(more, to(call), to(join)));
        begin(call);
        Value less = out.add(new Op.Binary(BinaryKind.SUB, depth, Constant.of(1)));
        Value array = random.nextBoolean() ? input : slots.read("local", ARRAY);
        slots.write(random.nextInt(SLOTS), out.call(new Op.Call("g", List.of(array, less)), NUMBER).getFirst());
        out.jump(join);
        begin(join);
    }
}
