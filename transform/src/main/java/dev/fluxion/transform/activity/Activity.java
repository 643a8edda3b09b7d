package dev.fluxion.transform.activity;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.Target;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which values of a function are active: they <em>vary</em> with an active parameter, and the result varies with them
 * (they are <em>useful</em>). Both are over-approximations, found by fixpoints along data flow; integers never vary.
 *
 * <p>References vary when what they lead to may hold a varying number. Arrays of numbers that vary have a shadow; a
 * derivative cannot yet follow other varying references, see {@link Coverage}.
 */
public final class Activity {
    private final Function function;
    private final Callees callees;
    private final Map<dev.fluxion.ir.Label, Block> blocks;
    private final Set<Integer> varied = new HashSet<>();
    private final Set<Integer> useful = new HashSet<>();
    private final Set<Type> elementsStoredVarying = new HashSet<>();
    private boolean changed;

    private Activity(Function function, Callees callees) {
        this.function = function;
        this.callees = callees;
        this.blocks = function.blocksByLabel();
    }

    /**
     * Finds the active values.
     *
     * @param function whose
     * @param active the parameters that a derivative is wanted in
     * @param callees what the calls stand for
     */
    public static Activity of(Function function, Collection<Variable> active, Callees callees) {
        Activity activity = new Activity(function, callees);
        for (Variable parameter : active) {
            activity.varied.add(parameter.id());
        }
        activity.findVaried();
        activity.findUseful();
        return activity;
    }

    /** Returns whether the value may vary with an active parameter, or lead to something that does. */
    public boolean isVaried(Value value) {
        return value instanceof Variable variable && varied.contains(variable.id());
    }

    /** Returns whether a derivative flows through the value: a varying useful number, or a varying array of numbers. */
    public boolean isActive(Value value) {
        return value instanceof Variable variable
                && varied.contains(variable.id())
                && (isArrayOfNumbers(variable.type())
                        || variable.type().isFloating() && useful.contains(variable.id()));
    }

