package dev.fluxion.backend.cpu;

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
import dev.fluxion.ir.type.PrimitiveType;

import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs what random programs are made of, one statement after the other, on boxes: slow, short, independent. */
final class Evaluator {

    private final Program program;
    private final Map<Integer, Deque<Object>> tape = new HashMap<>();

    Evaluator(Program program) {
        this.program = program;
    }

    List<Object> call(String name, List<Object> arguments) {
        Function function = program.function(name);
        Map<Label, Block> blocks = function.blocksByLabel();
        Map<Variable, Object> values = new HashMap<>();
        Block block = function.entry();
        List<Object> passed = arguments;
        while (true) {
            for (int i = 0; i < passed.size(); i++) {
                values.put(block.parameters().get(i), passed.get(i));
            }
            Successor edge;
            try {
                for (Statement statement : block.statements()) {
                    List<Object> results = compute(statement.op(), values);
                    for (int i = 0; i < statement.results().size(); i++) {
                        values.put(statement.results().get(i), results.get(i));
                    }
                }
                switch (block.terminator()) {
                    case Terminator.Jump jump -> edge = jump.target();
                    case Terminator.Branch branch ->
                            edge = (int) get(branch.condition(), values) != 0 ? branch.then() : branch.otherwise();
                    case Terminator.Switch choice -> {
                        edge = choice.otherwise();
                        for (Terminator.Case arm : choice.cases()) {
                            if (arm.key() == (int) get(choice.selector(), values)) {
                                edge = arm.target();
                            }
                        }
                    }
                    case Terminator.Return leave -> {
                        return all(leave.values(), values);
                    }
                    case Terminator.Throw raise -> throw (RuntimeException) get(raise.exception(), values);
                    case Terminator.Unreachable never -> throw new AssertionError();
                }
                passed = all(edge.arguments(), values);
                block = blocks.get(edge.target());
            } catch (RuntimeException e) {
                Handler handler = handlerOf(block, e);
                passed = new ArrayList<>(List.of(e));
                passed.addAll(all(handler.arguments(), values));
                block = blocks.get(handler.target());
            }
        }
    }

    private static Handler handlerOf(Block block, RuntimeException e) {
        for (Handler handler : block.handlers()) {
            try {
                if (Class.forName(handler.type().internalName().replace('/', '.')).isInstance(e)) {
                    return handler;
                }
            } catch (ClassNotFoundException missing) {
                throw new AssertionError(missing);
            }
        }
        throw e;
    }

    private static List<Object> all(List<Value> wanted, Map<Variable, Object> values) {
        List<Object> found = new ArrayList<>();
        for (Value value : wanted) {
            found.add(get(value, values));
        }
        return found;
    }

    private static Object get(Value value, Map<Variable, Object> values) {
        return switch (value) {
            case Variable variable -> values.get(variable);
            case Constant.IntConstant(int number) -> number;
            case Constant.LongConstant(long number) -> number;
            case Constant.FloatConstant(float number) -> number;
            case Constant.DoubleConstant(double number) -> number;
            case Constant.NullConstant nothing -> null;
            default -> throw new AssertionError(value);
        };
    }

