package dev.fluxion.rules.collections.streams.objects;

import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.Gatherer;

/**
 * What a gatherer makes of the elements. It is asked for more when what it has pushed is used up.
 *
 * @param <S> the elements of the source
 * @param <A> the gatherer's state
 * @param <T> what it pushes
 */
public final class Gathered<S, A, T> implements Iterator<T> {

    private final Iterator<S> source;
    private final Gatherer<? super S, A, T> gatherer;
    private final Pushed<T> pushed = new Pushed<>();
    private @Nullable A state;
    private boolean isStarted;
    private boolean isFinished;
    private boolean goesOn = true;

    private Gathered(Iterator<S> source, Gatherer<? super S, A, T> gatherer) {
        this.source = source;
        this.gatherer = gatherer;
    }

    /** Makes the stage. */
    public static <S, T> Iterator<T> of(Iterator<S> source, Gatherer<? super S, ?, T> gatherer) {
        return ofState(source, gatherer);
    }

    private static <S, A, T> Iterator<T> ofState(Iterator<S> source, Gatherer<? super S, A, T> gatherer) {
        return new Gathered<>(source, gatherer);
    }

    /** Keeps what is pushed. */
    private static final class Pushed<T> implements Gatherer.Downstream<T> {
        private final ObjectBuffers.Block<T> waiting = new ObjectBuffers.Block<>();

        @Override
        public boolean push(T element) {
            waiting.accept(element);
            return true;
        }
    }

    @Override
    @SuppressWarnings("NullAway") // a gatherer without state gets null for it
    public boolean hasNext() {
        ObjectBuffers.Block<T> waiting = pushed.waiting;
        while (!waiting.hasNext() && !isFinished) {
            waiting.clear();
            if (!isStarted) {
                isStarted = true;
                state = gatherer.initializer().get();
            }
            if (goesOn && source.hasNext()) {
                goesOn = gatherer.integrator().integrate(state, source.next(), pushed);
            } else {
                isFinished = true;
                gatherer.finisher().accept(state, pushed);
            }
        }
        return waiting.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return pushed.waiting.next();
    }
}
