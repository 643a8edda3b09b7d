package dev.fluxion.transform.adjoint;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs IR on dual numbers: the independent oracle for adjoints. It shares nothing with the transform, for it goes
 * forwards and carries derivatives as numbers beside numbers.
 */
public final class Duals {

    /** A number with its derivative in one direction. */
    public record Dual(double value, double dot) {}

    private static final Object NULL = "null";

    private final Program program;
    private final Map<Integer, Deque<Object>> stacks = new HashMap<>();
    private int fuel = 2_000_000;

    public Duals(Program program) {
        this.program = program;
    }

    /** Returns an array of duals that move in one direction. */
    public static Dual[] array(double[] values, double[] direction) {
        Dual[] duals = new Dual[values.length];
        Arrays.setAll(duals, i -> new Dual(values[i], direction[i]));
        return duals;
    }

    /** Returns whether every value pushed has been popped. */
    public boolean isBalanced() {
        return stacks.values().stream().allMatch(Deque::isEmpty);
    }

    /** Calls a function; numbers are {@link Dual}s, arrays of numbers arrays of them, the rest as in Java. */
    public List<Object> call(String name, List<Object> arguments) {
        Function function = program.function(name);
        Map<Label, Block> blocks = function.blocksByLabel();
        Map<Variable, Object> frame = new HashMap<>();
        Block block = function.entry();
        List<Object> passed = arguments;
        while (true) {
            for (int i = 0; i < passed.size(); i++) {
                frame.put(block.parameters().get(i), passed.get(i));
            }
            RuntimeException thrown = run(block, frame);
            if (thrown != null) {
                Handler handler = handler(block, thrown);
                passed = new ArrayList<>();
                passed.add(thrown);
                passed.addAll(values(handler.arguments(), frame));
                block = blocks.get(handler.target());
                continue;
            }
            Successor next;
            switch (block.terminator()) {
                case Terminator.Jump jump -> next = jump.target();
                case Terminator.Branch branch ->
                        next = integer(branch.condition(), frame) != 0 ? branch.then() : branch.otherwise();
                case Terminator.Switch choice -> {
                    next = choice.otherwise();
                    for (Terminator.Case arm : choice.cases()) {
                        if (arm.key() == integer(choice.selector(), frame)) {
                            next = arm.target();
                        }
                    }
                }
                case Terminator.Return leave -> {
                    return values(leave.values(), frame);
                }
                case Terminator.Throw _, Terminator.Unreachable _ -> throw new AssertionError(name + " does not go on");
            }
            passed = values(next.arguments(), frame);
            block = blocks.get(next.target());
        }
    }

    /** Runs the statements; returns what they or the terminator throw, or null. */
    private RuntimeException run(Block block, Map<Variable, Object> frame) {
        for (Statement statement : block.statements()) {
            if (fuel-- == 0) {
                throw new AssertionError("out of fuel");
            }
            List<Object> results;
            try {
                results = run(statement.op(), frame);
            } catch (ArrayIndexOutOfBoundsException | ArithmeticException e) {
                return e;
            }
            for (int i = 0; i < statement.results().size(); i++) {
                frame.put(statement.results().get(i), results.get(i));
            }
        }
        return block.terminator() instanceof Terminator.Throw raise
                ? (RuntimeException) value(raise.exception(), frame)
                : null;
    }

    private static Handler handler(Block block, RuntimeException thrown) {
        for (Handler handler : block.handlers()) {
            if (isInstance(handler.type(), thrown)) {
                return handler;
            }
        }
        throw thrown;
    }

