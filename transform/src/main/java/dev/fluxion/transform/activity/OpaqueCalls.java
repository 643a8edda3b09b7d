package dev.fluxion.transform.activity;

import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

import java.util.List;
import java.util.Set;

/**
 * Which calls of code that nothing is known of may bring varying numbers out of memory: those that are given something
 * that can lead to numbers, and give back a number, something that can lead to one, or fill an array of them.
 */
final class OpaqueCalls {

    private static final Set<String> PLAIN =
            Set.of(
                    "java/lang/String",
                    "java/lang/Class",
                    "java/lang/Integer",
                    "java/lang/Long",
                    "java/lang/Short",
                    "java/lang/Byte",
                    "java/lang/Character",
                    "java/lang/Boolean");

    private OpaqueCalls() {}

    /** Returns whether the call may bring out numbers of what it is given. */
    static boolean isRisky(Op.Invoke call) {
        return isRisky(call.arguments(), call.method().resultTypes());
    }

    /** Returns whether the object made may hold numbers of what the constructor is given. */
    static boolean isRisky(Op.New call) {
        return isRisky(call.arguments(), List.of(new ClassType(call.constructor().owner())));
    }

    /** Returns whether the call may store something where others find it. */
    static boolean mayStore(Op.Invoke call) {
        return mayStore(call.method().owner(), call.arguments());
    }

    /** Returns whether the constructor may store something where others find it. */
    static boolean mayStore(Op.New call) {
        return mayStore(call.constructor().owner(), call.arguments());
    }

    /** A method of the JDK that is given nothing that leads on stores in its own places only. */
    private static boolean mayStore(String owner, List<Value> arguments) {
        for (Value argument : arguments) {
            if (argument instanceof Variable && argument.type().isReference() && !isPlain(argument.type())) {
                return true;
            }
        }
        return !owner.startsWith("java/");
    }

    /** Returns whether a reference may lead to other objects, whose methods might be called. */
    static boolean leadsOn(Type type) {
        return switch (type) {
            case PrimitiveType primitive -> false;
            case ArrayType array -> leadsOn(array.element());
            case ClassType named -> !PLAIN.contains(named.internalName());
        };
    }

    private static boolean isPlain(Type type) {
        return type instanceof ClassType named && PLAIN.contains(named.internalName());
    }

    private static boolean isRisky(List<Value> arguments, List<Type> results) {
        boolean leadsIn = false;
        for (Value argument : arguments) {
            if (Origins.isArrayOfNumbers(argument.type())) {
                return true;
            }
            leadsIn |= argument instanceof Variable && argument.type().isReference() && leadsToNumbers(argument.type());
        }
        if (leadsIn) {
            for (Type result : results) {
                if (leadsToNumbers(result)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean leadsToNumbers(Type type) {
        return switch (type) {
            case PrimitiveType primitive -> primitive.isFloating();
            case ArrayType array -> leadsToNumbers(array.element());
            case ClassType named -> !PLAIN.contains(named.internalName());
        };
    }
}
