package dev.fluxion.engine.graph;

import dev.fluxion.rule.TangentType;
import dev.fluxion.runtime.ObjectCotangents;
import dev.fluxion.runtime.Shadows;
import dev.fluxion.tangent.NoTangent;
import dev.fluxion.tangent.Tangent;
import dev.fluxion.tangent.ZeroTangent;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;

/**
 * Cotangents of what rules take and give, put together of the shadows of all that it leads to, and taken apart again.
 */
public record GraphCotangents(Layouts layouts) implements ObjectCotangents {

    @Override
    public void register(Object object, Shadows shadows) {
        Graph graph = new Graph(layouts);
        graph.add(object);
        graph.register(shadows);
    }

    @Override
    public Object snapshot(Object object) {
        Graph graph = new Graph(layouts);
        graph.add(object);
        return new Snapshot(object, graph);
    }

    @Override
    public Object take(Object snapshot, Shadows shadows) {
        Graph graph = ((Snapshot) snapshot).graph;
        Node root = graph.node(((Snapshot) snapshot).object);
        if (root == null || !root.leadsToNumbers) {
            return NoTangent.NO_TANGENT;
        }
        Numbers numbers = new Numbers(graph.moveNumbers(shadows));
        return root.kind == Kind.HIDDEN ? numbers.inHidden(root) : new TypedGradient(numbers).of(root);
    }

    @Override
    public Object tangent(Object object, Shadows shadows, int lane, int lanes, boolean byName) {
        Graph graph = new Graph(layouts);
        Node root = graph.add(object);
        if (root == null || !root.leadsToNumbers) {
            return NoTangent.NO_TANGENT;
        }
        Numbers numbers = new Numbers(new Lane(lane, lanes).of(graph, shadows));
        if (root.kind == Kind.HIDDEN) {
            return numbers.inHidden(root);
        }
        return byName ? new TangentGradient(numbers).of(root) : new TypedGradient(numbers).of(root);
    }

    @Override
    public @Nullable String putTangent(Object object, Object tangent, Shadows shadows, int lane, int lanes) {
        Graph graph = new Graph(layouts);
        graph.add(object);
        Shadows numbers = Shadows.create();
        String misfit = add(graph, object, tangent, numbers);
        if (misfit == null) {
            new Lane(lane, lanes).put(graph, numbers, shadows);
        }
        return misfit;
    }

    @Override
    public boolean carriesNumbers(Object snapshot, Shadows shadows) {
        return ((Snapshot) snapshot).graph.isKnownTo(shadows);
    }

    @Override
    public double[] numbers(Object object) {
        Graph graph = new Graph(layouts);
        graph.add(object);
        return GraphNumbers.of(graph);
    }

    @Override
    public double[] adjoints(Object object, Shadows shadows) {
        Graph graph = new Graph(layouts);
        graph.add(object);
        return GraphNumbers.adjoints(graph, shadows);
    }

    @Override
    public @Nullable String add(Object snapshot, Object cotangent, Shadows shadows) {
        return add(((Snapshot) snapshot).graph, ((Snapshot) snapshot).object, cotangent, shadows);
    }

    private @Nullable String add(Graph graph, Object object, Object cotangent, Shadows shadows) {
        if (cotangent instanceof ZeroTangent) {
            return null;
        }
        return switch (layouts.kinds().of(object.getClass())) {
            case NUMBERS -> addNumbers(object, cotangent, shadows);
            case BOX -> {
                if (cotangent instanceof Number number) {
                    shadows.of(object)[0] += number.doubleValue();
                    yield null;
                }
                yield misfit(object, cotangent);
            }
            case ARRAY ->
                    cotangent instanceof Object[] array && array.length == Array.getLength(object)
                            ? addEach(
                                    graph,
                                    java.util.Arrays.asList(held(graph, object).held).iterator(),
                                    java.util.Arrays.asList(array).iterator(),
                                    shadows)
                            : misfit(object, cotangent);
            case CONTAINER, HOLDER -> addHeld(graph, object, cotangent, shadows);
            case OBJECT -> addFields(graph, object, cotangent, shadows);
            case HIDDEN ->
                    addHidden(
                            Objects.requireNonNull(layouts.kinds().hidden(object.getClass())),
                            object,
                            cotangent,
                            shadows);
            case CONSTANT -> null;
        };
    }

    @SuppressWarnings("unchecked") // the type of a class's tangents is that of its objects
    private static <P, T> @Nullable String addHidden(
            TangentType<P, T> type, Object object, Object cotangent, Shadows shadows) {
        Object before = shadows.takeTangent(object);
        T sum = before == null ? type.zero(type.primal().cast(object)) : (T) before;
        try {
            shadows.putTangent(object, Objects.requireNonNull(type.sum(sum, (T) cotangent)));
            return null;
        } catch (ClassCastException otherClass) {
            return misfit(object, cotangent);
        }
    }

