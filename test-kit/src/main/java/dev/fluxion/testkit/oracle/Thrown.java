package dev.fluxion.testkit.oracle;

/** Carries an exception of the program through the interpreter. */
final class Thrown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    final transient HeapObject exception;

    Thrown(HeapObject exception) {
        super(exception.type.getName(), null, false, false);
        this.exception = exception;
    }

    static Thrown of(Class<? extends Throwable> type) {
        return new Thrown(new HeapObject(type));
    }
}
