package dev.fluxion.ir;

import dev.fluxion.ir.type.Type;

/**
 * A value that is defined once, by a statement or as a block parameter. Variables are told apart by number; the number
 * is unique within one function.
 *
 * @param id the number
 * @param type the computational type
 * @param name the local name in the user's source, or empty; for readers only
 */
public record Variable(int id, Type type, String name) implements Value {

    /** Compares numbers: two variables of one function are the same when their numbers are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Variable variable && variable.id == id;
    }

    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public String toString() {
        return "%" + name + id;
    }
}
