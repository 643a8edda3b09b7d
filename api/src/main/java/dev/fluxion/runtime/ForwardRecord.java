package dev.fluxion.runtime;

import java.util.IdentityHashMap;

/**
 * What a forward sweep has left, for reverse sweeps that are repeated: it is read, never consumed, so that any number
 * of them may run at the same time. It belongs to no thread.
 *
 * <pre>{@code
 * ForwardRecord record = new ForwardRecord();
 * pair.augmented(arguments, record.shadows(), record.tape());
 * ForwardRecord.Copy once = record.copy();
 * pair.reverse(1, partials, once.shadows(), once.tape());
 * }</pre>
 */
public final class ForwardRecord {

    private final Shadows shadows = Shadows.repeatable();
    private final Tape tape = Tape.unowned();

    /** Makes an empty one. */
    public ForwardRecord() {}

    /** Returns the table of shadows for the forward sweep. */
    public Shadows shadows() {
        return shadows;
    }

    /** Returns the tape for the forward sweep. */
    public Tape tape() {
        return tape;
    }

    /**
     * What one reverse sweep consumes.
     *
     * @param shadows the same shadows, all of them zero
     * @param tape the same tape
     */
    public record Copy(Shadows shadows, Tape tape) {

        /**
         * Says that the sweep has come to its end.
         *
         * @throws dev.fluxion.diagnostic.NotDifferentiableException if something was refused on its way, also if the
         *     program has caught that
         */
        public void finish() {
            tape.stopIfRefused();
        }
    }

    /**
     * Says that the forward sweep has come to its end.
     *
     * @throws dev.fluxion.diagnostic.NotDifferentiableException if something was refused on its way, also if the
     *     program has caught that
     */
    public void finish() {
        tape.stopIfRefused();
    }

    /** Returns what one reverse sweep consumes. */
    public Copy copy() {
        IdentityHashMap<Object, Object> fresh = new IdentityHashMap<>();
        Shadows zeros = shadows.zeros(fresh);
        return new Copy(zeros, tape.copy(fresh));
    }
}
