package dev.fluxion.frontend;

import dev.fluxion.ir.Position;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.ReferenceType;
import dev.fluxion.ir.type.Type;

import java.util.HashMap;
import java.util.Map;

/**
 * Types where control flow joins, for old class files that do not declare them: from the first value that is seen,
 * widened until all fit. As we load no classes, two different ones have only {@code Object} in common.
 */
final class TypeGuesses {
    private final Map<Long, Type> types = new HashMap<>();
    private boolean changed;

    private static long key(int b, int place) {
        return (long) b << 32 | place;
    }

    /** Returns the type of a place, guessed from the first value that is passed there if nothing better is known. */
    Type type(int b, int place, Value first) {
        return types.computeIfAbsent(key(b, place), none -> of(first));
    }

    /** Widens the type of a place so that the value fits. */
    void meet(int b, int place, Value value, Position where) {
        Type known = type(b, place, value);
        Type wider = join(known, of(value), where);
        if (!wider.equals(known)) {
            types.put(key(b, place), wider);
            changed = true;
        }
    }

    /** Returns whether a type was widened since the last time this was asked, so that all has to be done again. */
    boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    private static Type of(Value value) {
        return Joins.isNull(value) ? Joins.NULL : value.type();
    }

    private static Type join(Type x, Type y, Position where) {
        if (x.equals(y) || y.equals(Joins.NULL)) {
            return x;
        }
        if (x.equals(Joins.NULL)) {
            return y;
        }
        if (!(x instanceof ReferenceType && y instanceof ReferenceType)) {
            throw Refusals.damaged(where, "values of types " + x + " and " + y + " meet");
        }
        boolean arrays =
                x instanceof ArrayType(Type elementX)
                        && elementX instanceof ReferenceType
                        && y instanceof ArrayType(Type elementY)
                        && elementY instanceof ReferenceType;
        return arrays
                ? new ArrayType(join(((ArrayType) x).element(), ((ArrayType) y).element(), where))
                : ClassType.OBJECT;
    }
}
