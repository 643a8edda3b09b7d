package dev.fluxion.ir.op;

import dev.fluxion.ir.symbol.MethodRef;

/**
 * Ways of making an object that the JVM has no instruction for, written as {@code new} with a constructor of another
 * name.
 *
 * <ul>
 *   <li>{@code new C.<allocate>()V ()} makes an object with zeroed fields, on which no constructor has run yet.
 *   <li>{@code new C.<construct>(D)V (%x)} is {@code new C(x)} where the numbers that the constructor puts into the
 *       object are stored once more by what follows, for the sake of their derivatives.
 * </ul>
 */
public final class ObjectMaking {

    /** The name in the place of {@code <init>} for an object with zeroed fields. */
    public static final String ALLOCATE = "<allocate>";

    /** The name in the place of {@code <init>} for an object whose numbers are stored once more. */
    public static final String CONSTRUCT = "<construct>";

    private ObjectMaking() {}

    /** Returns whether the operation makes an object with zeroed fields. */
    public static boolean isAllocation(Op op) {
        return op instanceof Op.New made && made.constructor().name().equals(ALLOCATE);
    }

    /** Returns whether the operation makes an object whose numbers are stored once more by what follows. */
    public static boolean isConstruction(Op op) {
        return op instanceof Op.New made && made.constructor().name().equals(CONSTRUCT);
    }

    /** Returns the constructor that the operation runs, by the name that it was declared under. */
    public static MethodRef constructor(Op.New made) {
        MethodRef named = made.constructor();
        return new MethodRef(named.owner(), "<init>", named.descriptor(), named.ownerIsInterface());
    }
}
