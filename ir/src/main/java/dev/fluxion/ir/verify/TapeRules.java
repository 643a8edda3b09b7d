package dev.fluxion.ir.verify;

import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.Type;

import java.util.Map;

/** Rule 14: stacks of the tape. */
final class TapeRules {

    private final Report report;
    private final Map<Integer, Type> stacks;

    /** Starts with the stacks that other functions of the program use, and adds to them. */
    TapeRules(Report report, Map<Integer, Type> stacks) {
        this.report = report;
        this.stacks = stacks;
    }

    void check(Op op) {
        switch (op) {
            case Op.TapePush(int stack, var value) -> stack(stack, value.type());
            case Op.TapePop(int stack, Type type) -> stack(stack, type);
            case Op.TapeReserve(int stack, Type type, var count) -> stack(stack, type);
            case Op.TapeRelease(int stack, Type type, var count) -> stack(stack, type);
            case Op.TapeTop(int stack, Type type) -> stack(stack, type);
            case Op other -> {}
        }
    }

    private void stack(int number, Type type) {
        if (number < 0) {
            report.add(14, "the number of a stack is negative");
        }
        if (!type.computational().equals(type)) {
            report.add(14, "a stack cannot hold " + type);
            return;
        }
        Type kind = type.isReference() ? ClassType.OBJECT : type;
        Type known = stacks.putIfAbsent(number, kind);
        if (known != null && !known.equals(kind)) {
            report.add(14, "stack " + number + " holds " + known + " elsewhere, not " + kind);
        }
    }
}
