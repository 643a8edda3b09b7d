package dev.fluxion.acceptance;

import dev.fluxion.DoubleArrayFn;

/** The lines of one library. */
final class Subjects {
    private final String library;

    Subjects(String library) {
        this.library = library;
    }

    /** Makes a line. */
    Subject of(String name, DoubleArrayFn function, double... at) {
        return new Subject(library, name, function, at, null);
    }
}
