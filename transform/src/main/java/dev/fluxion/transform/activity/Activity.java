package dev.fluxion.transform.activity;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.runtime.Dispatch;
import dev.fluxion.transform.Target;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which values of a function are active: they <em>vary</em> with an active parameter, and the result varies with them
 * (they are <em>useful</em>). Both are over-approximations, found by fixpoints along data flow; integers never vary.
 *
 * <p>Only numbers vary, and arrays of numbers as what holds them. An array that is known directly (see {@link Arrays})
 * varies if a varying number is stored in it; any other, and any field, if {@link HeapActivity} says so, which learns
 * here what the function stores and reads.
 */
public final class Activity {
    /** Stands for all numbers that lambdas have captured, which nobody reads by name. */
    private static final FieldRef CAPTURED = new FieldRef("", "captured", PrimitiveType.F64);

    private final Function function;
    private final Callees callees;
    private final Arrays arrays;
    private final HeapActivity heap;
    private final Map<Label, Block> blocks;
    private final Set<Integer> varied = new HashSet<>();
    private final Set<Variable> variedArrays = new HashSet<>();
    private final Set<Variable> wanted = new HashSet<>();
    private final Set<Variable> overwritten = new HashSet<>();
    private final Useful useful;
    private List<Position> keptBits = List.of();
    private boolean changed;

    private Activity(Function function, Arrays arrays, Callees callees, HeapActivity heap) {
        this.function = function;
        this.arrays = arrays;
        this.callees = callees;
        this.heap = heap;
        this.blocks = function.blocksByLabel();
        this.useful = new Useful(function, this);
    }

    /**
     * Finds the active values.
     *
     * @param function whose
     * @param active the parameters that a derivative is wanted in, or that may vary
     * @param isRoot whether the arrays among them are arguments of the whole derivative, which memory may know by other
     *     names
     * @param arrays where its arrays come from
     * @param callees what the calls stand for
     * @param heap what is known of memory, and learns more
     */
    public static Activity of(
            Function function,
            Collection<Variable> active,
            boolean isRoot,
            Arrays arrays,
            Callees callees,
            HeapActivity heap) {
        Activity activity = new Activity(function, arrays, callees, heap);
        for (Variable parameter : active) {
            if (isArrayOfNumbers(parameter.type())) {
                activity.variedArrays.add(parameter);
                if (isRoot) {
                    activity.wanted.add(parameter);
                    heap.want(element(parameter));
                }
            } else if (parameter.type().isFloating()) {
                activity.varied.add(parameter.id());
            }
        }
        activity.findVaried();
        activity.keptBits = callees.keptBits().places(function, activity::isVaried);
        if (!activity.keptBits.isEmpty()) {
            heap.keepBits();
        }
        activity.useful.find();
        return activity;
    }

