package dev.fluxion.transform;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.build.SsaBuilder;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
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
 * Random functions of two doubles, an integer and an array of doubles, made of assignments, stores, branches, loops
 * with breaks and continues, switches, handlers and early returns. All of them end.
 */
final class RandomPrograms {

    static final Type F64 = PrimitiveType.F64;
    static final Type I32 = PrimitiveType.I32;
    static final Type ARRAY = new ArrayType(F64);

    private static final int DEPTH = 3;

    private final Random random;
    private final FunctionBuilder out;
    private final SsaBuilder ssa;
    private final RandomExpressions expressions;
    private final Deque<Loop> loops = new ArrayDeque<>();
    private final Deque<Label> handlers = new ArrayDeque<>();
    private int counters;
    private int budget;

    private record Loop(Label next, Label exit) {}

    private RandomPrograms(long seed, int budget) {
        this.random = new Random(seed);
        this.budget = budget;
        this.out = new FunctionBuilder("random" + seed, List.of(F64, I32));
        this.ssa = new SsaBuilder(out);
        this.expressions = new RandomExpressions(random, out, ssa);
    }

    /** Returns a function {@code (f64, f64, i32, f64[]) -> (f64, i32)}. */
    static Function of(long seed, int size) {
        return new RandomPrograms(seed, size).function();
    }

    private Function function() {
        List<Variable> parameters = new ArrayList<>();
        for (Type type : List.of(F64, F64, I32, ARRAY)) {
            parameters.add(out.variable(type, "p" + parameters.size()));
        }
        out.begin(out.label("entry"), parameters);
        ssa.write("d0", parameters.get(0));
        ssa.write("d1", parameters.get(1));
        ssa.write("d2", Constant.of(0.0));
        ssa.write("i0", parameters.get(2));
        ssa.write("i1", Constant.of(1));
        ssa.write("a", parameters.get(3));
        statements(DEPTH);
        if (out.isOpen()) {
            leave();
        }
        return ssa.build();
    }

    private void leave() {
        out.end(
                new Terminator.Return(
                        List.of(ssa.read("d" + random.nextInt(3), F64), ssa.read("i" + random.nextInt(2), I32))));
    }

    private void begin(Label label, Variable... parameters) {
        out.begin(label, List.of(parameters));
        List<Handler> all = new ArrayList<>();
        for (Label handler : handlers) {
            all.add(new Handler(ClassType.THROWABLE, handler, List.of()));
        }
        out.protect(all);
    }

    private void jump(Label label) {
        if (out.isOpen()) {
            out.jump(label);
        }
    }

    private void statements(int depth) {
        for (int count = 1 + random.nextInt(4); count > 0 && out.isOpen() && budget > 0; count--) {
            budget--;
            statement(depth);
        }
    }

    private void statement(int depth) {
        int choice = random.nextInt(depth > 0 ? 20 : 10);
        switch (choice) {
            case 0, 1, 2, 3, 4 -> ssa.write("d" + random.nextInt(3), expressions.floating(2));
            case 5, 6 -> ssa.write("i" + random.nextInt(2), expressions.integer(2));
            case 7 ->
                    out.effect(
                            new Op.ArrayStore(F64, ssa.read("a", ARRAY), expressions.index(), expressions.floating(1)));
            case 8 -> {
                Value swapped = ssa.read("d0", F64);
                ssa.write("d0", ssa.read("d1", F64));
                ssa.write("d1", swapped);
            }
            case 9 -> jumpOut();
            case 10, 11, 12, 13 -> branch(depth);
            case 14, 15 -> counted(depth);
            case 16, 17 -> loop(depth);
            case 18 -> choice(depth);
            default -> protectedCode(depth);
        }
    }

    private void jumpOut() {
        if (random.nextInt(4) == 0) {
            leave();
        } else if (!loops.isEmpty() && handlers.isEmpty()) {
            Loop loop = random.nextBoolean() ? loops.peek() : loops.peekLast();
            out.jump(random.nextBoolean() ? loop.next : loop.exit);
        }
    }

