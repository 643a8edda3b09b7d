package dev.fluxion.testkit.gradcheck;

import dev.fluxion.ArrayGradients2;
import dev.fluxion.ArrayGradients3;
import dev.fluxion.Differentiator;
import dev.fluxion.DoubleArrayFn;
import dev.fluxion.DoubleArrayFn2;
import dev.fluxion.DoubleArrayFn3;
import dev.fluxion.DoubleFn;
import dev.fluxion.DoubleFn2;
import dev.fluxion.DoubleFn3;
import dev.fluxion.DoubleFn4;
import dev.fluxion.FloatArrayFn;
import dev.fluxion.Fluxion;
import dev.fluxion.Gradients2;
import dev.fluxion.Gradients3;
import dev.fluxion.Gradients4;
import dev.fluxion.ObjectFn;
import dev.fluxion.ObjectFn2;
import dev.fluxion.ObjectFn3;
import dev.fluxion.ObjectFn4;
import dev.fluxion.ObjectGradients2;
import dev.fluxion.ObjectGradients3;
import dev.fluxion.ObjectGradients4;
import dev.fluxion.tangent.Tangent;
import dev.fluxion.testkit.numbers.Numbers;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A function at a point, of any type that Fluxion takes: what it returns, and what Fluxion says its gradient is. Both
 * get copies of the point, which the function may so change.
 */
public final class Question {

    private static final List<String> NAMES = List.of("x", "y", "z", "w");

    private final Numbers point;
    private final Value value;
    private final Gradient gradient;

    /** Calls the function. */
    private interface Value {
        double at(List<@Nullable Object> arguments);
    }

    /** Takes the gradient, one for each argument. */
    private interface Gradient {
        List<? extends @Nullable Object> at(Differentiator differentiator, List<@Nullable Object> arguments);
    }

    private static final class Standard {
        static final Differentiator FLUXION = Fluxion.builder().build();
    }

    private Question(Value value, Gradient gradient, @Nullable Object... point) {
        this.point = Numbers.of(NAMES.subList(0, point.length), Arrays.asList(point));
        this.value = value;
        this.gradient = gradient;
    }

    /** Asks for a derivative. */
    public static Question of(DoubleFn f, double x) {
        return new Question(a -> f.applyAsDouble(number(a, 0)), (ad, a) -> List.of(ad.gradient(f, number(a, 0))), x);
    }

    /** Asks for two partial derivatives. */
    public static Question of(DoubleFn2 f, double x, double y) {
        return new Question(
                a -> f.applyAsDouble(number(a, 0), number(a, 1)),
                (ad, a) -> {
                    Gradients2 g = ad.gradient(f, number(a, 0), number(a, 1));
                    return List.of(g.first(), g.second());
                },
                x,
                y);
    }

    /** Asks for three partial derivatives. */
    public static Question of(DoubleFn3 f, double x, double y, double z) {
        return new Question(
                a -> f.applyAsDouble(number(a, 0), number(a, 1), number(a, 2)),
                (ad, a) -> {
                    Gradients3 g = ad.gradient(f, number(a, 0), number(a, 1), number(a, 2));
                    return List.of(g.first(), g.second(), g.third());
                },
                x,
                y,
                z);
    }

    /** Asks for four partial derivatives. */
    public static Question of(DoubleFn4 f, double x, double y, double z, double w) {
        return new Question(
                a -> f.applyAsDouble(number(a, 0), number(a, 1), number(a, 2), number(a, 3)),
                (ad, a) -> {
                    Gradients4 g = ad.gradient(f, number(a, 0), number(a, 1), number(a, 2), number(a, 3));
                    return List.of(g.first(), g.second(), g.third(), g.fourth());
                },
                x,
                y,
                z,
                w);
    }

    /** Asks for the gradient in an array. */
    public static Question of(DoubleArrayFn f, double[] x) {
        return new Question(
                a -> f.applyAsDouble(Question.<double[]>get(a, 0)),
                (ad, a) -> List.of(ad.gradient(f, Question.<double[]>get(a, 0))),
                x);
    }

    /** Asks for the gradients in two arrays. */
    public static Question of(DoubleArrayFn2 f, double[] x, double[] y) {
        return new Question(
                a -> f.applyAsDouble(Question.<double[]>get(a, 0), Question.<double[]>get(a, 1)),
                (ad, a) -> {
                    ArrayGradients2 g = ad.gradient(f, Question.<double[]>get(a, 0), Question.<double[]>get(a, 1));
                    return List.of(g.first(), g.second());
                },
                x,
                y);
    }

    /** Asks for the gradients in three arrays. */
    public static Question of(DoubleArrayFn3 f, double[] x, double[] y, double[] z) {
        return new Question(
                a ->
                        f.applyAsDouble(
                                Question.<double[]>get(a, 0),
                                Question.<double[]>get(a, 1),
                                Question.<double[]>get(a, 2)),
                (ad, a) -> {
                    ArrayGradients3 g =
                            ad.gradient(
                                    f,
                                    Question.<double[]>get(a, 0),
                                    Question.<double[]>get(a, 1),
                                    Question.<double[]>get(a, 2));
                    return List.of(g.first(), g.second(), g.third());
                },
                x,
                y,
                z);
    }

