package dev.fluxion.ir.op;

import dev.fluxion.ir.Value;
import dev.fluxion.ir.symbol.Bootstrap;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.symbol.HandleRef;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.ReferenceType;
import dev.fluxion.ir.type.Type;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One SSA operation. Its meaning is that of the JVM instruction it is named after, on computational types, unless said
 * otherwise. What an operation may do besides computing its results is said by the traits it implements: {@link Pure},
 * {@link Reads}, {@link Writes}, {@link MayThrow}.
 */
public sealed interface Op {

    /** Returns the values used, in order. */
    List<Value> operands();

    /** Returns the same operation on other operands: {@code mapping} applied to each, in order. */
    Op map(UnaryOperator<Value> mapping);

    // ---------------------------------------------------------------- arithmetic

    /** {@code -x}, bit-exact: {@code -0.0} for {@code 0.0}. */
    record Negate(Value x) implements Op, Pure {
        @Override
        public List<Value> operands() {
            return List.of(x);
        }

        @Override
        public Op map(UnaryOperator<Value> mapping) {
            return new Negate(mapping.apply(x));
        }
    }

    /** {@code x kind y}; both of the result's type, but for shifts, whose distance is an {@code i32}. */
    record Binary(BinaryKind kind, Value x, Value y) implements Op, Pure {
        @Override
        public List<Value> operands() {
            return List.of(x, y);
        }

        @Override
        public Op map(UnaryOperator<Value> mapping) {
            return new Binary(kind, mapping.apply(x), mapping.apply(y));
        }
    }

    /** Integer division or remainder, which throws where {@code y} is zero; {@code kind} is DIV or REM. */
    record IntegerDivide(BinaryKind kind, Value x, Value y) implements Op, MayThrow {
        @Override
        public List<Value> operands() {
            return List.of(x, y);
        }

        @Override
        public Op map(UnaryOperator<Value> mapping) {
            return new IntegerDivide(kind, mapping.apply(x), mapping.apply(y));
        }
    }

    /** {@code x kind y} as 0 or 1; with a NaN operand all are false but NE. References: EQ and NE only. */
    record Compare(CompareKind kind, Value x, Value y) implements Op, Pure {
        @Override
        public List<Value> operands() {
            return List.of(x, y);
        }

        @Override
        public Op map(UnaryOperator<Value> mapping) {
            return new Compare(kind, mapping.apply(x), mapping.apply(y));
        }
    }

    /** -1, 0 or 1 as x is less than, equal to or greater than y; with a NaN operand {@code ifNan} (-1 or 1). */
    record ThreeWay(int ifNan, Value x, Value y) implements Op, Pure {
        @Override
        public List<Value> operands() {
            return List.of(x, y);
        }

        @Override
        public Op map(UnaryOperator<Value> mapping) {
            return new ThreeWay(ifNan, mapping.apply(x), mapping.apply(y));
        }
    }

    /** {@code (to) x}; a narrow {@code to} truncates an {@code i32} and gives an {@code i32}. */
    record Convert(PrimitiveType to, Value x) implements Op, Pure {
        @Override
        public List<Value> operands() {
            return List.of(x);
        }

        @Override
        public Op map(UnaryOperator<Value> mapping) {
            return new Convert(to, mapping.apply(x));
        }
    }

    /** {@code condition != 0 ? x : y}, both evaluated. */
    record Select(Value condition, Value x, Value y) implements Op, Pure {
        @Override
        public List<Value> operands() {
            return List.of(condition, x, y);
        }

        @Override
        public Op map(UnaryOperator<Value> mapping) {
            return new Select(mapping.apply(condition), mapping.apply(x), mapping.apply(y));
        }
    }

    // ---------------------------------------------------------------- arrays

    /** {@code array[index]}, widened to its computational type; {@code element} is what one element is stored as. */
    record ArrayLoad(Type element, Value array, Value index) implements Op, Reads, MayThrow {
        @Override
        public List<Value> operands() {
            return List.of(array, index);
        }

        @Override
        public Op map(UnaryOperator<Value> mapping) {
            return new ArrayLoad(element, mapping.apply(array), mapping.apply(index));
        }
    }

