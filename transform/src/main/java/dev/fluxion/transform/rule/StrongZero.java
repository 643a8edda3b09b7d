package dev.fluxion.transform.rule;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;

/** Products of partials in which zero times infinity is zero. */
public final class StrongZero {

    private StrongZero() {}

    /**
     * Returns the product, or zero where it is NaN because one factor is zero and the other infinite. Only a product
     * that is NaN is looked at, so that everywhere else the product stands as it is and can be differentiated again.
     *
     * @param seed the tangent or cotangent
     * @param partial what it is multiplied by
     * @param product their product
     */
    public static Value of(Value seed, Value partial, Value product, FunctionBuilder out) {
        Value zero = Constant.zero(seed.type());
        Value isLost = out.add(new Op.Compare(CompareKind.NE, product, product));
        Value isZeroPartial = out.add(new Op.Compare(CompareKind.EQ, partial, zero));
        Value isZeroSeed = out.add(new Op.Compare(CompareKind.EQ, seed, zero));
        Value isZero = out.add(new Op.Binary(BinaryKind.OR, isZeroPartial, isZeroSeed));
        return out.add(new Op.Select(out.add(new Op.Binary(BinaryKind.AND, isLost, isZero)), zero, product));
    }
}
