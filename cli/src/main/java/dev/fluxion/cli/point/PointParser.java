package dev.fluxion.cli.point;

import dev.fluxion.cli.subject.Complaint;
import dev.fluxion.cli.subject.Target;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code 1.5,2,true} and {@code [1,2,3],0.5}: one value for each parameter, an array in brackets. The brackets
 * may be left out where the array is the only parameter.
 */
public final class PointParser {

    private PointParser() {}

    /**
     * Reads the arguments of a method.
     *
     * @throws Complaint if they do not fit its parameters
     */
    public static Point parse(String text, Target target) {
        Class<?>[] types = target.method().getParameterTypes();
        List<String> parts = split(text);
        boolean bare = types.length == 1 && types[0].isArray() && !text.strip().startsWith("[");
        if (bare) {
            parts = List.of("[" + text + "]");
        }
        if (parts.size() != types.length) {
            throw Complaint.usage(
                    "--at has "
                            + parts.size()
                            + (parts.size() == 1 ? " value" : " values")
                            + " for the "
                            + types.length
                            + " of "
                            + target.title());
        }
        List<Object> arguments = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            arguments.add(read(parts.get(i).strip(), types[i], target.names().get(i)));
        }
        return Point.of(target.names(), arguments);
    }

    /** Splits at the commas that are not in brackets. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '[' -> depth++;
                case ']' -> depth--;
                case ',' -> {
                    if (depth == 0) {
                        parts.add(text.substring(start, i));
                        start = i + 1;
                    }
                }
                default -> {
                    // part of a value
                }
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static Object read(String text, Class<?> type, String name) {
        try {
            return switch (type.getTypeName()) {
                case "double" -> Double.parseDouble(text);
                case "float" -> Float.parseFloat(text);
                case "int" -> Integer.parseInt(text);
                case "long" -> Long.parseLong(text);
                case "short" -> Short.parseShort(text);
                case "byte" -> Byte.parseByte(text);
                case "char" -> character(text);
                case "boolean" -> truth(text);
                case "double[]" -> array(text);
                default ->
                        throw Complaint.usage(
                                "the parameter "
                                        + name
                                        + " is a "
                                        + type.getTypeName()
                                        + ", which cannot be given on the command line");
            };
        } catch (NumberFormatException e) {
            throw Complaint.usage("--at has \"" + text + "\" for " + name + ", which is a " + type.getTypeName());
        }
    }

    private static char character(String text) {
        if (text.length() != 1) {
            throw new NumberFormatException(text);
        }
        return text.charAt(0);
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new NumberFormatException(text);
        };
    }

    private static double[] array(String text) {
        if (!text.startsWith("[") || !text.endsWith("]")) {
            throw new NumberFormatException(text);
        }
        String inner = text.substring(1, text.length() - 1);
        if (inner.isBlank()) {
            return new double[0];
        }
        String[] numbers = inner.split(",", -1);
        double[] array = new double[numbers.length];
        for (int i = 0; i < array.length; i++) {
            array[i] = Double.parseDouble(numbers[i].strip());
        }
        return array;
    }
}
