package dev.fluxion.engine.code;

import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.engine.access.ClassFiles;
import dev.fluxion.engine.access.MemberTable.Member;
import dev.fluxion.engine.access.Selection;
import dev.fluxion.frontend.ClassFile;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.transform.MethodSource;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The methods by which code of the JDK may call a class of somebody else back: it knows them by types of its own. */
final class CallbackMethods {

    private static final int BRIDGE = 0x40;

    private CallbackMethods() {}

    /** Returns the callbacks of a class; none for one of the JDK. */
    static List<MethodSource.Callback> of(Class<?> type) {
        Set<Class<?>> types = new LinkedHashSet<>();
        types.add(Object.class);
        addSupertypes(type, types);
        Set<String> names = new HashSet<>();
        for (Class<?> each : types) {
            if (isOfJdk(each)) {
                addNames(each, names);
            }
        }
        List<MethodSource.Callback> callbacks = new ArrayList<>();
        for (Class<?> each : types) {
            if (!isOfJdk(each)) {
                add(each, names, callbacks);
            }
        }
        return callbacks;
    }

    /** Returns the code that is run on an object of a class, or null if that is not known, or is the JDK's. */
    static @Nullable Function chosen(Class<?> receiver, Member named, MethodRef method) {
        Member chosen = Selection.select(receiver, named, method.name(), method.descriptor());
        return chosen == null || isOfJdk(chosen.declaring()) || Modifier.isAbstract(chosen.flags())
                ? null
                : body(chosen.declaring(), method);
    }

    private static void addSupertypes(@Nullable Class<?> type, Set<Class<?>> types) {
        if (type != null && types.add(type)) {
            addSupertypes(type.getSuperclass(), types);
            for (Class<?> parent : type.getInterfaces()) {
                addSupertypes(parent, types);
            }
        }
    }

    private static boolean isOfJdk(Class<?> type) {
        return type.getClassLoader() == null || type.getClassLoader().equals(ClassLoader.getPlatformClassLoader());
    }

    /** Generic methods are met by their bridges, which call those of the same name with as many parameters. */
    private static String key(String name, int parameters) {
        return name + '/' + parameters;
    }

    private static void addNames(Class<?> type, Set<String> names) {
        for (Method method : type.getDeclaredMethods()) {
            if ((method.getModifiers() & (Modifier.STATIC | Modifier.PRIVATE)) == 0) {
                names.add(key(method.getName(), method.getParameterCount()));
            }
        }
    }

    private static void add(Class<?> type, Set<String> names, List<MethodSource.Callback> callbacks) {
        ClassFile file = ClassFiles.of(type);
        if (file == null) {
            return;
        }
        for (ClassFile.Method method : file.methods()) {
            MethodRef reference = new MethodRef(file.name(), method.name(), method.descriptor(), type.isInterface());
            boolean isCallable =
                    (method.access() & (Modifier.STATIC | Modifier.PRIVATE | Modifier.ABSTRACT | BRIDGE)) == 0;
            if (isCallable && names.contains(key(method.name(), reference.parameterTypes().size()))) {
                Function body = body(type, reference);
                if (body != null) {
                    callbacks.add(new MethodSource.Callback(isComparison(method.name()), body));
                }
            }
        }
    }

    private static boolean isComparison(String name) {
        return switch (name) {
            case "equals", "hashCode", "toString", "compareTo", "compare" -> true;
            default -> false;
        };
    }

    private static @Nullable Function body(Class<?> declaring, MethodRef method) {
        try {
            return Bodies.of(declaring, method);
        } catch (NotDifferentiableException notRaised) {
            return null;
        }
    }
}
