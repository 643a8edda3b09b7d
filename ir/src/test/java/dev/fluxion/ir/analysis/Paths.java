package dev.fluxion.ir.analysis;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Successor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The slow and obvious answers: reachability in the graph of block tops and completions, with points left out. */
final class Paths {

    /** A block's top, or its completion. */
    record Point(Label block, boolean isDone) {}

    private final Map<Point, Set<Point>> edges = new LinkedHashMap<>();
    private final Point entry;

    Paths(Function function) {
        entry = new Point(function.entry().label(), false);
        for (Block block : function.blocks()) {
            Set<Point> top = new HashSet<>();
            Set<Point> done = new HashSet<>();
            top.add(new Point(block.label(), true));
            for (Handler handler : block.handlers()) {
                top.add(new Point(handler.target(), false));
            }
            for (Successor edge : block.terminator().successors()) {
                done.add(new Point(edge.target(), false));
            }
            edges.put(new Point(block.label(), false), top);
            edges.put(new Point(block.label(), true), done);
        }
    }

    /** Returns whether some path leads from the entry to {@code to} without {@code without}. */
    boolean isReachable(Point to, Point without) {
        return isReachable(entry, to, without);
    }

    boolean isReachable(Label block) {
        return isReachable(new Point(block, false), new Point(block, true));
    }

    /** Returns whether a path (perhaps empty) leads from one to the other and never visits {@code without}. */
    boolean isReachable(Point from, Point to, Point without) {
        Set<Point> seen = new HashSet<>();
        Deque<Point> work = new ArrayDeque<>();
        if (!from.equals(without)) {
            work.add(from);
        }
        while (!work.isEmpty()) {
            Point point = work.remove();
            if (point.equals(to)) {
                return true;
            }
            for (Point next : edges.get(point)) {
                if (!next.equals(without) && seen.add(next)) {
                    work.add(next);
                }
            }
        }
        return false;
    }
}
