package dev.fluxion.transform.tape;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.op.Op;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Where a function uses which stack of the tape. */
final class TapeSites {

    /** A statement and its block. */
    record Site(Label block, Statement statement) {}

    private final Map<Integer, Site> pushes = new LinkedHashMap<>();
    private final Map<Integer, Site> pops = new LinkedHashMap<>();
    private final Set<Integer> others = new HashSet<>();

    TapeSites(Function function) {
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                note(new Site(block.label(), statement));
            }
        }
    }

    private void note(Site site) {
        Op op = site.statement.op();
        if (op instanceof Op.TapePush push) {
            if (pushes.put(push.stack(), site) != null) {
                others.add(push.stack());
            }
        } else if (op instanceof Op.TapePop pop) {
            if (pops.put(pop.stack(), site) != null) {
                others.add(pop.stack());
            }
        } else if (op instanceof Op.TapeReserve reserve) {
            others.add(reserve.stack());
        } else if (op instanceof Op.TapeRelease release) {
            others.add(release.stack());
        } else if (op instanceof Op.TapeTop top) {
            others.add(top.stack());
        }
    }

    /** Returns the stacks that are used in any way. */
    Set<Integer> stacks() {
        Set<Integer> all = new HashSet<>(others);
        all.addAll(pushes.keySet());
        all.addAll(pops.keySet());
        return all;
    }

    /** Returns the stacks with a push, in order. */
    Iterable<Integer> pushed() {
        return pushes.keySet();
    }

    /** Returns the only push, or null if the stack is used in any other way than by one push and one pop. */
    @Nullable Site push(int stack) {
        return others.contains(stack) || !pops.containsKey(stack) ? null : pushes.get(stack);
    }

    /** Returns the only pop, or null if the stack is used in any other way than by one push and one pop. */
    @Nullable Site pop(int stack) {
        return others.contains(stack) || !pushes.containsKey(stack) ? null : pops.get(stack);
    }
}
