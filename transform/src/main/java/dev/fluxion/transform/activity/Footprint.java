package dev.fluxion.transform.activity;

import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.FieldPlace;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which numbers in memory a function may read or write, itself or through what it calls. Arrays that it gets as
 * arguments are kept apart, for who calls it may know them.
 */
public final class Footprint {
    final Set<FieldRef> readFields = new LinkedHashSet<>();
    final Set<FieldRef> writtenFields = new LinkedHashSet<>();
    final Set<Type> readElements = new LinkedHashSet<>();
    final Set<Type> writtenElements = new LinkedHashSet<>();
    final BitSet readArguments = new BitSet();
    final BitSet writtenArguments = new BitSet();
    final BitSet keptArguments = new BitSet();
    final Set<FieldRef> storedFields = new LinkedHashSet<>();
    final Set<Type> storedElements = new LinkedHashSet<>();
    private final Set<FieldRef> calledBackFields = new LinkedHashSet<>();
    private final Set<Type> calledBackElements = new LinkedHashSet<>();
    private boolean isOpaque;
    private boolean storesAnywhere;
    private boolean hidesNumbers;
    private boolean assemblesBits;

    Footprint() {}

    /** Returns the footprint of a program of which only a part is known. */
    public static Footprint unknown() {
        Footprint unknown = new Footprint();
        unknown.setOpaque();
        unknown.setStoresAnywhere();
        return unknown;
    }

    /** Says that it may store anything anywhere. */
    void setStoresAnywhere() {
        storesAnywhere = true;
    }

    /** Notes numbers that code which is not looked into changes by calling the program back. */
    void addChangedByCallbacks(Set<FieldRef> fields, Set<Type> elements) {
        calledBackFields.addAll(fields);
        calledBackElements.addAll(elements);
        storedFields.addAll(fields);
        storedElements.addAll(elements);
    }

    /** Says that it stores in some array of such elements; arrays of references are not told apart. */
    void addStored(Type element) {
        storedElements.add(kind(element));
    }

    private static Type kind(Type element) {
        return element.isReference() ? ClassType.OBJECT : element;
    }

    /** Returns whether it may store in some array of such elements, also one of its own. */
    public boolean mayStore(Type element) {
        return storesAnywhere || storedElements.contains(kind(element));
    }

    /** Returns whether it may store in a field, also of objects of its own. */
    public boolean mayStore(FieldPlace field) {
        return storesAnywhere && !field.isFinal() || storedFields.contains(field.field());
    }

    /** Says that it calls code that nothing is known of. */
    void setOpaque() {
        isOpaque = true;
    }

    /** Says that it gives numbers to code that nothing is known of. */
    void setHidesNumbers() {
        hidesNumbers = true;
    }

    /** Returns whether it calls code that nothing is known of. */
    boolean isOpaque() {
        return isOpaque;
    }

    /** Says that it makes floating numbers of bits that it got from elsewhere. */
    void setAssemblesBits() {
        assemblesBits = true;
    }

    /** Returns whether it may make floating numbers of bits that others have kept. */
    boolean mayAssembleBits() {
        return assemblesBits || isOpaque;
    }

    /** Returns how much is in it; merging adds something if and only if this grows. */
    int size() {
        return readFields.size()
                + writtenFields.size()
                + readElements.size()
                + writtenElements.size()
                + readArguments.cardinality()
                + writtenArguments.cardinality()
                + keptArguments.cardinality()
                + storedFields.size()
                + storedElements.size()
                + calledBackFields.size()
                + calledBackElements.size()
                + (isOpaque ? 1 : 0)
                + (storesAnywhere ? 1 : 0)
                + (hidesNumbers ? 1 : 0)
                + (assemblesBits ? 1 : 0);
    }

    /** Adds what does not depend on the arguments. */
    void add(Footprint other) {
        readFields.addAll(other.readFields);
        writtenFields.addAll(other.writtenFields);
        readElements.addAll(other.readElements);
        writtenElements.addAll(other.writtenElements);
        storedFields.addAll(other.storedFields);
        storedElements.addAll(other.storedElements);
        calledBackFields.addAll(other.calledBackFields);
        calledBackElements.addAll(other.calledBackElements);
        isOpaque |= other.isOpaque;
        storesAnywhere |= other.storesAnywhere;
        hidesNumbers |= other.hidesNumbers;
        assemblesBits |= other.assemblesBits;
    }

    /** Returns whether it reads or writes memory that may hold varying numbers. */
    boolean meets(HeapActivity heap) {
        return heap.isTouched() && (isOpaque || isHarmedByCallbacks(heap))
                || meetsFields(readFields, heap)
                || meetsFields(writtenFields, heap)
                || meetsElements(readElements, heap)
                || meetsElements(writtenElements, heap);
    }

    private boolean isHarmedByCallbacks(HeapActivity heap) {
        for (FieldRef field : calledBackFields) {
            if (heap.isRead(field)) {
                return true;
            }
        }
        for (Type element : calledBackElements) {
            if (heap.isRead(element)) {
                return true;
            }
        }
        return false;
    }

    private static boolean meetsFields(Set<FieldRef> fields, HeapActivity heap) {
        for (FieldRef field : fields) {
            if (heap.isActive(field)) {
                return true;
            }
        }
        return false;
    }

    private static boolean meetsElements(Set<Type> elements, HeapActivity heap) {
        for (Type element : elements) {
            if (heap.isActive(element)) {
                return true;
            }
        }
        return false;
    }

    /** Tells the memory's activity that all numbers stored here vary, and that all that are read matter. */
    void tellVaried(HeapActivity heap) {
        if (isOpaque || storesAnywhere || hidesNumbers) {
            heap.wantEverything();
        }
        readFields.forEach(heap::read);
        storedFields.forEach(heap::store);
        readElements.forEach(heap::read);
        for (Type element : storedElements) {
            if (element.isFloating()) {
                heap.store(element, true);
            }
        }
    }

    /** Tells the memory's activity what is read and overwritten here. */
    void tell(HeapActivity heap) {
        readFields.forEach(heap::read);
        readElements.forEach(heap::read);
        for (Type element : writtenElements) {
            heap.store(element, false);
        }
    }
}