    private static @Nullable String addNumbers(Object array, Object cotangent, Shadows shadows) {
        boolean isArray = cotangent instanceof double[] || cotangent instanceof float[];
        if (!isArray || Array.getLength(array) != Array.getLength(cotangent)) {
            return misfit(array, cotangent);
        }
        int length = Array.getLength(array);
        if (array instanceof double[] doubles) {
            double[] adjoints = shadows.of(doubles);
            for (int i = 0; i < length; i++) {
                adjoints[i] += Array.getDouble(cotangent, i);
            }
        } else {
            float[] adjoints = shadows.of((float[]) array);
            for (int i = 0; i < length; i++) {
                adjoints[i] += (float) Array.getDouble(cotangent, i);
            }
        }
        return null;
    }

    private @Nullable String addEach(Graph graph, Iterator<?> objects, Iterator<?> cotangents, Shadows shadows) {
        while (objects.hasNext()) {
            Object object = objects.next();
            Object cotangent = cotangents.next();
            String misfit = object == null ? null : addPart(graph, object, cotangent, shadows);
            if (misfit != null) {
                return misfit;
            }
        }
        return null;
    }

    private @Nullable String addPart(Graph graph, Object object, @Nullable Object cotangent, Shadows shadows) {
        if (layouts.kinds().of(object.getClass()) == Kind.CONSTANT || cotangent instanceof NoTangent) {
            return null;
        }
        return cotangent == null ? misfit(object, null) : add(graph, object, cotangent, shadows);
    }

    private @Nullable String addHeld(Graph graph, Object holder, Object cotangent, Shadows shadows) {
        Contents contents = held(graph, holder).contents;
        if (contents == null) {
            return misfit(holder, cotangent);
        }
        if (holder instanceof Collection<?> && cotangent instanceof Collection<?> each) {
            return contents.values().length == each.size()
                    ? addEach(graph, java.util.Arrays.asList(contents.values()).iterator(), each.iterator(), shadows)
                    : misfit(holder, cotangent);
        }
        if (holder instanceof Map<?, ?> map && cotangent instanceof Map<?, ?> each) {
            Map<?, ?> objects = contents.byKey(map instanceof IdentityHashMap<?, ?>);
            for (Map.Entry<?, ?> entry : each.entrySet()) {
                Object object = objects.get(entry.getKey());
                if (object == null) {
                    return "there is nothing at the key " + entry.getKey();
                }
                String misfit = addPart(graph, object, entry.getValue(), shadows);
                if (misfit != null) {
                    return misfit;
                }
            }
            return null;
        }
        return misfit(holder, cotangent);
    }

    private @Nullable String addFields(Graph graph, Object object, Object cotangent, Shadows shadows) {
        Layout layout = layouts.of(object.getClass());
        if (layout.unreadable() != null) {
            return layout.unreadable();
        }
        boolean isOfItsClass = cotangent.getClass() == object.getClass();
        if (!isOfItsClass && !(cotangent instanceof Tangent)) {
            return misfit(object, cotangent);
        }
        @Nullable Object[] held = held(graph, object).held;
        for (int i = 0; i < held.length; i++) {
            Part part = layout.parts().get(i);
            if (!part.isNumber() && !part.mayLeadToNumbers()) {
                continue;
            }
            if (isOfItsClass && !part.isReadable()) {
                return "the field " + part.name() + " of a " + object.getClass().getName() + " cannot be read";
            }
            Object bar = cotangent instanceof Tangent tangent ? tangent.get(part.name()) : part.read(cotangent);
            if (part.isNumber()) {
                double number = bar instanceof Number some ? some.doubleValue() : 0;
                shadows.of(object)[part.slot()] += number;
                continue;
            }
            Object inner = held[i];
            String misfit = inner == null ? null : addPart(graph, inner, bar, shadows);
            if (misfit != null) {
                return "in " + part.name() + ": " + misfit;
            }
        }
        return null;
    }

    private static Node held(Graph graph, Object object) {
        return Objects.requireNonNull(graph.node(object));
    }

    private static String misfit(Object object, @Nullable Object cotangent) {
        return "it is to be one for " + described(object) + ", not " + described(cotangent);
    }

    private static String described(@Nullable Object object) {
        if (object == null) {
            return "null";
        }
        Class<?> type = object.getClass();
        if (type.isArray()) {
            String component = Objects.requireNonNull(type.getComponentType()).getTypeName();
            return "a " + component + "[] of length " + Array.getLength(object);
        }
        return object instanceof Collection<?> collection
                ? "a " + type.getTypeName() + " of size " + collection.size()
                : "a " + type.getTypeName();
    }

    /** What an object led to when a method with a rule was called, or had returned. */
    private record Snapshot(Object object, Graph graph) {
        @Override
        public String toString() {
            return described(object);
        }
    }
}
