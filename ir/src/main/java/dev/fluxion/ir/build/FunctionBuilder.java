package dev.fluxion.ir.build;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes a function block by block, statement by statement, and gives out fresh numbers for its variables and labels.
 *
 * <pre>{@code
 * var out = new FunctionBuilder("square", List.of(F64));
 * Variable x = out.variable(F64, "x");
 * out.begin(out.label("entry"), List.of(x));
 * Variable y = out.add(new Op.Binary(MUL, x, x));
 * out.end(new Terminator.Return(List.of(y)));
 * Function square = out.build();
 * }</pre>
 */
public final class FunctionBuilder {
    private final String name;
    private final List<Type> resultTypes;
    private final List<Block> blocks = new ArrayList<>();
    private int nextVariable;
    private int nextLabel;
    private Position position = Position.NONE;

    private @Nullable Label label;
    private List<Variable> parameters = List.of();
    private List<Statement> statements = new ArrayList<>();
    private List<Handler> handlers = List.of();

    /** Starts a function with numbers from zero. */
    public FunctionBuilder(String name, List<Type> resultTypes) {
        this.name = name;
        this.resultTypes = List.copyOf(resultTypes);
    }

    /** Starts a function whose fresh variables and labels do not clash with those of {@code other}. */
    public static FunctionBuilder numberedAfter(Function other, String name, List<Type> resultTypes) {
        FunctionBuilder builder = new FunctionBuilder(name, resultTypes);
        for (Block block : other.blocks()) {
            builder.nextLabel = Math.max(builder.nextLabel, block.label().id() + 1);
            for (Variable parameter : block.parameters()) {
                builder.nextVariable = Math.max(builder.nextVariable, parameter.id() + 1);
            }
            for (Statement statement : block.statements()) {
                for (Variable result : statement.results()) {
                    builder.nextVariable = Math.max(builder.nextVariable, result.id() + 1);
                }
            }
        }
        return builder;
    }

    /** Returns a fresh label. */
    public Label label(String labelName) {
        return new Label(nextLabel++, labelName);
    }

    /** Returns a fresh variable, for a block parameter. */
    public Variable variable(Type type, String variableName) {
        return new Variable(nextVariable++, type, variableName);
    }

    /** Opens a block; the previous one must have ended. */
    public void begin(Label block, List<Variable> blockParameters) {
        if (label != null) {
            throw new IllegalStateException("block " + label + " of " + name + " has not ended");
        }
        label = block;
        parameters = List.copyOf(blockParameters);
        statements = new ArrayList<>();
        handlers = List.of();
    }

    /** Returns whether a block is open, so that statements can be added. */
    public boolean isOpen() {
        return label != null;
    }

    /** Returns the open block's label. */
    public Label current() {
        if (label == null) {
            throw new IllegalStateException("no block of " + name + " is open");
        }
        return label;
    }

    /** Sets the position of what is added from now on. */
    public void at(Position next) {
        position = next;
    }

    /** Returns the position of what is added now. */
    public Position position() {
        return position;
    }

    /** Sets the handlers of the open block. */
    public void protect(List<Handler> blockHandlers) {
        current();
        handlers = List.copyOf(blockHandlers);
    }

    /** Adds an operation with one result and returns that. */
    public Variable add(Op op) {
        return add(op, "");
    }

    /** Adds an operation with one result, which gets a name for readers. */
    public Variable add(Op op, String resultName) {
        List<Type> types = ResultTypes.of(op);
        if (types.size() != 1) {
            throw new IllegalArgumentException("not one result but " + types.size() + ": " + op);
        }
        Variable result = variable(types.getFirst(), resultName);
        append(new Statement(List.of(result), op, position));
        return result;
    }

    /** Adds an operation without a result, or whose results nobody wants. */
    public void effect(Op op) {
        List<Variable> results = new ArrayList<>();
        for (Type type : ResultTypes.of(op)) {
            results.add(variable(type, ""));
        }
        append(new Statement(results, op, position));
    }

    /** Adds a call to a function of the program, whose result types are given, and returns its results. */
    public List<Variable> call(Op.Call op, List<Type> types) {
        List<Variable> results = new ArrayList<>();
        for (Type type : types) {
            results.add(variable(type, ""));
        }
        append(new Statement(results, op, position));
        return List.copyOf(results);
    }

    /** Adds a statement as it is. */
    public void append(Statement statement) {
        current();
        statements.add(statement);
    }

    /** Ends the open block. */
    public void end(Terminator terminator) {
        blocks.add(new Block(current(), parameters, statements, terminator, position, handlers));
        label = null;
    }

    /** Ends the open block with a jump. */
    public void jump(Label target, Value... arguments) {
        end(new Terminator.Jump(new Successor(target, List.of(arguments))));
    }

    /** Adds a finished block as it is; none may be open. */
    public void append(Block block) {
        if (label != null) {
            throw new IllegalStateException("block " + label + " of " + name + " has not ended");
        }
        blocks.add(block);
    }

    /** Returns the function; its entry is the block that was begun first. */
    public Function build() {
        if (label != null) {
            throw new IllegalStateException("block " + label + " of " + name + " has not ended");
        }
        return new Function(name, resultTypes, blocks);
    }
}
