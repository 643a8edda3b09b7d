package dev.fluxion.cli.subject;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;

/**
 * The method meant.
 *
 * @param method the method, accessible by reflection
 * @param receiver the object to call it on, null for a static method
 * @param receiverName how the object was found, such as {@code Pricer.DEFAULT} or {@code new Pricer()}, or empty
 * @param names the names of its parameters
 * @param loader the loader of its class
 * @param source the file it is in, null for a class on a class path
 */
public record Target(
        Method method,
        @Nullable Object receiver,
        String receiverName,
        List<String> names,
        TargetLoader loader,
        @Nullable Path source) {

    /** Copies the list in. */
    public Target {
        names = List.copyOf(names);
    }

    /** Returns the method with its parameters: {@code Pricer.price(double spot, int n)}. */
    public String title() {
        return signature(method, names);
    }

    static String signature(Method method, List<String> names) {
        StringBuilder text = new StringBuilder(method.getDeclaringClass().getTypeName());
        text.append('.').append(method.getName()).append('(');
        Class<?>[] types = method.getParameterTypes();
        for (int i = 0; i < types.length; i++) {
            text.append(i == 0 ? "" : ", ").append(types[i].getTypeName()).append(' ').append(names.get(i));
        }
        return text.append(')').toString();
    }
}
