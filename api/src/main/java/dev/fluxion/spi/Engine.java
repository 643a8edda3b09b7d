package dev.fluxion.spi;

import dev.fluxion.runtime.Linker;

/** Makes derivatives, and remembers them. Thread safe. */
public interface Engine {

    /**
     * Returns the compiled derivative of a function, an instance of the shape's contract. Making it the second time for
     * the same method, also with other captured values, is cheap.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if there is no derivative, with all reasons
     */
    Object compile(Subject subject, Shape shape);

    /**
     * Returns a compiled sweep of forward mode over a function of an array, or over its gradient.
     *
     * @param shape {@link Shape#DOUBLE_ARRAY} or {@link Shape#VECTOR}
     * @return a {@link dev.fluxion.runtime.sweep.ScalarTangent}, {@link dev.fluxion.runtime.sweep.VectorTangent} or
     *     {@link dev.fluxion.runtime.sweep.Curvature}
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if there is no derivative, with all reasons
     */
    Object compile(Subject subject, Shape shape, Sweep sweep);

    /**
     * Returns the compiled derivative of a function in a direction.
     *
     * @param shape any
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if there is no derivative, with all reasons
     */
    GraphPushforward pushforward(Subject subject, Shape shape);

    /**
     * Returns a function that can be run backwards.
     *
     * @param shape {@link Shape#DOUBLE}, {@link Shape#FUNCTION}, {@link Shape#FUNCTION2} or {@link Shape#FUNCTION3}
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if there is no derivative, with all reasons
     */
    GraphPullback pullback(Subject subject, Shape shape);

    /**
     * Returns the compiled gradient of a function in what it has captured, and in its arguments.
     *
     * @param shape that of a function of numbers, or of objects
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if there is no derivative, with all reasons
     */
    GraphGradient captured(Subject subject, Shape shape);

    /**
     * Returns the compiled gradient of a function without arguments in objects that it reaches by itself: these are
     * given to {@link GraphGradient#at} in the place of arguments.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if there is no derivative, with all reasons
     */
    GraphGradient parameters(Subject subject);

    /**
     * Makes a derivative and tells how.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if there is no derivative, with all reasons
     */
    Explained explain(Subject subject, Shape shape);

    /** Returns what finds the derivatives of methods whose class is known only when the code runs. */
    Linker linker();
}
