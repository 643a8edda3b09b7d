package dev.fluxion.transform.range;

import dev.fluxion.ir.Variable;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A whole number as a polynomial in values of the function, without overflow.
 *
 * @param terms the factor of each product of atoms, none of them zero; the constant's product is empty
 */
record Polynomial(Map<List<Atom>, Long> terms) {

    /** What has more terms, or factors of more than 32 bits, is not looked at. */
    private static final int MOST_TERMS = 24;

    private static final int MOST_ATOMS = 3;
    private static final long LARGEST = 1L << 32;
    private static final long LARGEST_FACTOR = 1L << 28;

    static final Polynomial ZERO = new Polynomial(Map.of());

    /**
     * A value at one of two times.
     *
     * @param variable the variable that holds it
     * @param isLater whether it is the variable's value at the second time, which may be another one
     */
    record Atom(Variable variable, boolean isLater) {}

    static Polynomial of(long constant) {
        return constant == 0 ? ZERO : new Polynomial(Map.of(List.of(), constant));
    }

    static Polynomial of(Atom atom) {
        return new Polynomial(Map.of(List.of(atom), 1L));
    }

    /** Returns the sum, or null if that is too large. */
    @Nullable Polynomial plus(Polynomial other) {
        Map<List<Atom>, Long> sum = new HashMap<>(terms);
        other.terms.forEach((atoms, by) -> sum.merge(atoms, by, Long::sum));
        return checked(sum);
    }

    /** Returns the difference, or null if that is too large. */
    @Nullable Polynomial minus(Polynomial other) {
        Map<List<Atom>, Long> difference = new HashMap<>(terms);
        other.terms.forEach((atoms, by) -> difference.merge(atoms, -by, Long::sum));
        return checked(difference);
    }

    /** Returns the product, or null if that is too large. */
    @Nullable Polynomial times(Polynomial other) {
        Map<List<Atom>, Long> product = new HashMap<>();
        for (var x : terms.entrySet()) {
            for (var y : other.terms.entrySet()) {
                List<Atom> atoms = new ArrayList<>(x.getKey());
                atoms.addAll(y.getKey());
                atoms.sort(Polynomial::compare);
                if (Math.abs(x.getValue()) > LARGEST_FACTOR || Math.abs(y.getValue()) > LARGEST_FACTOR) {
                    return null;
                }
                product.merge(List.copyOf(atoms), x.getValue() * y.getValue(), Long::sum);
                if (product.size() > MOST_TERMS || atoms.size() > MOST_ATOMS) {
                    return null;
                }
            }
        }
        return checked(product);
    }

    private static @Nullable Polynomial checked(Map<List<Atom>, Long> terms) {
        terms.values().removeIf(by -> by == 0);
        for (long by : terms.values()) {
            if (Math.abs(by) > LARGEST) {
                return null;
            }
        }
        return terms.size() > MOST_TERMS ? null : new Polynomial(terms);
    }

    private static int compare(Atom x, Atom y) {
        return x.variable.id() != y.variable.id()
                ? Integer.compare(x.variable.id(), y.variable.id())
                : Boolean.compare(x.isLater, y.isLater);
    }

    /** Returns the polynomial without what is a multiple of a number, and with a constant from 0 to below that. */
    Polynomial modulo(long stride) {
        Map<List<Atom>, Long> rest = new HashMap<>(terms);
        rest.values().removeIf(by -> by % stride == 0);
        Long constant = rest.get(List.of());
        if (constant != null) {
            rest.put(List.of(), Math.floorMod(constant, stride));
        }
        return new Polynomial(rest);
    }

    /** Returns the sum with a number. */
    Polynomial plusConstant(long number) {
        Map<List<Atom>, Long> sum = new HashMap<>(terms);
        sum.merge(List.of(), number, Long::sum);
        sum.values().removeIf(by -> by == 0);
        return new Polynomial(sum);
    }

    /** Returns what an atom is multiplied with; null if it is multiplied with itself. */
    @Nullable Polynomial factor(Atom atom) {
        Map<List<Atom>, Long> factor = new HashMap<>();
        for (var term : terms.entrySet()) {
            if (term.getKey().contains(atom)) {
                List<Atom> others = new ArrayList<>(term.getKey());
                others.remove(atom);
                if (others.contains(atom)) {
                    return null;
                }
                factor.put(List.copyOf(others), term.getValue());
            }
        }
        return new Polynomial(factor);
    }

    /** Returns the polynomial with another one in the place of an atom, or null if that is too large. */
    @Nullable Polynomial with(Atom atom, Polynomial instead) {
        Polynomial factor = factor(atom);
        Polynomial moved = factor == null ? null : factor.times(instead);
        if (moved == null) {
            return null;
        }
        Map<List<Atom>, Long> rest = new HashMap<>(terms);
        rest.keySet().removeIf(atoms -> atoms.contains(atom));
        return new Polynomial(rest).plus(moved);
    }
}
