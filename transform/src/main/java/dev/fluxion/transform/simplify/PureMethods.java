package dev.fluxion.transform.simplify;

import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;

import java.util.Set;

/**
 * Methods of the JDK that compute their result from their arguments alone and have no effect: the static ones of {@code
 * Math}, {@code StrictMath} and some of the boxes; and the runtime's own on bits.
 */
public final class PureMethods {

    private static final Set<String> BOXES =
            Set.of("java/lang/Double", "java/lang/Float", "java/lang/Integer", "java/lang/Long", "java/lang/Character");

    private static final Set<String> OF_BOXES =
            Set.of(
                    "isNaN",
                    "isInfinite",
                    "isFinite",
                    "doubleToLongBits",
                    "doubleToRawLongBits",
                    "longBitsToDouble",
                    "floatToIntBits",
                    "floatToRawIntBits",
                    "intBitsToFloat",
                    "compare",
                    "sum",
                    "max",
                    "min",
                    "signum",
                    "bitCount",
                    "numberOfLeadingZeros",
                    "numberOfTrailingZeros");

    private static final Set<String> THROWING =
            Set.of("floorDiv", "floorMod", "ceilDiv", "ceilMod", "clamp", "unsignedMultiplyExact", "unsignedPowExact");

    private PureMethods() {}

    /** Returns whether two calls with equal arguments are one: same result, or same exception, and no effect. */
    public static boolean isRepeatable(InvokeKind kind, MethodRef method) {
        String owner = method.owner();
        if (kind != InvokeKind.STATIC) {
            return kind == InvokeKind.SPECIAL && owner.equals("java/lang/Object") && method.name().equals("<init>");
        }
        if (owner.equals("java/lang/Math") || owner.equals("java/lang/StrictMath")) {
            return !method.name().equals("random");
        }
        if (owner.equals("dev/fluxion/runtime/Bits")) {
            return true;
        }
        // a descriptor without an object: boxes' static methods on primitives
        return BOXES.contains(owner) && OF_BOXES.contains(method.name()) && method.descriptor().indexOf(';') < 0;
    }

    /** Returns whether a call is repeatable and always returns. */
    public static boolean isPure(InvokeKind kind, MethodRef method) {
        return isRepeatable(kind, method) && !THROWING.contains(method.name()) && !method.name().endsWith("Exact");
    }

    /** Returns whether the operation is a call that is repeatable and always returns. */
    public static boolean isPure(Op op) {
        return op instanceof Op.Invoke invoke && isPure(invoke.kind(), invoke.method());
    }

    /** Returns whether the operation is a call that is repeatable. */
    public static boolean isRepeatable(Op op) {
        return op instanceof Op.Invoke invoke && isRepeatable(invoke.kind(), invoke.method());
    }
}
