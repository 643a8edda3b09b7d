package dev.fluxion.runtime;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/**
 * Links the calls, in emitted code, of methods that the receiver's class chooses: each call site remembers what it has
 * called. A backend passes the running {@link Tape} to these sites as a further, last argument.
 *
 * <pre>
 *   augmented(receiver, arguments..., shadows, tape)               -&gt; result
 *   reverse(receiver, cotangent of the result, shadows, out, tape) -&gt; first adjoint; the others in out
 * </pre>
 */
public final class Dispatch {

    /** The internal name of this class, by which call sites name their bootstrap method. */
    public static final String NAME = "dev/fluxion/runtime/Dispatch";

    /** The name of the bootstrap method. */
    public static final String METHOD = "link";

    /** The descriptor of the bootstrap method. */
    public static final String DESCRIPTOR =
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
                + "Ldev/fluxion/runtime/Linker;Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;IILjava/lang/String;)"
                + "Ljava/lang/invoke/CallSite;";

    private Dispatch() {}

    /**
     * The bootstrap method of a call site.
     *
     * @param caller not used
     * @param method the name of the method that the primal calls
     * @param type the type of the site, the receiver first and a {@link Tape} last
     * @param linker finds the derivatives
     * @param owner internal name of the class or interface that the primal names as the method's owner
     * @param descriptor the descriptor of the method that the primal calls
     * @param sweep see {@link DynamicCall}
     * @param caught 1 if it gives its exception back, else 0
     * @param level see {@link DynamicCall}
     * @param where the place of the call in the user's source
     */
    public static CallSite link(
            Lookup caller,
            String method,
            MethodType type,
            Linker linker,
            String owner,
            String descriptor,
            String sweep,
            int caught,
            int level,
            String where) {
        DynamicCall call = new DynamicCall(owner, method, descriptor, sweep, caught != 0, level, where);
        return new InlineCache(type, linker, call);
    }
}
