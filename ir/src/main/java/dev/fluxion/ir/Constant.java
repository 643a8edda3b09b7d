package dev.fluxion.ir;

import dev.fluxion.ir.symbol.Bootstrap;
import dev.fluxion.ir.symbol.HandleRef;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

/**
 * A value known before the program runs. Equality is bit by bit: {@code 0.0} and {@code -0.0} differ, NaN equals NaN.
 */
public sealed interface Constant extends Value {

    /** A constant of type {@code i32}; also the booleans, as 0 and 1. */
    record IntConstant(int value) implements Constant {
        @Override
        public Type type() {
            return PrimitiveType.I32;
        }
    }

    /** A constant of type {@code i64}. */
    record LongConstant(long value) implements Constant {
        @Override
        public Type type() {
            return PrimitiveType.I64;
        }
    }

    /** A constant of type {@code f32}. */
    record FloatConstant(float value) implements Constant {
        @Override
        public Type type() {
            return PrimitiveType.F32;
        }
    }

    /** A constant of type {@code f64}. */
    record DoubleConstant(double value) implements Constant {
        @Override
        public Type type() {
            return PrimitiveType.F64;
        }
    }

    /** The null reference. */
    record NullConstant() implements Constant {
        @Override
        public Type type() {
            return ClassType.OBJECT;
        }
    }

    /** A string literal. */
    record StringConstant(String value) implements Constant {
        @Override
        public Type type() {
            return ClassType.STRING;
        }
    }

    /** A class literal. */
    record ClassConstant(Type literal) implements Constant {
        @Override
        public Type type() {
            return ClassType.CLASS;
        }
    }

    /** A method handle literal. */
    record HandleConstant(HandleRef handle) implements Constant {
        @Override
        public Type type() {
            return new ClassType("java/lang/invoke/MethodHandle");
        }
    }

    /** A method type literal. */
    record MethodTypeConstant(String descriptor) implements Constant {
        @Override
        public Type type() {
            return new ClassType("java/lang/invoke/MethodType");
        }
    }

    /** A constant that a bootstrap method computes when it is first used. */
    record DynamicConstant(Bootstrap bootstrap) implements Constant {
        @Override
        public Type type() {
            return Type.of(bootstrap.descriptor()).computational();
        }
    }

    /** Returns an {@code i32} constant. */
    static Constant of(int value) {
        return new IntConstant(value);
    }

    /** Returns an {@code i32} constant, 1 for true. */
    static Constant of(boolean value) {
        return new IntConstant(value ? 1 : 0);
    }

    /** Returns an {@code i64} constant. */
    static Constant of(long value) {
        return new LongConstant(value);
    }

    /** Returns an {@code f32} constant. */
    static Constant of(float value) {
        return new FloatConstant(value);
    }

    /** Returns an {@code f64} constant. */
    static Constant of(double value) {
        return new DoubleConstant(value);
    }

    /** Returns positive zero, or null for a reference type. */
    static Constant zero(Type type) {
        return switch (type) {
            case PrimitiveType primitive ->
                    switch (primitive) {
                        case BOOL, I8, I16, CHAR, I32 -> of(0);
                        case I64 -> of(0L);
                        case F32 -> of(0f);
                        case F64 -> of(0.0);
                    };
            case dev.fluxion.ir.type.ReferenceType reference -> new NullConstant();
        };
    }

    /** Returns one of a floating type. */
    static Constant one(Type type) {
        return type == PrimitiveType.F32 ? of(1f) : of(1.0);
    }
}
