package dev.fluxion.transform;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What computes a method's value and its derivative together, in one of the modes. */
public sealed interface MethodRule permits ReverseRule, ForwardRule {

    /** Returns the static method that is the rule. */
    MethodRef method();

    /** Returns the rule's code. */
    Function body();

    /** Returns what the method that the rule is for gives back, null if nothing. */
    @Nullable Type result();

    /** Returns whether an argument or the result is an object whose numbers only rules know. */
    boolean hidesNumbers();

    /** Returns the types of the method's arguments, the receiver first. */
    List<Type> parameterTypes();

    /** Returns the types of the results of the function that stands for the method: one, or none. */
    default List<Type> resultTypes() {
        Type result = result();
        return result == null ? List.of() : List.of(result.computational());
    }

    /** Returns whether anything in memory is involved, so that the table of shadows is needed. */
    default boolean usesMemory() {
        Type result = result();
        boolean uses = result != null && result.isReference();
        for (Type type : parameterTypes()) {
            uses |= type.isReference();
        }
        return uses;
    }
}
