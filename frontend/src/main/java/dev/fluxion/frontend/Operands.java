package dev.fluxion.frontend;

import dev.fluxion.ir.Position;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.ReferenceType;
import dev.fluxion.ir.type.Type;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Takes operands off the state and adds operations to the open block: what all translations of instructions share. */
final class Operands {
    private final Code code;
    private final FunctionBuilder out;
    private final boolean inferred;
    private State state;
    private int at;
    private int added;

    /**
     * Starts with an empty state.
     *
     * @param inferred whether types are our own guess where control flow joins, so that a class may have been lost
     *     there
     */
    Operands(Code code, FunctionBuilder out, boolean inferred) {
        this.code = code;
        this.out = out;
        this.inferred = inferred;
        this.state = new State(code.maxLocals());
    }

    State state() {
        return state;
    }

    /** Goes on from another state. */
    void enter(State other) {
        state = other;
    }

    /** Goes on at another instruction. */
    void moveTo(int index) {
        at = index;
        out.at(code.position(index));
    }

    Position position() {
        return code.position(at);
    }

    /** Returns how many operations were added so far. */
    int added() {
        return added;
    }

    /** Adds an operation with one result, named after the local variable that the next instruction stores it in. */
    Variable add(Op op) {
        return add(op, nameOfResult());
    }

    Variable add(Op op, String name) {
        added++;
        return out.add(op, Names.plain(name));
    }

    void push(Op op) {
        state.push(add(op));
    }

    void effect(Op op) {
        added++;
        out.effect(op);
    }

    private String nameOfResult() {
        int next = at + 1;
        return next < code.size() && Instructions.isStore(code.opcode(next))
                ? code.localName(code.number(next), next + 1)
                : "";
    }

    /** Pops any value that an operation may use. */
    Value pop() {
        if (state.depth() == 0) {
            throw Refusals.damaged(position(), "an operand is missing");
        }
        Value value = state.pop();
        if (State.isUninitialised(value)) {
            throw Refusals.unsupported(
                    "on an object before its constructor ran", position(), "no compiler of ours makes such code");
        }
        return value;
    }

    /** Pops a value that must be of a type. */
    Value pop(Type type) {
        return as(pop(), type);
    }

    /** Pops the arguments of a call, without its receiver. */
    List<Value> popArguments(MethodRef method) {
        List<Type> types = method.parameterTypes();
        List<Value> arguments = new ArrayList<>(types.size() + 1);
        for (int i = types.size() - 1; i >= 0; i--) {
            arguments.add(pop(types.get(i)));
        }
        Collections.reverse(arguments);
        return arguments;
    }

    /**
     * Returns the value, cast where its class was lost at a join: old class files do not say what it was there, but
     * their verifier has proved that it fits.
     */
    private Value as(Value value, Type type) {
        boolean lost =
                inferred
                        && value instanceof Variable
                        && type instanceof ReferenceType
                        && !type.equals(ClassType.OBJECT)
                        && !type.equals(value.type())
                        && elementOf(value.type()).equals(ClassType.OBJECT);
        return lost ? add(new Op.CheckCast((ReferenceType) type, value)) : value;
    }

    private static Type elementOf(Type type) {
        Type element = type;
        while (element instanceof ArrayType array) {
            element = array.element();
        }
        return element;
    }
}
