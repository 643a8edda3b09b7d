package dev.fluxion.transform.inline;

import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.ReferenceType;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What lies between a functional interface's method and the code behind a lambda: casts, boxes and widening, as {@link
 * java.lang.invoke.LambdaMetafactory} adds them.
 */
public final class Conversions {

    private static final Map<PrimitiveType, String> BOXES =
            Map.of(
                    PrimitiveType.BOOL, "java/lang/Boolean",
                    PrimitiveType.I8, "java/lang/Byte",
                    PrimitiveType.I16, "java/lang/Short",
                    PrimitiveType.CHAR, "java/lang/Character",
                    PrimitiveType.I32, "java/lang/Integer",
                    PrimitiveType.I64, "java/lang/Long",
                    PrimitiveType.F32, "java/lang/Float",
                    PrimitiveType.F64, "java/lang/Double");

    private Conversions() {}

    /** One operation of a conversion, on the value before it. */
    public interface Step {
        /** Returns the operation. */
        Op on(Value value);
    }

    /**
     * Returns the operations that turn a value of one storage type into one of another, in order; none if it is fit as
     * it stands.
     *
     * @return null if no lambda is adapted so
     */
    public static @Nullable List<Step> between(Type from, Type to) {
        List<Step> steps = new ArrayList<>();
        return switch (from) {
            case PrimitiveType given ->
                    switch (to) {
                        case PrimitiveType wanted -> widen(given, wanted, steps) ? steps : null;
                        case ReferenceType wanted -> {
                            steps.add(value -> new Op.Invoke(InvokeKind.STATIC, valueOf(given), List.of(value)));
                            yield steps;
                        }
                    };
            case ReferenceType given ->
                    switch (to) {
                        case PrimitiveType wanted -> {
                            PrimitiveType boxed = boxed(given);
                            PrimitiveType content = boxed == null ? wanted : boxed;
                            cast(given, new ClassType(box(content)), steps);
                            steps.add(value -> new Op.Invoke(InvokeKind.VIRTUAL, content(content), List.of(value)));
                            yield widen(content, wanted, steps) ? steps : null;
                        }
                        case ReferenceType wanted -> {
                            cast(given, wanted, steps);
                            yield steps;
                        }
                    };
        };
    }

    private static void cast(ReferenceType from, ReferenceType to, List<Step> steps) {
        if (!from.equals(to) && !to.equals(ClassType.OBJECT)) {
            steps.add(value -> new Op.CheckCast(to, value));
        }
    }

    private static boolean widen(PrimitiveType from, PrimitiveType to, List<Step> steps) {
        if (from == to || from.computational().equals(to)) {
            return true;
        }
        boolean isWider =
                switch (to) {
                    case BOOL, I8, CHAR -> false;
                    case I16 -> from == PrimitiveType.I8;
                    case I32 -> from != PrimitiveType.BOOL && from.computational() == PrimitiveType.I32;
                    case I64 -> from != PrimitiveType.BOOL && !from.isFloating();
                    case F32 -> from != PrimitiveType.BOOL && from != PrimitiveType.F64;
                    case F64 -> from != PrimitiveType.BOOL;
                };
        if (isWider && !from.computational().equals(to.computational())) {
            steps.add(value -> new Op.Convert(to, value));
        }
        return isWider;
    }

    private static @Nullable PrimitiveType boxed(ReferenceType type) {
        for (Map.Entry<PrimitiveType, String> entry : BOXES.entrySet()) {
            if (type.equals(new ClassType(entry.getValue()))) {
                return entry.getKey();
            }
        }
        return null;
    }

    private static String box(PrimitiveType type) {
        return java.util.Objects.requireNonNull(BOXES.get(type));
    }

    private static MethodRef valueOf(PrimitiveType type) {
        String box = box(type);
        return new MethodRef(box, "valueOf", "(" + type.descriptor() + ")L" + box + ";", false);
    }

    private static MethodRef content(PrimitiveType type) {
        String name =
                switch (type) {
                    case BOOL -> "booleanValue";
                    case I8 -> "byteValue";
                    case I16 -> "shortValue";
                    case CHAR -> "charValue";
                    case I32 -> "intValue";
                    case I64 -> "longValue";
                    case F32 -> "floatValue";
                    case F64 -> "doubleValue";
                };
        return new MethodRef(box(type), name, "()" + type.descriptor(), false);
    }
}