    private void branch(int depth) {
        Label then = out.label("then");
        Label otherwise = out.label("else");
        Label join = out.label("join");
        out.end(
                new Terminator.Branch(
                        expressions.condition(), new Successor(then, List.of()), new Successor(otherwise, List.of())));
        begin(then);
        statements(depth - 1);
        jump(join);
        begin(otherwise);
        if (random.nextBoolean()) {
            statements(depth - 1);
        }
        jump(join);
        begin(join);
    }

    private void counted(int depth) {
        String counter = "c" + counters++;
        Value bound = random.nextBoolean() ? Constant.of(random.nextInt(4)) : length();
        ssa.write(counter, Constant.of(0));
        Label header = out.label("for");
        Label body = out.label("body");
        Loop loop = new Loop(out.label("next"), out.label("done"));
        out.jump(header);
        begin(header);
        Value test = out.add(new Op.Compare(CompareKind.LT, ssa.read(counter, I32), bound));
        out.end(new Terminator.Branch(test, new Successor(body, List.of()), new Successor(loop.exit, List.of())));
        begin(body);
        if (random.nextBoolean()) {
            Value element = out.add(new Op.ArrayLoad(F64, ssa.read("a", ARRAY), ssa.read(counter, I32)));
            ssa.write("d2", out.add(new Op.Binary(BinaryKind.ADD, ssa.read("d2", F64), element)));
        }
        loops.push(loop);
        statements(depth - 1);
        loops.pop();
        jump(loop.next);
        begin(loop.next);
        ssa.write(counter, out.add(new Op.Binary(BinaryKind.ADD, ssa.read(counter, I32), Constant.of(1))));
        out.jump(header);
        begin(loop.exit);
    }

    private Value length() {
        return out.add(new Op.ArrayLength(ssa.read("a", ARRAY)));
    }

    /** A loop that tests in the middle, and stops after a few trips whatever happens. */
    private void loop(int depth) {
        String fuel = "c" + counters++;
        ssa.write(fuel, Constant.of(0));
        Label header = out.label("loop");
        Label again = out.label("again");
        Loop loop = new Loop(header, out.label("out"));
        out.jump(header);
        begin(header);
        ssa.write(fuel, out.add(new Op.Binary(BinaryKind.ADD, ssa.read(fuel, I32), Constant.of(1))));
        Value tired = out.add(new Op.Compare(CompareKind.GT, ssa.read(fuel, I32), Constant.of(4)));
        out.end(new Terminator.Branch(tired, new Successor(loop.exit, List.of()), new Successor(again, List.of())));
        begin(again);
        loops.push(loop);
        statements(depth - 1);
        loops.pop();
        if (out.isOpen()) {
            out.end(
                    new Terminator.Branch(
                            expressions.condition(),
                            new Successor(header, List.of()),
                            new Successor(loop.exit, List.of())));
        }
        begin(loop.exit);
    }

    private void choice(int depth) {
        Label first = out.label("case");
        Label second = out.label("case");
        Label join = out.label("join");
        Value selector = expressions.integer(1);
        out.end(
                new Terminator.Switch(
                        selector,
                        List.of(
                                new Terminator.Case(0, new Successor(first, List.of())),
                                new Terminator.Case(1, new Successor(second, List.of())),
                                new Terminator.Case(2, new Successor(first, List.of()))),
                        new Successor(join, List.of())));
        begin(first);
        statements(depth - 1);
        jump(random.nextBoolean() ? second : join);
        begin(second);
        statements(depth - 1);
        jump(join);
        begin(join);
    }

    private void protectedCode(int depth) {
        Label inside = out.label("try");
        Label caught = out.label("catch");
        Label after = out.label("after");
        out.jump(inside);
        handlers.push(caught);
        begin(inside);
        statements(depth - 1);
        if (out.isOpen()) {
            out.effect(new Op.ArrayLoad(F64, ssa.read("a", ARRAY), ssa.read("i0", I32)));
        }
        handlers.pop();
        jump(after);
        begin(caught, out.variable(ClassType.THROWABLE, "e"));
        statements(depth - 1);
        jump(after);
        begin(after);
    }
}
