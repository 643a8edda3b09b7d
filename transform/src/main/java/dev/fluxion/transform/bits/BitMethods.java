package dev.fluxion.transform.bits;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.PrimitiveType;

import org.jspecify.annotations.Nullable;

/** The operations between floating numbers and whole ones. */
public final class BitMethods {

    private static final String RUNTIME = "dev/fluxion/runtime/Bits";

    static final MethodRef RATE = new MethodRef(RUNTIME, "rate", "(D)D", false);
    static final MethodRef RATE_OF_FLOAT = new MethodRef(RUNTIME, "rate", "(F)D", false);
    static final MethodRef LEFT = new MethodRef(RUNTIME, "left", "(I)D", false);
    static final MethodRef RIGHT = new MethodRef(RUNTIME, "right", "(I)D", false);
    static final MethodRef LIFT = new MethodRef(RUNTIME, "lift", "(DD)D", false);
    static final MethodRef CARRY = new MethodRef(RUNTIME, "carry", "(DDD)D", false);
    static final MethodRef LOST = new MethodRef(RUNTIME, "lost", "(DD)D", false);

    private BitMethods() {}

    /** Returns whether the method stands where the slope of bits is not known. */
    public static boolean isLost(MethodRef method) {
        return method.equals(LOST);
    }

    /** Returns the only operand that counts where no derivative is taken any more, or null for other operations. */
    static @Nullable Value plain(Op op) {
        if (!(op instanceof Op.Invoke invoke)) {
            return null;
        }
        if (invoke.method().equals(LIFT)) {
            return Constant.of(0.0);
        }
        boolean carries = invoke.method().equals(CARRY) || invoke.method().equals(LOST);
        return carries ? invoke.arguments().getFirst() : null;
    }

    /** Returns whether the operation gives the bits of a floating number. */
    static boolean isTaking(Op op) {
        return op instanceof Op.Invoke invoke
                && switch (invoke.method().owner()) {
                    case "java/lang/Double" ->
                            invoke.method().name().equals("doubleToRawLongBits")
                                    || invoke.method().name().equals("doubleToLongBits");
                    case "java/lang/Float" ->
                            invoke.method().name().equals("floatToRawIntBits")
                                    || invoke.method().name().equals("floatToIntBits");
                    default -> false;
                };
    }

    /** Returns whether the operation makes a floating number of bits. */
    static boolean isAssembling(Op op) {
        return op instanceof Op.Invoke invoke
                && switch (invoke.method().owner()) {
                    case "java/lang/Double" -> invoke.method().name().equals("longBitsToDouble");
                    case "java/lang/Float" -> invoke.method().name().equals("intBitsToFloat");
                    default -> false;
                };
    }

    /** Returns whether the operation makes a floating number of a whole one, by its bits or by its value. */
    static boolean isGiving(Op op) {
        return isAssembling(op)
                || op instanceof Op.Convert convert
                        && convert.to().isFloating()
                        && (convert.x().type() == PrimitiveType.I32 || convert.x().type() == PrimitiveType.I64);
    }
}
