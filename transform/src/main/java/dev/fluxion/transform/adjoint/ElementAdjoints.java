package dev.fluxion.transform.adjoint;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

/**
 * The adjoints of array elements, in shadows, while the reverse of a block is emitted.
 *
 * <p>The zero that the reverse of a store leaves behind is held back for as long as no other element is touched. Where
 * the next thing is a contribution to the same element, as in the reverse of {@code a[i] += x}, that takes the zero's
 * place; and where the contribution is just what was there, nothing is stored at all.
 */
final class ElementAdjoints {

    /** An element that counts as zero already, and what it still holds. */
    private record Zeroed(Type element, Value shadow, Value index, Value held) {
        boolean is(Value otherShadow, Value otherIndex) {
            return shadow.equals(otherShadow) && index.equals(otherIndex);
        }
    }

    private final FunctionBuilder out;
    private @Nullable Zeroed zeroed;

    ElementAdjoints(FunctionBuilder out) {
        this.out = out;
    }

    /** Returns the adjoint of an element that is being overwritten, and zeroes it. */
    Value take(Type element, Value shadow, Value index) {
        finish();
        Value held = out.add(new Op.ArrayLoad(element, shadow, index));
        zeroed = new Zeroed(element, shadow, index, held);
        return held;
    }

    /** Returns whether an element has just been taken, so that its shadow is there. */
    boolean isHeld(Value shadow, Value index) {
        return zeroed != null && zeroed.is(shadow, index);
    }

    /** Adds to the adjoint of an element. */
    void add(Type element, Value shadow, Value index, Value contribution) {
        if (zeroed != null && zeroed.is(shadow, index)) {
            if (!zeroed.held.equals(contribution)) {
                out.effect(new Op.ArrayStore(element, shadow, index, contribution));
            }
            zeroed = null;
            return;
        }
        finish();
        Value before = out.add(new Op.ArrayLoad(element, shadow, index));
        Value sum = out.add(new Op.Binary(BinaryKind.ADD, before, contribution));
        out.effect(new Op.ArrayStore(element, shadow, index, sum));
    }

    /** Stores a zero that was held back; before anything else reads or writes shadows, and where the block ends. */
    void finish() {
        if (zeroed != null) {
            out.effect(new Op.ArrayStore(zeroed.element, zeroed.shadow, zeroed.index, Constant.zero(zeroed.element)));
            zeroed = null;
        }
    }
}
