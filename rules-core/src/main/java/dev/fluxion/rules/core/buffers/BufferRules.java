package dev.fluxion.rules.core.buffers;

import dev.fluxion.rule.MovesReferences;
import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Rules;

import java.nio.Buffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/** What hands buffers and their arrays on, moves positions, and compares. */
@Rules(of = {Buffer.class, DoubleBuffer.class, FloatBuffer.class})
@MovesReferences(
        of = {
            "wrap",
            "allocate",
            "slice",
            "duplicate",
            "asReadOnlyBuffer",
            "array",
            "clear",
            "flip",
            "rewind",
            "mark",
            "reset",
            "limit",
            "position"
        })
@NonDifferentiable(
        of = {
            "arrayOffset",
            "hasArray",
            "capacity",
            "remaining",
            "hasRemaining",
            "isDirect",
            "isReadOnly",
            "order",
            "equals",
            "compareTo",
            "mismatch",
            "hashCode",
            "toString"
        })
public final class BufferRules {

    private BufferRules() {}
}
