package dev.fluxion.transform.tangent;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Small functions on shadows that may be missing, which are inlined later, and where tangents lie in a shadow. */
final class TangentFunctions {

    private TangentFunctions() {}

    /** {@code read(shadow, index) { return shadow == null ? 0, ... : shadow[K index], ...; }}. */
    static Function read(PrimitiveType element, int lanes) {
        List<Type> types = Collections.nCopies(lanes, element);
        FunctionBuilder out = new FunctionBuilder("tangent$read" + lanes + "$" + element, types);
        Variable shadow = out.variable(new ArrayType(element), "shadow");
        Variable index = out.variable(PrimitiveType.I32, "index");
        Label absent = beginIfPresent(out, List.of(shadow, index));
        List<Value> values = new ArrayList<>();
        Value first = first(index, lanes, out);
        for (int lane = 0; lane < lanes; lane++) {
            values.add(out.add(new Op.ArrayLoad(element, shadow, place(first, lane, out))));
        }
        out.end(new Terminator.Return(values));
        out.begin(absent, List.of());
        out.end(new Terminator.Return(Collections.nCopies(lanes, Constant.zero(element))));
        return out.build();
    }

    /** {@code clear(shadow, index) { if (shadow != null) { shadow[K index] = 0; ... } }}. */
    static Function clear(PrimitiveType element, int lanes) {
        FunctionBuilder out = new FunctionBuilder("tangent$clear" + lanes + "$" + element, List.of());
        Variable shadow = out.variable(new ArrayType(element), "shadow");
        Variable index = out.variable(PrimitiveType.I32, "index");
        Label done = beginIfPresent(out, List.of(shadow, index));
        Value first = first(index, lanes, out);
        for (int lane = 0; lane < lanes; lane++) {
            out.effect(new Op.ArrayStore(element, shadow, place(first, lane, out), Constant.zero(element)));
        }
        out.jump(done);
        out.begin(done, List.of());
        out.end(new Terminator.Return(List.of()));
        return out.build();
    }

    private static Label beginIfPresent(FunctionBuilder out, List<Variable> parameters) {
        Label present = out.label("present");
        Label absent = out.label("absent");
        out.begin(out.label("entry"), parameters);
        Value isPresent = out.add(new Op.Compare(CompareKind.NE, parameters.getFirst(), new Constant.NullConstant()));
        out.end(new Terminator.Branch(isPresent, new Successor(present, List.of()), new Successor(absent, List.of())));
        out.begin(present, List.of());
        return absent;
    }

    /** Returns where the first tangent of a number lies in the shadow, by its index in the primal. */
    static Value first(Value index, int lanes, FunctionBuilder out) {
        return lanes == 1 ? index : out.add(new Op.Binary(BinaryKind.MUL, index, Constant.of(lanes)));
    }

    /** Returns where another one lies. */
    static Value place(Value first, int lane, FunctionBuilder out) {
        return lane == 0 ? first : out.add(new Op.Binary(BinaryKind.ADD, first, Constant.of(lane)));
    }
}
