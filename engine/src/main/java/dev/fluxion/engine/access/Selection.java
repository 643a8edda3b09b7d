package dev.fluxion.engine.access;

import dev.fluxion.engine.access.MemberTable.Member;
import dev.fluxion.ir.symbol.MethodRef;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Which method runs when one is called on an object of a known class (JVMS 5.4.6). */
public final class Selection {

    private Selection() {}

    /**
     * Returns the method that is run.
     *
     * @param receiver the object's own class
     * @param resolved the method that the instruction means
     * @return null if there is none, or if several interfaces bring one: then the call throws
     */
    public static @Nullable Member select(Class<?> receiver, Member resolved, String name, String descriptor) {
        if (Modifier.isPrivate(resolved.flags())) {
            return resolved;
        }
        for (Class<?> type = receiver; type != null; type = type.getSuperclass()) {
            Member declared = MemberTable.declaredMethod(type, name, descriptor);
            if (declared != null && overrides(declared, resolved)) {
                return Modifier.isAbstract(declared.flags()) ? null : declared;
            }
        }
        return mostSpecificDefault(receiver, name, descriptor);
    }

    /** Returns whether a method that a class declares is run in the place of one that it inherits. */
    public static boolean overrides(Member declared, Member resolved) {
        if (declared.declaring() == resolved.declaring()) {
            return true;
        }
        int flags = declared.flags();
        if (Modifier.isPrivate(flags) || Modifier.isStatic(flags)) {
            return false;
        }
        return (resolved.flags() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0
                || samePackage(declared.declaring(), resolved.declaring());
    }

    private static boolean samePackage(Class<?> one, Class<?> other) {
        return Objects.equals(one.getClassLoader(), other.getClassLoader())
                && one.getPackageName().equals(other.getPackageName());
    }

    /**
     * Returns the default method that a class overrides; its body says what an override in the JDK does as well.
     *
     * @param receiver the class
     */
    public static @Nullable Member inInterfaces(Class<?> receiver, MethodRef method) {
        return mostSpecificDefault(receiver, method.name(), method.descriptor());
    }

    private static @Nullable Member mostSpecificDefault(Class<?> receiver, String name, String descriptor) {
        List<Member> found = new ArrayList<>();
        for (Class<?> type : interfaces(receiver)) {
            Member declared = MemberTable.declaredMethod(type, name, descriptor);
            if (declared != null && (declared.flags() & (Modifier.PRIVATE | Modifier.STATIC)) == 0) {
                found.add(declared);
            }
        }
        Member best = null;
        for (Member candidate : found) {
            if (isHidden(candidate, found) || Modifier.isAbstract(candidate.flags())) {
                continue;
            }
            if (best != null) {
                return null;
            }
            best = candidate;
        }
        return best;
    }

    /** Returns whether a subinterface has the method as well. */
    private static boolean isHidden(Member candidate, List<Member> all) {
        for (Member other : all) {
            if (!other.equals(candidate) && candidate.declaring().isAssignableFrom(other.declaring())) {
                return true;
            }
        }
        return false;
    }

    private static Set<Class<?>> interfaces(Class<?> type) {
        Set<Class<?>> all = new LinkedHashSet<>();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            addInterfaces(each, all);
        }
        return all;
    }

    private static void addInterfaces(Class<?> type, Set<Class<?>> all) {
        for (Class<?> parent : type.getInterfaces()) {
            if (all.add(parent)) {
                addInterfaces(parent, all);
            }
        }
    }
}
