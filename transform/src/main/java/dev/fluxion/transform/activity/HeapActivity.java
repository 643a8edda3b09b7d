package dev.fluxion.transform.activity;

import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.type.Type;

import java.util.HashSet;
import java.util.Set;

/**
 * Which memory may hold varying numbers while one derivative runs: fields, and the elements of arrays that are reached
 * by other ways than their making or their passing as a differentiated argument. What is said here only grows; the
 * functions of a program are looked at again until it no longer does.
 *
 * <p>A place is active if a varying number may be stored there and read again. An array that is also known directly (an
 * argument, or made in the function) and may be met again in memory is said to have leaked: stores by its other name
 * must find its shadow too.
 */
public final class HeapActivity {

    private final Set<FieldRef> storedFields = new HashSet<>();
    private final Set<FieldRef> readFields = new HashSet<>();
    private final Set<Type> varied = new HashSet<>();
    private final Set<Type> leaked = new HashSet<>();
    private final Set<Type> read = new HashSet<>();
    private final Set<Type> overwritten = new HashSet<>();
    private final Set<Type> wanted = new HashSet<>();
    private final Set<Type> rewritten = new HashSet<>();
    private boolean everything;
    private boolean bits;
    private boolean table;
    private int size;

    /** Starts with memory that holds only constants. */
    public HeapActivity() {}

    /** Says that everything in memory may vary: a derivative is wanted in objects, or unknown code may do anything. */
    public void wantEverything() {
        if (!everything) {
            everything = true;
            size++;
        }
    }

    /** Says that the table of shadows is needed, whatever memory holds. */
    void wantTable() {
        if (!table) {
            table = true;
            size++;
        }
    }

    /** Notes that the bits of a varying number are somewhere in memory, or on the way to other functions. */
    void keepBits() {
        if (!bits) {
            bits = true;
            size++;
        }
    }

    /** Says that a derivative is wanted in an array of such elements, which may have other names. */
    public void want(Type element) {
        note(wanted, element);
    }

    /** Says that an array of such elements is given back, with its shadow. */
    public void giveBack(Type element) {
        note(read, element);
    }

    /** Notes that a varying number is stored in a field. */
    void store(FieldRef field) {
        note(storedFields, field);
    }

    /** Notes that a number is read from a field. */
    void read(FieldRef field) {
        note(readFields, field);
    }

    /** Notes that a number is stored in an array that is not known directly. */
    void store(Type element, boolean isVaried) {
        note(overwritten, element);
        if (isVaried) {
            note(varied, element);
        }
    }

    /** Notes that a number is read from an array that is not known directly. */
    void read(Type element) {
        note(read, element);
    }

    /** Notes that an argument that a derivative is wanted in is stored to. */
    void rewrite(Type element) {
        note(rewritten, element);
    }

    /** Notes that an array that varies may be met under another name. */
    void leak(Type element) {
        note(leaked, element);
    }

    private <T> void note(Set<T> places, T place) {
        if (places.add(place)) {
            size++;
        }
    }

    /** Returns whether a field may hold varying numbers that are read. */
    public boolean isActive(FieldRef field) {
        return everything || storedFields.contains(field) && readFields.contains(field);
    }

    /** Returns whether an array that is not known directly may hold varying numbers that matter. */
    public boolean isActive(Type element) {
        boolean isLeaked = leaked.contains(element);
        return everything
                || read.contains(element) && (isLeaked || varied.contains(element) || rewritten.contains(element))
                || overwritten.contains(element) && (isLeaked || wanted.contains(element));
    }

    /** Returns whether the numbers in a field may be read where a derivative is taken. */
    boolean isRead(FieldRef field) {
        return everything || readFields.contains(field);
    }

    /** Returns whether such numbers in arrays may be read where a derivative is taken. */
    boolean isRead(Type element) {
        return everything || read.contains(element);
    }

    /** Returns whether a derivative is wanted in an array of such elements. */
    boolean isWanted(Type element) {
        return wanted.contains(element);
    }

    /** Returns whether a varying number may be anywhere in memory, so that unknown code could find it there. */
    boolean isTouched() {
        return everything || bits || !storedFields.isEmpty() || !varied.isEmpty() || !leaked.isEmpty();
    }

    /** Returns whether anything in memory is of interest: touched, or an argument that may have other names. */
    boolean isOfInterest() {
        return isTouched() || !wanted.isEmpty();
    }

    /** Returns whether shadows have to be looked up at all. */
    public boolean isActive() {
        if (everything || table) {
            return true;
        }
        for (FieldRef field : storedFields) {
            if (isActive(field)) {
                return true;
            }
        }
        for (Type element : overwritten) {
            if (isActive(element)) {
                return true;
            }
        }
        for (Type element : read) {
            if (isActive(element)) {
                return true;
            }
        }
        return false;
    }

    /** Returns how much is known; it has changed if and only if this has grown. */
    public int size() {
        return size;
    }
}
