package dev.fluxion.testkit.numbers;

import dev.fluxion.tangent.NoTangent;
import dev.fluxion.tangent.Tangent;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes tangents from their numbers: of the value's own type, what has none carried over; a {@link Tangent} where a
 * value is an object with fields.
 */
final class TangentMaker {

    private final double[] numbers;
    private final Copier copier;
    private final IdentityHashMap<Node, Tangent> begun = new IdentityHashMap<>();

    TangentMaker(double[] numbers) {
        this.numbers = numbers;
        this.copier = new Copier(numbers, false);
    }

    Object tangent(Node node) {
        Object made = Numbers.isPerturbable(node) ? part(node) : null;
        return made == null ? NoTangent.NO_TANGENT : made;
    }

    private @Nullable Object part(Node node) {
        return switch (node) {
            case Node.Constant constant -> copier.copy(node);
            case Node.WholeArray array -> copier.copy(node);
            case Node.Box number -> copier.copy(node);
            case Node.Doubles(double[] array, int first) -> Arrays.copyOfRange(numbers, first, first + array.length);
            case Node.Floats floats -> copier.copy(node);
            case Node.Parts parts -> parts(parts);
        };
    }

    private Object parts(Node.Parts parts) {
        return switch (parts.kind) {
            case ARRAY -> Kind.isNumeric(parts.holder.getClass()) ? array(parts) : byName(parts);
            case RECORD -> Fields.record(parts.holder.getClass(), list(parts));
            case LIST -> list(parts);
            case MAP -> {
                Map<Object, @Nullable Object> map = new LinkedHashMap<>();
                for (Node.Part part : parts.parts) {
                    map.put(part.key(), part(part.node()));
                }
                yield map;
            }
            case OBJECT -> byName(parts);
            case NUMBER, DOUBLES, FLOATS, WHOLE_ARRAY, CONSTANT -> throw new AssertionError(parts.kind);
        };
    }

    private Object array(Node.Parts parts) {
        Object[] original = (Object[]) parts.holder;
        @Nullable Object[] copy = Arrays.copyOf(original, original.length);
        for (int i = 0; i < copy.length; i++) {
            copy[i] = part(parts.parts.get(i).node());
        }
        return copy;
    }

    private List<@Nullable Object> list(Node.Parts parts) {
        List<@Nullable Object> list = new ArrayList<>();
        for (Node.Part part : parts.parts) {
            list.add(part(part.node()));
        }
        return list;
    }

    private Tangent byName(Node.Parts parts) {
        Tangent present = begun.get(parts);
        if (present != null) {
            return present;
        }
        Tangent.Builder builder = Tangent.builder(parts.holder.getClass());
        begun.put(parts, builder.tangent());
        for (Node.Part part : parts.parts) {
            boolean hasGradient = Numbers.isPerturbable(part.node());
            if (part.key() instanceof Field field) {
                String name = field.getName();
                String own = isHidden(parts, field) ? field.getDeclaringClass().getSimpleName() + "." + name : name;
                if (hasGradient) {
                    builder.field(own, part(part.node()));
                }
            } else if (hasGradient) {
                builder.element(part(part.node()));
            } else {
                builder.elementWithout("there are no numbers in it");
            }
        }
        return builder.build();
    }

    /** Returns whether a subclass has a field of the same name. */
    private static boolean isHidden(Node.Parts parts, Field field) {
        boolean after = false;
        for (Node.Part part : parts.parts) {
            Field other = (Field) part.key();
            if (after && other.getName().equals(field.getName())) {
                return true;
            }
            after |= other.equals(field);
        }
        return false;
    }
}
