package dev.fluxion.ir.verify;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules 15 and 16: how blocks end. */
final class EndRules {

    private final Function function;
    private final Report report;

    EndRules(Function function, Report report) {
        this.function = function;
        this.report = report;
    }

    void check(Terminator terminator) {
        switch (terminator) {
            case Terminator.Jump jump -> {}
            case Terminator.Branch branch -> integer("the condition", branch.condition());
            case Terminator.Switch choice -> {
                integer("the selector", choice.selector());
                Set<Integer> keys = new HashSet<>();
                for (Terminator.Case arm : choice.cases()) {
                    if (!keys.add(arm.key())) {
                        report.add(15, "two cases have the key " + arm.key());
                    }
                }
            }
            case Terminator.Return leave -> results(leave.values());
            case Terminator.Throw raise -> {
                if (!raise.exception().type().isReference()) {
                    report.add(15, "what is thrown is " + raise.exception().type());
                }
            }
            case Terminator.Unreachable never -> {}
        }
    }

    private void integer(String what, Value value) {
        if (value.type() != PrimitiveType.I32) {
            report.add(15, what + " is " + value.type() + ", not i32");
        }
    }

    private void results(List<Value> values) {
        List<Type> types = function.resultTypes();
        if (values.size() != types.size()) {
            report.add(16, "the function has " + types.size() + " results, not " + values.size());
            return;
        }
        for (int i = 0; i < types.size(); i++) {
            if (!Assignability.isAssignable(values.get(i), types.get(i))) {
                report.add(
                        16,
                        "result "
                                + i
                                + " is "
                                + types.get(i)
                                + ", but "
                                + report.text(values.get(i))
                                + " is "
                                + values.get(i).type());
            }
        }
    }
}
