package dev.fluxion.transform.pipeline;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Definitions;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.Pass;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes numbers out of the boxes that the same function has just put them in.
 *
 * <pre>
 *     %b = invoke static java/lang/Double.valueOf(D)Ljava/lang/Double; (%x)
 *     %y = invoke virtual java/lang/Double.doubleValue()D (%b)                  =&gt;   %y is %x
 * </pre>
 *
 * <p>The boxes are left: making one has no effect, and who else looks at them is not asked.
 */
record Boxes() implements Pass {

    private static final String DOUBLE = "java/lang/Double";
    private static final String FLOAT = "java/lang/Float";

    /** Returns whether the method boxes a floating number. */
    static boolean isBoxing(MethodRef method) {
        return method.name().equals("valueOf")
                && (method.owner().equals(DOUBLE) && method.descriptor().startsWith("(D)")
                        || method.owner().equals(FLOAT) && method.descriptor().startsWith("(F)"));
    }

    /** Returns whether the method gives the floating number in a box, as it was put in. */
    static boolean isUnboxing(MethodRef method) {
        return method.owner().equals(DOUBLE) && method.name().equals("doubleValue")
                || method.owner().equals(FLOAT) && method.name().equals("floatValue");
    }

    @Override
    public String name() {
        return "unbox";
    }

    @Override
    public Function apply(Function function) {
        Draft draft = new Draft(function);
        Definitions definitions = Definitions.of(function);
        for (Block block : function.blocks()) {
            List<Statement> kept = new ArrayList<>();
            for (Statement statement : block.statements()) {
                Value content =
                        statement.op() instanceof Op.Invoke invoke && isUnboxing(invoke.method())
                                ? content(invoke, definitions)
                                : null;
                if (content == null) {
                    kept.add(statement);
                } else {
                    draft.replace(statement.result(), content);
                }
            }
            if (kept.size() < block.statements().size()) {
                draft.put(block.withStatements(kept));
            }
        }
        return draft.build();
    }

    private static @Nullable Value content(Op.Invoke unboxing, Definitions definitions) {
        Op op = unboxing.arguments().getFirst() instanceof Variable box ? definitions.op(box) : null;
        while (op instanceof Op.CheckCast cast) {
            op = cast.object() instanceof Variable inner ? definitions.op(inner) : null;
        }
        return op instanceof Op.Invoke boxing
                        && isBoxing(boxing.method())
                        && boxing.method().owner().equals(unboxing.method().owner())
                ? boxing.arguments().getFirst()
                : null;
    }
}
