package dev.fluxion.ir.type;

/** A class, interface or array type. */
public sealed interface ReferenceType extends Type permits ClassType, ArrayType {

    @Override
    default Type computational() {
        return this;
    }

    /** Returns the name as {@code checkcast} wants it: {@code java/lang/String} or {@code [D}. */
    String internalName();
}
