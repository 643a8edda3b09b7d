package dev.fluxion.engine.rule;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;

/** Visits the values of an annotation, the elements of arrays one by one. */
abstract class AnnotationValues extends AnnotationVisitor {
    AnnotationValues() {
        super(Opcodes.ASM9);
    }

    abstract void value(String name, Object value);

    /** Returns what visits an annotation that is an element of an array. */
    @Nullable AnnotationVisitor element() {
        return null;
    }

    @Override
    public void visit(String name, Object value) {
        if (value instanceof int[] numbers) {
            for (int number : numbers) {
                value(name, number);
            }
        } else {
            value(name, value);
        }
    }

    @Override
    public AnnotationVisitor visitArray(String arrayName) {
        return new AnnotationVisitor(Opcodes.ASM9) {
            @Override
            public void visit(@Nullable String name, Object value) {
                value(arrayName, value);
            }

            @Override
            public @Nullable AnnotationVisitor visitAnnotation(@Nullable String name, String descriptor) {
                return element();
            }
        };
    }
}
