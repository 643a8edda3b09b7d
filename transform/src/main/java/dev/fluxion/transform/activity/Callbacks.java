package dev.fluxion.transform.activity;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.MethodSource;
import dev.fluxion.transform.Target;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What code that is not looked into may call back, and which numbers this would change: the methods of the program's
 * own classes by which the JDK knows them, such as {@code compare}, {@code toString} and {@code run}.
 *
 * <p>Which objects such code gets hold of is not known. Those count that are of a class whose objects the program
 * makes, or of the type of an argument. They are compared and printed wherever anything is passed; other methods count
 * if an argument may be that object itself, and all if the call is there for its effect alone and nothing is known of
 * it.
 */
public final class Callbacks {
    private static final String COMPARATOR = "java/util/Comparator";
    private static final Set<String> COLLECTIONS =
            Set.of("java/util/Collection", "java/util/Map", "java/lang/Iterable", "java/util/Iterator");

    private final MethodSource methods;
    private final Callees callees;
    private final Map<String, List<MethodSource.Callback>> ofClass = new HashMap<>();
    private final Map<String, Changes> changes = new HashMap<>();
    private final Set<String> made = new LinkedHashSet<>();
    private final List<Closure> closures = new ArrayList<>();

    /** A lambda that the program makes, of a functional interface. */
    private record Closure(String type, Function body) {}

    /**
     * Looks through a program.
     *
     * @param root where it starts
     * @param methods what tells the methods of its classes
     * @param callees what its calls stand for
     */
    public Callbacks(Function root, MethodSource methods, Callees callees) {
        this.methods = methods;
        this.callees = callees;
        for (Function function : reached(List.of(root), false).values()) {
            for (Block block : function.blocks()) {
                for (Statement statement : block.statements()) {
                    if (statement.op() instanceof Op.New create) {
                        made.add(create.constructor().owner());
                    } else if (statement.op() instanceof Op.MakeClosure closure) {
                        Function body = callees.body(closure);
                        if (body != null) {
                            closures.add(new Closure(closure.type().internalName(), body));
                        }
                    }
                }
            }
        }
    }

    /** Returns the name of a function that the operation may run and that changes numbers which are read, or null. */
    public @Nullable String harm(Op op, HeapActivity heap) {
        if (!heap.isTouched()) {
            return null;
        }
        for (Function callback : of(op)) {
            if (change(callback).isHarm(heap)) {
                return callback.name();
            }
        }
        return null;
    }

    /** Adds what the operation's callbacks change to what the function around it does. */
    public void addTo(Op op, Footprint footprint) {
        for (Function callback : of(op)) {
            change(callback).addTo(footprint);
        }
    }

    /** What the operation may call back; nothing for those that are looked into. */
    private List<Function> of(Op op) {
        return switch (op) {
            case Op.Invoke call -> ofCall(call);
            case Op.New create when callees.body(create) == null ->
                    withDeclared(ofKnown(create.arguments(), create.arguments()), create.constructor(), false);
            case Op.InvokeDynamic call when !Activity.isDispatch(call) -> ofKnown(call.arguments(), call.arguments());
            default -> List.of();
        };
    }

    private List<Function> ofCall(Op.Invoke call) {
        List<Value> arguments = call.arguments();
        return switch (callees.target(call)) {
            case Target.NonDifferentiable _ ->
                    isOfAnyObject(call.method()) || isKeptOnly(call.method())
                            ? List.of()
                            : withClosures(ofKnown(arguments, arguments), arguments);
            case Target.Moves _ -> {
                List<Value> passed = call.kind() == InvokeKind.STATIC ? arguments : othersThanReceiver(arguments);
                yield withDeclared(ofKnown(arguments, passed), call.method(), false);
            }
            case Target.Refused _ when isConstructor(call.method()) ->
                    ofKnown(arguments, othersThanReceiver(arguments));
            case Target.Refused _ -> OpaqueCalls.isRisky(call) ? ofKnown(arguments, arguments) : ofUnknown(arguments);
            case Target.Dispatched _ when call.method().owner().startsWith("java/") ->
                    withDeclared(ofKnown(arguments, collections(call)), call.method(), true);
            case Target.Body _, Target.Ruled _, Target.Rule _, Target.Box _, Target.Dispatched _ -> List.of();
        };
    }

    private static List<Value> othersThanReceiver(List<Value> arguments) {
        return arguments.subList(1, arguments.size());
    }

    /**
     * What a collection that is known when the code runs takes apart; other arguments are called by code that is known.
     */
    private static List<Value> collections(Op.Invoke call) {
        List<Value> collections = new ArrayList<>();
        List<Type> types = call.method().parameterTypes();
        for (int i = 0; i < types.size(); i++) {
            if (types.get(i) instanceof ClassType named && COLLECTIONS.contains(named.internalName())) {
                collections.add(call.arguments().get(i + 1));
            }
        }
        return collections;
    }

    private static boolean isConstructor(MethodRef method) {
        return method.name().equals("<init>");
    }

