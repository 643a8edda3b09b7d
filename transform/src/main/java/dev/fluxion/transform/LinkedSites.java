package dev.fluxion.transform;

import dev.fluxion.ir.op.Op;

import java.util.Set;

/** What is known of {@code invokedynamic} sites by what links them. */
public final class LinkedSites {

    private static final Set<String> FORGETFUL =
            Set.of("java/lang/invoke/StringConcatFactory", "java/lang/runtime/SwitchBootstraps");

    private LinkedSites() {}

    /**
     * Returns whether a site neither keeps what it is given nor hands it on, and changes nothing: it puts text
     * together, or chooses a case of a switch over patterns or enums.
     */
    public static boolean isForgetful(Op.InvokeDynamic call) {
        return FORGETFUL.contains(call.site().method().owner());
    }

    /** Returns whether a site is a record's own {@code equals}, {@code hashCode} or {@code toString}. */
    public static boolean isOfRecord(Op.InvokeDynamic call) {
        return call.site().method().owner().equals("java/lang/runtime/ObjectMethods");
    }
}
