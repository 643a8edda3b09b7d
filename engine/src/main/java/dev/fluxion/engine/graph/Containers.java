package dev.fluxion.engine.graph;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Modifier;
import java.util.AbstractMap.SimpleEntry;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.Stack;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Makes containers like given ones, for gradients. One whose class users can name is made of that class or of one that
 * extends it. For a view, an unmodifiable list and the like, of which only the interface is known, it is an ordinary
 * container that has the interface. Maps keep their order, as far as their class does: sorted ones are copied in order
 * and their comparator is not asked. All but {@code Optional} and entries are made empty and filled later, since what
 * they hold may lead back to them.
 */
@SuppressWarnings("JdkObsolete") // the classes of what is given
final class Containers {

    private Containers() {}

    /**
     * Returns an empty container like that of a node, or null if there is none: it cannot be made before its values, or
     * cannot hold their gradients.
     */
    static @Nullable Object empty(Object like, Contents contents) {
        return switch (like) {
            case List<?> list -> list(list);
            case Set<?> set -> contents.values().length == 0 ? set(set) : null;
            case Collection<?> collection -> collection(collection);
            case Map<?, ?> map -> map(map, contents);
            case AtomicReference<?> _ -> new AtomicReference<@Nullable Object>();
            default -> null;
        };
    }

    /** Puts the gradients in the values into what {@link #empty} has made. */
    @SuppressWarnings("unchecked") // holds nothing else
    static void fill(Object container, Contents contents, @Nullable Object[] gradients) {
        switch (container) {
            case Collection<?> collection -> ((Collection<Object>) collection).addAll(Arrays.asList(gradients));
            case SortedMap<?, ?> map -> {
                Iterator<@Nullable Object> next = Arrays.asList(gradients).iterator();
                ((SortedMap<Object, Object>) map).replaceAll((_, _) -> next.next());
            }
            case Map<?, ?> map -> {
                for (int i = 0; i < gradients.length; i++) {
                    ((Map<Object, Object>) map).put(contents.keys()[i], gradients[i]);
                }
            }
            case AtomicReference<?> reference -> ((AtomicReference<@Nullable Object>) reference).set(gradients[0]);
            default -> throw new IllegalArgumentException("no container: " + container.getClass());
        }
    }

    /** Returns whether a container is made at once with its values. */
    static boolean isImmutable(Object like) {
        return like instanceof Optional || like instanceof Map.Entry;
    }

    /** Returns a container like one that {@link #isImmutable} holds for. */
    static Object immutable(Object like, Contents contents, @Nullable Object[] gradients) {
        return switch (like) {
            case Optional<?> _ -> gradients.length == 0 ? Optional.empty() : Optional.ofNullable(gradients[0]);
            case SimpleEntry<?, ?> _ -> new SimpleEntry<>(contents.keys()[0], gradients[0]);
            case Map.Entry<?, ?> _ -> new SimpleImmutableEntry<>(contents.keys()[0], gradients[0]);
            default -> throw new IllegalArgumentException("no container: " + like.getClass());
        };
    }

    private static @Nullable Object list(List<?> like) {
        Class<?> type = like.getClass();
        if (type == LinkedList.class) {
            return new LinkedList<>();
        }
        if (type == CopyOnWriteArrayList.class) {
            return new CopyOnWriteArrayList<>();
        }
        if (type == Vector.class) {
            return new Vector<>();
        }
        if (type == Stack.class) {
            return new Stack<>();
        }
        return type == ArrayList.class || isOnlyItsInterface(type) ? new ArrayList<>() : null;
    }

    private static @Nullable Object set(Set<?> like) {
        Class<?> type = like.getClass();
        if (like instanceof SortedSet<?> sorted && (type == TreeSet.class || isOnlyItsInterface(type))) {
            return new TreeSet<>(sorted.comparator());
        }
        boolean isHashed = type == HashSet.class || type == LinkedHashSet.class;
        return isHashed || isOnlyItsInterface(type) ? new LinkedHashSet<>() : null;
    }

    private static @Nullable Object collection(Collection<?> like) {
        Class<?> type = like.getClass();
        if (type == ArrayDeque.class) {
            return new ArrayDeque<>();
        }
        if (type == ConcurrentLinkedDeque.class) {
            return new ConcurrentLinkedDeque<>();
        }
        if (type == ConcurrentLinkedQueue.class) {
            return new ConcurrentLinkedQueue<>();
        }
        if (!isOnlyItsInterface(type)) {
            return null;
        }
        return like instanceof Deque || like instanceof Queue ? new LinkedList<>() : new ArrayList<>();
    }

    private static @Nullable Object map(Map<?, ?> like, Contents contents) {
        Class<?> type = like.getClass();
        boolean isOnlyItsInterface = isOnlyItsInterface(type);
        if (type == ConcurrentSkipListMap.class || isOnlyItsInterface && like instanceof ConcurrentNavigableMap) {
            return new ConcurrentSkipListMap<>(Objects.requireNonNull(contents.sorted()));
        }
        if (type == TreeMap.class || isOnlyItsInterface && like instanceof SortedMap) {
            return new TreeMap<>(Objects.requireNonNull(contents.sorted()));
        }
        if (type == ConcurrentHashMap.class) {
            return new ConcurrentHashMap<>();
        }
        if (type == Hashtable.class) {
            return new Hashtable<>();
        }
        if (type == IdentityHashMap.class) {
            return new IdentityHashMap<>();
        }
        if (type == WeakHashMap.class) {
            return new WeakHashMap<>();
        }
        if (like instanceof EnumMap<?, ?> enums) {
            EnumMap<?, ?> made = enums.clone();
            made.clear();
            return made;
        }
        // A linked map keeps the order, which a hash map of another capacity would not.
        boolean isHashed = type == HashMap.class || type == LinkedHashMap.class;
        return isHashed || isOnlyItsInterface ? new LinkedHashMap<>() : null;
    }

    /**
     * Returns whether users can know no more of the objects of a class of the JDK than the interfaces that they have.
     */
    private static boolean isOnlyItsInterface(Class<?> type) {
        return !Modifier.isPublic(type.getModifiers());
    }
}
