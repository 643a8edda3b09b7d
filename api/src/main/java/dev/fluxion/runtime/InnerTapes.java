package dev.fluxion.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs parts of derivatives whose primals have derivatives in them already, such as that of a compiled gradient which a
 * function has captured. What those remember is forgotten before the part ends, so it is on a tape that is taken for
 * the time of the call; what the part remembers for the code around it is on that code's tape.
 */
public final class InnerTapes {

    private static final MethodHandle TAKE;
    private static final MethodHandle RELEASE;

    static {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        try {
            TAKE =
                    lookup.findStatic(
                            Tape.class, "within", MethodType.methodType(Tape.class, Tape.class, int.class, int.class));
            RELEASE = lookup.findVirtual(Tape.class, "release", MethodType.methodType(void.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private InnerTapes() {}

    /**
     * Returns a part that takes a tape for itself.
     *
     * @param part takes the tape last
     * @param ownOrders how many orders of derivatives the primal has in it
     * @param level how often the code around the call had been differentiated, see {@link DynamicCall}
     */
    public static MethodHandle around(MethodHandle part, int ownOrders, int level) {
        int last = part.type().parameterCount() - 1;
        MethodHandle tapeFirst = MethodHandles.tryFinally(moved(part, last, 0), releasing(part.type().returnType()));
        MethodHandle take = MethodHandles.insertArguments(TAKE, 1, ownOrders, level);
        return MethodHandles.filterArguments(moved(tapeFirst, 0, last), last, take);
    }

    /** Returns the release of a tape, whatever the part has thrown, that returns what the part has returned. */
    private static MethodHandle releasing(Class<?> result) {
        if (result == void.class) {
            return MethodHandles.dropArguments(RELEASE, 0, Throwable.class);
        }
        MethodHandle same = MethodHandles.dropArguments(MethodHandles.identity(result), 0, Throwable.class);
        return MethodHandles.foldArguments(
                MethodHandles.dropArguments(same, 2, Tape.class),
                MethodHandles.dropArguments(RELEASE, 0, Throwable.class, result));
    }

    /** Returns the same with one of its parameters at another place. */
    private static MethodHandle moved(MethodHandle handle, int from, int to) {
        List<Class<?>> types = new ArrayList<>(handle.type().parameterList());
        types.add(to, types.remove(from));
        int[] order = new int[types.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i == from ? to : i < from ? i + (to <= i ? 1 : 0) : i - (to >= i ? 1 : 0);
        }
        return MethodHandles.permuteArguments(handle, MethodType.methodType(handle.type().returnType(), types), order);
    }
}
