package dev.fluxion.engine.memory;

import org.jspecify.annotations.Nullable;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** What objects of the JDK hold, asked of their public methods. It can be compared, not put back. */
final class JdkContents {

    private static final Object[] NONE = {};

    private JdkContents() {}

    /** Returns what an object holds now; nothing if that is not known. */
    static @Nullable Object[] of(Object object) {
        return switch (object) {
            case Map<?, ?> map -> ofMap(map);
            case Collection<?> collection -> collection.toArray();
            case Map.Entry<?, ?> entry -> new Object[] {entry.getKey(), entry.getValue()};
            case Optional<?> optional -> optional.isPresent() ? new Object[] {optional.get()} : NONE;
            case AtomicReference<?> reference -> new Object[] {reference.get()};
            case AtomicReferenceArray<?> array -> ofArray(array);
            case AtomicBoolean flag -> new Object[] {flag.get()};
            case Number number -> new Object[] {Double.doubleToRawLongBits(number.doubleValue()), number.longValue()};
            case StringBuilder text -> new Object[] {text.toString()};
            case DoubleBuffer buffer -> ofBuffer(buffer.duplicate().clear());
            case FloatBuffer buffer -> ofBuffer(buffer.duplicate().clear());
            default -> NONE;
        };
    }

    /** Returns whether two places hold the same: places in memory by identity, constants by what they are. */
    @SuppressWarnings("ReferenceEquality") // numbers in boxes are places
    static boolean isSame(@Nullable Object one, @Nullable Object other) {
        if (one == other || one == null) {
            return one == other;
        }
        return switch (one) {
            case Long _, Integer _, Short _, Byte _, Character _, Boolean _, String _ -> one.equals(other);
            case Map.Entry<?, ?> entry when ObjectFields.isOfTheJdk(entry.getClass()) ->
                    other instanceof Map.Entry<?, ?> some
                            && isSame(entry.getKey(), some.getKey())
                            && isSame(entry.getValue(), some.getValue());
            default -> false;
        };
    }

    private static @Nullable Object[] ofMap(Map<?, ?> map) {
        List<@Nullable Object> held = new ArrayList<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            held.add(entry.getKey());
            held.add(entry.getValue());
        }
        return held.toArray();
    }

    private static @Nullable Object[] ofArray(AtomicReferenceArray<?> array) {
        @Nullable Object[] held = new Object[array.length()];
        for (int i = 0; i < held.length; i++) {
            held[i] = array.get(i);
        }
        return held;
    }

    private static Object[] ofBuffer(DoubleBuffer buffer) {
        Object[] held = new Object[buffer.limit()];
        for (int i = 0; i < held.length; i++) {
            held[i] = Double.doubleToLongBits(buffer.get(i));
        }
        return held;
    }

    private static Object[] ofBuffer(FloatBuffer buffer) {
        Object[] held = new Object[buffer.limit()];
        for (int i = 0; i < held.length; i++) {
            held[i] = (long) Float.floatToIntBits(buffer.get(i));
        }
        return held;
    }
}
