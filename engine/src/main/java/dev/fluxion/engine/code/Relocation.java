package dev.fluxion.engine.code;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.engine.access.ClassData;
import dev.fluxion.engine.access.Erasure;
import dev.fluxion.engine.access.ForeignMembers;
import dev.fluxion.engine.access.Passage;
import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.ObjectMaking;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.runtime.Linker;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The last step before a backend: makes a program that the host may run as it stands.
 *
 * <ul>
 *   <li>A private method of the host's nest is called by {@code invokevirtual}: {@code invokespecial} is for the class
 *       itself.
 *   <li>A member of others that may not be used is reached through a constant method handle, see {@link
 *       ForeignMembers}.
 *   <li>A type that may not be named gives way to one that may, see {@link Erasure}.
 *   <li>A static method out of reach is copied into the program: {@code invoke static C.f(x)} becomes {@code call
 *       C.f(x)}; so is the code of a lambda.
 *   <li>Lambdas are made so that it is known afterwards what they run, see {@link Lambdas}.
 *   <li>Anything else is refused, all of it at once.
 * </ul>
 */
public final class Relocation {

    private final HostedMethods methods;
    private final Linker linker;
    private final ForeignMembers members;
    private final Erasure erasure;
    private final Map<String, Function> done = new LinkedHashMap<>();
    private final Deque<Function> pending = new ArrayDeque<>();
    private final List<Diagnostic> refused = new ArrayList<>();
    private boolean usesClassData;

    private Relocation(HostedMethods methods, Linker linker) {
        this.linker = linker;
        this.methods = methods;
        this.members = new ForeignMembers(methods.passages().rights());
        this.erasure = new Erasure(methods.passages().rights());
    }

    /**
     * A program that the host may run.
     *
     * @param program the program
     * @param classData what its class data constants refer to
     */
    public record Relocated(Program program, List<Object> classData) {
        /** Copies the list in. */
        public Relocated {
            classData = List.copyOf(classData);
        }
    }

    /**
     * Makes the program fit for the host of {@code methods}.
     *
     * @throws NotDifferentiableException if the host can in no way do what the program does, with all reasons
     */
    public static Relocated apply(Program program, HostedMethods methods, Linker linker) {
        Relocation relocation = new Relocation(methods, linker);
        relocation.pending.addAll(program.functions().values());
        return relocation.run();
    }

    private Relocated run() {
        for (Function next = pending.pollFirst(); next != null; next = pending.pollFirst()) {
            done.put(next.name(), relocate(next));
        }
        if (!refused.isEmpty()) {
            throw new NotDifferentiableException(refused);
        }
        List<Object> classData = new ArrayList<>();
        if (usesClassData) {
            classData.add(linker);
            classData.add(linker.again());
            classData.addAll(members.objects());
        }
        return new Relocated(new Program(done), classData);
    }

    @SuppressWarnings("ReferenceEquality") // the very same operation means nothing to do
    private Function relocate(Function function) {
        List<Block> blocks = new ArrayList<>();
        boolean changed = false;
        for (Block block : function.blocks()) {
            List<Statement> statements = new ArrayList<>();
            for (Statement statement : block.statements()) {
                if (methods.passages().of(statement) instanceof Passage.Settled) {
                    changed = true;
                    continue;
                }
                Op op = relocate(statement, function);
                usesClassData |= ClassData.isUsedBy(op);
                changed |= op != statement.op();
                statements.add(
                        op == statement.op()
                                ? statement
                                : new Statement(statement.results(), op, statement.position()));
            }
            blocks.add(block.withStatements(statements));
        }
        return ErasedTypes.erase(changed ? function.withBlocks(blocks) : function, erasure);
    }

    private Op relocate(Statement statement, Function within) {
        Op op = named(statement.op());
        return switch (methods.passages().of(statement)) {
            case Passage.Settled settled -> op;
            case Passage.Direct direct -> direct(op);
            case Passage.Respelled respelled -> respell(op);
            case Passage.Handle handle ->
                    members.lower(op instanceof Op.MakeClosure closure ? Lambdas.known(closure) : op, handle.lookup());
            case Passage.Denied denied -> {
                Function copy = methods.copyable(op);
                if (copy == null) {
                    refuse(denied, statement, within);
                    yield op;
                }
                include(copy);
                yield op instanceof Op.MakeClosure closure
                        ? Lambdas.known(Lambdas.running(copy, closure), closure.implementation())
                        : new Op.Call(copy.name(), op.operands());
            }
        };
    }

    /** The operation without class constants that the host may not name. */
    @SuppressWarnings("ReferenceEquality") // the very same operand means nothing to do
    private Op named(Op op) {
        for (Value operand : op.operands()) {
            if (members.operand(operand) != operand) {
                return op.map(members::operand);
            }
        }
        return op;
    }

    private static Op direct(Op op) {
        if (op instanceof Op.New make && ObjectMaking.isConstruction(make)) {
            return new Op.New(ObjectMaking.constructor(make), make.arguments());
        }
        return op instanceof Op.MakeClosure closure ? Lambdas.known(closure) : op;
    }

    private static Op respell(Op op) {
        if (op instanceof Op.Invoke invoke) {
            InvokeKind kind = invoke.method().ownerIsInterface() ? InvokeKind.INTERFACE : InvokeKind.VIRTUAL;
            return new Op.Invoke(kind, invoke.method(), invoke.arguments());
        }
        return op;
    }

    private void include(Function copy) {
        if (!done.containsKey(copy.name()) && !isPending(copy.name())) {
            pending.add(copy);
        }
    }

    private boolean isPending(String name) {
        for (Function function : pending) {
            if (function.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private void refuse(Passage.Denied denied, Statement statement, Function within) {
        @Nullable String what = what(statement.op());
        refused.add(
                CodeDiagnostics.inaccessible(
                        methods.host(),
                        denied,
                        what == null ? "cannot run a part of " + within.name() + " in its derivative" : what,
                        statement.position(),
                        true));
    }

    private static @Nullable String what(Op op) {
        return switch (op) {
            case Op.Invoke invoke -> "cannot call " + invoke.method().display() + " from a derivative";
            case Op.New make -> "cannot create a " + make.constructor().owner().replace('/', '.') + " in a derivative";
            case Op.GetField get -> "cannot read " + get.field().owner().replace('/', '.') + "." + get.field().name();
            case Op.GetStatic get -> "cannot read " + get.field().owner().replace('/', '.') + "." + get.field().name();
            case Op.PutField put -> "cannot write " + put.field().owner().replace('/', '.') + "." + put.field().name();
            case Op.PutStatic put -> "cannot write " + put.field().owner().replace('/', '.') + "." + put.field().name();
            default -> null;
        };
    }
}
