package dev.fluxion.rules.core.handles;

import dev.fluxion.rule.Replacement;
import dev.fluxion.rule.Rules;

import java.lang.invoke.VarHandle;

/**
 * Reading and writing elements of {@code float[]} through {@code MethodHandles.arrayElementVarHandle}, which a call
 * with these types may mean: whether it does is asked when it runs. The stronger modes are fenced; atomic updates have
 * none of this, and are refused.
 */
@Rules(of = VarHandle.class)
public final class FloatElementReplacements {

    private FloatElementReplacements() {}

    @Replacement(of = "get")
    static float get(VarHandle handle, float[] array, int index) {
        ElementHandles.requireFloats(handle);
        return array[index];
    }

    @Replacement(of = "set")
    static void set(VarHandle handle, float[] array, int index, float element) {
        ElementHandles.requireFloats(handle);
        array[index] = element;
    }

    @Replacement(of = "getOpaque")
    static float getOpaque(VarHandle handle, float[] array, int index) {
        ElementHandles.requireFloats(handle);
        return array[index];
    }

    @Replacement(of = "setOpaque")
    static void setOpaque(VarHandle handle, float[] array, int index, float element) {
        ElementHandles.requireFloats(handle);
        array[index] = element;
    }

    @Replacement(of = "getAcquire")
    static float getAcquire(VarHandle handle, float[] array, int index) {
        ElementHandles.requireFloats(handle);
        float element = array[index];
        VarHandle.acquireFence();
        return element;
    }

    @Replacement(of = "setRelease")
    static void setRelease(VarHandle handle, float[] array, int index, float element) {
        ElementHandles.requireFloats(handle);
        VarHandle.releaseFence();
        array[index] = element;
    }

    @Replacement(of = "getVolatile")
    static float getVolatile(VarHandle handle, float[] array, int index) {
        ElementHandles.requireFloats(handle);
        float element = array[index];
        VarHandle.fullFence();
        return element;
    }

    @Replacement(of = "setVolatile")
    static void setVolatile(VarHandle handle, float[] array, int index, float element) {
        ElementHandles.requireFloats(handle);
        VarHandle.releaseFence();
        array[index] = element;
        VarHandle.fullFence();
    }
}
