package dev.fluxion.transform.pipeline;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.MethodSource;
import dev.fluxion.transform.Target;
import dev.fluxion.transform.simplify.Simplify;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes functions of the program of constructors that run on an object that is there. The JVM lets a constructor run
 * only right after the object was made; where it is taken apart (see {@link dev.fluxion.transform.scalar.Allocations}),
 * and too large to be inlined, one without a derivative would stay behind as such a call.
 *
 * <pre>
 *     invoke special Vec.&lt;init&gt;(D)V (%v, %x)        =&gt;        call @Vec.&lt;init&gt;(D)V (%v, %x)
 * </pre>
 */
final class ConstructorCalls {

    private final MethodSource methods;
    private final Map<String, Function> done = new LinkedHashMap<>();
    private final Deque<Function> pending = new ArrayDeque<>();

    private ConstructorCalls(MethodSource methods) {
        this.methods = methods;
    }

    /** Returns the program with such calls, and the constructors that they call, as its functions. */
    static Program apply(Program program, MethodSource methods) {
        ConstructorCalls calls = new ConstructorCalls(methods);
        for (Function function : program.functions().values()) {
            calls.done.put(function.name(), function);
            calls.pending.add(function);
        }
        while (!calls.pending.isEmpty()) {
            Function function = calls.pending.removeFirst();
            calls.done.put(function.name(), calls.called(function));
        }
        return new Program(calls.done);
    }

    private Function called(Function function) {
        Draft draft = new Draft(function);
        for (Block block : function.blocks()) {
            List<Statement> statements = new ArrayList<>();
            boolean changed = false;
            for (Statement statement : block.statements()) {
                Function body = constructor(statement.op());
                if (body == null) {
                    statements.add(statement);
                } else {
                    changed = true;
                    Op call = new Op.Call(body.name(), statement.op().operands());
                    statements.add(new Statement(List.of(), call, statement.position()));
                    if (!done.containsKey(body.name())) {
                        Function simple = Simplify.PIPELINE.apply(body);
                        done.put(body.name(), simple);
                        pending.add(simple);
                    }
                }
            }
            if (changed) {
                draft.put(block.withStatements(statements));
            }
        }
        return draft.isChanged() ? draft.build() : function;
    }

    private @Nullable Function constructor(Op op) {
        return op instanceof Op.Invoke invoke
                        && invoke.kind() == InvokeKind.SPECIAL
                        && invoke.method().name().equals("<init>")
                        && methods.resolve(invoke.kind(), invoke.method()) instanceof Target.Body(Function body)
                ? body
                : null;
    }
}
