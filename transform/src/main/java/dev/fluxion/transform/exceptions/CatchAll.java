package dev.fluxion.transform.exceptions;

import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.Edge;

import java.util.ArrayList;
import java.util.List;

/**
 * A function that returns its exception instead of throwing it, so that what it did before can be reversed.
 *
 * <pre>
 *     func @f(%x: f64) -&gt; f64              func @f$caught(%x: f64) -&gt; f64, java/lang/Throwable
 *     ^entry: ... ret %y              =&gt;    ^entry catch Throwable ^caught: ... ret %y, null
 *                                           ^caught(%e): ret 0.0, %e
 * </pre>
 *
 * <p>A refusal that comes when a call is first made is not the program's own exception, and is thrown on.
 */
public final class CatchAll {

    private static final ClassType REFUSAL =
            new ClassType(NotDifferentiableException.class.getName().replace('.', '/'));

    private CatchAll() {}

    /** Returns the name of the variant of a function. */
    public static String name(Function function) {
        return function.name() + "$caught";
    }

    /** Returns the variant of a function; its last result is the exception, or null. */
    public static Function of(Function function) {
        Draft draft = new Draft(function);
        Label caught = draft.newLabel("caught");
        for (Block block : function.blocks()) {
            List<Handler> handlers = new ArrayList<>(block.handlers());
            handlers.add(new Handler(ClassType.THROWABLE, caught, List.of()));
            Block open = Edge.withHandlers(block, handlers);
            draft.put(
                    block.terminator() instanceof Terminator.Return(List<Value> values)
                            ? open.withTerminator(returning(values, new Constant.NullConstant()))
                            : open);
        }
        List<Value> zeros = new ArrayList<>();
        List<Type> types = new ArrayList<>(function.resultTypes());
        for (Type type : types) {
            zeros.add(Constant.zero(type));
        }
        types.add(ClassType.THROWABLE);
        Variable exception = draft.newVariable(ClassType.THROWABLE, "exception");
        Label refused = draft.newLabel("refused");
        Label thrown = draft.newLabel("thrown");
        Position position = function.entry().position();
        Variable isRefusal = draft.newVariable(PrimitiveType.I32, "");
        Statement test = new Statement(List.of(isRefusal), new Op.InstanceOf(REFUSAL, exception), position);
        Terminator choice =
                new Terminator.Branch(isRefusal, new Successor(refused, List.of()), new Successor(thrown, List.of()));
        draft.put(new Block(caught, List.of(exception), List.of(test), choice, position, List.of()));
        draft.put(new Block(refused, List.of(), List.of(), new Terminator.Throw(exception), position, List.of()));
        draft.put(new Block(thrown, List.of(), List.of(), returning(zeros, exception), position, List.of()));
        return new Function(name(function), types, draft.build().blocks());
    }

    private static Terminator returning(List<Value> values, Value exception) {
        List<Value> all = new ArrayList<>(values);
        all.add(exception);
        return new Terminator.Return(all);
    }
}
