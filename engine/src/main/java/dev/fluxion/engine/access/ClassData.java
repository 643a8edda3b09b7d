package dev.fluxion.engine.access;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.Bootstrap;
import dev.fluxion.ir.symbol.HandleRef;

import java.util.List;

/**
 * Constants of a compiled class that no class file can hold: live objects, handed over when the class is defined. The
 * first is the engine's {@code Linker}, the second that for code that is differentiated again; method handles follow.
 */
public final class ClassData {

    /** How many objects come before the method handles. */
    static final int RESERVED = 2;

    private static final HandleRef CLASS_DATA_AT =
            new HandleRef(
                    6,
                    "java/lang/invoke/MethodHandles",
                    "classDataAt",
                    "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;I)Ljava/lang/Object;",
                    false);

    private ClassData() {}

    /** Returns what links calls whose code is found when they run, as a constant. */
    public static Constant linker() {
        return at(0, "dev/fluxion/runtime/Linker");
    }

    /** Returns what links them in code whose derivative is going to be differentiated again. */
    public static Constant linkerAgain() {
        return at(1, "dev/fluxion/runtime/Linker");
    }

    /** Returns the object at an index, as a constant of the given class. */
    static Constant at(int index, String internalName) {
        return new Constant.DynamicConstant(
                new Bootstrap("_", "L" + internalName + ";", CLASS_DATA_AT, List.of(index)));
    }

    /** Returns whether an operand of the operation refers to class data. */
    public static boolean isUsedBy(Op op) {
        for (Value operand : op.operands()) {
            if (operand instanceof Constant.DynamicConstant dynamic
                    && dynamic.bootstrap().method().equals(CLASS_DATA_AT)) {
                return true;
            }
        }
        return op instanceof Op.InvokeDynamic call && isUsedBy(call.site());
    }

    private static boolean isUsedBy(Bootstrap site) {
        for (Object argument : site.arguments()) {
            if (argument instanceof Bootstrap constant && constant.method().equals(CLASS_DATA_AT)) {
                return true;
            }
        }
        return false;
    }
}