    /** Returns whether any result of the statement is active. */
    public boolean hasActiveResult(Statement statement) {
        for (Variable result : statement.results()) {
            if (isActive(result)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether this is {@code float[]} or {@code double[]}. */
    public static boolean isArrayOfNumbers(Type type) {
        return type instanceof ArrayType array && array.element().isFloating();
    }

    // ---------------------------------------------------------------- varied: forwards

    private void findVaried() {
        changed = true;
        while (changed) {
            changed = false;
            for (Block block : function.blocks()) {
                for (Statement statement : block.statements()) {
                    vary(statement);
                }
                for (Successor edge : block.terminator().successors()) {
                    List<Variable> parameters = parameters(edge.target());
                    for (int i = 0; i < parameters.size(); i++) {
                        varyIf(isVaried(edge.arguments().get(i)), parameters.get(i));
                    }
                }
                for (Handler handler : block.handlers()) {
                    List<Variable> parameters = parameters(handler.target());
                    for (int i = 1; i < parameters.size(); i++) {
                        varyIf(isVaried(handler.arguments().get(i - 1)), parameters.get(i));
                    }
                }
            }
        }
    }

    private List<Variable> parameters(dev.fluxion.ir.Label label) {
        return java.util.Objects.requireNonNull(blocks.get(label)).parameters();
    }

    private void varyIf(boolean condition, Variable result) {
        Type type = result.type();
        if (condition && (type.isFloating() || type.isReference() && !type.equals(ClassType.STRING))) {
            changed |= varied.add(result.id());
        }
    }

    private void vary(Statement statement) {
        boolean varies =
                switch (statement.op()) {
                    case Op.Negate op -> isVaried(op.x());
                    case Op.Binary op -> isVaried(op.x()) || isVaried(op.y());
                    case Op.IntegerDivide op -> false;
                    case Op.Compare op -> false;
                    case Op.ThreeWay op -> false;
                    case Op.Convert op -> isVaried(op.x());
                    case Op.Select op -> isVaried(op.x()) || isVaried(op.y());
                    case Op.ArrayLoad op -> isVaried(op.array());
                    case Op.ArrayStore op -> {
                        if (isVaried(op.value())) {
                            changed |= elementsStoredVarying.add(op.element());
                        }
                        yield false;
                    }
                    case Op.ArrayLength op -> false;
                    case Op.NewArray op -> elementsStoredVarying.contains(op.type().element());
                    case Op.GetField op -> isVaried(op.object());
                    case Op.PutField op -> false;
                    case Op.GetStatic op -> false;
                    case Op.PutStatic op -> false;
                    case Op.New op -> anyVaried(op.arguments());
                    case Op.InstanceOf op -> false;
                    case Op.CheckCast op -> isVaried(op.object());
                    case Op.Monitor op -> false;
                    case Op.Invoke op -> {
                        if (callees.target(op) instanceof Target.Body) {
                            mayStore(op.arguments(), false);
                        }
                        yield variesThrough(op);
                    }
                    case Op.InvokeDynamic op -> anyVaried(op.arguments());
                    case Op.MakeClosure op -> anyVaried(op.captured());
                    case Op.Call op -> {
                        boolean usesTape = callees.usesTape(op);
                        mayStore(op.arguments(), usesTape);
                        yield usesTape || anyVaried(op.arguments());
                    }
                    case Op.TapePush op -> false;
                    case Op.TapePop op -> op.type().isFloating() || isArrayOfNumbers(op.type());
                    case Op.TapeReserve op -> false;
                    case Op.TapeRelease op -> false;
                    case Op.TapeTop op -> false;
                };
        for (Variable result : statement.results()) {
            varyIf(varies, result);
        }
    }

    /** A function that gets a varying argument may store it in the arrays that it gets. */
    private void mayStore(List<Value> arguments, boolean usesTape) {
        if (usesTape || anyVaried(arguments)) {
            for (Value argument : arguments) {
                if (argument.type() instanceof ArrayType array) {
                    changed |= elementsStoredVarying.add(array.element());
                }
            }
        }
    }

    private boolean anyVaried(List<Value> values) {
        for (Value value : values) {
            if (isVaried(value)) {
                return true;
            }
        }
        return false;
    }

    private boolean variesThrough(Op.Invoke invoke) {
        return switch (callees.target(invoke)) {
            case Target.Body body -> anyVaried(invoke.arguments());
            case Target.Refused refused -> anyVaried(invoke.arguments());
            case Target.NonDifferentiable none -> false;
            case Target.Box box -> anyVaried(invoke.arguments());
            case Target.Moves moves -> anyVaried(invoke.arguments());
            case Target.Dynamic dynamic -> anyVaried(invoke.arguments());
            case Target.Rule rule -> {
                boolean any = false;
                for (int i = 0; i < invoke.arguments().size(); i++) {
                    any |= rule.partials().get(i) != null && isVaried(invoke.arguments().get(i));
                }
                yield any;
            }
        };
    }

    // ---------------------------------------------------------------- useful: backwards

    private void findUseful() {
        changed = true;
        while (changed) {
            changed = false;
            for (Block block : function.blocks().reversed()) {
                if (block.terminator() instanceof Terminator.Return leave) {
                    leave.values().forEach(this::use);
                }
                for (Successor edge : block.terminator().successors()) {
                    useArguments(edge.arguments(), parameters(edge.target()));
                }
                for (Handler handler : block.handlers()) {
                    List<Variable> parameters = parameters(handler.target());
                    useArguments(handler.arguments(), parameters.subList(1, parameters.size()));
                }
                for (Statement statement : block.statements().reversed()) {
                    if (needsOperands(statement)) {
                        statement.op().operands().forEach(this::use);
                    }
                }
            }
        }
    }

    private void useArguments(List<Value> arguments, List<Variable> parameters) {
        for (int i = 0; i < parameters.size(); i++) {
            if (useful.contains(parameters.get(i).id())) {
                use(arguments.get(i));
            }
        }
    }

    private boolean needsOperands(Statement statement) {
        for (Variable result : statement.results()) {
            if (useful.contains(result.id())) {
                return true;
            }
        }
        return switch (statement.op()) {
            case Op.ArrayStore store -> true;
            case Op.TapePush push -> true;
            case Op.Call call -> true;
            case Op.Invoke invoke -> callees.target(invoke) instanceof Target.Body;
            case Op.Negate _,
                    Op.Binary _,
                    Op.IntegerDivide _,
                    Op.Compare _,
                    Op.ThreeWay _,
                    Op.Convert _,
                    Op.Select _,
                    Op.ArrayLoad _,
                    Op.ArrayLength _,
                    Op.NewArray _,
                    Op.GetField _,
                    Op.PutField _,
                    Op.GetStatic _,
                    Op.PutStatic _,
                    Op.New _,
                    Op.InstanceOf _,
                    Op.CheckCast _,
                    Op.Monitor _,
                    Op.InvokeDynamic _,
                    Op.MakeClosure _,
                    Op.TapePop _,
                    Op.TapeReserve _,
                    Op.TapeRelease _,
                    Op.TapeTop _ ->
                    false;
        };
    }

    private void use(Value value) {
        if (value instanceof Variable variable) {
            changed |= useful.add(variable.id());
        }
    }
}
