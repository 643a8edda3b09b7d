package dev.fluxion.backend.cpu;

import static dev.fluxion.ir.type.PrimitiveType.F32;
import static dev.fluxion.ir.type.PrimitiveType.F64;
import static dev.fluxion.ir.type.PrimitiveType.I32;
import static dev.fluxion.ir.type.PrimitiveType.I64;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.analysis.Dominators;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A random well-typed program: {@code main(f64, i32, f64[], fuel) -> f64} stores the further results of {@code body} in
 * the array. Any control flow, irreducible too; each block takes fuel, so that it ends; some blocks are protected.
 */
final class RandomProgram {

    static final ArrayType ARRAY = new ArrayType(F64);
    private static final List<Type> RESULTS = List.of(F64, I32, I64, F32, F64, I32);
    private static final PrimitiveType[] TYPES = {I32, I64, F32, F64};
    private static final PrimitiveType[] NARROW = {
        PrimitiveType.BOOL, PrimitiveType.I8, PrimitiveType.I16, PrimitiveType.CHAR
    };
    private static final BinaryKind[] SHIFTS = {BinaryKind.SHL, BinaryKind.SHR, BinaryKind.USHR};
    private static final CompareKind[] COMPARISONS = CompareKind.values();

    private final Random random;
    private final int size;
    private final int statements;
    private int nextVariable;

    private final List<Label> labels = new ArrayList<>();
    private final List<List<Variable>> parameters = new ArrayList<>();
    private final List<List<Integer>> edges = new ArrayList<>();
    private final List<List<Integer>> handlers = new ArrayList<>();
    private final Map<Label, List<Variable>> defined = new HashMap<>();
    private final Set<Integer> handling = new HashSet<>();

    private RandomProgram(Random random, int size, int statements) {
        this.random = random;
        this.size = size;
        this.statements = statements;
    }

    /** Makes a program of so many blocks with up to so many statements each. */
    static Program of(Random random, int size, int statements) {
        return Program.of(List.of(main(), new RandomProgram(random, size, statements).body()));
    }

    private static Function main() {
        var out = new dev.fluxion.ir.build.FunctionBuilder("main", List.of(F64));
        Variable x = out.variable(F64, "x");
        Variable k = out.variable(I32, "k");
        Variable array = out.variable(ARRAY, "array");
        Variable fuel = out.variable(I32, "fuel");
        out.begin(out.label("entry"), List.of(x, k, array, fuel));
        List<Variable> results = out.call(new Op.Call("body", List.of(x, k, array, fuel)), RESULTS);
        for (int i = 1; i < results.size(); i++) {
            Value value = results.get(i).type() == F64 ? results.get(i) : out.add(new Op.Convert(F64, results.get(i)));
            out.effect(new Op.ArrayStore(F64, array, Constant.of(i), value));
        }
        out.end(new Terminator.Return(List.of(results.getFirst())));
        return out.build();
    }

    private Variable fresh(Type type) {
        return new Variable(nextVariable++, type, random.nextInt(4) == 0 ? "v" : "");
    }

    private Function body() {
        int handlerCount = size / 6;
        for (int i = 0; i < size; i++) {
            labels.add(new Label(i, ""));
            List<Variable> own = new ArrayList<>();
            if (i == 0) {
                own.addAll(List.of(fresh(F64), fresh(I32), fresh(ARRAY), fresh(I32)));
            } else {
                if (i >= size - handlerCount) {
                    handling.add(i);
                    own.add(fresh(new ClassType("java/lang/RuntimeException")));
                }
                own.add(fresh(I32));
                for (int p = random.nextInt(5); p > 0; p--) {
                    own.add(fresh(TYPES[random.nextInt(4)]));
                }
            }
            parameters.add(own);
        }
        for (int i = 0; i < size; i++) {
            List<Integer> targets = new ArrayList<>();
            int count = i == 1 ? 0 : random.nextInt(8) == 0 ? 3 + random.nextInt(3) : 1 + random.nextInt(2);
            for (int e = 0; e < count; e++) {
                targets.add(random.nextInt(3) == 0 ? anyTarget() : Math.min(i + 1, size - handlerCount - 1));
            }
            targets.replaceAll(target -> target == 0 ? 1 : target);
            edges.add(targets);
            boolean isProtected = i > 1 && i < size - handlerCount && handlerCount > 0 && random.nextInt(4) == 0;
            handlers.add(isProtected ? List.of(size - 1 - random.nextInt(handlerCount)) : List.of());
        }
        Function skeleton = new Function("body", RESULTS, skeleton());
        Dominators dominators = Dominators.of(Cfg.of(skeleton));
        Map<Label, Block> blocks = new HashMap<>();
        for (Block block : dominators.cfg().blocks()) {
            blocks.put(block.label(), fill(block, dominators));
        }
        List<Block> list = new ArrayList<>();
        for (Label label : labels) {
            if (blocks.containsKey(label)) {
                list.add(blocks.get(label));
            }
        }
        return new Function("body", RESULTS, list);
    }

