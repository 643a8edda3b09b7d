package dev.fluxion.rules.collections.streams.plain;

import dev.fluxion.diagnostic.Diagnostic;
import dev.fluxion.diagnostic.ErrorId;
import dev.fluxion.diagnostic.NotDifferentiableException;

import org.jspecify.annotations.Nullable;

import java.util.stream.BaseStream;

/** What the stages of one stream have in common: what is done when it is closed, and whether it was made parallel. */
public final class Line {

    private @Nullable Runnable closing;
    private boolean isParallel;

    /** Returns what a stream has that is put together from two. */
    public static Line ofBoth(BaseStream<?, ?> first, BaseStream<?, ?> second) {
        Line line = new Line();
        line.closing = oneAfterTheOther(first::close, second::close);
        line.isParallel = first.isParallel() || second.isParallel();
        return line;
    }

    /** Does as another stream does, from which the elements come. */
    void follow(BaseStream<?, ?> other) {
        closing = other::close;
        isParallel = other.isParallel();
    }

    /** Adds what is done last when the stream is closed. */
    void onClose(Runnable handler) {
        Runnable before = closing;
        closing = before == null ? handler : oneAfterTheOther(before, handler);
    }

    /** Does what is to be done, once. */
    void close() {
        Runnable todo = closing;
        closing = null;
        if (todo != null) {
            todo.run();
        }
    }

    /** Both are run; where both fail, the failure of the first tells of the second. */
    @SuppressWarnings("ReferenceEquality") // an exception cannot be told of itself
    public static Runnable oneAfterTheOther(Runnable first, Runnable second) {
        return () -> {
            try {
                first.run();
            } catch (RuntimeException | Error failure) {
                try {
                    second.run();
                } catch (RuntimeException | Error further) {
                    if (further != failure) {
                        failure.addSuppressed(further);
                    }
                }
                throw failure;
            }
            second.run();
        };
    }

    boolean isParallel() {
        return isParallel;
    }

    void setParallel(boolean parallel) {
        isParallel = parallel;
    }

    /**
     * Refuses what may give another result when it is done in parts.
     *
     * @param what the operation
     */
    void requireSequential(String what) {
        if (isParallel) {
            throw new NotDifferentiableException(
                    Diagnostic.of(
                            ErrorId.NO_RULE,
                            "cannot differentiate " + what + " of a parallel stream",
                            "what it gives depends on how the stream is divided, which is not known here",
                            "sequential() before it, or stream() instead of parallelStream()"));
        }
    }

    /** Returns what a stream throws that is used a second time. */
    public static IllegalStateException used() {
        return new IllegalStateException("stream has already been operated upon or closed");
    }
}
