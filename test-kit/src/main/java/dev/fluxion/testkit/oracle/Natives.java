package dev.fluxion.testkit.oracle;

import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.PrimitiveType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Methods of the JDK that have no bytecode, or none that could be interpreted. */
final class Natives {

    private static final Set<String> BOXES =
            Set.of("java/lang/Double", "java/lang/Float", "java/lang/Integer", "java/lang/Long", "java/lang/Boolean");
    private static final String MESSAGE = "message";

    private final Types types;
    private final Arithmetic arithmetic;
    private final MathFunctions functions;
    private final PlainText text = new PlainText();

    Natives(Types types, Arithmetic arithmetic, Boxes boxes) {
        this.types = types;
        this.arithmetic = arithmetic;
        this.functions = new MathFunctions(arithmetic);
    }

    /** Returns the results of a method, or null if it is to be interpreted. */
    @Nullable List<@Nullable Object> call(MethodRef method, List<@Nullable Object> x) {
        String owner = method.owner();
        if (owner.equals("java/lang/Math") || owner.equals("java/lang/StrictMath")) {
            return math(method, x);
        }
        if (BOXES.contains(owner)) {
            Object result = boxed(method, x);
            return result == null ? null : List.of(result);
        }
        if (method.name().equals("clone") && x.getFirst() instanceof HeapArray array) {
            return List.of(array.copy());
        }
        return switch (owner) {
            case "java/lang/Object" -> object(method, x);
            case "java/lang/System" -> system(method, x);
            case "java/util/Arrays" -> arrays(method, x);
            case "java/lang/Class" -> method.name().equals("desiredAssertionStatus") ? List.of(0) : null;
            case "java/lang/String" -> text.call(method, x);
            default -> throwable(method, x);
        };
    }

    private @Nullable List<@Nullable Object> math(MethodRef method, List<@Nullable Object> x) {
        List<Real> reals = new ArrayList<>();
        for (Object argument : x) {
            if (!(argument instanceof Real real)) {
                return null;
            }
            reals.add(real);
        }
        boolean isStrict = method.owner().equals("java/lang/StrictMath");
        Real result = reals.isEmpty() ? null : functions.call(method.name(), isStrict, reals);
        return result == null ? null : List.of(result);
    }

    private @Nullable Object boxed(MethodRef method, List<@Nullable Object> x) {
        Object first = Operations.present(x.getFirst());
        if (method.name().equals("valueOf") && !(first instanceof String)) {
            return Boxes.box(types.of(method.owner()), first);
        }
        if (!Boxes.isBox(first)) {
            return null;
        }
        Object content = Boxes.content(first);
        return switch (method.name()) {
            case "doubleValue" -> arithmetic.convert(PrimitiveType.F64, content);
            case "floatValue" -> arithmetic.convert(PrimitiveType.F32, content);
            case "longValue" -> arithmetic.convert(PrimitiveType.I64, content);
            case "intValue" -> arithmetic.convert(PrimitiveType.I32, content);
            case "booleanValue" -> content;
            case "equals" ->
                    Boxes.isBox(x.get(1)) && Boxes.content(Objects.requireNonNull(x.get(1))).equals(content) ? 1 : 0;
            default -> null;
        };
    }

    private static @Nullable List<@Nullable Object> object(MethodRef method, List<@Nullable Object> x) {
        return switch (method.name()) {
            case "<init>" -> List.of();
            case "hashCode" -> List.of(System.identityHashCode(x.getFirst()));
            case "equals" -> List.of(Operations.present(x.getFirst()).equals(x.get(1)) ? 1 : 0);
            default -> null;
        };
    }

    private @Nullable List<@Nullable Object> system(MethodRef method, List<@Nullable Object> x) {
        if (!method.name().equals("arraycopy")) {
            return null;
        }
        HeapArray from = (HeapArray) Operations.present(x.get(0));
        HeapArray to = (HeapArray) Operations.present(x.get(2));
        int start = (Integer) Objects.requireNonNull(x.get(1));
        int target = (Integer) Objects.requireNonNull(x.get(3));
        int length = (Integer) Objects.requireNonNull(x.get(4));
        if (start < 0
                || target < 0
                || length < 0
                || start + length > from.elements.length
                || target + length > to.elements.length) {
            throw Thrown.of(ArrayIndexOutOfBoundsException.class);
        }
        System.arraycopy(from.elements, start, to.elements, target, length);
        return List.of();
    }

    private static @Nullable List<@Nullable Object> arrays(MethodRef method, List<@Nullable Object> x) {
        if (method.name().equals("copyOf") && x.size() == 2) {
            return List.of(((HeapArray) Operations.present(x.get(0))).copy((Integer) Objects.requireNonNull(x.get(1))));
        }
        if (method.name().equals("fill") && x.size() == 2) {
            Arrays.fill(((HeapArray) Operations.present(x.get(0))).elements, x.get(1));
            return List.of();
        }
        return null;
    }

    private @Nullable List<@Nullable Object> throwable(MethodRef method, List<@Nullable Object> x) {
        Class<?> owner = types.of(method.owner());
        if (Types.isOurs(owner) || !Throwable.class.isAssignableFrom(owner)) {
            return null;
        }
        HeapObject exception = (HeapObject) Operations.present(x.getFirst());
        return switch (method.name()) {
            case "<init>" -> {
                exception.fields.put(MESSAGE, x.size() > 1 && x.get(1) instanceof String message ? message : null);
                yield List.of();
            }
            case "getMessage" -> Collections.singletonList(exception.fields.get(MESSAGE));
            default -> null;
        };
    }
}
