package dev.fluxion.rule;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method that stands for a method that is native, or reads private state of the JDK: plain Java that
 * does the same, and is differentiated in its place. Its parameters are those of the method, of the same types (the
 * receiver first, if that method is not static), and it returns the same type. So the parameters also say which of
 * several overloads is meant.
 *
 * <pre>{@code
 * @Rules(of = double[].class)
 * final class Clones {
 *     @Replacement(of = "clone")
 *     static Object cloned(double[] array) {
 *         double[] copy = new double[array.length];
 *         for (int i = 0; i < copy.length; i++) {
 *             copy[i] = array[i];
 *         }
 *         return copy;
 *     }
 * }
 * }</pre>
 *
 * <p>It must do what the method does, bit for bit, exceptions and their order included; it runs in the method's place
 * wherever a derivative flows through the call, and only there. A call of the method inside of its own replacement
 * would be replaced again. What is to be done by the method itself, such as failing with the right message, belongs
 * into a helper of its own class, which is marked {@link NonDifferentiable}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Replacement {

    /** The name of the method. */
    String of();

    /**
     * Whether it stands for a default method of an interface in the calls of which nobody knows the receiver's class
     * beforehand. Without, such a call is dispatched when it runs, and its code is not known around it. The replacement
     * must tell apart, by the receiver's class, whether that has the method from the interface. A call of the method
     * itself in the replacement is the dispatched one:
     *
     * <pre>{@code
     * @Replacement(of = "stream", anyReceiver = true)
     * static <T> Stream<T> streamOfAny(Collection<T> collection) {
     *     return overridesStream(collection) ? adapted(collection.stream()) : new PlainStream<>(collection.iterator());
     * }
     * }</pre>
     *
     * <p>Another replacement of the same method may say what the interface's own code does.
     */
    boolean anyReceiver() default false;
}
