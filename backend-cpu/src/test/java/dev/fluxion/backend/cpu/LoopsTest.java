package dev.fluxion.backend.cpu;

import static dev.fluxion.ir.type.PrimitiveType.F64;
import static dev.fluxion.ir.type.PrimitiveType.I32;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ArrayType;

import org.junit.jupiter.api.Test;

import java.util.List;

class LoopsTest {

    private static Op.Invoke math(String name, Value... arguments) {
        String descriptor = "(" + "D".repeat(arguments.length) + ")D";
        return new Op.Invoke(
                InvokeKind.STATIC, new MethodRef("java/lang/Math", name, descriptor, false), List.of(arguments));
    }

    private static Op.Binary binary(BinaryKind kind, Value x, Value y) {
        return new Op.Binary(kind, x, y);
    }

    static Function straightLine() {
        FunctionBuilder out = new FunctionBuilder("straight", List.of(F64));
        Variable x = out.variable(F64, "x");
        Variable y = out.variable(F64, "y");
        Variable array = out.variable(new ArrayType(F64), "out");
        out.begin(out.label("entry"), List.of(x, y, array));
        Variable p = out.add(binary(BinaryKind.MUL, x, y), "p");
        Variable sin = out.add(math("sin", p));
        Variable v = out.add(binary(BinaryKind.ADD, sin, x), "v");
        Variable pb = out.add(math("cos", p), "pb");
        Variable xb = out.add(binary(BinaryKind.MUL, pb, y));
        Variable xb1 = out.add(binary(BinaryKind.ADD, xb, Constant.of(1.0)));
        out.effect(new Op.ArrayStore(F64, array, Constant.of(0), xb1));
        Variable yb = out.add(binary(BinaryKind.MUL, pb, x));
        out.effect(new Op.ArrayStore(F64, array, Constant.of(1), yb));
        out.end(new Terminator.Return(List.of(v)));
        return out.build();
    }

    static Function countedLoop() {
        FunctionBuilder out = new FunctionBuilder("loop", List.of(F64));
        Variable x = out.variable(F64, "x");
        Variable n = out.variable(I32, "n");
        Label loop = out.label("loop");
        Label body = out.label("body");
        Label exit = out.label("exit");
        out.begin(out.label("entry"), List.of(x, n));
        out.jump(loop, x, Constant.of(0));
        Variable r = out.variable(F64, "r");
        Variable i = out.variable(I32, "i");
        out.begin(loop, List.of(r, i));
        Variable less = out.add(new Op.Compare(CompareKind.LT, i, n));
        out.end(new Terminator.Branch(less, new Successor(body, List.of()), new Successor(exit, List.of())));
        out.begin(body, List.of());
        Variable rx = out.add(binary(BinaryKind.MUL, r, x));
        Variable sin = out.add(math("sin", r));
        Variable r2 = out.add(binary(BinaryKind.ADD, rx, sin), "r");
        Variable i2 = out.add(binary(BinaryKind.ADD, i, Constant.of(1)), "i");
        out.jump(loop, r2, i2);
        out.begin(exit, List.of());
        out.end(new Terminator.Return(List.of(r)));
        return out.build();
    }

    static Function whileWithSwap() {
        FunctionBuilder out = new FunctionBuilder("swap", List.of(F64));
        Variable a0 = out.variable(F64, "a0");
        Variable b0 = out.variable(F64, "b0");
        Label loop = out.label("loop");
        Label body = out.label("body");
        Label exit = out.label("exit");
        out.begin(out.label("entry"), List.of(a0, b0));
        out.jump(loop, a0, b0);
        Variable a = out.variable(F64, "a");
        Variable b = out.variable(F64, "b");
        out.begin(loop, List.of(a, b));
        Variable less = out.add(new Op.Compare(CompareKind.LT, a, Constant.of(100.0)));
        out.end(new Terminator.Branch(less, new Successor(body, List.of()), new Successor(exit, List.of())));
        out.begin(body, List.of());
        Variable sum = out.add(binary(BinaryKind.ADD, a, b));
        out.jump(loop, b, sum);
        out.begin(exit, List.of());
        out.end(new Terminator.Return(List.of(a)));
        return out.build();
    }

    @Test
    void straight_line_code_runs() {
        Compiled compiled = Compiled.of(straightLine());
        double[] out = new double[2];
        assertThat(compiled.call(2.0, 3.0, out)).isEqualTo(Math.sin(6.0) + 2.0);
        assertThat(out).containsExactly(Math.cos(6.0) * 3.0 + 1.0, Math.cos(6.0) * 2.0);
    }

    @Test
    void a_counted_loop_runs() {
        double r = 1.5;
        for (int i = 0; i < 10; i++) {
            r = r * 1.5 + Math.sin(r);
        }
        Compiled compiled = Compiled.of(countedLoop());
        assertThat(compiled.call(1.5, 10)).isEqualTo(r);
    }

    @Test
    void a_loop_that_swaps_runs() {
        Compiled compiled = Compiled.of(whileWithSwap());
        assertThat(compiled.call(1.0, 1.0)).isEqualTo(144.0);
        assertThat((double) compiled.call(Double.NaN, 1.0)).isNaN();
    }
}
