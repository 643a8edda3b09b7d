package dev.fluxion.transform.range;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.analysis.Definitions;
import dev.fluxion.ir.analysis.Dominators;
import dev.fluxion.ir.analysis.Loop;
import dev.fluxion.ir.analysis.Loops;
import dev.fluxion.ir.analysis.Place;
import dev.fluxion.ir.op.Op;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells of an array element that is read or written at one place whether it may be written again afterwards.
 *
 * <pre>
 *   for (k ...) for (i = k + 1 ...) for (j = k + 1 ...) a[i * n + j] -= a[i * n + k] * a[k * n + j];
 * </pre>
 *
 * <p>Rows up to the k-th are not written in trip k and later, so what {@code a[k * n + j]} gave is still there at the
 * end. Each store is asked twice over: on the same trips of the loops around both places, where it may follow, and on a
 * later trip of each of these loops. {@link TwoTimes} compares the indices.
 */
public final class LaterStores {

    /** Where so many stores may be to one array, each is taken to hit each element. */
    private static final int MOST = 64;

    private final Cfg cfg;
    private final Definitions definitions;
    private final Counters counters;
    private final Matrices matrices;
    private final List<Site> sites = new ArrayList<>();
    private final Map<Label, Set<Label>> following = new HashMap<>();

    private record Site(Op.ArrayStore store, Place place) {}

    /** Finds the stores of a function. */
    public LaterStores(Cfg cfg, Dominators dominators, Loops loops, Definitions definitions) {
        this.cfg = cfg;
        this.definitions = definitions;
        this.counters = new Counters(loops, dominators, definitions);
        this.matrices = new Matrices(cfg, definitions);
        for (Block block : cfg.blocks()) {
            List<Statement> statements = block.statements();
            for (int i = 0; i < statements.size(); i++) {
                if (statements.get(i).op() instanceof Op.ArrayStore store) {
                    sites.add(new Site(store, new Place(block.label(), i)));
                }
            }
        }
    }

    /**
     * Returns whether an element may be written after it has been accessed.
     *
     * @param place where the access is
     * @param mayAlias which stores may be to the same array
     */
    public boolean mayHit(Place place, Value array, Value index, Predicate<Op.ArrayStore> mayAlias) {
        int count = 0;
        for (Site site : sites) {
            if (mayAlias.test(site.store) && (++count > MOST || mayHit(place, array, index, site))) {
                return true;
            }
        }
        return false;
    }

    private boolean mayHit(Place place, Value array, Value index, Site site) {
        Label first = place.block();
        Label second = site.place.block();
        Loop common = counters.common(first, second);
        if (mayFollow(place, site.place, common) && mayBeEqual(array, index, site, first, null)) {
            return true;
        }
        for (Loop loop = common; loop != null && !isMadeIn(loop, array, site.store); loop = loop.parent()) {
            if (mayBeEqual(array, index, site, first, loop)) {
                return true;
            }
        }
        return false;
    }

    private boolean mayBeEqual(Value array, Value index, Site site, Label first, @Nullable Loop changed) {
        TwoTimes times = new TwoTimes(counters, definitions, first, site.place.block(), changed);
        if (times.differ(index, site.store.index())) {
            return false;
        }
        Op.ArrayLoad row = matrices.row(array);
        Op.ArrayLoad otherRow = matrices.row(site.store.array());
        return row == null
                || otherRow == null
                || !row.array().equals(otherRow.array())
                || !times.differ(row.index(), otherRow.index());
    }

    /** Returns whether both are the array that is made on each trip of a loop. */
    private boolean isMadeIn(Loop loop, Value array, Op.ArrayStore store) {
        return array instanceof Variable variable
                && array.equals(store.array())
                && definitions.op(variable) instanceof Op.NewArray
                && loop.contains(definitions.place(variable).block());
    }

    /** Returns whether one place may come after another on the same trip of the loops around both. */
    private boolean mayFollow(Place first, Place second, @Nullable Loop common) {
        if (first.block().equals(second.block())) {
            return first.index() < second.index();
        }
        Label header = common == null ? null : common.header();
        return !second.block().equals(header) && following(first.block(), header).contains(second.block());
    }

    /** Returns the blocks that control may come to from one without passing the header of the loop around both. */
    private Set<Label> following(Label first, @Nullable Label header) {
        Set<Label> known = following.get(first);
        if (known != null && header == null) {
            return known;
        }
        Set<Label> reached = new HashSet<>();
        Deque<Label> pending = new ArrayDeque<>(List.of(first));
        while (!pending.isEmpty()) {
            for (Label next : cfg.successors(pending.removeLast())) {
                if (!next.equals(header) && reached.add(next)) {
                    pending.add(next);
                }
            }
        }
        if (header == null) {
            following.put(first, reached);
        }
        return reached;
    }
}
