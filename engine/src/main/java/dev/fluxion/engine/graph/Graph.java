package dev.fluxion.engine.graph;

import dev.fluxion.runtime.Shadows;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * What could be reached from the arguments when the function was called: each object once, whoever refers to it. The
 * function may change what refers to what; its gradient is in the values at entry.
 */
final class Graph {

    private final Layouts layouts;
    private final IdentityHashMap<Object, Node> nodes = new IdentityHashMap<>();
    private final Deque<Node> pending = new ArrayDeque<>();
    private final Deque<Node> leading = new ArrayDeque<>();
    private final List<Node> withNumbers = new ArrayList<>();

    Graph(Layouts layouts) {
        this.layouts = layouts;
    }

    /** Returns the node of an argument, or null for one that leads to no number; linear in what is new. */
    @Nullable Node add(Object root) {
        Node node = refer(root);
        for (Node next = pending.poll(); next != null; next = pending.poll()) {
            follow(next);
        }
        for (Node next = leading.poll(); next != null; next = leading.poll()) {
            for (Node referrer : next.referrers) {
                mark(referrer);
            }
        }
        return node;
    }

    /** Returns the node of an object that was found, or null for one that leads to no number. */
    @Nullable Node node(Object object) {
        return nodes.get(object);
    }

    /** Returns the nodes with numbers that can be read, in the order in which they were found. */
    List<Node> withNumbers() {
        return withNumbers;
    }

    /** Registers shadows for the numbers that were found: what has none is a constant to the compiled code. */
    void register(Shadows shadows) {
        for (Node node : withNumbers) {
            if (node.kind == Kind.HIDDEN) {
                continue;
            }
            switch (node.primal) {
                case double[] doubles -> shadows.of(doubles);
                case float[] floats -> shadows.of(floats);
                default -> shadows.of(node.primal);
            }
        }
    }

    /** Returns the shadows of the numbers that were found, and sets them to zero where they were. */
    Shadows moveNumbers(Shadows shadows) {
        Shadows moved = Shadows.create();
        for (Node node : withNumbers) {
            if (node.kind == Kind.HIDDEN) {
                Object tangent = shadows.takeTangent(node.primal);
                if (tangent != null) {
                    moved.putTangent(node.primal, tangent);
                }
                continue;
            }
            switch (node.primal) {
                case float[] floats -> {
                    float[] from = shadows.of(floats);
                    moved.put(floats, from.clone());
                    Arrays.fill(from, 0);
                }
                case double[] doubles -> {
                    double[] from = shadows.of(doubles);
                    moved.put(doubles, from.clone());
                    Arrays.fill(from, 0);
                }
                default -> {
                    double[] from = shadows.of(node.primal);
                    moved.put(node.primal, from.clone());
                    Arrays.fill(from, 0);
                }
            }
        }
        return moved;
    }

    /** Returns whether any of the numbers that were found has a shadow. */
    boolean isKnownTo(Shadows shadows) {
        for (Node node : withNumbers) {
            boolean isKnown =
                    switch (node.primal) {
                        case double[] doubles -> shadows.find(doubles) != null;
                        case float[] floats -> shadows.find(floats) != null;
                        default ->
                                node.kind == Kind.HIDDEN
                                        ? shadows.findTangent(node.primal) != null
                                        : shadows.find(node.primal) != null;
                    };
            if (isKnown) {
                return true;
            }
        }
        return false;
    }

    private void follow(Node node) {
        if (node.primal instanceof Object[] elements) {
            node.held = elements.clone();
        } else if (node.kind == Kind.CONTAINER) {
            Contents contents = Contents.of(node.primal);
            node.contents = contents;
            if (contents.areHeldBy(node.primal)) {
                node.held = contents.values();
            } else {
                node.makesItsValues = true;
                mark(node);
            }
        } else if (node.layout != null) {
            List<Part> parts = node.layout.parts();
            node.held = new Object[parts.size()];
            for (int i = 0; i < parts.size(); i++) {
                Part part = parts.get(i);
                node.held[i] = part.mayLeadToNumbers() ? part.read(node.primal) : null;
            }
        }
        node.references = new Node[node.held.length];
        for (int i = 0; i < node.held.length; i++) {
            node.references[i] = refer(node, node.held[i]);
        }
    }

    private @Nullable Node refer(Node from, @Nullable Object to) {
        Node node = refer(to);
        if (node != null) {
            if (node.leadsToNumbers) {
                mark(from);
            } else {
                node.referrers.add(from);
            }
        }
        return node;
    }

    private @Nullable Node refer(@Nullable Object object) {
        if (object == null) {
            return null;
        }
        Kind kind = layouts.kinds().of(object.getClass());
        if (kind == Kind.CONSTANT) {
            return null;
        }
        Node node = nodes.get(object);
        if (node == null) {
            node = new Node(object, kind, kind == Kind.OBJECT ? layouts.of(object.getClass()) : null);
            nodes.put(object, node);
            node.hidden = kind == Kind.HIDDEN ? layouts.kinds().hidden(object.getClass()) : null;
            if (kind != Kind.BOX && kind != Kind.NUMBERS && kind != Kind.HIDDEN) {
                pending.add(node);
            }
            if (node.hasNumbers()) {
                node.leadsToNumbers = true;
                if (node.unreadable() == null) {
                    withNumbers.add(node);
                }
            }
        }
        node.places++;
        return node;
    }

    private void mark(Node node) {
        if (!node.leadsToNumbers) {
            node.leadsToNumbers = true;
            leading.add(node);
        }
    }
}