    private static boolean isInstance(Type type, Object object) {
        try {
            return Class.forName(((ClassType) type).internalName().replace('/', '.')).isInstance(object);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Object> values(List<Value> values, Map<Variable, Object> frame) {
        List<Object> all = new ArrayList<>();
        values.forEach(value -> all.add(value(value, frame)));
        return all;
    }

    private static Object value(Value value, Map<Variable, Object> frame) {
        return switch (value) {
            case Variable variable -> frame.get(variable);
            case Constant.IntConstant constant -> constant.value();
            case Constant.DoubleConstant constant -> new Dual(constant.value(), 0);
            case Constant.NullConstant constant -> NULL;
            default -> throw new IllegalArgumentException(value.toString());
        };
    }

    private static Dual dual(Value value, Map<Variable, Object> frame) {
        return (Dual) value(value, frame);
    }

    private static int integer(Value value, Map<Variable, Object> frame) {
        return (Integer) value(value, frame);
    }

    private List<Object> run(Op op, Map<Variable, Object> frame) {
        return switch (op) {
            case Op.Negate negate when negate.x().type() == PrimitiveType.I32 -> List.of(-integer(negate.x(), frame));
            case Op.Negate negate -> {
                Dual x = dual(negate.x(), frame);
                yield List.of(new Dual(-x.value, -x.dot));
            }
            case Op.Binary binary ->
                    List.of(
                            binary.x().type() == PrimitiveType.I32
                                    ? integers(binary, frame)
                                    : numbers(binary, dual(binary.x(), frame), dual(binary.y(), frame)));
            case Op.IntegerDivide divide ->
                    List.of(
                            divide.kind() == BinaryKind.DIV
                                    ? integer(divide.x(), frame) / integer(divide.y(), frame)
                                    : integer(divide.x(), frame) % integer(divide.y(), frame));
            case Op.Convert convert -> List.of(new Dual(integer(convert.x(), frame), 0));
            case Op.InstanceOf test -> List.of(isInstance(test.type(), value(test.object(), frame)) ? 1 : 0);
            case Op.CheckCast cast -> List.of(value(cast.object(), frame));
            case Op.Compare compare -> List.of(compare(compare, frame) ? 1 : 0);
            case Op.Select select ->
                    List.of(value(integer(select.condition(), frame) != 0 ? select.x() : select.y(), frame));
            case Op.ArrayLoad load -> List.of(((Dual[]) value(load.array(), frame))[integer(load.index(), frame)]);
            case Op.ArrayStore store -> {
                ((Dual[]) value(store.array(), frame))[integer(store.index(), frame)] = dual(store.value(), frame);
                yield List.of();
            }
            case Op.ArrayLength length -> List.of(((Dual[]) value(length.array(), frame)).length);
            case Op.NewArray array -> {
                int length = integer(array.lengths().getFirst(), frame);
                yield List.of((Object) array(new double[length], new double[length]));
            }
            case Op.Invoke invoke when invoke.method().owner().endsWith("/Shadows") -> shadows(invoke, frame);
            case Op.Invoke invoke -> List.of(math(invoke.method().name(), dual(invoke.arguments().getFirst(), frame)));
            case Op.Call call -> call(call.function(), values(call.arguments(), frame));
            case Op.TapePush push -> {
                stack(push.stack()).push(value(push.value(), frame));
                yield List.of();
            }
            case Op.TapePop pop -> List.of(stack(pop.stack()).pop());
            default -> throw new IllegalArgumentException(op.toString());
        };
    }

    /** The table of shadows, by its own documentation: here of arrays of duals. */
    private static List<Object> shadows(Op.Invoke invoke, Map<Variable, Object> frame) {
        List<Object> given = values(invoke.arguments(), frame);
        if (invoke.method().name().equals("create")) {
            return List.of(new IdentityHashMap<>());
        }
        @SuppressWarnings("unchecked")
        Map<Object, Object> table = (Map<Object, Object>) given.getFirst();
        return switch (invoke.method().name()) {
            case "put" -> {
                table.put(given.get(1), given.get(2));
                yield List.of();
            }
            case "ofStored" -> {
                int length = ((Dual[]) given.get(1)).length;
                double[] zeros = new double[length];
                yield List.of(table.computeIfAbsent(given.get(1), key -> array(zeros, zeros)));
            }
            case "find" -> List.of(table.getOrDefault(given.get(1), NULL));
            default -> throw new IllegalArgumentException(invoke.toString());
        };
    }

    private Deque<Object> stack(int number) {
        return stacks.computeIfAbsent(number, key -> new ArrayDeque<>());
    }

    private static Object integers(Op.Binary binary, Map<Variable, Object> frame) {
        int x = integer(binary.x(), frame);
        int y = integer(binary.y(), frame);
        return switch (binary.kind()) {
            case ADD -> x + y;
            case SUB -> x - y;
            case MUL -> x * y;
            case AND -> x & y;
            case OR -> x | y;
            case XOR -> x ^ y;
            case SHL -> x << y;
            case SHR -> x >> y;
            case USHR -> x >>> y;
            case DIV, REM -> throw new IllegalArgumentException(binary.toString());
        };
    }

    private static Dual numbers(Op.Binary binary, Dual x, Dual y) {
        return switch (binary.kind()) {
            case ADD -> new Dual(x.value + y.value, x.dot + y.dot);
            case SUB -> new Dual(x.value - y.value, x.dot - y.dot);
            case MUL -> new Dual(x.value * y.value, x.dot * y.value + x.value * y.dot);
            case DIV -> {
                double quotient = x.value / y.value;
                yield new Dual(quotient, (x.dot - quotient * y.dot) / y.value);
            }
            case REM -> new Dual(x.value % y.value, x.dot - y.dot * (double) (long) (x.value / y.value));
            default -> throw new IllegalArgumentException(binary.toString());
        };
    }

    @SuppressWarnings("ReferenceEquality") // references are compared by identity
    private static boolean compare(Op.Compare compare, Map<Variable, Object> frame) {
        Object x = value(compare.x(), frame);
        Object y = value(compare.y(), frame);
        if (compare.x().type().isReference()) {
            return java.util.Objects.equals(x, y) == (compare.kind() == CompareKind.EQ);
        }
        int order =
                x instanceof Dual a
                        ? Double.compare(a.value + 0.0, ((Dual) y).value + 0.0)
                        : Integer.compare((Integer) x, (Integer) y);
        return switch (compare.kind()) {
            case EQ -> order == 0;
            case NE -> order != 0;
            case LT -> order < 0;
            case LE -> order <= 0;
            case GT -> order > 0;
            case GE -> order >= 0;
        };
    }

    private static Dual math(String name, Dual x) {
        return switch (name) {
            case "sin" -> new Dual(Math.sin(x.value), Math.cos(x.value) * x.dot);
            case "cos" -> new Dual(Math.cos(x.value), -Math.sin(x.value) * x.dot);
            case "tanh" -> {
                double t = Math.tanh(x.value);
                yield new Dual(t, (1 - t * t) * x.dot);
            }
            default -> throw new IllegalArgumentException(name);
        };
    }
}
