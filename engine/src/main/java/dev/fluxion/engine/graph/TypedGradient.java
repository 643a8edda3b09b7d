package dev.fluxion.engine.graph;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Makes the gradient in arrays and records as such arrays and records. What leads to no number is carried over; what
 * does and is neither, a mutable object, is refused. An array that a record holds is complete before the record is
 * made, unless it leads back to the record.
 */
final class TypedGradient {

    private final Numbers numbers;
    private final IdentityHashMap<Node, Object> done = new IdentityHashMap<>();
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Node> pending = new ArrayDeque<>();
    private final List<Node> late = new ArrayList<>();

    TypedGradient(Numbers numbers) {
        this.numbers = numbers;
    }

    /**
     * Returns the gradient in an argument, of its own class.
     *
     * @throws NotDifferentiableException if something in it cannot carry its gradient
     */
    Object of(Node root) {
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
            case NUMBERS -> done.put(node, numbers.inArray(node.primal));
            case BOX -> done.put(node, numbers.inBox(node));
            case ARRAY ->
                    done.put(
                            node, Array.newInstance(node.primal.getClass().getComponentType(), node.references.length));
            case OBJECT, HOLDER, CONSTANT -> {
                if (node.layout == null || !node.layout.isRecord()) {
                    throw uncarried(node);
                }
            }
        }
        for (Node reference : node.references) {
            if (reference != null && isMade(reference) && isNew(reference)) {
                pending.push(reference);
            }
        }
    }

    private boolean isNew(Node node) {
        return !done.containsKey(node) && !open.contains(node);
    }

    private void finish(Node node) {
        if (node.kind == Kind.ARRAY) {
            boolean isComplete = true;
            for (Node reference : node.references) {
                isComplete &= reference == null || !isMade(reference) || done.containsKey(reference);
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
        @Nullable Object[] array = (@Nullable Object[]) Objects.requireNonNull(done.get(node));
        for (int i = 0; i < array.length; i++) {
            array[i] = reference(node, i);
        }
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
        try {
            return (Object) Objects.requireNonNull(layout.constructor()).invokeExact(components);
        } catch (Error thrown) {
            throw thrown;
        } catch (Throwable thrown) {
            throw new NotDifferentiableException(
                    Diagnostic.of(
                            ErrorId.UNCARRIED_GRADIENT,
                            "cannot make a gradient of type " + node.primal.getClass().getTypeName(),
                            "its constructor rejects the gradient: " + thrown,
                            "gradientAsTangent(f, ...), which gives it by name"),
                    thrown);
        }
    }

    private @Nullable Object reference(Node node, int index) {
        Node reference = node.references[index];
        return reference != null && isMade(reference) ? Objects.requireNonNull(done.get(reference)) : node.held[index];
    }

    /** What leads to no number is carried over, but for arrays, which could be written to. */
    private static boolean isMade(Node node) {
        return node.leadsToNumbers || node.kind == Kind.ARRAY;
    }

    private static NotDifferentiableException uncarried(Node node) {
        String type = node.primal.getClass().getTypeName();
        String why = node.unreadable();
        return new NotDifferentiableException(
                Diagnostic.of(
                        ErrorId.UNCARRIED_GRADIENT,
                        "cannot make a gradient of type " + type,
                        why == null
                                ? "it is a class with fields, not a record, an array or a number, and nothing but its"
                                        + " own code may make one"
                                : why,
                        "gradientAsTangent(f, ...), which gives it by name"));
    }
}
