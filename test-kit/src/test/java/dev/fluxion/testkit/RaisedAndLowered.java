package dev.fluxion.testkit;

import dev.fluxion.backend.CompilationUnit;
import dev.fluxion.backend.Entry;
import dev.fluxion.backend.cpu.CpuBackend;
import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.testkit.check.RoundTrip;
import dev.fluxion.testkit.oracle.MethodBodies;
import dev.fluxion.transform.normalize.Normalize;
import dev.fluxion.transform.simplify.Simplify;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Raises a method and the static methods of its class that it calls, simplifies them, and lowers them together. */
final class RaisedAndLowered implements RoundTrip {

    @Override
    public Lowered of(Method method) throws Throwable {
        Class<?> type = method.getDeclaringClass();
        MethodHandles.Lookup host;
        try {
            host = (MethodHandles.Lookup) type.getMethod("lookup").invoke(null);
        } catch (NoSuchMethodException absent) {
            return null;
        }
        String owner = type.getName().replace('.', '/');
        MethodBodies bodies = Stages.bodies(type.getClassLoader());
        Map<String, Function> functions = new LinkedHashMap<>();
        MethodRef root = new MethodRef(owner, method.getName(), "([D)D", false);
        String name = raise(root, bodies, functions);
        Entry entry = new Entry("call", "([D)D", name);
        CompilationUnit unit =
                new CompilationUnit(
                        host,
                        Program.of(List.copyOf(functions.values())),
                        Lowered.class,
                        List.of(entry),
                        List.of(),
                        "Random.java",
                        type.getSimpleName() + "$$Lowered");
        return (Lowered) new CpuBackend().compile(unit).newInstance(new Object[0]);
    }

    private static String raise(MethodRef method, MethodBodies bodies, Map<String, Function> functions) {
        Function raised = Normalize.PIPELINE.apply(Simplify.PIPELINE.apply(bodies.of(method)));
        functions.put(raised.name(), raised);
        List<Block> blocks = new ArrayList<>();
        for (Block block : raised.blocks()) {
            List<Statement> statements = new ArrayList<>();
            for (Statement statement : block.statements()) {
                statements.add(statement);
                if (statement.op() instanceof Op.Invoke(InvokeKind kind, MethodRef callee, var arguments)
                        && kind == InvokeKind.STATIC
                        && callee.owner().equals(method.owner())) {
                    String called = callee.owner() + "." + callee.name() + callee.descriptor();
                    if (!functions.containsKey(called)) {
                        raise(callee, bodies, functions);
                    }
                    statements.removeLast();
                    statements.add(
                            new Statement(statement.results(), new Op.Call(called, arguments), statement.position()));
                }
            }
            blocks.add(block.withStatements(statements));
        }
        functions.put(raised.name(), raised.withBlocks(blocks));
        return raised.name();
    }
}
