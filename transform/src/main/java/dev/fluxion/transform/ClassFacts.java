package dev.fluxion.transform;

import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.ReferenceType;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/**
 * What is known of a class, as far as it matters to code that makes objects of exactly that class.
 *
 * @param chain internal names of the class and its superclasses, from the class up to {@code java/lang/Object}
 * @param supertypes the names of all classes and interfaces that an object of the class is an instance of
 * @param fields the instance fields of the class and its superclasses, each named after the class that declares it
 * @param initialisation static fields that, read in order, initialise the class as making the first object would; null
 *     if there is no such way, so that objects of the class must be made
 * @param isAllocatable whether an object can be made with zeroed fields, all of which can then be written
 */
public record ClassFacts(
        List<String> chain,
        Set<String> supertypes,
        List<FieldRef> fields,
        @Nullable List<FieldRef> initialisation,
        boolean isAllocatable) {

    /** Copies the lists in. */
    public ClassFacts {
        chain = List.copyOf(chain);
        supertypes = Set.copyOf(supertypes);
        fields = List.copyOf(fields);
        initialisation = initialisation == null ? null : List.copyOf(initialisation);
    }

    /** Returns the class's internal name. */
    public String name() {
        return chain.getFirst();
    }

    /** Returns whether an object of exactly this class is an instance of the type. */
    public boolean isA(ReferenceType type) {
        return type instanceof ClassType named && supertypes.contains(named.internalName());
    }

    /** Returns the instance field that an instruction means, or null if objects of the class have no such field. */
    public @Nullable FieldRef field(FieldRef named) {
        int from = chain.indexOf(named.owner());
        for (int i = from; i >= 0 && i < chain.size(); i++) {
            FieldRef declared = new FieldRef(chain.get(i), named.name(), named.type());
            if (fields.contains(declared)) {
                return declared;
            }
        }
        return null;
    }
}
