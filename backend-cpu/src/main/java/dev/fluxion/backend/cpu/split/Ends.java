package dev.fluxion.backend.cpu.split;

import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Replaces the values in a terminator. */
final class Ends {

    private Ends() {}

    static Terminator map(Terminator end, UnaryOperator<Value> mapping) {
        return switch (end) {
            case Terminator.Jump jump -> new Terminator.Jump(map(jump.target(), mapping));
            case Terminator.Branch branch ->
                    new Terminator.Branch(
                            mapping.apply(branch.condition()),
                            map(branch.then(), mapping),
                            map(branch.otherwise(), mapping));
            case Terminator.Switch choice -> {
                List<Terminator.Case> cases = new ArrayList<>();
                for (Terminator.Case arm : choice.cases()) {
                    cases.add(new Terminator.Case(arm.key(), map(arm.target(), mapping)));
                }
                yield new Terminator.Switch(mapping.apply(choice.selector()), cases, map(choice.otherwise(), mapping));
            }
            case Terminator.Return leave -> new Terminator.Return(map(leave.values(), mapping));
            case Terminator.Throw raise -> new Terminator.Throw(mapping.apply(raise.exception()));
            case Terminator.Unreachable never -> never;
        };
    }

    private static Successor map(Successor edge, UnaryOperator<Value> mapping) {
        return new Successor(edge.target(), map(edge.arguments(), mapping));
    }

    private static List<Value> map(List<Value> values, UnaryOperator<Value> mapping) {
        List<Value> mapped = new ArrayList<>(values.size());
        for (Value value : values) {
            mapped.add(mapping.apply(value));
        }
        return mapped;
    }
}