    private int anyTarget() {
        return 1 + random.nextInt(size - 1 - size / 6);
    }

    private List<Block> skeleton() {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<Terminator.Case> cases = new ArrayList<>();
            for (int target : edges.get(i)) {
                cases.add(new Terminator.Case(cases.size(), new Successor(labels.get(target), List.of())));
            }
            List<Handler> caught = new ArrayList<>();
            for (int handler : handlers.get(i)) {
                caught.add(new Handler(new ClassType("java/lang/RuntimeException"), labels.get(handler), List.of()));
            }
            Terminator end =
                    i == 1
                            ? new Terminator.Return(List.of())
                            : new Terminator.Switch(Constant.of(0), cases, new Successor(labels.get(1), List.of()));
            blocks.add(new Block(labels.get(i), parameters.get(i), List.of(), end, Position.NONE, caught));
        }
        return blocks;
    }

    private Block fill(Block skeleton, Dominators dominators) {
        int at = skeleton.label().id();
        List<Variable> known = new ArrayList<>(parameters.get(at));
        Label parent = dominators.immediateDominator(skeleton.label());
        for (Label above = parent; above != null; above = dominators.immediateDominator(above)) {
            boolean completed = dominators.completionDominates(above, skeleton.label());
            known.addAll(completed ? defined.get(above) : parameters.get(above.id()));
        }
        List<Handler> caught = new ArrayList<>();
        Variable fuelBefore = parameters.get(at).get(at == 0 ? 3 : handling.contains(at) ? 1 : 0);
        for (int handler : handlers.get(at)) {
            List<Value> arguments = new ArrayList<>(List.of(fuelBefore));
            List<Variable> wanted = parameters.get(handler);
            for (int i = 2; i < wanted.size(); i++) {
                arguments.add(pick(wanted.get(i).type(), known));
            }
            ClassType type =
                    new ClassType(
                            random.nextBoolean() ? "java/lang/RuntimeException" : "java/lang/ArithmeticException");
            caught.add(new Handler(new ClassType("java/lang/RuntimeException"), labels.get(handler), arguments));
            if (random.nextBoolean()) {
                caught.addFirst(new Handler(type, labels.get(handler), arguments));
            }
        }
        List<Statement> body = new ArrayList<>();
        Variable fuel = fresh(I32);
        body.add(
                new Statement(List.of(fuel), new Op.Binary(BinaryKind.SUB, fuelBefore, Constant.of(1)), Position.NONE));
        for (int i = random.nextInt(statements + 1); i > 0; i--) {
            addStatement(body, known);
        }
        Terminator end = end(at, fuel, known, body);
        defined.put(skeleton.label(), own(known, skeleton.label().id(), body));
        return new Block(skeleton.label(), parameters.get(at), body, end, Position.NONE, caught);
    }

    /** Returns what the block itself defines and later blocks may use. */
    private List<Variable> own(List<Variable> known, int at, List<Statement> body) {
        List<Variable> own = new ArrayList<>(parameters.get(at));
        for (Statement statement : body) {
            own.addAll(statement.results());
        }
        own.retainAll(known);
        return own;
    }

    private Terminator end(int at, Variable fuel, List<Variable> known, List<Statement> body) {
        if (at == 1) {
            List<Value> values = new ArrayList<>();
            for (Type type : RESULTS) {
                values.add(pick(type, known));
            }
            return new Terminator.Return(values);
        }
        Successor out = edge(1, fuel, known);
        List<Integer> targets = edges.get(at);
        Variable stop = fresh(I32);
        body.add(new Statement(List.of(stop), new Op.Compare(CompareKind.LE, fuel, Constant.of(0)), Position.NONE));
        if (targets.size() == 1) {
            return new Terminator.Branch(stop, out, edge(targets.getFirst(), fuel, known));
        }
        Variable selector = fresh(I32);
        Value chosen = pick(I32, known);
        Variable bits = fresh(I32);
        body.add(new Statement(List.of(bits), new Op.Binary(BinaryKind.AND, chosen, Constant.of(7)), Position.NONE));
        body.add(new Statement(List.of(selector), new Op.Select(stop, Constant.of(99), bits), Position.NONE));
        List<Terminator.Case> cases = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            cases.add(new Terminator.Case(i, edge(targets.get(i % targets.size()), fuel, known)));
        }
        return new Terminator.Switch(selector, cases, out);
    }

    private Successor edge(int target, Variable fuel, List<Variable> known) {
        List<Value> arguments = new ArrayList<>(List.of(fuel));
        List<Variable> wanted = parameters.get(target);
        for (int i = 1; i < wanted.size(); i++) {
            arguments.add(pick(wanted.get(i).type(), known));
        }
        return new Successor(labels.get(target), arguments);
    }

    private Value pick(Type type, List<Variable> known) {
        for (int i = 0; i < 6; i++) {
            int recent = random.nextBoolean() ? Math.min(8, known.size()) : known.size();
            Variable variable =
                    random.nextBoolean()
                            ? known.get(known.size() - 1 - random.nextInt(recent))
                            : known.get(random.nextInt(recent));
            if (variable.type().equals(type)) {
                return variable;
            }
        }
        return switch ((PrimitiveType) type) {
            case I32 -> Constant.of(random.nextInt(20) - 5);
            case I64 -> Constant.of((long) random.nextInt(5));
            case F32 -> Constant.of(random.nextInt(5) * 0.5f);
            default -> Constant.of(random.nextInt(7) == 0 ? Double.NaN : random.nextInt(5) * 0.25);
        };
    }

    private void addStatement(List<Statement> body, List<Variable> known) {
        PrimitiveType type = TYPES[random.nextInt(4)];
        Value x = pick(type, known);
        Value y = pick(type, known);
        Value i = pick(I32, known);
        boolean integer = type == I32 || type == I64;
        Variable array = parameters.getFirst().get(2);
        switch (random.nextInt(16)) {
            case 0 -> add(body, known, type, new Op.Negate(x));
            case 1, 2, 3, 4 -> {
                BinaryKind[] kinds =
                        integer
                                ? new BinaryKind[] {
                                    BinaryKind.ADD, BinaryKind.SUB, BinaryKind.MUL, BinaryKind.AND, BinaryKind.XOR
                                }
                                : new BinaryKind[] {
                                    BinaryKind.ADD, BinaryKind.SUB, BinaryKind.MUL, BinaryKind.DIV, BinaryKind.REM
                                };
                add(body, known, type, new Op.Binary(kinds[random.nextInt(kinds.length)], x, y));
            }
            case 5 -> {
                if (integer) {
                    add(body, known, type, new Op.Binary(SHIFTS[random.nextInt(3)], x, i));
                }
            }
            case 6 -> {
                if (integer) {
                    BinaryKind kind = random.nextBoolean() ? BinaryKind.DIV : BinaryKind.REM;
                    add(body, known, type, new Op.IntegerDivide(kind, x, y));
                }
            }
            case 7 -> add(body, known, I32, new Op.Compare(COMPARISONS[random.nextInt(COMPARISONS.length)], x, y));
            case 8 -> {
                if (type != I32) {
                    add(body, known, I32, new Op.ThreeWay(random.nextBoolean() ? 1 : -1, x, y));
                }
            }
            case 9 -> {
                PrimitiveType to =
                        type == I32 && random.nextBoolean() ? NARROW[random.nextInt(4)] : TYPES[random.nextInt(4)];
                add(body, known, to.computational(), new Op.Convert(to, x));
            }
            case 10 -> add(body, known, type, new Op.Select(i, x, y));
            case 11 -> add(body, known, F64, new Op.ArrayLoad(F64, array, i));
            case 12 ->
                    body.add(
                            new Statement(
                                    List.of(), new Op.ArrayStore(F64, array, i, pick(F64, known)), Position.NONE));
            case 13 ->
                    add(
                            body,
                            known,
                            F64,
                            new Op.Invoke(
                                    InvokeKind.STATIC,
                                    new MethodRef("java/lang/Math", "sin", "(D)D", false),
                                    List.of(pick(F64, known))));
            case 14 -> {
                int stack = List.of(TYPES).indexOf(type);
                body.add(new Statement(List.of(), new Op.TapePush(stack, x), Position.NONE));
                add(body, known, type, new Op.TapePop(stack, type));
            }
            default -> add(body, known, I32, new Op.ArrayLength(array));
        }
    }

    private void add(List<Statement> body, List<Variable> known, Type type, Op op) {
        Variable result = fresh(type);
        body.add(new Statement(List.of(result), op, Position.NONE));
        known.add(result);
    }
}
