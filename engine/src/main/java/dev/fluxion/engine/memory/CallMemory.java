package dev.fluxion.engine.memory;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.runtime.FunctionMemory;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What everything that a method with a rule was given led to when it was called. */
public final class CallMemory implements FunctionMemory {

    private final String rule;
    private final ObjectFields fields;
    private final Map<Object, Object> shared;
    private final IdentityHashMap<Object, Image> images = new IdentityHashMap<>();

    /**
     * Starts with nothing.
     *
     * @param rule the rule's name
     * @param fields knows the fields of classes
     * @param shared what was last seen by others, by identity; what has not changed since is not copied again
     */
    public CallMemory(String rule, ObjectFields fields, Map<Object, Object> shared) {
        this.rule = rule;
        this.fields = fields;
        this.shared = shared;
    }

    @Override
    public void add(@Nullable Object object) {
        Deque<Object> pending = new ArrayDeque<>();
        offer(object, pending);
        for (Object next = pending.poll(); next != null; next = pending.poll()) {
            if (images.containsKey(next)) {
                continue;
            }
            Image image = imageOf(next);
            if (image != null) {
                images.put(next, image);
                offerAll(image, pending);
            }
        }
    }

    private @Nullable Image imageOf(Object thing) {
        if (shared.get(thing) instanceof Image last && last.isStill(thing)) {
            return last;
        }
        Image image = Image.of(thing, fields);
        if (image != null) {
            shared.put(thing, image);
        }
        return image;
    }

    @Override
    public Recalled recall(Object function) {
        List<Object> changed = changed(function);
        if (changed.isEmpty()) {
            return Recalled.UNCHANGED;
        }
        List<Image> left = new ArrayList<>();
        for (Object thing : changed) {
            Image now = Image.of(thing, fields);
            left.add(now == null ? image(thing) : now);
        }
        for (Object thing : changed) {
            image(thing).putBack(thing);
        }
        return () -> {
            for (int i = 0; i < changed.size(); i++) {
                left.get(i).putBack(changed.get(i));
            }
        };
    }

    /** Follows references as they were; what was made since, such as a function of the pullback's own, as it is. */
    private List<Object> changed(Object function) {
        List<Object> changed = new ArrayList<>();
        Set<Object> visited = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> pending = new ArrayDeque<>();
        pending.add(function);
        for (Object next = pending.poll(); next != null; next = pending.poll()) {
            if (!visited.add(next)) {
                continue;
            }
            Image image = images.get(next);
            if (image == null) {
                image = Image.of(next, fields);
            } else if (!image.isStill(next)) {
                if (!image.canBePutBack(next)) {
                    throw overwritten(function, next);
                }
                changed.add(next);
            }
            if (image != null) {
                offerAll(image, pending);
            }
        }
        return changed;
    }

    private Image image(Object thing) {
        return java.util.Objects.requireNonNull(images.get(thing));
    }

    private static void offerAll(Image image, Deque<Object> pending) {
        for (Object each : image.references()) {
            offer(each, pending);
        }
    }

    private static void offer(@Nullable Object object, Deque<Object> pending) {
        if (object != null) {
            pending.add(object);
        }
    }

    private NotDifferentiableException overwritten(Object function, Object changed) {
        return new NotDifferentiableException(
                Diagnostic.of(
                        ErrorId.RULE_OVERWRITTEN,
                        "the rule "
                                + rule
                                + " cannot pull back through the function that it was given, a "
                                + function.getClass().getTypeName(),
                        "a "
                                + changed.getClass().getTypeName()
                                + " that the function leads to was changed after the"
                                + " method had been called, or by the function itself",
                        "a copy of it for the function, or arrays and fields of classes of your own, which are put"
                                + " back for the pullback"));
    }
}
