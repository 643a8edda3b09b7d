package dev.fluxion.backend.cpu;

import dev.fluxion.backend.cpu.emit.FunctionHandles;
import dev.fluxion.backend.cpu.emit.LocalArrays;
import dev.fluxion.backend.cpu.emit.TapeAccess;
import dev.fluxion.backend.cpu.emit.Target;
import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.Type;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The methods of a class and how they call one another: names, descriptors, and who is handed the tape, which is every
 * function that uses it, returns several results, or calls one that does.
 */
final class Linkage implements Target {

    private final String className;
    private final Map<String, Function> functions;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Set<String> arraysFromTape;
    private final Set<String> taped;

    private Linkage(String className, Map<String, Function> functions, Set<String> roots, Set<String> reservedNames) {
        this.className = className;
        this.functions = functions;
        this.arraysFromTape = arraysFromTape(functions, roots);
        this.taped = taped(functions, arraysFromTape);
        Set<String> used = new LinkedHashSet<>(reservedNames);
        for (Function function : functions.values()) {
            names.put(function.name(), MethodNames.unused(function.name(), used));
        }
    }

    /**
     * Links the functions that the roots reach.
     *
     * @param className internal name of the class
     * @param program all functions
     * @param roots names of functions that each run on a fresh tape
     * @param shared names of functions that run on the tape of others
     * @param reservedNames method names that are taken
     */
    static Linkage of(
            String className,
            Program program,
            Set<String> roots,
            Collection<String> shared,
            Set<String> reservedNames) {
        Map<String, Function> reached = new LinkedHashMap<>();
        Deque<String> next = new ArrayDeque<>(roots);
        next.addAll(shared);
        while (!next.isEmpty()) {
            Function function = program.function(next.remove());
            if (reached.put(function.name(), function) == null) {
                next.addAll(callees(function));
            }
        }
        return new Linkage(className, reached, roots, reservedNames);
    }

    /** Returns the entries' functions that are called from nowhere else and have arrays of their own. */
    private static Set<String> arraysFromTape(Map<String, Function> functions, Set<String> roots) {
        Set<String> found = new LinkedHashSet<>(roots);
        functions.values().forEach(function -> found.removeAll(callees(function)));
        found.removeIf(name -> LocalArrays.of(Objects.requireNonNull(functions.get(name))).isEmpty());
        return found;
    }

    private static Set<String> taped(Map<String, Function> functions, Set<String> arraysFromTape) {
        Set<String> taped = new LinkedHashSet<>(arraysFromTape);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Function function : functions.values()) {
                if (!taped.contains(function.name()) && needsTape(function, taped)) {
                    taped.add(function.name());
                    changed = true;
                }
            }
        }
        return taped;
    }

    private static boolean needsTape(Function function, Set<String> taped) {
        if (function.resultTypes().size() > 1) {
            return true;
        }
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                Op op = statement.op();
                if (op instanceof Op.TapePush
                        || op instanceof Op.TapePop
                        || op instanceof Op.TapeReserve
                        || op instanceof Op.TapeRelease
                        || op instanceof Op.TapeTop
                        || (op instanceof Op.InvokeDynamic dynamic && TapeAccess.isHandedTape(dynamic.site()))
                        || (op instanceof Op.Call call && taped.contains(call.function()))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Set<String> callees(Function function) {
        Set<String> callees = new LinkedHashSet<>();
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                if (statement.op() instanceof Op.Call call) {
                    callees.add(call.function());
                }
                FunctionHandles.addNames(statement.op(), callees);
            }
        }
        return callees;
    }

    /** Returns the functions that are reached, in the order in which they are. */
    Iterable<Function> functions() {
        return functions.values();
    }

    @Override
    public String className() {
        return className;
    }

    @Override
    public Function function(String name) {
        Function function = functions.get(name);
        if (function == null) {
            throw new IllegalArgumentException("not a function of this class: " + name);
        }
        return function;
    }

    @Override
    public String methodName(String function) {
        return names.getOrDefault(function, function);
    }

    @Override
    public String descriptor(String name) {
        Function function = function(name);
        StringBuilder text = new StringBuilder("(");
        for (Type type : function.parameterTypes()) {
            text.append(type.descriptor());
        }
        if (takesTape(name)) {
            text.append("Ldev/fluxion/runtime/Tape;");
        }
        text.append(')');
        return text.append(function.resultTypes().isEmpty() ? "V" : function.resultTypes().getFirst().descriptor())
                .toString();
    }

    @Override
    public boolean takesArraysFromTape(String function) {
        return arraysFromTape.contains(function);
    }

    @Override
    public boolean takesTape(String function) {
        return taped.contains(function);
    }
}