    /** Returns whether the number may vary with an active parameter, or the array of numbers hold one that does. */
    public boolean isVaried(Value value) {
        if (!(value instanceof Variable variable)) {
            return false;
        }
        if (!isArrayOfNumbers(variable.type())) {
            return varied.contains(variable.id());
        }
        if (!arrays.isDirect(variable)) {
            return heap.isActive(element(variable));
        }
        for (Variable origin : arrays.origins(variable)) {
            if (variedArrays.contains(origin)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a derivative flows through the value: a varying useful number, or a varying array of numbers. */
    public boolean isActive(Value value) {
        return value instanceof Variable variable
                && isVaried(variable)
                && (isArrayOfNumbers(variable.type()) || useful.contains(variable));
    }

    /** Returns whether the value is a varying array whose shadow is a value beside it. */
    public boolean hasShadow(Value value) {
        return isArrayOfNumbers(value.type()) && arrays.isDirect(value) && isVaried(value);
    }

    /** Returns whether the value is a varying array whose shadow is found by its identity. */
    public boolean isFound(Value value) {
        return isArrayOfNumbers(value.type()) && !arrays.isDirect(value) && isVaried(value);
    }

    /** Returns whether the array, known directly, may be met under another name, so that its shadow must be found. */
    public boolean mustBeFound(Variable array) {
        return hasShadow(array) && (arrays.escapes(array) || wanted.contains(array)) && heap.isActive(element(array));
    }

    /** Returns whether an array that a derivative is wanted in may be stored to, by this or another name. */
    public boolean isOverwritten(Variable argument) {
        return overwritten.contains(argument) || wanted.contains(argument) && mustBeFound(argument);
    }

    /** Returns whether the field may hold varying numbers. */
    public boolean isActive(FieldRef field) {
        return field.type().isFloating() && heap.isActive(callees.declared(field));
    }

    /** Returns whether what lambdas have captured may vary, and be used. */
    boolean areCapturedUsed() {
        return heap.isActive(CAPTURED);
    }

    /** Returns whether a derivative flows into a lambda that is made. */
    public boolean isActive(Op.MakeClosure closure) {
        for (Value captured : closure.captured()) {
            if (captured.type().isFloating() && isActive(captured) && areCapturedUsed()) {
                return true;
            }
        }
        return false;
    }

    /** Returns where the bits of varying numbers leave the function's variables. */
    List<Position> keptBits() {
        return keptBits;
    }

    /** Returns whether varying numbers may be anywhere in memory. */
    public boolean isMemoryTouched() {
        return heap.isTouched();
    }

    /** Returns what code that is not looked into may call back so that a derivative is lost, or null. */
    @Nullable String harmfulCallback(Op call) {
        return callees.harmfulCallback(call, heap);
    }

    /** Returns whether a function reads or writes memory that may hold varying numbers. */
    boolean meetsMemory(Function body) {
        return callees.footprint(body).meets(heap);
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
        return Origins.isArrayOfNumbers(type);
    }

    /**
     * Returns whether a call of a known function is differentiated: something that varies goes in, or it reads or
     * writes memory that does.
     */
    public boolean isActiveCall(Op call) {
        if (call instanceof Op.Call inProgram && callees.usesTape(inProgram) || anyVaried(call.operands())) {
            return true;
        }
        if (callees.hidesNumbers(call)) {
            return heap.isTouched();
        }
        Function body = heap.isOfInterest() ? callees.body(call) : null;
        return body != null && callees.footprint(body).meets(heap);
    }

    private static Type element(Variable array) {
        return ((ArrayType) array.type()).element();
    }

    private void findVaried() {
        changed = true;
        while (changed) {
            changed = false;
            int known = heap.size();
            for (Block block : function.blocks()) {
                for (Statement statement : block.statements()) {
                    vary(statement);
                }
                block.parameters().forEach(this::levelOrigins);
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
            function.parameters().forEach(this::levelEscaping);
            changed |= heap.size() > known;
        }
    }

    private List<Variable> parameters(Label label) {
        return Objects.requireNonNull(blocks.get(label)).parameters();
    }

    private void varyIf(boolean condition, Variable result) {
        if (condition && result.type().isFloating()) {
            changed |= varied.add(result.id());
        }
    }

    /** If one of the arrays that a variable may refer to has a shadow, all have. */
    private void levelOrigins(Variable variable) {
        if (isArrayOfNumbers(variable.type()) && arrays.isDirect(variable) && isVaried(variable)) {
            changed |= variedArrays.addAll(arrays.origins(variable));
        }
    }

    /** An array that may be met in memory varies as memory does. */
    private void levelEscaping(Variable array) {
        if (!isArrayOfNumbers(array.type()) || !arrays.escapes(array)) {
            return;
        }
        Type element = element(array);
        if (variedArrays.contains(array)) {
            heap.leak(element);
        } else if (heap.isActive(element)) {
            changed |= variedArrays.add(array);
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
                    case Op.Select op -> {
                        levelOrigins(statement.result());
                        yield isVaried(op.x()) || isVaried(op.y());
                    }
                    case Op.ArrayLoad op -> {
                        if (op.element().isFloating()) {
                            read(op.array());
                        }
                        yield isVaried(op.array());
                    }
                    case Op.ArrayStore op -> {
                        if (op.element().isFloating()) {
                            store(op.array(), isVaried(op.value()));
                        }
                        yield false;
                    }
                    case Op.ArrayLength op -> false;
                    case Op.NewArray op -> {
                        levelEscaping(statement.result());
                        yield false;
                    }
                    case Op.GetField op -> read(op.field());
                    case Op.PutField op -> {
                        store(op.field(), isVaried(op.value()));
                        yield false;
                    }
                    case Op.GetStatic op -> read(op.field());
                    case Op.PutStatic op -> {
                        store(op.field(), isVaried(op.value()));
                        yield false;
                    }
                    case Op.New op -> {
                        call(op);
                        yield false;
                    }
                    case Op.InstanceOf op -> false;
                    case Op.CheckCast op -> false;
                    case Op.Monitor op -> false;
                    case Op.Invoke op -> invoke(op);
                    case Op.InvokeDynamic op -> {
                        if (isDispatch(op)) {
                            heap.wantEverything();
                        }
                        yield isDispatch(op) || anyVaried(op.arguments());
                    }
                    case Op.MakeClosure op -> {
                        if (anyVaried(op.captured())) {
                            heap.store(CAPTURED);
                        }
                        yield false;
                    }
                    case Op.Call op -> call(op);
                    case Op.TapePush op -> false;
                    case Op.TapePop op -> op.type().isFloating();
                    case Op.TapeReserve op -> false;
                    case Op.TapeRelease op -> false;
                    case Op.TapeTop op -> false;
                };
        for (Variable result : statement.results()) {
            varyIf(varies, result);
        }
    }

    private void read(Value array) {
        for (Variable origin : arrays.origins(array)) {
            if (!arrays.isDirect(array) || arrays.escapes(origin)) {
                heap.read(((ArrayType) array.type()).element());
            }
        }
    }

    private boolean read(FieldRef field) {
        if (!field.type().isFloating()) {
            return false;
        }
        FieldRef declared = callees.declared(field);
        heap.read(declared);
        return heap.isActive(declared);
    }

    private void store(FieldRef field, boolean isVaried) {
        if (isVaried && field.type().isFloating()) {
            heap.store(callees.declared(field));
        }
    }

    private void store(Value array, boolean isVaried) {
        if (!arrays.isDirect(array)) {
            heap.store(((ArrayType) array.type()).element(), isVaried);
            return;
        }
        for (Variable origin : arrays.origins(array)) {
            if (isVaried) {
                changed |= variedArrays.add(origin);
            }
            if (wanted.contains(origin)) {
                overwritten.add(origin);
                heap.rewrite(element(origin));
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

    /** A function that is differentiated may store varying numbers in the arrays that it gets. */
    private boolean call(Op call) {
        Function body = heap.isOfInterest() || callees.isRule(call) ? callees.body(call) : null;
        if (body != null) {
            tell(call, callees.footprint(body));
        }
        boolean isActive = isActiveCall(call);
        if (isActive && callees.isRule(call) && body != null) {
            pullBack(call, callees.footprint(body));
        }
        if (isActive) {
            for (Value argument : call.operands()) {
                if (isArrayOfNumbers(argument.type()) && arrays.isDirect(argument)) {
                    changed |= variedArrays.addAll(arrays.origins(argument));
                }
            }
        }
        return isActive;
    }

    private void tell(Op call, Footprint footprint) {
        footprint.tell(heap);
        int receiver = call instanceof Op.New ? 1 : 0;
        List<Value> arguments = call.operands();
        for (int i = 0; i < arguments.size(); i++) {
            if (isArrayOfNumbers(arguments.get(i).type())) {
                if (footprint.readArguments.get(i + receiver)) {
                    read(arguments.get(i));
                }
                if (footprint.writtenArguments.get(i + receiver)) {
                    store(arguments.get(i), false);
                }
            }
        }
    }

    /**
     * What a method with a rule stores varies, wherever it does, and what it reads gets a cotangent: its pullback finds
     * both in memory. It is not looked into any further.
     */
    private void pullBack(Op call, Footprint footprint) {
        footprint.tellVaried(heap);
        if (callees.hidesNumbers(call)) {
            heap.wantEverything();
        }
        for (Value argument : call.operands()) {
            if (callees.isFunction(argument.type())) {
                heap.wantEverything();
            }
        }
        if (callees.usesMemory(call)) {
            heap.wantTable();
        }
        for (Value argument : call.operands()) {
            if (isArrayOfNumbers(argument.type())) {
                heap.read(((ArrayType) argument.type()).element());
                heap.store(((ArrayType) argument.type()).element(), true);
            }
        }
    }

    /** What is found when the code runs may do anything with what it is given, and with memory. */
    private boolean dispatch(Op.Invoke invoke) {
        boolean isActive = isActiveDispatch(invoke);
        if (isActive) {
            heap.wantEverything();
        }
        return isActive;
    }

    /**
     * Returns whether a call whose code is found when it runs is differentiated: something that varies goes in, or it
     * may find it in memory.
     */
    public boolean isActiveDispatch(Op.Invoke invoke) {
        return anyVaried(invoke.arguments()) || heap.isTouched();
    }

    /** Returns whether a call site is half of a derivative that is found when the code runs; it uses the tape. */
    public static boolean isDispatch(Op.InvokeDynamic call) {
        return call.site().method().owner().equals(Dispatch.NAME);
    }

    private boolean invoke(Op.Invoke invoke) {
        return switch (callees.target(invoke)) {
            case Target.Body _, Target.Ruled _ -> call(invoke);
            case Target.Refused refused -> anyVaried(invoke.arguments());
            case Target.NonDifferentiable none -> false;
            case Target.Box box -> {
                if (Boxed.isMade(invoke)) {
                    store(Boxed.field(invoke), anyVaried(invoke.arguments()));
                    yield false;
                }
                yield read(Boxed.field(invoke));
            }
            case Target.Moves moves -> false;
            case Target.Dispatched dispatched -> dispatch(invoke);
            case Target.Rule rule -> {
                readObjects(invoke, rule);
                boolean any = false;
                for (int i = 0; i < invoke.arguments().size(); i++) {
                    any |= rule.partials().get(i) != null && isVaried(invoke.arguments().get(i));
                }
                yield any;
            }
        };
    }

    private void readObjects(Op.Invoke invoke, Target.Rule rule) {
        Footprint under = heap.isOfInterest() ? under(rule) : null;
        if (under == null) {
            return;
        }
        tell(invoke, under);
        if (under.isOpaque() && heap.isTouched()) {
            heap.wantEverything();
        }
        if (under.meets(heap)) {
            heap.wantTable();
        }
    }

    /** Returns whether a method with partials may read varying numbers from the objects that it is given. */
    public boolean mayReadActiveObjects(Target.Rule rule) {
        Footprint under = under(rule);
        return under != null && under.meets(heap);
    }

    private @Nullable Footprint under(Target.Rule rule) {
        Function body = callees.bodyUnder(rule);
        if (body != null) {
            return callees.footprint(body);
        }
        return rule.isGivenObjects() ? Footprint.unknown() : null;
    }

    /** Returns whether a call's arguments matter because it is differentiated itself. */
    boolean isDifferentiated(Op op) {
        return op instanceof Op.Call
                || op instanceof Op.Invoke invoke && isDifferentiated(callees.target(invoke))
                || op instanceof Op.New && callees.body(op) != null;
    }

    private static boolean isDifferentiated(Target target) {
        return target instanceof Target.Body || target instanceof Target.Ruled || target instanceof Target.Dispatched;
    }

    /** Returns whether a call puts its argument into a box that may be opened. */
    boolean isActiveBox(Op.Invoke invoke) {
        return callees.target(invoke) instanceof Target.Box && Boxed.isMade(invoke) && isActive(Boxed.field(invoke));
    }
}
