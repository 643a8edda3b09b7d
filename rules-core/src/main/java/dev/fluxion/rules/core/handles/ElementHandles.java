package dev.fluxion.rules.core.handles;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Rules;

import org.jspecify.annotations.Nullable;

import java.lang.constant.ConstantDescs;
import java.lang.invoke.VarHandle;
import java.lang.invoke.VarHandle.VarHandleDesc;
import java.util.Optional;

/** Tells what a handle leads to. */
@Rules(of = {ElementHandles.class, VarHandle.class})
@NonDifferentiable(
        of = {
            "requireDoubles",
            "requireFloats",
            "fullFence",
            "acquireFence",
            "releaseFence",
            "loadLoadFence",
            "storeStoreFence"
        })
public final class ElementHandles {

    private static final Optional<VarHandleDesc> DOUBLES =
            Optional.of(VarHandleDesc.ofArray(ConstantDescs.CD_double.arrayType()));
    private static final Optional<VarHandleDesc> FLOATS =
            Optional.of(VarHandleDesc.ofArray(ConstantDescs.CD_float.arrayType()));

    /** The handles asked about last, which in most programs are the only ones; it does not matter who sees which. */
    private static volatile @Nullable VarHandle doubles;

    private static volatile @Nullable VarHandle floats;

    private ElementHandles() {}

    /** Fails unless the handle leads to the element of an array of doubles. */
    @SuppressWarnings("ReferenceEquality") // a handle is equal to itself only
    static void requireDoubles(VarHandle handle) {
        if (handle != doubles) {
            require(handle, DOUBLES);
            doubles = handle;
        }
    }

    /** Fails unless the handle leads to the element of an array of floats. */
    @SuppressWarnings("ReferenceEquality") // a handle is equal to itself only
    static void requireFloats(VarHandle handle) {
        if (handle != floats) {
            require(handle, FLOATS);
            floats = handle;
        }
    }

    /** Handles that change indices or values on the way, and segments' handles, are not described as arrays'. */
    private static void require(VarHandle handle, Optional<VarHandleDesc> wanted) {
        if (!handle.describeConstable().equals(wanted)) {
            throw new NotDifferentiableException(
                    Diagnostic.of(
                            ErrorId.DYNAMIC_CALL,
                            "cannot differentiate an access through " + handle,
                            "it is not a plain handle of MethodHandles.arrayElementVarHandle, so that it may lead"
                                    + " anywhere",
                            "an access to the element itself"));
        }
    }
}
