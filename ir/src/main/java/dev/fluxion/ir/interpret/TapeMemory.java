package dev.fluxion.ir.interpret;

import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Array;
import java.util.HashMap;
import java.util.Map;

/** The tape: stacks by number, each an array of its type and how much of it is in use. */
final class TapeMemory {

    private static final class Stack {
        Object data;
        int top;

        Stack(Object data) {
            this.data = data;
        }
    }

    private final Map<Integer, Stack> stacks = new HashMap<>();

    boolean isEmpty() {
        for (Stack stack : stacks.values()) {
            if (stack.top > 0) {
                return false;
            }
        }
        return true;
    }

    void push(int number, Type type, @Nullable Object value) {
        Object data = reserve(number, type, 1);
        ArrayAccess.store(type, data, top(number) - 1, value);
    }

    @Nullable Object pop(int number, Type type) {
        Object data = release(number, type, 1);
        return ArrayAccess.load(type, data, top(number));
    }

    Object reserve(int number, Type type, int count) {
        Stack stack = stacks.computeIfAbsent(number, _ -> new Stack(Array.newInstance(element(type), 2)));
        check(number, type, stack);
        if (count < 0) {
            throw new InterpretationException("stack " + number + " is to hold " + count + " further values");
        }
        int capacity = Array.getLength(stack.data);
        if (stack.top + count > capacity) {
            Object grown = Array.newInstance(element(type), Math.max(2 * capacity, stack.top + count));
            System.arraycopy(stack.data, 0, grown, 0, stack.top);
            stack.data = grown;
        }
        stack.top += count;
        return stack.data;
    }

    Object release(int number, Type type, int count) {
        Stack stack = stacks.computeIfAbsent(number, _ -> new Stack(Array.newInstance(element(type), 2)));
        check(number, type, stack);
        if (count < 0 || count > stack.top) {
            throw new InterpretationException(
                    "stack " + number + " holds " + stack.top + " values, of which " + count + " are to be popped");
        }
        stack.top -= count;
        return stack.data;
    }

    int top(int number) {
        Stack stack = stacks.get(number);
        return stack == null ? 0 : stack.top;
    }

    private static void check(int number, Type type, Stack stack) {
        Class<?> held = stack.data.getClass().getComponentType();
        if (held != element(type)) {
            throw new InterpretationException("stack " + number + " holds " + held.getName() + ", not " + type);
        }
    }

    private static Class<?> element(Type type) {
        return switch (type) {
            case PrimitiveType primitive ->
                    switch (primitive) {
                        case I64 -> long.class;
                        case F32 -> float.class;
                        case F64 -> double.class;
                        case BOOL, I8, I16, CHAR, I32 -> int.class;
                    };
            case Type reference -> Object.class;
        };
    }
}
