package dev.fluxion.frontend;

import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

import java.util.Arrays;

/**
 * What the local variables and the operand stack hold at one point: SSA values, one for a {@code long} too. An object
 * between {@code new} and its constructor call is a variable with a negative number, which no operation may use.
 */
final class State {
    private final @Nullable Value[] locals;
    private Value[] stack;
    private int depth;

    State(int maxLocals) {
        this.locals = new Value[maxLocals];
        this.stack = new Value[8];
    }

    private State(State other) {
        this.locals = other.locals.clone();
        this.stack = other.stack.clone();
        this.depth = other.depth;
    }

    State copy() {
        return new State(this);
    }

    static boolean isUninitialised(@Nullable Value value) {
        return value instanceof Variable variable && variable.id() < 0;
    }

    int localCount() {
        return locals.length;
    }

    @Nullable Value local(int slot) {
        return locals[slot];
    }

    void setLocal(int slot, Value value) {
        locals[slot] = value;
    }

    int depth() {
        return depth;
    }

    /** Returns a stack element, counted from the bottom. */
    Value stackAt(int index) {
        return stack[index];
    }

    void push(Value value) {
        if (depth == stack.length) {
            stack = Arrays.copyOf(stack, 2 * depth);
        }
        stack[depth++] = value;
    }

    Value pop() {
        return stack[--depth];
    }

    /** Puts the object where its place was held until its constructor ran. */
    void initialise(Value place, Value object) {
        for (int i = 0; i < depth; i++) {
            if (stack[i].equals(place)) {
                stack[i] = object;
            }
        }
        for (int i = 0; i < locals.length; i++) {
            if (place.equals(locals[i])) {
                locals[i] = object;
            }
        }
    }

    /** Runs {@code pop} to {@code swap}. */
    void shuffle(int opcode) {
        switch (opcode) {
            case Opcodes.POP -> pop();
            case Opcodes.POP2 -> popSlots(2);
            case Opcodes.DUP -> duplicate(1, 0);
            case Opcodes.DUP_X1 -> duplicate(1, 1);
            case Opcodes.DUP_X2 -> duplicate(1, 2);
            case Opcodes.DUP2 -> duplicate(2, 0);
            case Opcodes.DUP2_X1 -> duplicate(2, 1);
            case Opcodes.DUP2_X2 -> duplicate(2, 2);
            case Opcodes.SWAP -> {
                Value first = pop();
                Value second = pop();
                push(first);
                push(second);
            }
            default -> throw new IllegalArgumentException("opcode " + opcode);
        }
    }

    /** Copies the values in the top {@code slots} stack slots below the {@code below} slots that come next. */
    private void duplicate(int slots, int below) {
        Value[] copied = popSlots(slots);
        Value[] skipped = popSlots(below);
        pushAll(copied);
        pushAll(skipped);
        pushAll(copied);
    }

    /** Pops as many values as take that many slots, and returns them with the deepest first. */
    private Value[] popSlots(int slots) {
        int from = depth;
        int taken = 0;
        while (taken < slots) {
            taken += stack[--from].type().slots();
        }
        Value[] values = Arrays.copyOfRange(stack, from, depth);
        depth = from;
        return values;
    }

    private void pushAll(Value[] values) {
        for (Value value : values) {
            push(value);
        }
    }
}
