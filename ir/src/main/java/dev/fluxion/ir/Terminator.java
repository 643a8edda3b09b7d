package dev.fluxion.ir;

import java.util.ArrayList;
import java.util.List;

/** How a block ends. */
public sealed interface Terminator {

    /** Goes on at one block. */
    record Jump(Successor target) implements Terminator {}

    /** Goes on at {@code then} when {@code condition} (an {@code i32}) is not zero, else at {@code otherwise}. */
    record Branch(Value condition, Successor then, Successor otherwise) implements Terminator {}

    /** Goes on at the case whose key equals {@code selector} (an {@code i32}), else at {@code otherwise}. */
    record Switch(Value selector, List<Case> cases, Successor otherwise) implements Terminator {
        /** Copies the cases in. */
        public Switch {
            cases = List.copyOf(cases);
        }
    }

    /** Leaves the function with its results. */
    record Return(List<Value> values) implements Terminator {
        /** Copies the values in. */
        public Return {
            values = List.copyOf(values);
        }
    }

    /** Throws an exception, to the block's handlers or out of the function. */
    record Throw(Value exception) implements Terminator {}

    /** Is never reached, because what comes before never completes. */
    record Unreachable() implements Terminator {}

    /**
     * One arm of a switch.
     *
     * @param key the value that selects it
     * @param target where it goes
     */
    record Case(int key, Successor target) {}

    /** Returns the ordinary (not exceptional) edges, in order; two edges may lead to the same block. */
    default List<Successor> successors() {
        return switch (this) {
            case Jump jump -> List.of(jump.target);
            case Branch branch -> List.of(branch.then, branch.otherwise);
            case Switch choice -> {
                List<Successor> all = new ArrayList<>();
                for (Case arm : choice.cases) {
                    all.add(arm.target);
                }
                all.add(choice.otherwise);
                yield List.copyOf(all);
            }
            case Return leave -> List.of();
            case Throw raise -> List.of();
            case Unreachable never -> List.of();
        };
    }

    /** Returns the values used, those passed along edges included. */
    default List<Value> operands() {
        List<Value> all = new ArrayList<>();
        switch (this) {
            case Jump jump -> {}
            case Branch branch -> all.add(branch.condition);
            case Switch choice -> all.add(choice.selector);
            case Return leave -> all.addAll(leave.values);
            case Throw raise -> all.add(raise.exception);
            case Unreachable never -> {}
        }
        for (Successor edge : successors()) {
            all.addAll(edge.arguments());
        }
        return List.copyOf(all);
    }
}
