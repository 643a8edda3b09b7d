package dev.fluxion.engine.jdk;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.engine.Slopes;

import org.junit.jupiter.api.Test;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;

/** Elements read and written through handles. */
class ElementHandlesTest {

    private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(double[].class);
    private static final VarHandle FLOAT = MethodHandles.arrayElementVarHandle(float[].class);
    private static final VarHandle BACKWARDS = backwards();

    @SuppressWarnings("unused") // a method handle's
    private static int last(int index) {
        return 1 - index;
    }

    private static VarHandle backwards() {
        try {
            MethodHandle last =
                    MethodHandles.lookup()
                            .findStatic(ElementHandlesTest.class, "last", MethodType.methodType(int.class, int.class));
            return MethodHandles.filterCoordinates(ELEMENT, 1, last);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(impossible.getMessage(), impossible);
        }
    }

    @Test
    void readsInAllModes() {
        Slopes.assertRight(x -> read(x), new double[] {3, 1, 2, -5});
    }

    private static double read(double[] x) {
        double a = (double) ELEMENT.get(x, 0);
        double b = (double) ELEMENT.getVolatile(x, 1);
        double c = (double) ELEMENT.getOpaque(x, 2);
        double d = (double) ELEMENT.getAcquire(x, 3);
        return a * b + b * c * c + c * d * d * d;
    }

    @Test
    void writesInAllModesOverwriteWhatWasThere() {
        Slopes.assertRight(x -> written(x), new double[] {3, 1, 2, -5});
    }

    private static double written(double[] x) {
        double product = x[0] * x[1];
        ELEMENT.set(x, 0, product);
        ELEMENT.setVolatile(x, 1, product * x[2]);
        ELEMENT.setOpaque(x, 2, x[0] * x[0]);
        ELEMENT.setRelease(x, 3, 2.0);
        return x[0] + x[1] * x[1] + x[2] * x[3];
    }

    @Test
    void elementsOfFloats() {
        float[] slopes = gradient((float[] x) -> floats(x), new float[] {3, 2});
        assertThat(slopes).containsExactly(2 + 2, 3 + 3 + 3);
    }

    private static float floats(float[] x) {
        float[] a = new float[1];
        FLOAT.set(a, 0, (float) FLOAT.get(x, 0) * x[1]);
        return (float) FLOAT.getVolatile(a, 0) + 3 * x[1] * x[1] / x[1] + a[0] - a[0] + 2 * x[0] + 3 * x[1];
    }

    @Test
    void anIndexThatIsNoneFailsAsInAPlainCall() {
        assertThatThrownBy(() -> gradient(x -> (double) ELEMENT.get(x, 2) * x[0], new double[] {1, 2}))
                .isInstanceOf(ArrayIndexOutOfBoundsException.class)
                .hasMessage("Index 2 out of bounds for length 2");
    }

    @Test
    void aHandleThatChangesItsCoordinatesIsRefusedWhenItIsUsed() {
        assertThatThrownBy(() -> gradient(x -> (double) BACKWARDS.get(x, 0) * x[1], new double[] {1, 2}))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageStartingWith("[FX-0114] cannot differentiate an access through VarHandle[")
                .hasMessageContaining("because it is not a plain handle of MethodHandles.arrayElementVarHandle")
                .hasMessageContaining("try: an access to the element itself");
    }

    @Test
    void atomicUpdatesAreRefused() {
        assertThatThrownBy(() -> gradient(x -> added(x), new double[] {1, 2}))
                .isInstanceOf(NotDifferentiableException.class)
                .extracting(thrown ->
                        thrown.getMessage()
                                .replaceAll("\\(ElementHandlesTest.java:\\d+\\)", "")
                                .replaceAll(":\\d+", ""))
                .isEqualTo(
                        """
                        [FX-0114] cannot differentiate the call to java.lang.invoke.VarHandle.getAndAdd
                            at dev.fluxion.engine.jdk.ElementHandlesTest.added
                            because what a handle leads to is known only when it is used
                            reached from lambda at ElementHandlesTest.java
                            try: a call of the method, or an access to the field or element, that it stands for        more: docs/errors/FX-0114.md\
                        """);
    }

    private static double added(double[] x) {
        return (double) ELEMENT.getAndAdd(x, 0, 2.0) * x[0];
    }

    private static final MethodHandle GETTER = MethodHandles.arrayElementGetter(double[].class);

    @Test
    void methodHandlesAreRefused() {
        assertThatThrownBy(() -> gradient(x -> called(x), new double[] {1, 2}))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageStartingWith(
                        "[FX-0114] cannot differentiate the call to java.lang.invoke.MethodHandle.invokeExact");
    }

    private static double called(double[] x) {
        try {
            return (double) GETTER.invokeExact(x, 0) * x[1];
        } catch (Throwable thrown) {
            throw new AssertionError(thrown);
        }
    }
}
