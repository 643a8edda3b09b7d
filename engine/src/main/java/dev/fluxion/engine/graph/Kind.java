package dev.fluxion.engine.graph;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.concurrent.atomic.DoubleAdder;

/** What the object at some place is to a gradient in it. */
enum Kind {
    /** A {@code double[]} or {@code float[]}. */
    NUMBERS,
    /** A {@code Double} or {@code Float}. */
    BOX,
    /** An array of references that may lead to numbers. */
    ARRAY,
    /** An object whose fields may lead to numbers. */
    OBJECT,
    /** A list, a map or another container of the JDK, which is asked what it holds. */
    CONTAINER,
    /** An object of the JDK that may hold numbers, and cannot be asked for them as places. */
    HOLDER,
    /** An object whose numbers only rules know. */
    HIDDEN,
    /** Something that leads to no number. */
    CONSTANT;

    private static final ClassValue<Kind> KINDS =
            new ClassValue<>() {
                @Override
                protected Kind computeValue(Class<?> type) {
                    return compute(type);
                }
            };

    /** Returns what objects of exactly this class are. */
    static Kind of(Class<?> type) {
        return KINDS.get(type);
    }

    /** Returns whether a field or element of this type may lead to a number. */
    static boolean mayLeadToNumbers(Class<?> declared) {
        return mayLead(declared, new HashSet<>());
    }

    /** Returns whether a class is one of the JDK's. */
    static boolean isOfTheJdk(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader.equals(ClassLoader.getPlatformClassLoader());
    }

    private static Kind compute(Class<?> type) {
        if (type.isArray()) {
            Class<?> component = type.getComponentType();
            if (component.isPrimitive()) {
                return mayLeadToNumbers(component) ? NUMBERS : CONSTANT;
            }
            return mayLeadToNumbers(component) ? ARRAY : CONSTANT;
        }
        if (type == Double.class || type == Float.class) {
            return BOX;
        }
        if (type.isPrimitive() || type.isEnum() || isEnumConstant(type)) {
            return CONSTANT;
        }
        if (isOfTheJdk(type)) {
            return Contents.areKnownOf(type) ? CONTAINER : isHolder(type) ? HOLDER : CONSTANT;
        }
        Set<Class<?>> visiting = new HashSet<>();
        visiting.add(type);
        return fieldsMayLead(type, visiting) ? OBJECT : CONSTANT;
    }

    private static boolean isEnumConstant(Class<?> type) {
        Class<?> parent = type.getSuperclass();
        return parent != null && parent.isEnum();
    }

    /** A class that is being looked at further out adds nothing. */
    private static boolean mayLead(Class<?> declared, Set<Class<?>> visiting) {
        if (declared.isPrimitive()) {
            return declared == double.class || declared == float.class;
        }
        if (declared.isArray()) {
            return mayLead(declared.getComponentType(), visiting);
        }
        if (declared.isEnum()) {
            return false;
        }
        boolean isFinal = Modifier.isFinal(declared.getModifiers());
        if (!isFinal || declared == Double.class || declared == Float.class) {
            return declared != CharSequence.class;
        }
        if (isOfTheJdk(declared)) {
            return isHolder(declared);
        }
        return visiting.add(declared) && fieldsMayLead(declared, visiting);
    }

    private static boolean fieldsMayLead(Class<?> type, Set<Class<?>> visiting) {
        for (Class<?> at = type; at != null && !isOfTheJdk(at); at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && mayLead(field.getType(), visiting)) {
                    return true;
                }
            }
        }
        return isHolder(type);
    }

    private static boolean isHolder(Class<?> type) {
        for (Class<?> holder : Holders.TYPES) {
            if (holder.isAssignableFrom(type)) {
                return true;
            }
        }
        return false;
    }

    private static final class Holders {
        static final Class<?>[] TYPES = {
            Collection.class,
            Map.class,
            Map.Entry.class,
            Optional.class,
            AtomicReference.class,
            AtomicReferenceArray.class,
            DoubleAdder.class,
            DoubleAccumulator.class,
            ThreadLocal.class,
            java.util.OptionalDouble.class,
            java.lang.ref.Reference.class,
            java.nio.DoubleBuffer.class,
            java.nio.FloatBuffer.class
        };

        private Holders() {}
    }
}
