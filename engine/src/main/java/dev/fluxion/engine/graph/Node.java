package dev.fluxion.engine.graph;

import dev.fluxion.rule.TangentType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** An object that a gradient may be taken in, with what it referred to when the function was called. */
final class Node {

    final Object primal;
    final Kind kind;

    /** The fields, if this is an object. */
    final @Nullable Layout layout;

    /** The type of its tangents, if only rules know its numbers. */
    @Nullable TangentType<?, ?> hidden;

    /** What it held, if this is a container; read when the node is followed. */
    @Nullable Contents contents;

    /** Whether this is a container that makes its values when it is asked for them. */
    boolean makesItsValues;

    /** For each element or value, or each field that may lead to numbers, what it referred to. */
    @Nullable Object[] held = {};

    /** The nodes of what it referred to; null for null, and where nothing leads to numbers. */
    @Nullable Node[] references = {};

    /** Whether numbers can be reached from here, or may be. */
    boolean leadsToNumbers;

    /** How many places refer to this. */
    int places;

    /** Those that refer to this and were found before it was known to lead to numbers. */
    final List<Node> referrers = new ArrayList<>();

    Node(Object primal, Kind kind, @Nullable Layout layout) {
        this.primal = primal;
        this.kind = kind;
        this.layout = layout;
    }

    /** Returns why what is in here cannot be told, or null if it can. */
    @Nullable String unreadable() {
        if (kind == Kind.HOLDER) {
            return "the gradient in a " + primal.getClass().getName() + " is not covered yet";
        }
        if (makesItsValues) {
            return "a "
                    + primal.getClass().getName()
                    + " gives other objects each time that it is asked what it holds, so that these are no places for"
                    + " numbers";
        }
        return layout == null ? null : layout.unreadable();
    }

    /**
     * Returns whether a gradient has another object in the place of this. What leads to no number is carried over, but
     * for arrays, which could be written to, and containers of nothing but null, which could be put into.
     */
    boolean isMade() {
        return leadsToNumbers || kind == Kind.ARRAY || isEmptyContainer();
    }

    /** Returns whether a gradient may be wanted in this. */
    boolean isWanted() {
        return kind != Kind.CONTAINER || isMade();
    }

    private boolean isEmptyContainer() {
        if (kind != Kind.CONTAINER) {
            return false;
        }
        for (Object value : held) {
            if (value != null) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether it has numbers of its own. */
    boolean hasNumbers() {
        if (kind == Kind.NUMBERS || kind == Kind.BOX || kind == Kind.HIDDEN || unreadable() != null) {
            return true;
        }
        if (layout != null) {
            for (Part part : layout.parts()) {
                if (part.isNumber()) {
                    return true;
                }
            }
        }
        return false;
    }
}
