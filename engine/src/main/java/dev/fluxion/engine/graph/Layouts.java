package dev.fluxion.engine.graph;

import dev.fluxion.engine.access.Privilege;
import dev.fluxion.engine.cache.ClassCache;
import dev.fluxion.engine.rule.TangentTypes;
import dev.fluxion.runtime.ShadowLayout;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Knows the fields of classes, as far as the engine may read them. Thread safe. */
public final class Layouts {

    private final @Nullable Lookup given;
    private final Kinds kinds;
    private final ClassCache<String, Layout> known = new ClassCache<>();

    /**
     * Makes an empty set.
     *
     * @param given a lookup that the user handed over, if any
     */
    public Layouts(@Nullable Lookup given) {
        this(given, TangentTypes.NONE);
    }

    /**
     * Makes an empty set.
     *
     * @param given a lookup that the user handed over, if any
     * @param hidden the classes whose numbers only rules know
     */
    public Layouts(@Nullable Lookup given, TangentTypes hidden) {
        this.given = given;
        this.kinds = new Kinds(hidden);
    }

    /** Returns what objects are to a gradient. */
    Kinds kinds() {
        return kinds;
    }

    /** Returns the layout of objects of exactly this class. */
    Layout of(Class<?> type) {
        return known.get(type, "layout", () -> make(type));
    }

    private Layout make(Class<?> type) {
        try {
            return type.isRecord() ? ofRecord(type) : ofObject(type);
        } catch (ReflectiveOperationException closed) {
            return closed(type);
        }
    }

    private static Layout closed(Class<?> type) {
        String module = type.getModule().getName();
        return new Layout(
                List.of(),
                null,
                "the fields of " + type.getName() + " cannot be read: module " + module + " is not open");
    }

    private Layout ofObject(Class<?> type) throws IllegalAccessException {
        Deque<Class<?>> classes = new ArrayDeque<>();
        Class<?> at = type;
        for (; at != null && !Kind.isOfTheJdk(at); at = at.getSuperclass()) {
            classes.addFirst(at);
        }
        if (at != null && Kind.of(at) != Kind.CONSTANT && !Contents.areElsewhereThanIn(at)) {
            String why = type.getName() + " inherits from " + at.getName() + ", whose fields cannot be read";
            return new Layout(
                    List.of(),
                    null,
                    Kind.of(at) == Kind.CONTAINER ? why + "; take the gradient in a copy of it of that class" : why);
        }
        List<Field> fields = new ArrayList<>();
        for (Class<?> declaring : classes) {
            for (Field field : declaring.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    fields.add(field);
                }
            }
        }
        List<Part> parts = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Field field : fields.reversed()) {
            parts.add(part(field, name(field, taken)));
        }
        return new Layout(parts.reversed(), null, null);
    }

    /** The most derived field of a name has it; hidden ones are named with their class. */
    private static String name(Field field, Set<String> taken) {
        String own = field.getName().startsWith("val$") ? field.getName().substring(4) : field.getName();
        if (taken.add(own)) {
            return own;
        }
        String qualified = field.getDeclaringClass().getSimpleName() + "." + own;
        if (taken.add(qualified)) {
            return qualified;
        }
        String full = field.getDeclaringClass().getName() + "." + own;
        taken.add(full);
        return full;
    }

    private Part part(Field field, String name) throws IllegalAccessException {
        if (field.getType() == double.class || field.getType() == float.class) {
            Lookup open = Privilege.on(field.getDeclaringClass(), given);
            return new Part(
                    name,
                    field.getType(),
                    ShadowLayout.slot(field.getDeclaringClass(), field.getName()),
                    open == null ? null : generic(open.unreflectGetter(field)),
                    false);
        }
        MethodHandle getter = generic(lookup(field.getDeclaringClass()).unreflectGetter(field));
        return new Part(name, field.getType(), -1, getter, kinds.mayLeadToNumbers(field.getType()));
    }

    private Layout ofRecord(Class<?> type) throws ReflectiveOperationException {
        Lookup lookup = Privilege.on(type, given);
        boolean isOpen = lookup != null;
        Lookup used = lookup == null ? MethodHandles.publicLookup() : lookup;
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            types[i] = components[i].getType();
            boolean isNumber = types[i] == double.class || types[i] == float.class;
            MethodHandle getter = null;
            if (isOpen) {
                getter = generic(used.findGetter(type, name, types[i]));
            } else if (!isNumber) {
                getter = generic(used.unreflect(components[i].getAccessor()));
            }
            parts.add(
                    new Part(
                            name,
                            types[i],
                            isNumber ? ShadowLayout.slot(type, name) : -1,
                            getter,
                            !isNumber && kinds.mayLeadToNumbers(types[i])));
        }
        MethodHandle constructor = used.findConstructor(type, MethodType.methodType(void.class, types));
        MethodHandle spread =
                constructor
                        .asFixedArity()
                        .asSpreader(Object[].class, types.length)
                        .asType(MethodType.methodType(Object.class, Object[].class));
        return new Layout(parts, spread, null);
    }

    private Lookup lookup(Class<?> declaring) throws IllegalAccessException {
        Lookup lookup = Privilege.on(declaring, given);
        if (lookup == null) {
            throw new IllegalAccessException(declaring.getName());
        }
        return lookup;
    }

    private static MethodHandle generic(MethodHandle getter) {
        return getter.asType(MethodType.methodType(Object.class, Object.class));
    }
}
