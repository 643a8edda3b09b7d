package dev.fluxion.ir.interpret;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs functions of a program: the reference meaning of the IR, which every lowering must agree with, bit by bit.
 *
 * <p>Values are boxed by their computational types: {@code Integer} (also for booleans, bytes, shorts and chars),
 * {@code Long}, {@code Float}, {@code Double}; references are themselves. Arrays are Java's own. What the program
 * throws, and does not catch, comes out as it is; what the interpreter itself cannot do comes out as an {@link
 * InterpretationException}, which the program cannot catch. The tape lives as long as the interpreter, so that a
 * forward and a reverse function can be called one after the other. Monitors are checked, not locked: an interpreter is
 * for one thread.
 */
public final class Interpreter {

    private static final long UNLIMITED = Long.MAX_VALUE;

    private final Program program;
    private final TapeMemory tape = new TapeMemory();
    private final Operations operations;
    private long fuel = UNLIMITED;

    /** Makes an interpreter of a program that reaches Java through the linkage. */
    public Interpreter(Program program, Linkage linkage) {
        this.program = program;
        this.operations = new Operations(this, linkage, tape);
    }

    /** Makes an interpreter of a program that uses only public members of public classes. */
    public Interpreter(Program program) {
        this(program, new ReflectiveLinkage(MethodHandles.publicLookup(), ClassLoader.getSystemClassLoader()));
    }

    /** Makes an interpreter of one function that uses only public members of public classes. */
    public Interpreter(Function function) {
        this(Program.of(List.of(function)));
    }

    /** Allows so many further statements and ends of blocks; then comes an {@link OutOfFuelException}. */
    public Interpreter withFuel(long steps) {
        fuel = steps;
        return this;
    }

    /** Returns whether all that was pushed on the tape was popped. */
    public boolean isTapeEmpty() {
        return tape.isEmpty();
    }

    /**
     * Calls a function that has one result.
     *
     * @throws Throwable what the function throws
     */
    public @Nullable Object call(String function, @Nullable Object... arguments) throws Throwable {
        List<@Nullable Object> results = callAll(function, arguments);
        if (results.size() != 1) {
            throw new IllegalArgumentException(function + " has " + results.size() + " results");
        }
        return results.getFirst();
    }

    /**
     * Calls a function and returns all of its results. Boxed booleans, bytes, shorts and chars are taken for integers.
     *
     * @throws IllegalArgumentException if the arguments are not of the parameters' types
     * @throws Throwable what the function throws
     */
    public List<@Nullable Object> callAll(String function, @Nullable Object... arguments) throws Throwable {
        Function called = program.function(function);
        List<Type> types = called.parameterTypes();
        if (types.size() != arguments.length) {
            throw new IllegalArgumentException(
                    function + " takes " + types.size() + " arguments, not " + arguments.length);
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            Object value = JavaValues.fromJava(arguments[i], types.get(i));
            if (!JavaValues.fits(value, types.get(i))) {
                throw new IllegalArgumentException(
                        "argument " + i + " of " + function + " is " + types.get(i) + ", but " + value + " was given");
            }
            values.add(value);
        }
        return run(called, values);
    }

    /** Calls a function with computational values. */
    List<@Nullable Object> run(String function, List<@Nullable Object> arguments) throws Throwable {
        Function called = program.functions().get(function);
        if (called == null) {
            throw new InterpretationException("no function " + function + " in this program");
        }
        return run(called, arguments);
    }

    private List<@Nullable Object> run(Function function, List<@Nullable Object> arguments) throws Throwable {
        Map<Label, Block> blocks = function.blocksByLabel();
        Frame frame = new Frame(function.name(), operations.constants());
        Block block = function.entry();
        frame.assign(block.parameters(), arguments);
        while (true) {
            Successor next;
            try {
                for (Statement statement : block.statements()) {
                    burn(function);
                    frame.assign(statement.results(), operations.run(statement.op(), frame));
                }
                burn(function);
                if (block.terminator() instanceof Terminator.Return(List<Value> values)) {
                    return frame.values(values);
                }
                next = follow(block.terminator(), frame);
            } catch (InterpretationException ours) {
                throw ours;
            } catch (Throwable thrown) {
                Handler handler = handler(block, thrown);
                List<@Nullable Object> passed = new ArrayList<>();
                passed.add(thrown);
                passed.addAll(frame.values(handler.arguments()));
                block = block(blocks, handler.target());
                frame.assign(block.parameters(), passed);
                continue;
            }
            List<@Nullable Object> passed = frame.values(next.arguments());
            block = block(blocks, next.target());
            frame.assign(block.parameters(), passed);
        }
    }

    private void burn(Function function) {
        if (fuel == 0) {
            throw new OutOfFuelException(function.name());
        }
        if (fuel != UNLIMITED) {
            fuel--;
        }
    }

    private Handler handler(Block block, Throwable thrown) throws Throwable {
        for (Handler handler : block.handlers()) {
            if (operations.type(handler.type()).isInstance(thrown)) {
                return handler;
            }
        }
        throw thrown;
    }

    private static Block block(Map<Label, Block> blocks, Label label) {
        Block block = blocks.get(label);
        if (block == null) {
            throw new InterpretationException("no block " + label);
        }
        return block;
    }

    private static Successor follow(Terminator terminator, Frame frame) throws Throwable {
        return switch (terminator) {
            case Terminator.Jump(var target) -> target;
            case Terminator.Branch(var condition, var then, var otherwise) ->
                    frame.integer(condition) != 0 ? then : otherwise;
            case Terminator.Switch choice -> arm(choice, frame.integer(choice.selector()));
            case Terminator.Throw(var exception) -> throw ArrayAccess.present((Throwable) frame.value(exception));
            case Terminator.Return leave -> throw new InterpretationException("a return leads nowhere");
            case Terminator.Unreachable never -> throw new InterpretationException("reached what is unreachable");
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
}