    /** {@code array[index] = value}, narrowed to {@code element}. */
    record ArrayStore(Type element, Value array, Value index, Value value) implements Op, Writes, MayThrow {
        @Override
        public List<Value> operands() {
            return List.of(array, index, value);
        }

        @Override
        public Op map(UnaryOperator<Value> mapping) {
            return new ArrayStore(element, mapping.apply(array), mapping.apply(index), mapping.apply(value));
        }
    }

    /** {@code array.length}. */
    record ArrayLength(Value array) implements Op, MayThrow {
        @Override
        public List<Value> operands() {
            return List.of(array);
        }

        @Override
        public Op map(UnaryOperator<Value> mapping) {
            return new ArrayLength(mapping.apply(array));
        }
    }

    /** A fresh array of zeros or nulls; as many {@code lengths} as dimensions are allocated, at least one. */
    record NewArray(ArrayType type, List<Value> lengths) implements Op, MayThrow {
        /** Copies the lengths in. */
        public NewArray {
            lengths = List.copyOf(lengths);
        }

        @Override
        public List<Value> operands() {
            return lengths;
        }

        @Override
        public Op map(UnaryOperator<Value> mapping) {
            return new NewArray(type, each(lengths, mapping));
        }
    }

    // ---------------------------------------------------------------- objects

    /** {@code object.field}. */
    record GetField(FieldRef field, Value object) implements Op, Reads, MayThrow {
        @Override
        public List<Value> operands() {
            return List.of(object);
        }

        @Override
        public Op map(UnaryOperator<Value> mapping) {
            return new GetField(field, mapping.apply(object));
        }
    }

    /** {@code object.field = value}. */
    record PutField(FieldRef field, Value object, Value value) implements Op, Writes, MayThrow {
        @Override
        public List<Value> operands() {
            return List.of(object, value);
        }

        @Override
        public Op map(UnaryOperator<Value> mapping) {
            return new PutField(field, mapping.apply(object), mapping.apply(value));
        }
    }

    /** A static field's value; may initialise its class. */
    record GetStatic(FieldRef field) implements Op, Reads, MayThrow {
        @Override
        public List<Value> operands() {
            return List.of();
        }

        @Override
        public Op map(UnaryOperator<Value> mapping) {
            return this;
        }
    }

    /** Sets a static field; may initialise its class. */
    record PutStatic(FieldRef field, Value value) implements Op, Writes, MayThrow {
        @Override
        public List<Value> operands() {
            return List.of(value);
        }

        @Override
        public Op map(UnaryOperator<Value> mapping) {
            return new PutStatic(field, mapping.apply(value));
        }
    }

    /** {@code new C(arguments)}: allocation and constructor call in one. */
    record New(MethodRef constructor, List<Value> arguments) implements Op, Reads, Writes, MayThrow {
        /** Copies the arguments in. */
        public New {
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Value> operands() {
            return arguments;
        }

        @Override
        public Op map(UnaryOperator<Value> mapping) {
            return new New(constructor, each(arguments, mapping));
        }
    }

    /** 1 if {@code object} is a non-null instance of {@code type}, else 0. */
    record InstanceOf(ReferenceType type, Value object) implements Op, Pure {
        @Override
        public List<Value> operands() {
            return List.of(object);
        }

        @Override
        public Op map(UnaryOperator<Value> mapping) {
            return new InstanceOf(type, mapping.apply(object));
        }
    }

    /** The same reference, known to be null or of {@code type}. */
    record CheckCast(ReferenceType type, Value object) implements Op, MayThrow {
        @Override
        public List<Value> operands() {
            return List.of(object);
        }

        @Override
        public Op map(UnaryOperator<Value> mapping) {
            return new CheckCast(type, mapping.apply(object));
        }
    }

    /** Enters ({@code enter}) or leaves the monitor of an object. */
    record Monitor(boolean enter, Value object) implements Op, Reads, Writes, MayThrow {
        @Override
        public List<Value> operands() {
            return List.of(object);
        }

        @Override
        public Op map(UnaryOperator<Value> mapping) {
            return new Monitor(enter, mapping.apply(object));
        }
    }

    // ---------------------------------------------------------------- calls

