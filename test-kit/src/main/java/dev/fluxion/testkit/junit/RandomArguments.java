package dev.fluxion.testkit.junit;

import dev.fluxion.testkit.rules.RuleCase;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random arguments in declared domains. */
final class RandomArguments {

    private static final int WHOLE = 3;

    private final List<Domain> domains;

    RandomArguments(List<Domain> domains) {
        this.domains = List.copyOf(domains);
    }

    /** Draws one argument for each parameter of the rule's method. */
    @Nullable Object[] draw(RuleCase rule, Random random) {
        List<@Nullable Object> arguments = new ArrayList<>();
        for (Class<?> type : rule.argumentTypes()) {
            arguments.add(value(type, domain(rule.method().getName(), arguments.size()), random, rule));
        }
        return arguments.toArray();
    }

    /** The domain that says most about the argument; null if none says anything. */
    private @Nullable Domain domain(String method, int argument) {
        Domain found = null;
        int best = -1;
        for (Domain domain : domains) {
            boolean isNamed = List.of(domain.of()).contains(method);
            boolean isArgument = domain.argument() == argument;
            boolean applies = (isNamed || domain.of().length == 0) && (isArgument || domain.argument() < 0);
            int weight = (isNamed ? 2 : 0) + (isArgument ? 1 : 0);
            if (applies && weight > best) {
                found = domain;
                best = weight;
            }
        }
        return found;
    }

    private Object value(Class<?> type, @Nullable Domain domain, Random random, RuleCase rule) {
        double from = domain == null ? -3 : domain.from();
        double to = domain == null ? 3 : domain.to();
        if (type == double.class || type == Double.class) {
            return random.nextDouble(from, to);
        }
        if (type == float.class || type == Float.class) {
            return (float) random.nextDouble(from, to);
        }
        if (type == int.class || type == Integer.class) {
            return domain == null ? random.nextInt(WHOLE) : (int) Math.round(random.nextDouble(from, to));
        }
        if (type == long.class || type == Long.class) {
            return domain == null ? (long) random.nextInt(WHOLE) : Math.round(random.nextDouble(from, to));
        }
        if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        }
        if (type == String.class) {
            return "text" + random.nextInt(WHOLE);
        }
        if (type.isArray()) {
            Object array = Array.newInstance(type.componentType(), domain == null ? WHOLE : domain.length());
            for (int i = 0; i < Array.getLength(array); i++) {
                Array.set(array, i, value(type.componentType(), domain, random, rule));
            }
            return array;
        }
        if (type.isRecord()) {
            return record(type, domain, random, rule);
        }
        throw new IllegalArgumentException(
                "no random " + type.getTypeName() + " for " + rule + "; try: RuleTester with arguments of your own");
    }

    private Object record(Class<?> type, @Nullable Domain domain, Random random, RuleCase rule) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = value(types[i], domain, random, rule);
        }
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return canonical.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("no random " + type.getTypeName() + " can be made for " + rule, e);
        }
    }
}
