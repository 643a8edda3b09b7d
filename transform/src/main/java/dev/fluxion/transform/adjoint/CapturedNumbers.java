package dev.fluxion.transform.adjoint;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.PrimitiveType;

import java.util.ArrayList;
import java.util.List;

/**
 * The numbers that a lambda has captured: when it is made, they are stored in fields {@code arg$1}, {@code arg$2} and
 * so on of its object, whose shadow holds their adjoints, see {@link dev.fluxion.runtime.ShadowLayout}.
 */
final class CapturedNumbers {

    private CapturedNumbers() {}

    /** Emits the reverse of making a lambda: the adjoints of what it has captured are taken out of its shadow. */
    static void release(Op.MakeClosure closure, Value shadow, Adjoints adjoints, FunctionBuilder out) {
        List<String> places = places(closure);
        for (int i = 0; i < closure.captured().size(); i++) {
            Value captured = closure.captured().get(i);
            if (captured.type().isFloating() && adjoints.isActive(captured)) {
                Value place = Constant.of(places.indexOf(field(i)));
                Value bar = out.add(new Op.ArrayLoad(PrimitiveType.F64, shadow, place));
                out.effect(new Op.ArrayStore(PrimitiveType.F64, shadow, place, Constant.zero(PrimitiveType.F64)));
                adjoints.add(
                        captured,
                        captured.type() == PrimitiveType.F64
                                ? bar
                                : out.add(new Op.Convert((PrimitiveType) captured.type(), bar)));
            }
        }
    }

    /** The fields of numbers, as they are ordered in the shadow. */
    private static List<String> places(Op.MakeClosure closure) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < closure.captured().size(); i++) {
            if (closure.captured().get(i).type().isFloating()) {
                names.add(field(i));
            }
        }
        names.sort(null);
        return names;
    }

    private static String field(int captured) {
        return "arg$" + (captured + 1);
    }
}