    private List<Object> compute(Op op, Map<Variable, Object> values) {
        List<Object> x = all(op.operands(), values);
        return switch (op) {
            case Op.Negate negate ->
                    List.of(
                            switch (x.getFirst()) {
                                case Integer i -> -i;
                                case Long l -> -l;
                                case Float f -> -f;
                                case Double d -> -d;
                                default -> throw new AssertionError();
                            });
            case Op.Binary binary -> List.of(binary(binary.kind(), x.get(0), x.get(1)));
            case Op.IntegerDivide divide -> List.of(binary(divide.kind(), x.get(0), x.get(1)));
            case Op.Compare compare -> List.of(compare(compare.kind(), (Number) x.get(0), (Number) x.get(1)) ? 1 : 0);
            case Op.ThreeWay three -> {
                double a = ((Number) x.get(0)).doubleValue();
                double b = ((Number) x.get(1)).doubleValue();
                int sign =
                        x.getFirst() instanceof Long l
                                ? Long.compare(l, (Long) x.get(1))
                                : a < b ? -1 : a > b ? 1 : a == b ? 0 : three.ifNan();
                yield List.of(sign);
            }
            case Op.Convert convert -> List.of(convert(convert.to(), (Number) x.getFirst()));
            case Op.Select select -> List.of((int) x.get(0) != 0 ? x.get(1) : x.get(2));
            case Op.ArrayLoad load -> List.of(Array.get(x.get(0), (int) x.get(1)));
            case Op.ArrayStore store -> {
                Array.set(x.get(0), (int) x.get(1), x.get(2));
                yield List.of();
            }
            case Op.ArrayLength length -> List.of(Array.getLength(x.getFirst()));
            case Op.Invoke invoke -> List.of(Math.sin((double) x.getFirst()));
            case Op.Call call -> call(call.function(), x);
            case Op.TapePush push -> {
                tape.computeIfAbsent(push.stack(), key -> new ArrayDeque<>()).push(x.getFirst());
                yield List.of();
            }
            case Op.TapePop pop -> List.of(tape.get(pop.stack()).pop());
            default -> throw new AssertionError(op);
        };
    }

    static boolean compare(CompareKind kind, Number x, Number y) {
        if (x instanceof Double || x instanceof Float) {
            double a = x.doubleValue();
            double b = y.doubleValue();
            return switch (kind) {
                case EQ -> a == b;
                case NE -> a != b;
                case LT -> a < b;
                case LE -> a <= b;
                case GT -> a > b;
                case GE -> a >= b;
            };
        }
        int sign = Long.compare(x.longValue(), y.longValue());
        return switch (kind) {
            case EQ -> sign == 0;
            case NE -> sign != 0;
            case LT -> sign < 0;
            case LE -> sign <= 0;
            case GT -> sign > 0;
            case GE -> sign >= 0;
        };
    }

    static Object convert(PrimitiveType to, Number x) {
        return switch (to) {
            case BOOL -> x.intValue() & 1;
            case I8 -> (int) (byte) x.intValue();
            case I16 -> (int) (short) x.intValue();
            case CHAR -> (int) (char) x.intValue();
            case I32 -> x.intValue();
            case I64 -> x.longValue();
            case F32 -> x.floatValue();
            case F64 -> x.doubleValue();
        };
    }

    static Object binary(BinaryKind kind, Object x, Object y) {
        return switch (x) {
            case Integer a -> {
                int b = (int) y;
                yield switch (kind) {
                    case ADD -> a + b;
                    case SUB -> a - b;
                    case MUL -> a * b;
                    case DIV -> a / b;
                    case REM -> a % b;
                    case AND -> a & b;
                    case OR -> a | b;
                    case XOR -> a ^ b;
                    case SHL -> a << b;
                    case SHR -> a >> b;
                    case USHR -> a >>> b;
                };
            }
            case Long a -> {
                long b = ((Number) y).longValue();
                yield switch (kind) {
                    case ADD -> a + b;
                    case SUB -> a - b;
                    case MUL -> a * b;
                    case DIV -> a / b;
                    case REM -> a % b;
                    case AND -> a & b;
                    case OR -> a | b;
                    case XOR -> a ^ b;
                    case SHL -> a << (int) b;
                    case SHR -> a >> (int) b;
                    case USHR -> a >>> (int) b;
                };
            }
            case Float a -> {
                float b = (float) y;
                yield switch (kind) {
                    case ADD -> a + b;
                    case SUB -> a - b;
                    case MUL -> a * b;
                    case DIV -> a / b;
                    case REM -> a % b;
                    default -> throw new AssertionError(kind);
                };
            }
            case Double a -> {
                double b = (double) y;
                yield switch (kind) {
                    case ADD -> a + b;
                    case SUB -> a - b;
                    case MUL -> a * b;
                    case DIV -> a / b;
                    case REM -> a % b;
                    default -> throw new AssertionError(kind);
                };
            }
            default -> throw new AssertionError(x);
        };
    }
}
