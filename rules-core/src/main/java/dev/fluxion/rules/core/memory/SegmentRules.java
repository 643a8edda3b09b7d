package dev.fluxion.rules.core.memory;

import dev.fluxion.rule.NonDifferentiable;
import dev.fluxion.rule.Refused;
import dev.fluxion.rule.Rules;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;

/**
 * Segments of memory: where their numbers are is an address, which says nothing of whose they are. What is read from
 * one is constant as long as no active number can have come there, so a segment is not made over an array in
 * differentiated code where active numbers are about, and takes none.
 */
@Rules(of = MemorySegment.class)
@Refused(
        of = {
            "ofArray([D)Ljava/lang/foreign/MemorySegment;",
            "ofArray([F)Ljava/lang/foreign/MemorySegment;",
            "set(Ljava/lang/foreign/ValueLayout$OfDouble;JD)V",
            "set(Ljava/lang/foreign/ValueLayout$OfFloat;JF)V",
            "setAtIndex(Ljava/lang/foreign/ValueLayout$OfDouble;JD)V",
            "setAtIndex(Ljava/lang/foreign/ValueLayout$OfFloat;JF)V",
            "copy(Ljava/lang/Object;ILjava/lang/foreign/MemorySegment;Ljava/lang/foreign/ValueLayout;JI)V",
            "copy(Ljava/lang/foreign/MemorySegment;Ljava/lang/foreign/ValueLayout;JLjava/lang/Object;II)V"
        },
        because = "a number in a segment of memory is found by its address, through which no derivative is followed",
        instead =
                "an array, or a DoubleBuffer that wraps one, and copying to and from the segment outside of the"
                        + " function")
public final class SegmentRules {

    private SegmentRules() {}

    /** Memory that is laid out, made and given back. */
    @Rules(of = {Arena.class, SegmentAllocator.class, MemoryLayout.class, ValueLayout.class})
    @NonDifferentiable(
            of = {
                "ofConfined",
                "ofShared",
                "ofAuto",
                "global",
                "close",
                "scope",
                "allocate",
                "slicingAllocator",
                "prefixAllocator",
                "sequenceLayout",
                "structLayout",
                "unionLayout",
                "paddingLayout",
                "byteSize",
                "byteAlignment",
                "withName",
                "withByteAlignment",
                "withOrder",
                "order",
                "carrier"
            })
    public static final class Layouts {

        private Layouts() {}
    }
}
