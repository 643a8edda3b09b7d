package dev.fluxion.transform.adjoint;

import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.runtime.ShadowLayout;
import dev.fluxion.transform.FieldPlace;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/** Finds fields of the classes that tests are written against. */
final class ReflectedFields {

    private ReflectedFields() {}

    static FieldPlace find(FieldRef named) {
        try {
            Class<?> type = Class.forName(named.owner().replace('/', '.'));
            while (true) {
                for (Field field : type.getDeclaredFields()) {
                    if (field.getName().equals(named.name())) {
                        int flags = field.getModifiers();
                        boolean hasSlot = named.type().isFloating() && !Modifier.isStatic(flags);
                        return new FieldPlace(
                                new FieldRef(type.getName().replace('.', '/'), named.name(), named.type()),
                                hasSlot ? ShadowLayout.slot(type, named.name()) : 0,
                                Modifier.isFinal(flags));
                    }
                }
                type = type.getSuperclass();
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(named.toString(), e);
        }
    }
}
