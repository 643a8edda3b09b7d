package dev.fluxion.testkit.oracle;

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

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs functions of the IR on the oracle's own values. */
final class Machine {

    private final Path path;
    private final Operations operations;
    private final Program program;
    private final Map<Function, Map<Label, Block>> blocks = new HashMap<>();
    private long fuel;

    Machine(Program program, Types types, MethodBodies bodies, Arithmetic arithmetic, long fuel) {
        this.program = program;
        this.path = arithmetic.path();
        this.operations = new Operations(this, types, bodies, arithmetic);
        this.fuel = fuel;
    }

    Calls calls() {
        return operations.calls();
    }

    /** Runs a function of the program. */
    List<@Nullable Object> run(String function, List<@Nullable Object> arguments) {
        return run(program.function(function), arguments);
    }

    /** Runs a function. */
    List<@Nullable Object> run(Function function, List<@Nullable Object> arguments) {
        Map<Label, Block> byLabel = blocks.computeIfAbsent(function, Function::blocksByLabel);
        Map<Variable, @Nullable Object> frame = new HashMap<>();
        Block block = function.entry();
        assign(frame, block.parameters(), arguments);
        while (true) {
            path.add(block.label().id());
            try {
                for (Statement statement : block.statements()) {
                    burn();
                    List<Value> operands = statement.op().operands();
                    List<@Nullable Object> values = new ArrayList<>(operands.size());
                    for (Value operand : operands) {
                        values.add(value(frame, operand));
                    }
                    assign(frame, statement.results(), operations.run(statement.op(), values));
                }
                burn();
                if (block.terminator() instanceof Terminator.Return(List<Value> results)) {
                    return values(frame, results);
                }
                Successor next = next(block.terminator(), frame);
                List<@Nullable Object> passed = values(frame, next.arguments());
                block = target(byLabel, next.target());
                assign(frame, block.parameters(), passed);
            } catch (Thrown thrown) {
                Handler handler = handler(block, thrown);
                List<@Nullable Object> passed = new ArrayList<>();
                passed.add(thrown.exception);
                passed.addAll(values(frame, handler.arguments()));
                block = target(byLabel, handler.target());
                assign(frame, block.parameters(), passed);
            }
        }
    }

    private void burn() {
        if (fuel-- <= 0) {
            throw new OracleException("takes too long");
        }
    }

    private static Block target(Map<Label, Block> byLabel, Label label) {
        Block block = byLabel.get(label);
        if (block == null) {
            throw new OracleException("no block " + label);
        }
        return block;
    }

    private static void assign(
            Map<Variable, @Nullable Object> frame, List<Variable> variables, List<? extends @Nullable Object> values) {
        if (variables.size() != values.size()) {
            throw new OracleException(values.size() + " values for " + variables);
        }
        for (int i = 0; i < values.size(); i++) {
            frame.put(variables.get(i), values.get(i));
        }
    }

    private List<@Nullable Object> values(Map<Variable, @Nullable Object> frame, List<Value> operands) {
        List<@Nullable Object> values = new ArrayList<>(operands.size());
        for (Value operand : operands) {
            values.add(value(frame, operand));
        }
        return values;
    }

    private @Nullable Object value(Map<Variable, @Nullable Object> frame, Value operand) {
        return switch (operand) {
            case Variable variable -> {
                Object known = frame.get(variable);
                if (known == null && !frame.containsKey(variable)) {
                    throw new OracleException(variable + " has no value");
                }
                yield known;
            }
            case Constant constant -> constant(constant);
        };
    }

    private static @Nullable Object constant(Constant constant) {
        return switch (constant) {
            case Constant.IntConstant(int value) -> value;
            case Constant.LongConstant(long value) -> value;
            case Constant.FloatConstant(float value) -> Real.constant(value);
            case Constant.DoubleConstant(double value) -> Real.constant(value);
            case Constant.NullConstant() -> null;
            case Constant.StringConstant(String value) -> value;
            case Constant.ClassConstant literal -> literal;
            case Constant.HandleConstant handle -> handle;
            case Constant.MethodTypeConstant type -> type;
            case Constant.DynamicConstant dynamic -> throw new OracleException("a dynamic constant");
        };
    }

    private Handler handler(Block block, Thrown thrown) {
        for (Handler handler : block.handlers()) {
            if (operations.types().fits(thrown.exception, handler.type())) {
                return handler;
            }
        }
        throw thrown;
    }

    private Successor next(Terminator terminator, Map<Variable, @Nullable Object> frame) {
        return switch (terminator) {
            case Terminator.Jump(var target) -> target;
            case Terminator.Branch(var condition, var then, var otherwise) ->
                    integer(frame, condition) != 0 ? then : otherwise;
            case Terminator.Switch choice -> arm(choice, integer(frame, choice.selector()));
            case Terminator.Throw(var exception) -> {
                if (value(frame, exception) instanceof HeapObject object) {
                    throw new Thrown(object);
                }
                throw Thrown.of(NullPointerException.class);
            }
            case Terminator.Return leave -> throw new OracleException("a return leads nowhere");
            case Terminator.Unreachable never -> throw new OracleException("reached what is unreachable");
        };
    }

    private static Successor arm(Terminator.Switch choice, int selector) {
        for (Terminator.Case arm : choice.cases()) {
            if (arm.key() == selector) {
                return arm.target();
            }
        }
        return choice.otherwise();
    }

    private int integer(Map<Variable, @Nullable Object> frame, Value operand) {
        return (Integer) java.util.Objects.requireNonNull(value(frame, operand));
    }
}
