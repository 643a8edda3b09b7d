package dev.fluxion.transform.tangent;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.transform.Target;
import dev.fluxion.transform.activity.Activity;
import dev.fluxion.transform.program.Findings;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** What operations do to sets of inputs, see {@link TangentKind#INDEX_SETS}. */
final class IndexSetTangents implements TangentAlgebra {

    private static final MethodRef TO_BITS = new MethodRef("java/lang/Double", "doubleToRawLongBits", "(D)J", false);
    private static final MethodRef OF_BITS = new MethodRef("java/lang/Double", "longBitsToDouble", "(J)D", false);

    private final Tangents tangents;
    private final FunctionBuilder out;

    IndexSetTangents(Tangents tangents, FunctionBuilder out) {
        this.tangents = tangents;
        this.out = out;
    }

    @Override
    public void emit(Statement statement) {
        if (statement.op() instanceof Op.Select select) {
            List<Value> x = tangents.of(select.x());
            List<Value> y = tangents.of(select.y());
            tangents.set(
                    statement.result(),
                    tangents.each(lane -> out.add(new Op.Select(select.condition(), x.get(lane), y.get(lane)))));
        } else {
            unite(statement, statement.op().operands());
        }
    }

    @Override
    public void emit(Statement statement, Target.Rule rule) {
        List<Value> used = new ArrayList<>();
        List<Value> operands = statement.op().operands();
        for (int i = 0; i < operands.size(); i++) {
            if (rule.partials().get(i) != null) {
                used.add(operands.get(i));
            }
        }
        unite(statement, used);
    }

    private void unite(Statement statement, List<Value> numbers) {
        tangents.set(statement.result(), tangents.each(lane -> union(numbers, lane)));
    }

    private Value union(List<Value> numbers, int lane) {
        Value all = null;
        for (Value number : numbers) {
            if (tangents.isActive(number)) {
                all = union(all, tangents.of(number).get(lane));
            }
        }
        return all == null ? Constant.of(0.0) : all;
    }

    private Value union(@Nullable Value x, Value y) {
        if (x == null || x.equals(y)) {
            return y;
        }
        Value both = out.add(new Op.Binary(BinaryKind.OR, bits(x), bits(y)));
        return out.add(new Op.Invoke(InvokeKind.STATIC, OF_BITS, List.of(both)));
    }

    private Value bits(Value set) {
        return out.add(new Op.Invoke(InvokeKind.STATIC, TO_BITS, List.of(set)));
    }

    /** Refuses active floats: what is shorter than a double cannot hold a set. */
    static void check(Function primal, Activity activity, Findings findings) {
        for (Block block : primal.blocks()) {
            for (Variable parameter : block.parameters()) {
                check(parameter, block.position(), activity, findings);
            }
            for (Statement statement : block.statements()) {
                for (Variable result : statement.results()) {
                    check(result, statement.position(), activity, findings);
                }
            }
        }
    }

    private static void check(Variable variable, Position where, Activity activity, Findings findings) {
        if (variable.type() == PrimitiveType.F32 && activity.isActive(variable)) {
            findings.refuse(
                    Diagnostic.of(
                            ErrorId.UNSUPPORTED_INSTRUCTION,
                            "cannot find out on which inputs a float depends",
                            where,
                            "sets of inputs are kept in doubles",
                            "doubles throughout, or a dense Jacobian"));
        }
    }
}
