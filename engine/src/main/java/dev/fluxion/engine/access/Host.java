package dev.fluxion.engine.access;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandles.Lookup;

/**
 * The class beside which derivatives are defined, as its nestmates.
 *
 * <p>This is the class that holds the user's code, where it lets us in: then private members need no detour. Else it is
 * an anchor of ours, beside which code may use only what is public and exported to all; that is enough for the code of
 * the JDK and for formulas that call nothing else.
 *
 * @param lookup a lookup with full privilege on the host
 * @param code the class that holds the user's code
 * @param given the lookup that the user handed over, which may open further classes of the same module
 */
public record Host(Lookup lookup, Class<?> code, @Nullable Lookup given) {

    /**
     * Chooses the host for the code of a class.
     *
     * @param code the class that holds the implementation
     * @param contract the interface that the derivative implements, which the host must see
     * @param given a lookup that the user handed over, if any
     */
    public static Host of(Class<?> code, Class<?> contract, @Nullable Lookup given) {
        boolean sees = sees(code.getClassLoader(), contract) && code.getModule().canRead(contract.getModule());
        Lookup beside = sees ? Privilege.on(code, given) : null;
        Lookup lookup = beside == null ? AnchorLoader.lookup(code.getClassLoader(), contract.getClassLoader()) : beside;
        return new Host(lookup, code, given);
    }

    /** Returns the class beside which code is defined. */
    public Class<?> type() {
        return lookup.lookupClass();
    }

    /** Returns whether the host is the class that holds the user's code. */
    public boolean isBesideCode() {
        return type() == code;
    }

    private static boolean sees(@Nullable ClassLoader loader, Class<?> type) {
        try {
            return Class.forName(type.getName(), false, loader) == type;
        } catch (ClassNotFoundException notSeen) {
            return false;
        }
    }
}
