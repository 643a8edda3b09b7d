package dev.fluxion.ir.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.verify.Verifier;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** What {@link SsaBuilder} costs and gives where there are many blocks, or ones that are not reached or protected. */
class SsaSizeTest {
    private final FunctionBuilder out = new FunctionBuilder("f", List.of(PrimitiveType.F64));
    private final SsaBuilder slots = new SsaBuilder(out);
    private final Variable x = out.variable(PrimitiveType.F64, "x");
    private final Variable c = out.variable(PrimitiveType.I32, "c");

    private Value read(Object slot) {
        return slots.read(slot, PrimitiveType.F64);
    }

    /** Slot k is written before diamond k and read after the last one; each diamond writes one slot in one arm. */
    private Function diamonds(int count) {
        out.begin(out.label("entry"), List.of(x, c));
        for (int k = 0; k < count; k++) {
            slots.write(k, out.add(new Op.Binary(BinaryKind.MUL, x, x)));
            Label arm = out.label("arm");
            Label join = out.label("join");
            out.end(new Terminator.Branch(c, new Successor(arm, List.of()), new Successor(join, List.of())));
            out.begin(arm, List.of());
            slots.write(k, out.add(new Op.Binary(BinaryKind.ADD, read(k), x)));
            out.jump(join);
            out.begin(join, List.of());
        }
        Value sum = Constant.of(0.0);
        for (int k = 0; k < count; k++) {
            sum = out.add(new Op.Binary(BinaryKind.ADD, sum, read(k)));
        }
        out.end(new Terminator.Return(List.of(sum)));
        return slots.build();
    }

    @Test
    void aSlotCostsNothingInBlocksThatLieBetweenItsWriteAndItsRead() {
        Function function = diamonds(5_000);
        Verifier.check(function);
        int parameters = 0;
        int highest = 0;
        for (Block block : function.blocks()) {
            parameters += block.parameters().size();
            for (Variable parameter : block.parameters()) {
                highest = Math.max(highest, parameter.id());
            }
        }
        assertThat(parameters).isEqualTo(2 + 5_000);
        assertThat(highest).isLessThan(50_000);
    }

    @Test
    void anExceptionPassesWhatTheSlotWasBeforeItsBlock() {
        Label handler = out.label("handler");
        Label body = out.label("body");
        Label next = out.label("next");
        ClassType type = new ClassType("java/lang/Exception");
        out.begin(out.label("entry"), List.of(x, c));
        slots.write("s", x);
        out.jump(body);
        out.begin(body, List.of());
        out.protect(List.of(new Handler(type, handler, List.of())));
        Value twice = out.add(new Op.Binary(BinaryKind.ADD, x, x));
        slots.write("s", twice);
        out.jump(next);
        out.begin(next, List.of());
        out.protect(List.of(new Handler(type, handler, List.of())));
        slots.write("s", Constant.of(3.0));
        out.end(new Terminator.Return(List.of(read("s"))));
        out.begin(handler, List.of(out.variable(type, "e")));
        out.end(new Terminator.Return(List.of(read("s"))));
        Function function = slots.build();
        Verifier.check(function);
        List<Value> passed = new ArrayList<>();
        for (Block block : function.blocks()) {
            block.handlers().forEach(edge -> passed.addAll(edge.arguments()));
        }
        assertThat(passed).containsExactly(x, twice);
    }

    @Test
    void whatABlockAsksForThatIsNotReachedIsZero() {
        out.begin(out.label("entry"), List.of(x, c));
        slots.write("s", x);
        Label end = out.label("end");
        out.jump(end);
        out.begin(out.label("never"), List.of());
        slots.write("s", out.add(new Op.Binary(BinaryKind.ADD, read("s"), x)));
        out.jump(end);
        out.begin(end, List.of());
        out.end(new Terminator.Return(List.of(read("s"))));
        Function function = slots.build();
        assertThat(function.blocks().get(1).statements().getFirst().op().operands().getFirst())
                .isEqualTo(Constant.of(0.0));
        assertThat(((Terminator.Return) function.blocks().get(2).terminator()).values()).containsExactly(x);
    }
}
