package dev.fluxion.rules.core.handles;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import java.lang.invoke.VarHandle;

/**
 * Reading and writing elements of {@code double[]} through {@code MethodHandles.arrayElementVarHandle}, which a call
 * with these types may mean: whether it does is asked when it runs. The stronger modes are fenced; atomic updates have
 * none of this, and are refused.
 */
@Rules(of = VarHandle.class)
public final class DoubleElementReplacements {

    private DoubleElementReplacements() {}

    @Replacement(of = "get")
    static double get(VarHandle handle, double[] array, int index) {
        ElementHandles.requireDoubles(handle);
        return array[index];
    }

    @Replacement(of = "set")
    static void set(VarHandle handle, double[] array, int index, double element) {
        ElementHandles.requireDoubles(handle);
        array[index] = element;
    }

    @Replacement(of = "getOpaque")
    static double getOpaque(VarHandle handle, double[] array, int index) {
        ElementHandles.requireDoubles(handle);
        return array[index];
    }

    @Replacement(of = "setOpaque")
    static void setOpaque(VarHandle handle, double[] array, int index, double element) {
        ElementHandles.requireDoubles(handle);
        array[index] = element;
    }

    @Replacement(of = "getAcquire")
    static double getAcquire(VarHandle handle, double[] array, int index) {
        ElementHandles.requireDoubles(handle);
        double element = array[index];
        VarHandle.acquireFence();
        return element;
    }

    @Replacement(of = "setRelease")
    static void setRelease(VarHandle handle, double[] array, int index, double element) {
        ElementHandles.requireDoubles(handle);
        VarHandle.releaseFence();
        array[index] = element;
    }

    @Replacement(of = "getVolatile")
    static double getVolatile(VarHandle handle, double[] array, int index) {
        ElementHandles.requireDoubles(handle);
        double element = array[index];
        VarHandle.fullFence();
        return element;
    }

    @Replacement(of = "setVolatile")
    static void setVolatile(VarHandle handle, double[] array, int index, double element) {
        ElementHandles.requireDoubles(handle);
        VarHandle.releaseFence();
        array[index] = element;
        VarHandle.fullFence();
    }
}