    /**
     * Whether a method of {@code Object} calls nothing of the object's own: its constructor, and what no class
     * overrides.
     */
    private static boolean isOfAnyObject(MethodRef method) {
        return isConstructor(method) && method.owner().equals(ClassType.OBJECT.internalName())
                || (method.name() + method.descriptor()).equals("getClass()Ljava/lang/Class;");
    }

    /** Whether a method of the runtime keeps what it is given, and runs nothing of it: a rule's pullback, say. */
    private static boolean isKeptOnly(MethodRef method) {
        return method.owner().startsWith("dev/fluxion/runtime/");
    }

    /** Whatever the program could have put where this code finds it. */
    private List<Function> ofUnknown(List<Value> arguments) {
        if (!leadsOn(arguments)) {
            return List.of();
        }
        List<Function> all = new ArrayList<>();
        closures.forEach(closure -> all.add(closure.body()));
        for (String type : classes(arguments)) {
            callbacks(type).forEach(callback -> all.add(callback.body()));
        }
        return all;
    }

    /** Lambdas of the types of the arguments are run. */
    private List<Function> withClosures(List<Function> others, List<Value> arguments) {
        List<Function> all = new ArrayList<>(others);
        for (Closure closure : closures) {
            if (isPassed(closure.type(), arguments)) {
                all.add(closure.body());
            }
        }
        return all;
    }

    /**
     * Lambdas of the types that a method is declared to take are run; where the class that is found when the code runs
     * calls others by code that is known, those that compare still are by code that is not.
     */
    private List<Function> withDeclared(List<Function> others, MethodRef method, boolean comparatorsOnly) {
        List<Function> all = new ArrayList<>(others);
        for (Type type : method.parameterTypes()) {
            if (!(type instanceof ClassType declared) || declared.equals(ClassType.OBJECT)) {
                continue;
            }
            for (Closure closure : closures) {
                boolean isRun = !comparatorsOnly || declared.internalName().equals(COMPARATOR);
                if (isRun && methods.isSubtype(closure.type(), declared.internalName())) {
                    all.add(closure.body());
                }
            }
        }
        return all;
    }

    /** Comparisons of all that the arguments may lead to, and whatever may be asked of those that are passed. */
    private List<Function> ofKnown(List<Value> arguments, List<Value> passed) {
        if (!leadsOn(arguments)) {
            return List.of();
        }
        List<Function> some = new ArrayList<>();
        for (String type : classes(arguments)) {
            boolean isPassed = isPassed(type, passed);
            for (MethodSource.Callback callback : callbacks(type)) {
                if (isPassed || callback.isComparison()) {
                    some.add(callback.body());
                }
            }
        }
        return some;
    }

    private Set<String> classes(List<Value> arguments) {
        Set<String> classes = new LinkedHashSet<>(made);
        for (Value argument : arguments) {
            if (argument.type() instanceof ClassType named) {
                classes.add(named.internalName());
            }
        }
        return classes;
    }

    private static boolean leadsOn(List<Value> arguments) {
        for (Value argument : arguments) {
            if (argument instanceof Variable && argument.type().isReference() && OpaqueCalls.leadsOn(argument.type())) {
                return true;
            }
        }
        return false;
    }

    private boolean isPassed(String type, List<Value> arguments) {
        for (Value argument : arguments) {
            if (argument.type() instanceof ClassType named
                    && !named.equals(ClassType.OBJECT)
                    && methods.isSubtype(type, named.internalName())) {
                return true;
            }
        }
        return false;
    }

    private List<MethodSource.Callback> callbacks(String type) {
        return ofClass.computeIfAbsent(type, methods::callbacks);
    }

    private Changes change(Function callback) {
        Changes known = changes.get(callback.name());
        if (known == null) {
            known = new Changes(callees);
            changes.put(callback.name(), known);
            for (Function function : reached(List.of(callback), true).values()) {
                known.note(function);
            }
        }
        return known;
    }

    /** The functions that are run, with what the classes of the program choose where that is asked for. */
    private Map<String, Function> reached(List<Function> roots, boolean chosen) {
        Map<String, Function> reached = new LinkedHashMap<>();
        Deque<Function> pending = new ArrayDeque<>(roots);
        while (!pending.isEmpty()) {
            Function function = pending.removeFirst();
            if (reached.putIfAbsent(function.name(), function) != null) {
                continue;
            }
            for (Block block : function.blocks()) {
                for (Statement statement : block.statements()) {
                    Function body = callees.body(statement.op());
                    if (body != null) {
                        pending.add(body);
                    } else if (chosen
                            && statement.op() instanceof Op.Invoke call
                            && callees.target(call) instanceof Target.Dispatched) {
                        pending.addAll(choices(call.method()));
                    }
                }
            }
        }
        return reached;
    }

    private List<Function> choices(MethodRef method) {
        Set<String> receivers = new LinkedHashSet<>(made);
        receivers.add(method.owner());
        List<Function> choices = new ArrayList<>();
        for (String receiver : receivers) {
            Function choice = methods.isSubtype(receiver, method.owner()) ? methods.chosen(method, receiver) : null;
            if (choice != null) {
                choices.add(choice);
            }
        }
        for (Closure closure : closures) {
            if (methods.isSubtype(closure.type(), method.owner())) {
                choices.add(closure.body());
            }
        }
        return choices;
    }
}
