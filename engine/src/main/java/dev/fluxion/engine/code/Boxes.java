package dev.fluxion.engine.code;

import dev.fluxion.ir.symbol.MethodRef;

/** The methods by which compilers put floating-point numbers into objects and take them out again. */
final class Boxes {

    private Boxes() {}

    /** Returns whether the method boxes or unboxes. */
    static boolean has(MethodRef method) {
        return switch (method.owner()) {
            case "java/lang/Double" -> has(method, "(D)Ljava/lang/Double;");
            case "java/lang/Float" -> has(method, "(F)Ljava/lang/Float;");
            case "java/util/OptionalDouble" ->
                    switch (method.name()) {
                        case "of", "getAsDouble" -> true;
                        default -> false;
                    };
            default -> false;
        };
    }

    private static boolean has(MethodRef method, String boxing) {
        return switch (method.name()) {
            case "valueOf" -> method.descriptor().equals(boxing);
            case "doubleValue", "floatValue" -> true;
            default -> false;
        };
    }
}
