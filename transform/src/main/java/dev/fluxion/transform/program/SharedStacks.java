package dev.fluxion.transform.program;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;
import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.op.Op;
import dev.fluxion.runtime.TapeOrders;
import dev.fluxion.transform.dispatch.DynamicSite;

import java.util.Map;

/**
 * Numbers of tape stacks for derivatives of derivatives that are compiled in several parts, see {@link DynamicSite} and
 * {@link TapeOrders}.
 */
final class SharedStacks {

    private final int order;
    private final Map<Integer, Integer> next;

    /**
     * Prepares to give numbers.
     *
     * @param order the order of the derivative
     * @param used what the library has given so far, by order
     */
    SharedStacks(int order, Map<Integer, Integer> used) {
        this.order = order;
        this.next = used;
        if (order > TapeOrders.HIGHEST) {
            throw tooMuch();
        }
    }

    /**
     * Returns the order of the derivative of a function: one more than that of the sites in it and, if anything is
     * found when the code runs at all, than that of the stacks that it uses itself. What is found would else remember
     * things in between.
     */
    static int orderOf(Function function, boolean isDynamic) {
        int order = 1;
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                int inner =
                        switch (statement.op()) {
                            case Op.InvokeDynamic call -> {
                                DynamicSite site = DynamicSite.of(call);
                                yield site == null ? 0 : site.order();
                            }
                            case Op.TapePush push -> isDynamic ? TapeOrders.of(push.stack()) : 0;
                            case Op.TapePop pop -> isDynamic ? TapeOrders.of(pop.stack()) : 0;
                            default -> 0;
                        };
                order = Math.max(order, inner + 1);
            }
        }
        return order;
    }

    /** Returns the number of a stack that nothing uses yet. */
    int fresh() {
        int index = next.merge(order, 1, Integer::sum) - 1;
        if (index >= TapeOrders.STACKS) {
            throw tooMuch();
        }
        return TapeOrders.first(order) + index;
    }

    /** Returns the stack that holds the adjoints of what another stack holds. */
    int shadow(int stack) {
        if (stack >= TapeOrders.first(order)) {
            throw tooMuch();
        }
        return TapeOrders.adjoints(order, stack);
    }

    private static NotDifferentiableException tooMuch() {
        return new NotDifferentiableException(
                Diagnostic.of(
                        ErrorId.DYNAMIC_CALL,
                        "cannot take a derivative of so high an order through a call that the receiver's class chooses",
                        "its parts are compiled apart, and remember more than there are stacks for",
                        "a static or final method instead of that call"));
    }
}
