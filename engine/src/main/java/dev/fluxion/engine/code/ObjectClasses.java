package dev.fluxion.engine.code;

import dev.fluxion.engine.access.ClassFiles;
import dev.fluxion.engine.access.Passage;
import dev.fluxion.engine.access.Passages;
import dev.fluxion.frontend.ClassFile;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.transform.ClassFacts;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds out what code beside a host may know of the classes whose objects it makes. Not thread safe. */
final class ObjectClasses {

    private static final String INITIALISER = "<clinit>";

    private final Passages passages;
    private final Map<String, @Nullable ClassFacts> known = new HashMap<>();

    ObjectClasses(Passages passages) {
        this.passages = passages;
    }

    /** Returns what is known of a class, or null if it or a superclass outside of the JDK has no class file. */
    @Nullable ClassFacts facts(String internalName) {
        if (!known.containsKey(internalName)) {
            Class<?> type = passages.rights().find(internalName);
            known.put(internalName, type == null || type.isInterface() ? null : facts(type));
        }
        return known.get(internalName);
    }

    private @Nullable ClassFacts facts(Class<?> type) {
        List<String> chain = new ArrayList<>();
        Set<String> supertypes = new LinkedHashSet<>();
        List<FieldRef> fields = new ArrayList<>();
        List<FieldRef> initialisation = new ArrayList<>();
        boolean isInitialisable = true;
        boolean isAllocatable = true;
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            chain.add(each.getName().replace('.', '/'));
            addSupertypes(each, supertypes);
            if (isPlain(each)) {
                continue;
            }
            ClassFile file = ClassFiles.of(each);
            if (file == null) {
                return null;
            }
            addFields(file, fields);
            isAllocatable &= passages.mayAllocate(each);
            FieldRef read = file.method(INITIALISER, "()V").isPresent() ? readable(file) : null;
            if (read != null) {
                initialisation.add(read);
            }
            isInitialisable &= read != null || file.method(INITIALISER, "()V").isEmpty();
        }
        Collections.reverse(initialisation); // superclasses first
        return new ClassFacts(
                chain,
                supertypes,
                fields,
                isInitialisable && !hasInterfaceToInitialise(supertypes) ? initialisation : null,
                isAllocatable);
    }

    /** The roots of all classes have neither fields nor anything to initialise. */
    private static boolean isPlain(Class<?> type) {
        return type == Object.class || type == Record.class;
    }

    private static void addSupertypes(Class<?> type, Set<String> supertypes) {
        if (supertypes.add(type.getName().replace('.', '/'))) {
            for (Class<?> parent : type.getInterfaces()) {
                addSupertypes(parent, supertypes);
            }
        }
    }

    private static void addFields(ClassFile file, List<FieldRef> fields) {
        for (ClassFile.Field field : file.fields()) {
            if (!Modifier.isStatic(field.access())) {
                fields.add(field.reference());
            }
        }
    }

    /** Returns a static field that code beside the host may read, one without a number if there is any. */
    private @Nullable FieldRef readable(ClassFile file) {
        FieldRef found = null;
        for (ClassFile.Field field : file.fields()) {
            FieldRef reference = field.reference();
            Statement read = new Statement(List.of(), new Op.GetStatic(reference), Position.NONE);
            if (Modifier.isStatic(field.access())
                    && (found == null || found.type().isFloating())
                    && !(passages.of(read) instanceof Passage.Denied)) {
                found = reference;
            }
        }
        return found;
    }

    /** An interface with default methods is initialised with the first object of a class that implements it. */
    private boolean hasInterfaceToInitialise(Set<String> supertypes) {
        for (String name : supertypes) {
            Class<?> type = passages.rights().find(name);
            if (type == null) {
                return true;
            }
            if (type.isInterface() && !type.getModule().equals(Object.class.getModule()) && isInitialised(type)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInitialised(Class<?> type) {
        ClassFile file = ClassFiles.of(type);
        if (file == null || file.method(INITIALISER, "()V").isEmpty()) {
            return file == null;
        }
        for (ClassFile.Method method : file.methods()) {
            if (!method.isAbstract() && !method.isStatic()) {
                return true;
            }
        }
        return false;
    }
}
