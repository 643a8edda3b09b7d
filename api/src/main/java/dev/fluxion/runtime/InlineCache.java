package dev.fluxion.runtime;

import dev.fluxion.diagnostic.NotDifferentiableException;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.ArrayList;
import java.util.List;

/**
 * A call site that remembers what it has called, by the receiver's class: a compare and a direct call for each of the
 * first few classes, a look-up by class for the rest.
 *
 * <pre>
 *   receiver.getClass() == Circle.class ? circle(receiver, ...)
 *       : receiver.getClass() == Square.class ? square(receiver, ...)
 *       : find(receiver).invokeExact(receiver, ...)
 * </pre>
 */
final class InlineCache extends MutableCallSite {

    /** How many classes are compared with before the look-up. */
    static final int DEPTH = 4;

    private static final MethodHandle IS_OF;
    private static final MethodHandle MISS;
    private static final MethodHandle FIND;
    private static final MethodHandle REFUSE;

    static {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        try {
            IS_OF =
                    lookup.findStatic(
                            InlineCache.class, "isOf", MethodType.methodType(boolean.class, Class.class, Object.class));
            MethodType finder = MethodType.methodType(MethodHandle.class, Object.class);
            MISS = lookup.findVirtual(InlineCache.class, "miss", finder);
            FIND = lookup.findVirtual(InlineCache.class, "find", finder);
            MethodType refuser = MethodType.methodType(Object.class, NotDifferentiableException.class, Tape.class);
            REFUSE = lookup.findStatic(InlineCache.class, "refuse", refuser);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Linker linker;
    private final DynamicCall call;
    private final ClassValue<Cell> linked = new Linked();
    private final List<Class<?>> compared = new ArrayList<>();

    InlineCache(MethodType type, Linker linker, DynamicCall call) {
        super(type);
        this.linker = linker;
        this.call = call;
        setTarget(through(MISS));
    }

    /** Returns a call of what {@code finder} finds for the receiver. */
    private MethodHandle through(MethodHandle finder) {
        Class<?> receiver = type().parameterType(0);
        MethodHandle find = finder.bindTo(this).asType(MethodType.methodType(MethodHandle.class, receiver));
        return MethodHandles.foldArguments(MethodHandles.exactInvoker(type()), find);
    }

    @SuppressWarnings("unused") // called through its handle
    private static boolean isOf(Class<?> type, Object receiver) {
        return receiver.getClass() == type;
    }

    /** Returns what to call for a receiver of a class seen for the first time, and remembers it. */
    @SuppressWarnings("unused") // called through its handle
    private MethodHandle miss(Object receiver) {
        MethodHandle found = find(receiver);
        if (linked.get(receiver.getClass()).handle != null) {
            remember(receiver.getClass(), found);
        }
        return found;
    }

    @SuppressWarnings("unused") // called through its handle
    private static Object refuse(NotDifferentiableException refused, Tape tape) {
        tape.refuse(refused);
        throw refused;
    }

    /**
     * Returns what to call where there is no derivative: it throws, and sees to it that the whole gradient does so too,
     * since the program may catch what it calls.
     */
    private MethodHandle refusing(NotDifferentiableException refused) {
        int tape = type().parameterCount() - 1;
        MethodHandle refuse = REFUSE.bindTo(refused).asType(MethodType.methodType(type().returnType(), Tape.class));
        return MethodHandles.dropArguments(refuse, 0, type().parameterList().subList(0, tape));
    }

    /** Returns what to call for a receiver of any class. */
    @SuppressWarnings("unused") // called through its handle
    private MethodHandle find(Object receiver) {
        Cell cell = linked.get(receiver.getClass());
        MethodHandle known = cell.handle;
        return known == null ? cell.fill(receiver) : known;
    }

    /** Another thread that does not see the new target yet calls the same, by a longer way. */
    private synchronized void remember(Class<?> type, MethodHandle found) {
        if (compared.contains(type)) {
            return;
        }
        if (compared.size() == DEPTH) {
            setTarget(through(FIND));
            return;
        }
        compared.add(type);
        MethodHandle test = IS_OF.bindTo(type).asType(MethodType.methodType(boolean.class, type().parameterType(0)));
        setTarget(MethodHandles.guardWithTest(test, found, getTarget()));
    }

    /** What is called for one class. Two threads may find the same at once. */
    private final class Cell {
        private volatile @Nullable MethodHandle handle;

        MethodHandle fill(Object receiver) {
            MethodHandle found;
            try {
                found = linker.link(receiver, call, type());
            } catch (NotDifferentiableException refused) {
                return refusing(refused);
            }
            handle = found;
            return found;
        }
    }

    private final class Linked extends ClassValue<Cell> {
        @Override
        protected Cell computeValue(Class<?> type) {
            return new Cell();
        }
    }
}
