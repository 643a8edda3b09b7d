package dev.fluxion.engine.access;

import dev.fluxion.engine.access.MemberTable.Member;

import java.lang.reflect.Modifier;
import java.util.LinkedHashSet;
import java.util.Set;

/** The methods that a class has, its own and those that it inherits, by name and descriptor. */
public final class Signatures {

    private static final int SYNTHETIC = 0x1000;

    private Signatures() {}

    /** Returns {@code name(parameters)result} of all methods and of the class's own constructors. */
    public static Set<String> of(Class<?> type) {
        Set<String> all = new LinkedHashSet<>(MemberTable.declaredMethods(type));
        inherited(type, all);
        if (type.isInterface()) {
            add(Object.class, all);
        }
        all.removeIf(signature -> !isOf(type, signature));
        return all;
    }

    private static void inherited(Class<?> type, Set<String> all) {
        Class<?> parent = type.getSuperclass();
        if (parent != null) {
            add(parent, all);
        }
        for (Class<?> each : type.getInterfaces()) {
            add(each, all);
        }
    }

    private static void add(Class<?> type, Set<String> all) {
        for (String signature : MemberTable.declaredMethods(type)) {
            if (!signature.startsWith("<")) {
                all.add(signature);
            }
        }
        inherited(type, all);
    }

    /** Whether it is no bridge, nor a static method of an interface, which nobody inherits. */
    private static boolean isOf(Class<?> type, String signature) {
        int split = signature.indexOf('(');
        Member member = MemberTable.method(type, signature.substring(0, split), signature.substring(split));
        return member != null
                && (member.flags() & SYNTHETIC) == 0
                && (member.declaring() == type
                        || !member.declaring().isInterface()
                        || !Modifier.isStatic(member.flags()));
    }
}
