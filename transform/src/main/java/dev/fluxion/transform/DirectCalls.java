package dev.fluxion.transform;

import dev.fluxion.ir.Position;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ClassType;

import java.util.ArrayList;
import java.util.List;

/** Calls of the method that is known to run, in the place of calls that the receiver's class decides. */
public final class DirectCalls {

    private DirectCalls() {}

    /**
     * Returns the call of the method itself. The receiver is cast to the method's class first: its type may be an
     * interface, which the method's own code, once it is inlined, could do nothing with.
     */
    public static List<Statement> of(
            Op.Invoke open, MethodRef method, List<Variable> results, Position position, Draft draft) {
        ClassType owner = new ClassType(method.owner());
        List<Value> arguments = new ArrayList<>(open.arguments());
        List<Statement> statements = new ArrayList<>();
        if (!arguments.getFirst().type().equals(owner)) {
            Variable receiver = draft.newVariable(owner, "");
            Op cast = new Op.CheckCast(owner, arguments.getFirst());
            statements.add(new Statement(List.of(receiver), cast, position));
            arguments.set(0, receiver);
        }
        statements.add(new Statement(results, new Op.Invoke(InvokeKind.SPECIAL, method, arguments), position));
        return statements;
    }
}
