package dev.fluxion.frontend;

import org.objectweb.asm.Opcodes;

/** What one needs to know about opcodes before their meaning. */
final class Instructions {
    private Instructions() {}

    static boolean isConditionalJump(int opcode) {
        return opcode >= Opcodes.IFEQ && opcode <= Opcodes.IF_ACMPNE
                || opcode == Opcodes.IFNULL
                || opcode == Opcodes.IFNONNULL;
    }

    static boolean isReturn(int opcode) {
        return opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
    }

    /** Returns whether control never goes on at the next instruction. */
    static boolean endsFlow(int opcode) {
        return opcode == Opcodes.GOTO || opcode == Opcodes.LOOKUPSWITCH || opcode == Opcodes.ATHROW || isReturn(opcode);
    }

    static boolean isLoad(int opcode) {
        return opcode >= Opcodes.ILOAD && opcode <= Opcodes.ALOAD;
    }

    static boolean isStore(int opcode) {
        return opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE;
    }

    static boolean isArrayLoad(int opcode) {
        return opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD;
    }

    static boolean isArrayStore(int opcode) {
        return opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE;
    }

    /** Returns whether this is {@code lcmp}, {@code fcmpl}, {@code fcmpg}, {@code dcmpl} or {@code dcmpg}. */
    static boolean isThreeWay(int opcode) {
        return opcode >= Opcodes.LCMP && opcode <= Opcodes.DCMPG;
    }

    /** Returns whether this compares an {@code int} with zero and jumps. */
    static boolean isZeroTest(int opcode) {
        return opcode >= Opcodes.IFEQ && opcode <= Opcodes.IFLE;
    }

    /** Returns whether the instruction may complete by throwing; exactly those whose operation may. */
    static boolean mayThrow(int opcode) {
        return isArrayLoad(opcode)
                || isArrayStore(opcode)
                || switch (opcode) {
                    case Opcodes.IDIV,
                            Opcodes.LDIV,
                            Opcodes.IREM,
                            Opcodes.LREM,
                            Opcodes.GETSTATIC,
                            Opcodes.PUTSTATIC,
                            Opcodes.GETFIELD,
                            Opcodes.PUTFIELD,
                            Opcodes.INVOKEVIRTUAL,
                            Opcodes.INVOKESPECIAL,
                            Opcodes.INVOKESTATIC,
                            Opcodes.INVOKEINTERFACE,
                            Opcodes.INVOKEDYNAMIC,
                            Opcodes.MULTIANEWARRAY,
                            Opcodes.ARRAYLENGTH,
                            Opcodes.ATHROW,
                            Opcodes.CHECKCAST,
                            Opcodes.MONITORENTER,
                            Opcodes.MONITOREXIT ->
                            true;
                    default -> false;
                };
    }
}
