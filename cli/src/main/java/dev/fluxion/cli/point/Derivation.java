package dev.fluxion.cli.point;

import dev.fluxion.Differentiator;
import dev.fluxion.Explanation;
import dev.fluxion.Fluxion;
import dev.fluxion.MethodGradient;
import dev.fluxion.ValueAndGradient;
import dev.fluxion.cli.point.FiniteDifferences.Estimate;
import dev.fluxion.cli.point.Point.Component;
import dev.fluxion.cli.subject.Complaint;
import dev.fluxion.cli.subject.Target;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/**
 * The derivative of a method at a point: of the method itself where it takes doubles only or one array of doubles, else
 * of adapters, one for all its numbers and one for each of its arrays.
 */
public final class Derivation {

    /** One method that is differentiated in some of the components. */
    private record Part(Method method, @Nullable Object receiver, List<Integer> components) {}

    private final Target target;
    private final Point point;
    private final List<Part> parts;
    private final Differentiator fluxion;

    private Derivation(Target target, Point point, List<Part> parts, Differentiator fluxion) {
        this.target = target;
        this.point = point;
        this.parts = parts;
        this.fluxion = fluxion;
    }

    /** Plans the derivative with default settings; makes nothing but adapters. */
    public static Derivation of(Target target, Point point) {
        return of(target, point, Fluxion.builder().build());
    }

    /** Plans the derivative; makes nothing but adapters. */
    public static Derivation of(Target target, Point point, Differentiator fluxion) {
        List<Part> parts = new ArrayList<>();
        if (isPlain(target.method())) {
            parts.add(new Part(target.method(), target.receiver(), indices(point, -1, true)));
        } else {
            addPart(parts, target, point, -1);
            for (int i = 0; i < point.arguments().size(); i++) {
                if (point.arguments().get(i) instanceof double[]) {
                    addPart(parts, target, point, i);
                }
            }
        }
        return new Derivation(target, point, List.copyOf(parts), fluxion);
    }

    /** Returns whether the method can be differentiated as it is. */
    public static boolean isPlain(Method method) {
        Class<?>[] types = method.getParameterTypes();
        if (types.length == 1 && types[0] == double[].class) {
            return method.getReturnType() == double.class;
        }
        for (Class<?> type : types) {
            if (type != double.class) {
                return false;
            }
        }
        return method.getReturnType() == double.class;
    }

    private static void addPart(List<Part> parts, Target target, Point point, int array) {
        List<Integer> components = indices(point, array, false);
        if (!components.isEmpty()) {
            parts.add(new Part(Adapter.make(target, point, array), null, components));
        }
    }

    private static List<Integer> indices(Point point, int array, boolean all) {
        List<Component> components = point.components();
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < components.size(); i++) {
            Component component = components.get(i);
            boolean inPart = array < 0 ? component.element() < 0 : component.parameter() == array;
            if (all || inPart) {
                indices.add(i);
            }
        }
        return List.copyOf(indices);
    }

    /**
     * Returns the value and the gradient, a number for each component.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if there is no derivative
     * @throws Complaint if the method itself throws an exception at the point
     */
    public ValueAndGradient<double[]> evaluate() {
        double[] vector = point.vector();
        double[] gradient = new double[vector.length];
        double value = Double.NaN;
        for (Part part : parts) {
            MethodGradient compiled = fluxion.gradient(part.method(), part.receiver());
            List<Integer> components = part.components();
            double[] arguments = new double[components.size()];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = vector[components.get(i)];
            }
            ValueAndGradient<double[]> result = call(compiled, arguments);
            value = result.value();
            for (int i = 0; i < arguments.length; i++) {
                gradient[components.get(i)] = result.gradient()[i];
            }
        }
        return new ValueAndGradient<>(value, gradient);
    }

    @SuppressWarnings("CatchingUnchecked") // whatever the user's method throws
    private ValueAndGradient<double[]> call(MethodGradient compiled, double[] arguments) {
        try {
            return compiled.withGradient(arguments);
        } catch (dev.fluxion.diagnostic.NotDifferentiableException e) {
            throw e;
        } catch (RuntimeException e) {
            throw Complaint.failure(target.method().getName() + " threw " + e);
        }
    }

    /** Returns how the derivative was made, in as many parts as it has. */
    public List<Explanation> explain() {
        List<Explanation> explanations = new ArrayList<>();
        for (Part part : parts) {
            explanations.add(fluxion.explain(part.method(), part.receiver()));
        }
        return explanations;
    }

    /** Returns the gradient by finite differences, which call the method some twenty times for each component. */
    public List<Estimate> differences() {
        Evaluation f = new Evaluation(target, point);
        double[] vector = point.vector();
        double firstStep = point.isDouble() && target.method().getReturnType() == double.class ? 0.02 : 0.2;
        List<Estimate> estimates = new ArrayList<>();
        for (int i = 0; i < vector.length; i++) {
            estimates.add(FiniteDifferences.partial(f, vector, i, firstStep));
        }
        return estimates;
    }
}
