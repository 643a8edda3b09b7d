package dev.fluxion.engine.graph;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.tangent.Tangent;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Makes the gradient in objects and containers as {@link Tangent}s, and that in arrays of numbers, of any depth, as
 * such arrays.
 */
final class TangentGradient {

    private final Numbers numbers;
    private final IdentityHashMap<Node, Tangent.Builder> builders = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Object> arrays = new IdentityHashMap<>();
    private final Deque<Node> pending = new ArrayDeque<>();

    TangentGradient(Numbers numbers) {
        this.numbers = numbers;
    }

    /**
     * Returns the gradient in an object, array or container, by field, index or key.
     *
     * @throws NotDifferentiableException if it cannot be read
     */
    Tangent of(Node root) {
        String unreadable = root.unreadable();
        if (unreadable != null) {
            throw new NotDifferentiableException(
                    Diagnostic.of(
                            ErrorId.UNCARRIED_GRADIENT,
                            "cannot tell the gradient in a " + root.primal.getClass().getTypeName(),
                            unreadable,
                            "an argument that can be read, such as an array, a record, a list or a map"));
        }
        Tangent tangent = refer(root);
        complete();
        return tangent;
    }

    /** Returns the gradient in whatever it is: a number, an array of numbers, a tangent. */
    Object inPart(Node root) {
        Object gradient = value(root);
        complete();
        return gradient;
    }

    private void complete() {
        for (Node node = pending.poll(); node != null; node = pending.poll()) {
            Tangent.Builder builder = java.util.Objects.requireNonNull(builders.get(node));
            if (node.contents != null) {
                fillContainer(builder, node, node.contents);
            } else if (node.kind == Kind.HIDDEN) {
                builder.field("tangent", numbers.inHidden(node));
            } else if (node.layout != null) {
                fill(builder, node, node.layout.parts());
            } else if (node.kind == Kind.NUMBERS) {
                Object gradient = numbers.inArray(node.primal);
                for (int i = 0; i < Array.getLength(gradient); i++) {
                    builder.element(Array.get(gradient, i));
                }
            } else {
                for (int i = 0; i < node.references.length; i++) {
                    fillElement(builder, node.held[i], node.references[i]);
                }
            }
            builder.build();
        }
    }

    private void fill(Tangent.Builder builder, Node node, List<Part> parts) {
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (part.isNumber()) {
                builder.field(part.name(), numbers.inField(node.primal, part));
            } else if (!part.mayLeadToNumbers()) {
                builder.without(part.name(), "its type is " + part.type().getTypeName());
            } else {
                Object held = node.held[i];
                Node reference = node.references[i];
                String why = held == null ? null : whyNot(held, reference);
                if (why == null) {
                    builder.field(part.name(), reference == null ? null : value(reference));
                } else {
                    builder.without(part.name(), why);
                }
            }
        }
    }

    private void fillContainer(Tangent.Builder builder, Node node, Contents contents) {
        if (contents.form() == Contents.Form.ELEMENTS) {
            for (int i = 0; i < node.held.length; i++) {
                fillElement(builder, node.held[i], node.references[i]);
            }
            return;
        }
        Set<@Nullable Object> keys = new HashSet<>();
        for (int i = 0; i < node.held.length; i++) {
            Object key = contents.form() == Contents.Form.VALUE ? "value" : contents.keys()[i];
            if (!keys.add(key)) {
                throw new NotDifferentiableException(
                        Diagnostic.of(
                                ErrorId.UNCARRIED_GRADIENT,
                                "cannot tell the gradients in a " + node.primal.getClass().getTypeName() + " by key",
                                "two of its keys are equal: " + key,
                                "gradient(f, ...), which gives a map like it"));
            }
            Object held = node.held[i];
            Node reference = node.references[i];
            String why = held == null ? null : whyNot(held, reference);
            if (why == null) {
                builder.entry(key, reference == null ? null : value(reference));
            } else {
                builder.entryWithout(key, why);
            }
        }
    }

    private void fillElement(Tangent.Builder builder, @Nullable Object held, @Nullable Node node) {
        String why = held == null ? null : whyNot(held, node);
        if (why == null) {
            builder.element(node == null ? null : value(node));
        } else {
            builder.elementWithout(why);
        }
    }

    /** Returns why there is no gradient in an object, or null if there is. */
    private static @Nullable String whyNot(Object held, @Nullable Node node) {
        if (node == null) {
            return "a " + held.getClass().getTypeName() + " holds no number";
        }
        if (node.unreadable() != null) {
            return node.unreadable();
        }
        return node.leadsToNumbers ? null : "nothing that it leads to is a number";
    }

    private Object value(Node node) {
        if (node.kind == Kind.BOX) {
            return numbers.inBox(node);
        }
        if (node.kind == Kind.HIDDEN) {
            return numbers.inHidden(node);
        }
        return isArrayOfNumbers(node.primal.getClass()) ? array(node) : refer(node);
    }

    /** Rows are shared as they were; an array of numbers leads to itself only through its own type, so never. */
    private Object array(Node node) {
        if (node.kind == Kind.NUMBERS) {
            return numbers.inArray(node.primal);
        }
        Object known = arrays.get(node);
        if (known != null) {
            return known;
        }
        @Nullable Object[] gradient =
                (@Nullable Object[])
                        Array.newInstance(node.primal.getClass().getComponentType(), node.references.length);
        arrays.put(node, gradient);
        for (int i = 0; i < gradient.length; i++) {
            Node element = node.references[i];
            gradient[i] = element == null ? null : value(element);
        }
        return gradient;
    }

    private Tangent refer(Node node) {
        Tangent.Builder builder = builders.get(node);
        if (builder == null) {
            builder = builder(node.primal.getClass(), node.contents);
            builders.put(node, builder);
            pending.add(node);
        }
        return builder.tangent();
    }

    private static Tangent.Builder builder(Class<?> type, @Nullable Contents contents) {
        if (contents == null) {
            return Tangent.builder(type);
        }
        return switch (contents.form()) {
            case ELEMENTS -> Tangent.ofElements(type);
            case ENTRIES -> Tangent.ofEntries(type);
            case VALUE -> Tangent.builder(type);
        };
    }

    private static boolean isArrayOfNumbers(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        return type.isArray()
                && (element == double.class
                        || element == float.class
                        || element == Double.class
                        || element == Float.class);
    }
}
