package dev.fluxion.runtime.rule;

import dev.fluxion.rule.Adjoints;
import dev.fluxion.runtime.ObjectCotangents;
import dev.fluxion.runtime.Shadows;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/**
 * A call of a method with a rule, in checked mode: what went in and what came out, to be compared with what the rule
 * makes of it. Emitted code keeps it on the tape until the call is reversed.
 */
public final class CheckedCall {

    /** What must stay as it is: something that the pullback has captured, an argument, or the value. */
    private static final class Held {
        final String name;
        final Object object;
        final double[] numbers;

        Held(String name, Object object, double[] numbers) {
            this.name = name;
            this.object = object;
            this.numbers = numbers;
        }
    }

    private final String rule;
    private final @Nullable ObjectCotangents objects;
    private final List<@Nullable Object> arguments = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();
    private final List<Held> captured = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();
    private @Nullable Object bar;
    private boolean isFinite = true;

    /**
     * Starts with nothing.
     *
     * @param rule the rule's name
     * @param objects says which numbers an object leads to; null if only numbers are looked at
     */
    CheckedCall(String rule, @Nullable ObjectCotangents objects) {
        this.rule = rule;
        this.objects = objects;
    }

    void argument(@Nullable Object argument) {
        arguments.add(argument);
        expectFinite(numbers(argument));
    }

    void value(@Nullable Object value) {
        values.add(value);
        expectFinite(numbers(value));
    }

    void capture(Object object) {
        captured.add(new Held("a " + described(object) + " that it has captured", object, numbers(object)));
    }

    void partial(Number bar, double factor, double product, int argument, boolean mayBeInfinite) {
        boolean isGivenFinite = isFinite && Double.isFinite(bar.doubleValue());
        boolean isWrong = Double.isNaN(factor) || Double.isInfinite(factor) && !mayBeInfinite;
        if (isGivenFinite && isWrong && !Double.isFinite(product)) {
            throw RuleFailures.partialNotFinite(rule, argument, factor, point() + ", cotangent " + bar);
        }
    }

    void before(@Nullable Object cotangent, @Nullable Shadows shadows) {
        bar = cotangent;
        for (Held each : captured) {
            if (!isUntouched(each)) {
                throw RuleFailures.overwritten(rule, "before its pullback ran, somebody wrote to " + each.name);
            }
        }
        expectFinite(numbers(bar));
        for (int i = 0; i < arguments.size(); i++) {
            hold("argument " + i, arguments.get(i), shadows);
        }
        for (Object value : values) {
            hold("the value", value, shadows);
        }
    }

    private void hold(String name, @Nullable Object object, @Nullable Shadows shadows) {
        if (object == null || object instanceof Number) {
            return;
        }
        held.add(new Held(name, object, numbers(object)));
        if (shadows != null) {
            expectFinite(adjoints(object, shadows));
        }
    }

    void cotangent(int argument, @Nullable Object cotangent) {
        expectFiniteCotangent(numbers(cotangent), argument);
    }

    void afterInPlace(Adjoints adjoints, Shadows shadows) {
        expectUntouched();
        for (int i = 0; i < arguments.size(); i++) {
            Object argument = arguments.get(i);
            expectFiniteCotangent(new double[] {adjoints.ofArgument(i)}, i);
            if (argument != null) {
                expectFiniteCotangent(adjoints(argument, shadows), i);
            }
        }
    }

    void expectUntouched() {
        for (List<Held> each : List.of(held, captured)) {
            for (Held one : each) {
                if (!isUntouched(one)) {
                    throw RuleFailures.overwritten(rule, "its pullback wrote to " + one.name);
                }
            }
        }
    }

    private void expectFiniteCotangent(double[] numbers, int argument) {
        if (!isFinite) {
            return;
        }
        for (int i = 0; i < numbers.length; i++) {
            if (!Double.isFinite(numbers[i])) {
                String place = numbers.length == 1 ? "" : " as number " + i + " of " + numbers.length;
                String cotangent = bar == null ? "" : ", cotangent " + described(bar);
                throw RuleFailures.cotangentNotFinite(rule, argument, numbers[i] + place, point() + cotangent);
            }
        }
    }

    private void expectFinite(double[] numbers) {
        for (double number : numbers) {
            isFinite &= Double.isFinite(number);
        }
    }

    private double[] numbers(@Nullable Object object) {
        if (object instanceof Number number) {
            return new double[] {number.doubleValue()};
        }
        return object == null || objects == null ? new double[0] : objects.numbers(object);
    }

    private double[] adjoints(Object object, Shadows shadows) {
        boolean isNumber = object instanceof Number;
        return isNumber || objects == null ? new double[0] : objects.adjoints(object, shadows);
    }

    /** To the bit, so that a zero that changes its sign is a change. */
    private boolean isUntouched(Held one) {
        double[] now = numbers(one.object);
        boolean same = one.numbers.length == now.length;
        for (int i = 0; same && i < now.length; i++) {
            same = Double.doubleToLongBits(one.numbers[i]) == Double.doubleToLongBits(now[i]);
        }
        return same;
    }

    private String point() {
        StringBuilder text = new StringBuilder("arguments (");
        for (int i = 0; i < arguments.size(); i++) {
            text.append(i == 0 ? "" : ", ").append(described(arguments.get(i)));
        }
        text.append(')');
        for (Object value : values) {
            text.append(", value ").append(described(value));
        }
        return text.toString();
    }

    private static String described(@Nullable Object object) {
        if (object == null || object instanceof Number) {
            return String.valueOf(object);
        }
        Class<?> component = object.getClass().getComponentType();
        return component == null
                ? object.getClass().getTypeName()
                : component.getTypeName() + "[" + Array.getLength(object) + "]";
    }
}
