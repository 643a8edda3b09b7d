package dev.fluxion.engine.graph;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Makes the gradient in arrays, records and containers as such arrays, records and containers. What leads to no number
 * is carried over; what does and is none of them, a mutable object, is refused. An array or container that a record
 * holds is complete before the record is made, unless it leads back to the record.
 */
final class TypedGradient {

    /** How to get the gradient in an argument that no object of its type carries. */
    static final String AS_TANGENT = "gradientAsTangent(f, ...), which gives it by name, index or key";

    private final Numbers numbers;
    private final String instead;
    private final IdentityHashMap<Node, Object> done = new IdentityHashMap<>();
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Node> pending = new ArrayDeque<>();
    private final List<Node> late = new ArrayList<>();

    /** Arrays and containers that have no elements yet. */
    private final Set<Object> unfilled = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Makes gradients of an argument. */
    TypedGradient(Numbers numbers) {
        this(numbers, AS_TANGENT);
    }

    /**
     * Makes gradients.
     *
     * @param instead how to get one that cannot be of the type of what it is the gradient in, for a message
     */
    TypedGradient(Numbers numbers, String instead) {
        this.numbers = numbers;
        this.instead = instead;
    }

    /**
     * Returns the gradient in an argument, of its own class.
     *
     * @throws NotDifferentiableException if something in it cannot carry its gradient
     */
    Object of(Node root) {
        if (isLeaf(root)) {
            return leaf(root);
        }
        pending.push(root);
        while (!pending.isEmpty()) {
            Node node = pending.element();
            if (done.containsKey(node) && !open.contains(node)) {
                pending.pop();
            } else if (open.add(node)) {
                begin(node);
            } else {
                pending.pop();
                finish(node);
                open.remove(node);
            }
        }
        late.forEach(this::fill);
        return Objects.requireNonNull(done.get(root));
    }

    private void begin(Node node) {
        switch (node.kind) {
            case ARRAY -> {
                Class<?> element = node.primal.getClass().getComponentType();
                beginUnfilled(node, Array.newInstance(element, node.references.length));
            }
            case CONTAINER -> {
                if (!Containers.isImmutable(node.primal)) {
                    beginUnfilled(node, container(node));
                }
            }
            case OBJECT, HOLDER, CONSTANT, NUMBERS, BOX, HIDDEN -> {
                if (node.layout == null || !node.layout.isRecord()) {
                    throw uncarried(node);
                }
            }
        }
        for (Node reference : node.references) {
            if (reference != null && !isLeaf(reference) && reference.isMade() && isNew(reference)) {
                pending.push(reference);
            }
        }
    }

    /** Returns whether nothing has to be made before its gradient, which needs no place in a table then. */
    private static boolean isLeaf(Node node) {
        return node.kind == Kind.BOX || node.kind == Kind.NUMBERS || node.kind == Kind.HIDDEN;
    }

    private Object leaf(Node node) {
        return switch (node.kind) {
            case BOX -> numbers.inBox(node);
            case HIDDEN -> hidden(node);
            default -> numbers.inArray(node.primal);
        };
    }

    /** A tangent can stand in the place of the object only if it is of the object's class. */
    private Object hidden(Node node) {
        Object tangent = numbers.inHidden(node);
        if (!node.primal.getClass().isInstance(tangent)) {
            throw new NotDifferentiableException(
                    unmade(node, "its tangents are of another class: " + tangent.getClass().getTypeName()));
        }
        return tangent;
    }

    private void beginUnfilled(Node node, Object made) {
        done.put(node, made);
        unfilled.add(made);
    }

    private boolean isNew(Node node) {
        return !done.containsKey(node) && !open.contains(node);
    }

    private void finish(Node node) {
        if (node.contents != null && Containers.isImmutable(node.primal)) {
            done.put(node, Containers.immutable(node.primal, node.contents, gradients(node)));
        } else if (node.kind == Kind.ARRAY || node.kind == Kind.CONTAINER) {
            boolean isComplete = true;
            for (Node reference : node.references) {
                isComplete &=
                        reference == null || isLeaf(reference) || !reference.isMade() || done.containsKey(reference);
            }
            if (isComplete) {
                fill(node);
            } else {
                late.add(node);
            }
        } else if (node.layout != null) {
            done.put(node, record(node, node.layout));
        }
    }

