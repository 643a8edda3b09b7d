package dev.fluxion.ir.symbol;

import dev.fluxion.ir.type.Type;

/**
 * A Java field by name.
 *
 * @param owner internal name of the class
 * @param name the field's name
 * @param type its declared (storage) type
 */
public record FieldRef(String owner, String name, Type type) {

    @Override
    public String toString() {
        return owner + "." + name + ":" + type.descriptor();
    }
}
