package dev.fluxion.transform.shadow;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.transform.Pass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets the table say where the shadows of arrays are that are made and put in it: one that is used for many runs has
 * some already. For functions that take the table as a parameter.
 *
 * <pre>
 *   s = new f64[n]; shadows.put(a, s)     =&gt;     s = shadows.room(n); shadows.put(a, s)
 * </pre>
 */
public final class ShadowRoom implements Pass {

    @Override
    public String name() {
        return "shadow-room";
    }

    @Override
    public Function apply(Function function) {
        Map<Value, Value> tables = tables(function);
        if (tables.isEmpty()) {
            return function;
        }
        List<Block> blocks = new ArrayList<>();
        for (Block block : function.blocks()) {
            List<Statement> statements = new ArrayList<>();
            for (Statement statement : block.statements()) {
                Value table = statement.op() instanceof Op.NewArray ? tables.get(statement.result()) : null;
                statements.add(table == null ? statement : inRoom(statement, table));
            }
            blocks.add(statements.equals(block.statements()) ? block : block.withStatements(statements));
        }
        return blocks.equals(function.blocks()) ? function : function.withBlocks(blocks);
    }

    /** Returns the table that an array of doubles is put in, for each that is. */
    private static Map<Value, Value> tables(Function function) {
        List<Variable> parameters = function.entry().parameters();
        Map<Value, Value> tables = new HashMap<>();
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                if (statement.op() instanceof Op.Invoke invoke && ShadowCalls.isPut(invoke)) {
                    Value table = invoke.arguments().getFirst();
                    if (table instanceof Variable variable && parameters.contains(variable)) {
                        tables.put(invoke.arguments().getLast(), table);
                    }
                }
            }
        }
        tables.keySet().removeIf(shadow -> !shadow.type().equals(new ArrayType(PrimitiveType.F64)));
        return tables;
    }

    private static Statement inRoom(Statement statement, Value table) {
        Value length = ((Op.NewArray) statement.op()).lengths().getFirst();
        return new Statement(statement.results(), ShadowCalls.room(table, length), statement.position());
    }
}
