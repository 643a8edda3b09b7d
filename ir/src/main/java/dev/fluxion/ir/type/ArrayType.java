package dev.fluxion.ir.type;

/**
 * An array type.
 *
 * @param element what one element is stored as; narrow primitives and arrays are allowed
 */
public record ArrayType(Type element) implements ReferenceType {

    @Override
    public String descriptor() {
        return "[" + element.descriptor();
    }

    @Override
    public String internalName() {
        return descriptor();
    }

    @Override
    public String toString() {
        return element + "[]";
    }
}
