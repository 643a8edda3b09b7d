package dev.fluxion.transform;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Says what a call stands for: the one door from the transforms back to the engine. */
public interface MethodSource {

    /**
     * Returns what is known of a method that is called in code being differentiated.
     *
     * @param kind how it is called
     * @param method the method that the instruction names
     * @return never null; a method that cannot be looked into is {@link Target.Refused}
     */
    Target resolve(InvokeKind kind, MethodRef method);

    /** How a function is differentiated. */
    enum Mode {
        /** Values forwards, cotangents backwards. */
        REVERSE,
        /** Values and tangents forwards. */
        FORWARD
    }

    /** Returns the same methods as another mode sees them: some rules are of use in one mode only. */
    default MethodSource in(Mode mode) {
        return this;
    }

    /**
     * Returns which field an instruction means.
     *
     * @param field the field that the instruction names; a superclass of its owner may declare it
     */
    FieldPlace field(FieldRef field);

    /**
     * Returns the method that a call on an object of a known class runs, or null if that cannot be told.
     *
     * @param method the method that the instruction names
     * @param receiver internal name of the object's own class
     */
    default @Nullable MethodRef select(MethodRef method, String receiver) {
        return null;
    }

    /**
     * Returns whether a rule says what a lambda does, and not its code: one for the method that it implements.
     *
     * @param method the method of the lambda's interface
     */
    default boolean isImplementedByRule(MethodRef method) {
        return false;
    }

    /**
     * Returns whether a type is a functional interface whose method gives something else than a whole number.
     *
     * @param type internal name of a class or interface
     */
    default boolean isFunction(String type) {
        return false;
    }

    /**
     * Returns the internal names of all classes that an object of a type can have, if these are few and can be named;
     * none if they are not known.
     *
     * @param type internal name of a class or interface
     */
    default List<String> classes(String type) {
        return List.of();
    }

    /**
     * Returns what is known of a class whose objects the code makes, or null if nothing is.
     *
     * @param internalName the class's name
     */
    default @Nullable ClassFacts facts(String internalName) {
        return null;
    }

    /**
     * A method that code of the JDK may call, since it knows the class by a type of its own.
     *
     * @param isComparison whether it is one that any object, or any that is sorted or looked up, may be asked
     * @param body its code
     */
    record Callback(boolean isComparison, Function body) {}

    /**
     * Returns the methods of a class by which code of the JDK may call it back; none if the class is one of the JDK.
     *
     * @param type internal name of a class or interface
     */
    default List<Callback> callbacks(String type) {
        return List.of();
    }

    /** Returns whether objects of one class or interface are known to be instances of another. */
    default boolean isSubtype(String type, String supertype) {
        return type.equals(supertype);
    }

    /**
     * Returns what calls stand for in code whose derivative is going to be differentiated again: what serves first
     * derivatives only, such as checkpoints, is the plain code that it stands for.
     */
    default MethodSource again() {
        return this;
    }

    /** Returns the code that a call on an object of a known class outside of the JDK runs, or null if none is known. */
    default @Nullable Function chosen(MethodRef method, String receiver) {
        return null;
    }
}
