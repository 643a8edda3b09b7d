package dev.fluxion.rules.collections.receivers;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Rules;

import java.lang.reflect.Method;
import java.util.Hashtable;
import java.util.Spliterator;
import java.util.WeakHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Which collections have streams that their interface makes, over what their iterators give. Classes of the JDK that
 * have a stream of their own make it of the same elements; those of others may do anything.
 */
@Rules(of = Receivers.class)
@NonDifferentiable
public final class Receivers {

    private static final ClassValue<Kind> KINDS =
            new ClassValue<>() {
                @Override
                protected Kind computeValue(Class<?> type) {
                    return kind(type);
                }
            };

    private static final ClassValue<Boolean> ITERATION =
            new ClassValue<>() {
                @Override
                protected Boolean computeValue(Class<?> type) {
                    return isInherited(type, declaring(type, "forEach", Consumer.class));
                }
            };

    private static final ClassValue<Boolean> ENTRIES =
            new ClassValue<>() {
                @Override
                protected Boolean computeValue(Class<?> type) {
                    Class<?> declaring = declaring(type, "forEach", BiConsumer.class);
                    boolean isBackwards = declaring == Hashtable.class || declaring == WeakHashMap.class;
                    return !isBackwards && !isView(type) && isInherited(type, declaring);
                }
            };

    private enum Kind {
        /** The elements are those of the iterator, which may be asked for late. */
        ITERATED,
        /** The elements are those of the spliterator: others, in another order, or as they are when it is made. */
        SPLIT,
        /** The class has a stream of its own. */
        STREAMED
    }

    private Receivers() {}

    /** Returns whether streams of a class of collections go over what its iterators give when they are used. */
    public static boolean isIterated(Class<?> type) {
        return KINDS.get(type) == Kind.ITERATED;
    }

    /** Returns whether streams that the interface makes of a class go over what its spliterators give. */
    public static boolean isSplit(Class<?> type) {
        Kind kind = KINDS.get(type);
        return kind == Kind.SPLIT || kind == Kind.STREAMED && hasSpliterator(type);
    }

    /** Returns whether streams of a class that is not of the JDK have as many elements as its size says. */
    public static boolean isSized(Class<?> type) {
        return !isOfJdk(type) && declaring(type, "spliterator").isInterface();
    }

    /** Returns whether a class is one of the JDK. */
    public static boolean isOfJdk(Class<?> type) {
        return type.getClassLoader() == null;
    }

    /** Returns whether {@code forEach} of a class of iterables meets what its iterators give. */
    public static boolean goesByIterator(Class<?> type) {
        return ITERATION.get(type);
    }

    /** Returns whether {@code forEach} of a class of maps meets its entries as the iterators of these give them. */
    public static boolean goesByEntries(Class<?> type) {
        return ENTRIES.get(type);
    }

    /** Returns whether maps of a class are views by {@code Collections} of others, which go as these do. */
    public static boolean isView(Class<?> type) {
        return type.getName().startsWith("java.util.Collections$");
    }

    /**
     * Requires that a spliterator of the JDK only moves references. Those of streams run functions, and those of
     * numbers make boxes.
     *
     * @throws NotDifferentiableException if it does not
     */
    public static void requireMoving(Spliterator<?> elements) {
        boolean isOfNumbers = elements instanceof Spliterator.OfPrimitive;
        if (isOfNumbers || elements.getClass().getPackageName().equals("java.util.stream")) {
            throw new NotDifferentiableException(
                    Diagnostic.of(
                            ErrorId.NO_RULE,
                            "cannot differentiate what a " + elements.getClass().getName() + " goes over",
                            isOfNumbers
                                    ? "it takes the numbers out of an array by code of the JDK"
                                    : "it runs the functions of a stream that was made outside",
                            "a loop, or a stream that is made where it is used"));
        }
    }

    private static Kind kind(Class<?> type) {
        boolean isStreamed = !isOfJdk(declaring(type, "stream")) || !isOfJdk(declaring(type, "parallelStream"));
        return isStreamed ? Kind.STREAMED : hasSpliterator(type) ? Kind.SPLIT : Kind.ITERATED;
    }

    private static boolean hasSpliterator(Class<?> type) {
        Class<?> splitting = declaring(type, "spliterator");
        if (!isOfJdk(splitting)) {
            return true;
        }
        boolean isSnapshot = splitting == CopyOnWriteArrayList.class || splitting == CopyOnWriteArraySet.class;
        // these go over their table in one direction with iterators, in the other with spliterators
        boolean isReversed = splitting.getName().startsWith("java.util.WeakHashMap$");
        return isSnapshot || isReversed || !splitting.isInterface() && !isOfJdk(declaring(type, "iterator"));
    }

    /** Returns whether a method does what its interface says: it is the interface's own, or the class is of the JDK. */
    private static boolean isInherited(Class<?> type, Class<?> declaring) {
        return isOfJdk(declaring) && (declaring.isInterface() || isOfJdk(type));
    }

    /** Returns the class or interface whose method objects of a class run. */
    private static Class<?> declaring(Class<?> type, String name, Class<?>... parameters) {
        try {
            Method method = type.getMethod(name, parameters);
            return method.getDeclaringClass();
        } catch (NoSuchMethodException impossible) {
            throw new IllegalArgumentException(type.getName() + " has no " + name, impossible);
        }
    }
}
