package dev.fluxion.rules.collections.streams.objects;

import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.function.Consumer;

/** Asks a spliterator for its elements one by one. */
public final class Advanced<T> implements Iterator<T>, Consumer<T> {

    private final Spliterator<T> source;
    private @Nullable T found;
    private boolean isFound;

    /** Goes over what is left of {@code source}. */
    public Advanced(Spliterator<T> source) {
        this.source = source;
    }

    @Override
    public void accept(T element) {
        found = element;
        isFound = true;
    }

    @Override
    public boolean hasNext() {
        if (!isFound) {
            source.tryAdvance(this);
        }
        return isFound;
    }

    @Override
    @SuppressWarnings("NullAway") // an element may be null
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        isFound = false;
        return found;
    }
}
