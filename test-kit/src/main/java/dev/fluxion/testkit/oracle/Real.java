package dev.fluxion.testkit.oracle;

/**
 * A number that may depend on the argument.
 *
 * @param value what it is; exactly a float if {@code isSingle}
 * @param isSingle whether it is a float
 * @param node its number in the list of operations; {@link #CONSTANT} if it depends on nothing
 */
record Real(double value, boolean isSingle, int node) {

    static final int CONSTANT = -1;

    static Real constant(double value) {
        return new Real(value, false, CONSTANT);
    }

    static Real constant(float value) {
        return new Real(value, true, CONSTANT);
    }
}
