package dev.fluxion.engine.code;

import dev.fluxion.engine.access.Rights;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/** Hierarchies of classes of which no more can be loaded. */
final class Hierarchies {

    /** How many classes are told apart. */
    private static final int MOST = 4;

    private Hierarchies() {}

    /**
     * Returns the internal names of all classes that an object of a type can have; none if more classes can come, or
     * there are many, or one may not be named by code with these rights. Subclasses come first.
     */
    static List<String> classes(Class<?> type, Rights rights) {
        List<String> found = new ArrayList<>();
        return collect(type, rights, found) ? found : List.of();
    }

    private static boolean collect(Class<?> type, Rights rights, List<String> found) {
        if (type.isArray() || type.isPrimitive() || type.isHidden()) {
            return false;
        }
        if (!Modifier.isFinal(type.getModifiers())) {
            if (!type.isSealed()) {
                return false;
            }
            for (Class<?> each : type.getPermittedSubclasses()) {
                if (!collect(each, rights, found)) {
                    return false;
                }
            }
        }
        String name = type.getName().replace('.', '/');
        if (!Modifier.isAbstract(type.getModifiers()) && !found.contains(name)) {
            found.add(name);
            return found.size() <= MOST && rights.mayName(type);
        }
        return true;
    }
}
