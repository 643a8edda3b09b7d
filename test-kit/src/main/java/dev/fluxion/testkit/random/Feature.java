package dev.fluxion.testkit.random;

/** What a random program may have beside doubles, ints, branches and local arrays of doubles. */
public enum Feature {
    /** {@code float} variables, fields and casts. */
    FLOATS,
    /** Loops: counted, by condition, over arrays; nested. */
    LOOPS,
    /** {@code break} and {@code continue}, also to labels. */
    BREAKS,
    /** Switches over ints, as statements with fall-through and as expressions. */
    SWITCHES,
    /** Static methods, also such that write to the arrays that they are given. */
    CALLS,
    /** Static methods that call themselves. */
    RECURSION,
    /** One array under several names: copies of references, the same array given twice, arrays chosen by a branch. */
    ALIASES,
    /** Expressions that assign on the way: {@code (v = 2 * x) + v}. */
    EFFECTS,
    /** {@code double[][]}, with rows under several names. */
    MATRICES,
    /** {@code clone}, {@code System.arraycopy}, {@code Arrays.copyOf} and {@code Arrays.fill}. */
    COPIES,
    /** Static fields: numbers, arrays, and objects where there are objects. */
    STATICS,
    /** Objects of a class with number, array and reference fields, constructors and methods. */
    OBJECTS,
    /** Arrays of objects. */
    OBJECT_ARRAYS,
    /** Records. */
    RECORDS,
    /** An interface with classes behind it: abstract classes, default methods, {@code super}, decorators. */
    DISPATCH,
    /** Enums with a body for each constant. */
    ENUMS,
    /** Anonymous and inner classes that use variables of where they are made. */
    INNER,
    /** Lambdas and method references: captured, chosen, composed, stored. */
    LAMBDAS,
    /** Boxed numbers. */
    BOXES,
    /** Exceptions that the program throws, and catches or not; {@code finally}. */
    EXCEPTIONS,
    /** Exceptions that the JVM throws: indices, null, division by zero, casts; all caught. */
    JVM_EXCEPTIONS,
    /** {@code instanceof} and switches over types and records. */
    PATTERNS,
    /** Strings, hash codes and equality on the side. */
    TEXT,
    /** {@code synchronized} blocks. */
    LOCKS
}
