package dev.fluxion.engine.access;

import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

import java.lang.invoke.MethodType;

/**
 * Types that stand, in the host's code, for those that it may not name: the nearest superclass that it may, {@code
 * Object} for an interface. To the JVM's verifier, a value of such a type can still go wherever its nameable types can:
 * into superclasses of the substitute, and into any interface.
 */
public final class Erasure {

    private final Rights rights;

    /** Makes the erasure for one host. */
    public Erasure(Rights rights) {
        this.rights = rights;
    }

    /** Returns the type itself, or its substitute. */
    public Type of(Type type) {
        return switch (type) {
            case PrimitiveType primitive -> primitive;
            case ArrayType array -> {
                Type element = of(array.element());
                yield element.equals(array.element()) ? array : new ArrayType(element);
            }
            case ClassType named -> of(named);
        };
    }

    private Type of(ClassType named) {
        if (named.internalName().startsWith("[") || rights.mayName(named)) {
            return named;
        }
        Class<?> found = rights.find(named.internalName());
        return found == null ? ClassType.OBJECT : new ClassType(of(found).getName().replace('.', '/'));
    }

    /** Returns the class itself, or its substitute. */
    Class<?> of(Class<?> type) {
        if (rights.mayName(type)) {
            return type;
        }
        if (type.isArray()) {
            return of(type.getComponentType()).arrayType();
        }
        Class<?> nearest = type;
        while (nearest != null && !rights.mayName(nearest)) {
            nearest = nearest.getSuperclass();
        }
        return nearest == null ? Object.class : nearest;
    }

    /** Returns the type of a method with substitutes for the types that may not be named. */
    MethodType of(MethodType type) {
        MethodType erased = type.changeReturnType(of(type.returnType()));
        for (int i = 0; i < type.parameterCount(); i++) {
            erased = erased.changeParameterType(i, of(type.parameterType(i)));
        }
        return erased;
    }
}
