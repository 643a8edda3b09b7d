package dev.fluxion.cli.point;

import dev.fluxion.cli.subject.Complaint;
import dev.fluxion.cli.subject.Target;

import java.lang.reflect.InvocationTargetException;
import java.util.function.ToDoubleFunction;

/** The method itself as a function of the numbers that are differentiated. */
record Evaluation(Target target, Point point) implements ToDoubleFunction<double[]> {

    @Override
    public double applyAsDouble(double[] vector) {
        try {
            Object value = target.method().invoke(target.receiver(), point.with(vector));
            return value instanceof Number number ? number.doubleValue() : Double.NaN;
        } catch (InvocationTargetException e) {
            // Outside its domain a method may well throw.
            return Double.NaN;
        } catch (IllegalAccessException e) {
            throw Complaint.failure(target.title() + " cannot be called: " + e.getMessage());
        }
    }
}
