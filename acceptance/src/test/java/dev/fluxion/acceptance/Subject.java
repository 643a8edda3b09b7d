package dev.fluxion.acceptance;

import dev.fluxion.DoubleArrayFn;
import dev.fluxion.diagnostic.ErrorId;

import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param library where the function comes from
 * @param name what is called
 * @param function the function of a point
 * @param at the point
 * @param refusal why it is refused, if it is
 */
@SuppressWarnings("ArrayRecordComponent") // subjects are not compared
record Subject(String library, String name, DoubleArrayFn function, double[] at, @Nullable Refusal refusal) {

    /**
     * Why a function cannot be differentiated.
     *
     * @param id the error
     * @param because what is in the way, in words
     */
    record Refusal(ErrorId id, String because) {}

    /** Returns the same line, to be refused. */
    Subject refused(ErrorId id, String because) {
        return new Subject(library, name, function, at, new Refusal(id, because));
    }

    @Override
    public String toString() {
        return library + ": " + name;
    }
}
