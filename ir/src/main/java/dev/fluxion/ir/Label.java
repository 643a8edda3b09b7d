package dev.fluxion.ir;

/**
 * Names a block within its function; told apart by number.
 *
 * @param id the number
 * @param name for readers only, or empty
 */
public record Label(int id, String name) {

    /** Compares numbers. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Label label && label.id == id;
    }

    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public String toString() {
        return "^" + name + id;
    }
}