    /** Asks for the gradient in an array of floats. */
    public static Question of(FloatArrayFn f, float[] x) {
        return new Question(
                a -> f.applyAsDouble(Question.<float[]>get(a, 0)),
                (ad, a) -> List.of(ad.gradient(f, Question.<float[]>get(a, 0))),
                x);
    }

    /** Asks for the gradient in an object of any kind: a record, a list, an array of arrays, an object with fields. */
    public static <T> Question of(ObjectFn<T> f, T x) {
        return new Question(
                a -> f.applyAsDouble(Question.<T>get(a, 0)),
                (ad, a) -> {
                    T at = Question.get(a, 0);
                    return List.of(isTyped(a) ? ad.objectGradient(f).at(at) : ad.gradientAsTangent(f, at));
                },
                x);
    }

    /** Asks for the gradients in two objects of any kind. */
    public static <T, U> Question of(ObjectFn2<T, U> f, T x, U y) {
        return new Question(
                a -> f.applyAsDouble(Question.<T>get(a, 0), Question.<U>get(a, 1)),
                (ad, a) -> {
                    if (!isTyped(a)) {
                        return parts(ad.gradientAsTangent(f, Question.<T>get(a, 0), Question.<U>get(a, 1)));
                    }
                    ObjectGradients2<T, U> g = ad.objectGradient(f).at(Question.<T>get(a, 0), Question.<U>get(a, 1));
                    return Arrays.asList(g.first(), g.second());
                },
                x,
                y);
    }

    /** Asks for the gradients in three objects of any kind. */
    public static <T, U, V> Question of(ObjectFn3<T, U, V> f, T x, U y, V z) {
        return new Question(
                a -> f.applyAsDouble(Question.<T>get(a, 0), Question.<U>get(a, 1), Question.<V>get(a, 2)),
                (ad, a) -> {
                    T first = Question.get(a, 0);
                    U second = Question.get(a, 1);
                    V third = Question.get(a, 2);
                    if (!isTyped(a)) {
                        return parts(ad.gradientAsTangent(f, first, second, third));
                    }
                    ObjectGradients3<T, U, V> g = ad.objectGradient(f).at(first, second, third);
                    return Arrays.asList(g.first(), g.second(), g.third());
                },
                x,
                y,
                z);
    }

    /** Asks for the gradients in four objects of any kind. */
    public static <T, U, V, W> Question of(ObjectFn4<T, U, V, W> f, T x, U y, V z, W w) {
        return new Question(
                a ->
                        f.applyAsDouble(
                                Question.<T>get(a, 0),
                                Question.<U>get(a, 1),
                                Question.<V>get(a, 2),
                                Question.<W>get(a, 3)),
                (ad, a) -> {
                    T first = Question.get(a, 0);
                    U second = Question.get(a, 1);
                    V third = Question.get(a, 2);
                    W fourth = Question.get(a, 3);
                    if (!isTyped(a)) {
                        return parts(ad.gradientAsTangent(f, first, second, third, fourth));
                    }
                    ObjectGradients4<T, U, V, W> g = ad.objectGradient(f).at(first, second, third, fourth);
                    return Arrays.asList(g.first(), g.second(), g.third(), g.fourth());
                },
                x,
                y,
                z,
                w);
    }

    /** Returns the numbers of the point. */
    public Numbers point() {
        return point;
    }

    /** Returns the function's value where the point has other numbers. */
    public double value(double[] numbers) {
        return value.at(point.with(numbers).roots());
    }

    /**
     * Returns the gradient at the point, one for each argument.
     *
     * @param differentiator what makes it; null for Fluxion with default settings
     */
    public List<? extends @Nullable Object> gradients(@Nullable Differentiator differentiator) {
        return gradient.at(differentiator == null ? Standard.FLUXION : differentiator, point.copy().roots());
    }

    /** Returns Fluxion with default settings. */
    static Differentiator standard() {
        return Standard.FLUXION;
    }

    private static boolean isTyped(List<@Nullable Object> arguments) {
        Numbers numbers = Numbers.of(NAMES.subList(0, arguments.size()), arguments);
        boolean typed = true;
        for (int i = 0; i < arguments.size(); i++) {
            typed &= numbers.carriesGradient(i);
        }
        return typed;
    }

    private static List<@Nullable Object> parts(Tangent tangents) {
        List<@Nullable Object> parts = new ArrayList<>();
        for (int i = 0; i < tangents.size(); i++) {
            parts.add(tangents.get(i));
        }
        return parts;
    }

    private static double number(List<@Nullable Object> arguments, int index) {
        return Question.<Double>get(arguments, index);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"}) // of the type that was given
    private static <T> T get(List<@Nullable Object> arguments, int index) {
        return (T) arguments.get(index);
    }
}
