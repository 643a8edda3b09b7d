package dev.fluxion.engine.derive;

import dev.fluxion.backend.Entry;
import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.Type;
import dev.fluxion.spi.Shape;
import dev.fluxion.transform.Library;
import dev.fluxion.transform.MethodSource;
import dev.fluxion.transform.adjoint.ReverseMode;
import dev.fluxion.transform.pipeline.Stages;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A derivative as IR, complete and clean, before anything is said about where it will run. It can be differentiated
 * again.
 *
 * @param program the functions that the entries reach
 * @param entries the methods of the contract and their functions
 * @param captures the storage types of what was captured, the first parameters of each entry's function
 * @param equalityGuards where the slope may not be that of the function, see {@link ReverseMode.Result}
 * @param mayWriteArguments whether the function may write to the arrays that it is given
 */
public record Derivation(
        Program program,
        List<Entry> entries,
        List<Type> captures,
        Set<Position> equalityGuards,
        boolean mayWriteArguments) {

    /** Copies the lists in. */
    public Derivation {
        entries = List.copyOf(entries);
        captures = List.copyOf(captures);
    }

    /**
     * Differentiates a primal in all its arguments.
     *
     * @param methods what calls stand for
     * @throws dev.fluxion.diagnostic.NotDifferentiableException with all that is in the way
     */
    public static Derivation of(Primal primal, Shape shape, MethodSource methods) {
        List<Boolean> active = new ArrayList<>();
        int parameters = primal.function().parameters().size();
        for (int i = 0; i < parameters; i++) {
            active.add(i >= primal.captures().size());
        }
        return of(primal, active, (fused, functions) -> EntryFunctions.of(shape, fused, functions), methods);
    }

    /** Makes the functions of entries. */
    interface Entries {
        /**
         * Adds them.
         *
         * @param fused value and adjoints
         * @param functions takes them, by names that are not used yet
         * @return the entries
         */
        List<Entry> of(Function fused, Map<String, Function> functions);
    }

    /** Differentiates a primal in some of its arguments, and takes what the entries want. */
    static Derivation of(Primal primal, List<Boolean> active, Entries wanted, MethodSource methods) {
        Library library = new Library();
        primal.program().functions().values().forEach(library::put);
        ReverseMode reverse = new ReverseMode(Stages.guarded(methods), Stages.preparation(methods, library), library);
        ReverseMode.Result result = reverse.gradient(primal.function(), active);
        Function gradient = result.standalone();
        Map<String, Function> functions = new LinkedHashMap<>(library.programOf(gradient).functions());
        List<Entry> entries = wanted.of(gradient, functions);
        Program program = reachable(Stages.cleanUp(new Program(functions), methods), entries);
        boolean writes = ArgumentWrites.mayHappen(result.primal());
        return new Derivation(program, entries, primal.captures(), result.equalityGuards(), writes);
    }

    /**
     * Differentiates a primal in its numbers, and in all that its other arguments lead to.
     *
     * @param inCaptured whether also in the numbers that were captured
     * @param methods what calls stand for
     * @throws dev.fluxion.diagnostic.NotDifferentiableException with all that is in the way
     */
    public static Derivation inObjects(Primal primal, boolean inCaptured, MethodSource methods) {
        List<Boolean> active = new ArrayList<>();
        List<Variable> parameters = primal.function().parameters();
        int captured = primal.captures().size();
        for (int i = 0; i < parameters.size(); i++) {
            active.add((inCaptured || i >= captured) && parameters.get(i).type().isFloating());
        }
        Library library = new Library();
        primal.program().functions().values().forEach(library::put);
        ReverseMode reverse = new ReverseMode(Stages.guarded(methods), Stages.preparation(methods, library), library);
        ReverseMode.Result result = reverse.gradientInMemory(primal.function(), active);
        Map<String, Function> functions = new LinkedHashMap<>(library.programOf(result.gradient()).functions());
        Entry entry = GraphEntry.of(primal, inCaptured, active, result.gradient(), functions);
        List<Entry> entries = List.of(entry);
        Program program = reachable(Stages.cleanUp(new Program(functions), methods), entries);
        return new Derivation(program, entries, primal.captures(), result.equalityGuards(), true);
    }

    /** Returns whether a method is one of the contract that has a function. */
    public boolean has(String method, String descriptor) {
        for (Entry entry : entries) {
            if (entry.method().equals(method) && entry.descriptor().equals(descriptor)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the function behind a method of the contract, as a primal. */
    public Primal primal(String method, String descriptor) {
        for (Entry entry : entries) {
            if (entry.method().equals(method) && entry.descriptor().equals(descriptor)) {
                Function function = program.function(entry.function());
                List<Type> arguments = new ArrayList<>();
                for (Variable parameter :
                        function.parameters().subList(captures.size(), function.parameters().size())) {
                    arguments.add(parameter.type());
                }
                return new Primal(function, program, captures, arguments);
            }
        }
        throw new IllegalArgumentException("no entry " + method + descriptor);
    }

    /** Returns the functions of a program that the entries reach. */
    static Program reachable(Program program, List<Entry> entries) {
        Map<String, Function> reached = new LinkedHashMap<>();
        Deque<String> pending = new ArrayDeque<>();
        for (Entry entry : entries) {
            pending.add(entry.function());
        }
        for (String name = pending.pollFirst(); name != null; name = pending.pollFirst()) {
            if (reached.containsKey(name)) {
                continue;
            }
            Function function = program.function(name);
            reached.put(name, function);
            for (Block block : function.blocks()) {
                for (Statement statement : block.statements()) {
                    if (statement.op() instanceof Op.Call call) {
                        pending.add(call.function());
                    }
                }
            }
        }
        return new Program(reached);
    }
}