    /** Calls a Java method; the receiver, if any, is the first argument. */
    record Invoke(InvokeKind kind, MethodRef method, List<Value> arguments) implements Op, Reads, Writes, MayThrow {
        /** Copies the arguments in. */
        public Invoke {
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Value> operands() {
            return arguments;
        }

        @Override
        public Op map(UnaryOperator<Value> mapping) {
            return new Invoke(kind, method, each(arguments, mapping));
        }
    }

    /** Calls a site that a bootstrap method links when it is first reached. */
    record InvokeDynamic(Bootstrap site, List<Value> arguments) implements Op, Reads, Writes, MayThrow {
        /** Copies the arguments in. */
        public InvokeDynamic {
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Value> operands() {
            return arguments;
        }

        @Override
        public Op map(UnaryOperator<Value> mapping) {
            return new InvokeDynamic(site, each(arguments, mapping));
        }
    }

    /**
     * A lambda or method reference: an object of {@code type} whose method {@code name} runs {@code implementation} on
     * the captured values and then its own arguments. {@code site} is the invokedynamic it was, for lowering.
     */
    record MakeClosure(ClassType type, String name, HandleRef implementation, List<Value> captured, Bootstrap site)
            implements Op, MayThrow {
        /** Copies the captured values in. */
        public MakeClosure {
            captured = List.copyOf(captured);
        }

        @Override
        public List<Value> operands() {
            return captured;
        }

        @Override
        public Op map(UnaryOperator<Value> mapping) {
            return new MakeClosure(type, name, implementation, each(captured, mapping), site);
        }
    }

    /** Calls a function of the same program; the only operation with several results. */
    record Call(String function, List<Value> arguments) implements Op, Reads, Writes, MayThrow {
        /** Copies the arguments in. */
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Value> operands() {
            return arguments;
        }

        @Override
        public Op map(UnaryOperator<Value> mapping) {
            return new Call(function, each(arguments, mapping));
        }
    }

    // ---------------------------------------------------------------- the tape

    /**
     * Remembers a value on stack number {@code stack} of the running tape. A stack holds values of one computational
     * type. Pushes and pops are balanced over a whole gradient, in last-in-first-out order.
     */
    record TapePush(int stack, Value value) implements Op, Writes {
        @Override
        public List<Value> operands() {
            return List.of(value);
        }

        @Override
        public Op map(UnaryOperator<Value> mapping) {
            return new TapePush(stack, mapping.apply(value));
        }
    }

    /** Takes the last remembered value of {@code stack} off again. */
    record TapePop(int stack, Type type) implements Op, Reads, Writes {
        @Override
        public List<Value> operands() {
            return List.of();
        }

        @Override
        public Op map(UnaryOperator<Value> mapping) {
            return this;
        }
    }

    /**
     * Makes room for {@code count} further values on {@code stack}, whose values are of {@code type} (f64, f32, i32,
     * i64 or {@link ClassType#OBJECT}), counts them as pushed, and gives the array that holds the stack. The new values
     * lie at the indices from the old {@link TapeTop} on.
     */
    record TapeReserve(int stack, Type type, Value count) implements Op, Reads, Writes, MayThrow {
        @Override
        public List<Value> operands() {
            return List.of(count);
        }

        @Override
        public Op map(UnaryOperator<Value> mapping) {
            return new TapeReserve(stack, type, mapping.apply(count));
        }
    }

    /** Counts the last {@code count} values of {@code stack} as popped and gives the array that holds the stack. */
    record TapeRelease(int stack, Type type, Value count) implements Op, Reads, Writes {
        @Override
        public List<Value> operands() {
            return List.of(count);
        }

        @Override
        public Op map(UnaryOperator<Value> mapping) {
            return new TapeRelease(stack, type, mapping.apply(count));
        }
    }

    /** How many values {@code stack} holds, an {@code i32}. */
    record TapeTop(int stack, Type type) implements Op, Reads {
        @Override
        public List<Value> operands() {
            return List.of();
        }

        @Override
        public Op map(UnaryOperator<Value> mapping) {
            return this;
        }
    }

    private static List<Value> each(List<Value> values, UnaryOperator<Value> mapping) {
        List<Value> mapped = new ArrayList<>(values.size());
        for (Value value : values) {
            mapped.add(mapping.apply(value));
        }
        return mapped;
    }
}
