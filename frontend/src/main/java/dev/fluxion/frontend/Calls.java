package dev.fluxion.frontend;

import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.Bootstrap;
import dev.fluxion.ir.symbol.HandleRef;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.ReferenceType;

import org.objectweb.asm.Opcodes;

import java.util.List;

/**
 * Calls, allocations and lambdas.
 *
 * <p>{@code new} only puts a place holder on the stack, which is told by its instruction; the constructor call makes
 * the object, and it takes the place holder's place everywhere. So a class is initialised after the arguments of its
 * constructor are computed, not before.
 */
final class Calls {
    private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";

    private final Operands operands;

    Calls(Operands operands) {
        this.operands = operands;
    }

    void allocate(int i, ReferenceType type) {
        operands.state().push(new Variable(-1 - i, type, ""));
    }

    void invoke(int opcode, MethodRef method) {
        List<Value> arguments = operands.popArguments(method);
        if (opcode == Opcodes.INVOKESPECIAL && method.name().equals("<init>")) {
            construct(method, arguments);
            return;
        }
        if (opcode != Opcodes.INVOKESTATIC) {
            arguments.addFirst(operands.pop(Constants.reference(method.owner())));
        }
        finish(new Op.Invoke(kind(opcode), method, arguments), method.isVoid());
    }

    private static InvokeKind kind(int opcode) {
        return switch (opcode) {
            case Opcodes.INVOKESTATIC -> InvokeKind.STATIC;
            case Opcodes.INVOKESPECIAL -> InvokeKind.SPECIAL;
            case Opcodes.INVOKEINTERFACE -> InvokeKind.INTERFACE;
            case Opcodes.INVOKEVIRTUAL -> InvokeKind.VIRTUAL;
            default -> throw new IllegalArgumentException("opcode " + opcode);
        };
    }

    /** A constructor call makes an object, or, on {@code this}, runs another constructor of the same object. */
    private void construct(MethodRef constructor, List<Value> arguments) {
        if (operands.state().depth() == 0) {
            throw Refusals.damaged(operands.position(), "an operand is missing");
        }
        Value object = operands.state().pop();
        if (State.isUninitialised(object)) {
            operands.state().initialise(object, operands.add(new Op.New(constructor, arguments), ""));
        } else {
            arguments.addFirst(object);
            operands.effect(new Op.Invoke(InvokeKind.SPECIAL, constructor, arguments));
        }
    }

    void dynamic(Bootstrap site) {
        MethodRef shape = new MethodRef("", site.name(), site.descriptor(), false);
        List<Value> arguments = operands.popArguments(shape);
        boolean lambda =
                site.method().owner().equals(LAMBDAS)
                        && site.arguments().size() >= 3
                        && site.arguments().get(1) instanceof HandleRef
                        && !shape.isVoid()
                        && shape.returnType() instanceof ClassType;
        if (lambda) {
            ClassType type = (ClassType) shape.returnType();
            HandleRef implementation = (HandleRef) site.arguments().get(1);
            finish(new Op.MakeClosure(type, site.name(), implementation, arguments, site), false);
        } else {
            finish(new Op.InvokeDynamic(site, arguments), shape.isVoid());
        }
    }

    private void finish(Op op, boolean isVoid) {
        if (isVoid) {
            operands.effect(op);
        } else {
            operands.push(op);
        }
    }
}
