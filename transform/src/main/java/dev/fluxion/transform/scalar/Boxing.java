package dev.fluxion.transform.scalar;

import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.ClassFacts;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The boxes of the JDK, seen as objects with one field that {@code valueOf} makes and {@code xxxValue} reads. */
final class Boxing {

    private static final String NUMBER = "java/lang/Number";

    private static final Map<String, Type> CONTENT =
            Map.of(
                    "java/lang/Double", PrimitiveType.F64,
                    "java/lang/Float", PrimitiveType.F32,
                    "java/lang/Long", PrimitiveType.I64,
                    "java/lang/Integer", PrimitiveType.I32,
                    "java/lang/Short", PrimitiveType.I16,
                    "java/lang/Byte", PrimitiveType.I8,
                    "java/lang/Character", PrimitiveType.CHAR,
                    "java/lang/Boolean", PrimitiveType.BOOL);

    private static final Map<String, PrimitiveType> READ_AS =
            Map.of(
                    "doubleValue", PrimitiveType.F64,
                    "floatValue", PrimitiveType.F32,
                    "longValue", PrimitiveType.I64,
                    "intValue", PrimitiveType.I32,
                    "shortValue", PrimitiveType.I16,
                    "byteValue", PrimitiveType.I8);

    private Boxing() {}

    /** Returns whether the operation puts a primitive value into a box. */
    static boolean isBoxing(Op op) {
        if (!(op instanceof Op.Invoke invoke)
                || invoke.kind() != InvokeKind.STATIC
                || !invoke.method().name().equals("valueOf")) {
            return false;
        }
        Type content = CONTENT.get(invoke.method().owner());
        return content != null && invoke.method().parameterTypes().equals(List.of(content));
    }

    /** Returns whether the class is a box. */
    static boolean isBox(String internalName) {
        return CONTENT.containsKey(internalName);
    }

    /** Returns whether {@code valueOf} gives a new object each time, so that identity tells two apart. */
    static boolean isFresh(String internalName) {
        return internalName.equals("java/lang/Double") || internalName.equals("java/lang/Float");
    }

    /** Returns the field that stands for a box's content. */
    static FieldRef content(String box) {
        Type type = CONTENT.get(box);
        if (type == null) {
            throw new IllegalArgumentException("not a box: " + box);
        }
        return new FieldRef(box, "value", type);
    }

    /** Returns what the content of a box of that class is read as by a method, or null if it does not read it. */
    static @Nullable PrimitiveType readAs(String box, MethodRef method) {
        if (method.owner().equals(NUMBER) || method.owner().equals(box)) {
            if (box.equals("java/lang/Character")) {
                return method.name().equals("charValue") ? PrimitiveType.CHAR : null;
            }
            if (box.equals("java/lang/Boolean")) {
                return method.name().equals("booleanValue") ? PrimitiveType.BOOL : null;
            }
            return method.parameterTypes().isEmpty() ? READ_AS.get(method.name()) : null;
        }
        return null;
    }

    /** Returns what is known of a box's class, or null if it is none. */
    static @Nullable ClassFacts facts(String internalName) {
        if (!isBox(internalName)) {
            return null;
        }
        boolean isNumber = !internalName.equals("java/lang/Character") && !internalName.equals("java/lang/Boolean");
        Set<String> supertypes =
                isNumber
                        ? Set.of(
                                internalName,
                                NUMBER,
                                "java/lang/Comparable",
                                "java/lang/Object",
                                "java/io/Serializable")
                        : Set.of(internalName, "java/lang/Comparable", "java/lang/Object", "java/io/Serializable");
        List<String> chain =
                isNumber
                        ? List.of(internalName, NUMBER, "java/lang/Object")
                        : List.of(internalName, "java/lang/Object");
        return new ClassFacts(chain, supertypes, List.of(content(internalName)), List.of(), false);
    }
}
