package dev.fluxion.ir.text;

import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.ResultTypes;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.Type;

import java.util.ArrayList;
import java.util.List;

/** Finds the types of results from the operations that compute them, in whatever order the text has them. */
final class TypeInference {

    /** A statement of stand-ins, and where it begins. */
    private record Located(int offset, Statement statement) {}

    private final Scanner in;
    private final Scope scope;
    private List<Located> open = new ArrayList<>();

    TypeInference(Scanner in, Scope scope) {
        this.in = in;
        this.scope = scope;
    }

    void add(int offset, Statement statement) {
        open.add(new Located(offset, statement));
    }

    /** Gives all results a type. Each round completes a statement or is the last. */
    void infer() {
        int before = open.size() + 1;
        while (open.size() < before) {
            before = open.size();
            List<Located> left = new ArrayList<>();
            for (Located located : open) {
                if (!complete(located)) {
                    left.add(located);
                }
            }
            open = left;
        }
        if (!open.isEmpty()) {
            throw in.error(open.getFirst().offset, "the types of these results do not follow; write %name: type");
        }
    }

    private boolean complete(Located located) {
        Statement statement = located.statement;
        if (statement.op() instanceof Op.Call) {
            for (Variable result : statement.results()) {
                if (scope.type(result) == null) {
                    throw in.error(located.offset, "the results of a call need types: %name: type");
                }
            }
            return true;
        }
        for (Value operand : statement.op().operands()) {
            if (operand instanceof Variable variable && scope.type(variable) == null) {
                return false;
            }
        }
        List<Type> types = ResultTypes.of(statement.op().map(this::typed));
        if (types.size() != statement.results().size()) {
            throw in.error(
                    located.offset,
                    "this operation has " + types.size() + " results, not " + statement.results().size());
        }
        for (int i = 0; i < types.size(); i++) {
            if (scope.type(statement.results().get(i)) == null) {
                scope.setType(statement.results().get(i), types.get(i));
            }
        }
        return true;
    }

    private Value typed(Value value) {
        Type type = value instanceof Variable variable ? scope.type(variable) : null;
        return type != null && value instanceof Variable variable ? new Variable(variable.id(), type, "") : value;
    }
}