    private void fill(Node node) {
        Object made = Objects.requireNonNull(done.get(node));
        unfilled.remove(made);
        if (node.contents == null) {
            System.arraycopy(gradients(node), 0, made, 0, node.held.length);
        } else {
            Containers.fill(made, node.contents, gradients(node));
        }
    }

    private @Nullable Object[] gradients(Node node) {
        @Nullable Object[] gradients = new @Nullable Object[node.held.length];
        for (int i = 0; i < gradients.length; i++) {
            gradients[i] = reference(node, i);
        }
        return gradients;
    }

    private Object container(Node node) {
        if (node.makesItsValues) {
            throw uncarried(node);
        }
        Object empty = Containers.empty(node.primal, Objects.requireNonNull(node.contents));
        if (empty == null) {
            throw uncarried(node);
        }
        return empty;
    }

    private Object record(Node node, Layout layout) {
        @Nullable Object[] components = new @Nullable Object[layout.parts().size()];
        for (int i = 0; i < components.length; i++) {
            Part part = layout.parts().get(i);
            components[i] =
                    part.isNumber()
                            ? numbers.inField(node.primal, part)
                            : part.mayLeadToNumbers() ? reference(node, i) : part.read(node.primal);
        }
        Object made = construct(node, layout, components);
        for (int i = 0; i < components.length; i++) {
            requireKept(node, i, layout.parts().get(i), components[i], made);
        }
        return made;
    }

    private Object construct(Node node, Layout layout, @Nullable Object[] components) {
        try {
            return (Object) Objects.requireNonNull(layout.constructor()).invokeExact(components);
        } catch (Error thrown) {
            throw thrown;
        } catch (Throwable thrown) {
            throw new NotDifferentiableException(
                    unmade(node, "its constructor rejects the gradient: " + thrown), thrown);
        }
    }

    /** Refuses a record that holds something else than the gradient that it was given. */
    private void requireKept(Node node, int index, Part part, @Nullable Object given, Object made) {
        Node reference = part.isNumber() ? null : node.references[index];
        boolean isGradient = part.isNumber() ? part.isReadable() : reference != null && reference.isMade();
        if (!isGradient) {
            return;
        }
        if (!new Kept(unfilled).isKept(given, part.read(made))) {
            throw new NotDifferentiableException(
                    unmade(node, "its constructor makes something else of the gradient in " + part.name()));
        }
    }

    private Diagnostic unmade(Node node, String why) {
        return Diagnostic.of(
                ErrorId.UNCARRIED_GRADIENT,
                "cannot make a gradient of type " + node.primal.getClass().getTypeName(),
                why,
                instead);
    }

    private @Nullable Object reference(Node node, int index) {
        Node reference = node.references[index];
        if (reference == null || !reference.isMade()) {
            return node.held[index];
        }
        return isLeaf(reference) ? leaf(reference) : Objects.requireNonNull(done.get(reference));
    }

    private NotDifferentiableException uncarried(Node node) {
        return new NotDifferentiableException(unmade(node, whyUncarried(node)));
    }

    private static String whyUncarried(Node node) {
        String unreadable = node.unreadable();
        if (unreadable != null) {
            return unreadable;
        }
        if (node.primal instanceof Set) {
            return "it is a set, which would keep only one of several gradients that are equal";
        }
        if (node.kind == Kind.CONTAINER) {
            return "it is a container of a class of its own, or one that orders its elements by their values";
        }
        if (node.primal instanceof Collection || node.primal instanceof Map) {
            return "it is a list or map of a class of its own, with fields; a copy in an ArrayList or LinkedHashMap has"
                    + " a gradient of that type";
        }
        return "it is a class with fields, not a record, an array, a list, a map or a number, and nothing but its own"
                + " code may make one";
    }
}
