package dev.fluxion.engine.lambda;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;

/**
 * Asks a serializable lambda for its {@link SerializedLambda}, which names the method that implements it. No other way
 * is open to an ordinary library: the lambda's own class is hidden, and its bytes are nowhere to be read.
 *
 * <p>The direct way is {@code sun.reflect.ReflectionFactory} (module {@code jdk.unsupported}), looked up by name
 * because javac warns about every mention of it. Where that module is missing, the object is offered to a stream that
 * writes nothing.
 */
final class SerializedForm {

    /** The lambda class's private {@code writeReplace}, {@code (Object)Object}, or none. */
    private static final ClassValue<Access> ACCESS =
            new ClassValue<>() {
                @Override
                protected Access computeValue(Class<?> type) {
                    return Access.to(type);
                }
            };

    private SerializedForm() {}

    /**
     * Returns the serialized form, or null if the object has none: it is no lambda, or not a serializable one, or one
     * made in a hidden class, such as the code of a derivative, which cannot be named as the form demands.
     */
    static @Nullable SerializedLambda of(Object function) {
        MethodHandle writeReplace = ACCESS.get(function.getClass()).writeReplace();
        if (writeReplace == null) {
            return Factory.AVAILABLE ? null : throughStream(function);
        }
        try {
            Object replacement = (Object) writeReplace.invokeExact(function);
            return replacement instanceof SerializedLambda form ? form : null;
        } catch (NoClassDefFoundError madeInHiddenClass) {
            return null;
        } catch (Throwable thrown) {
            throw rethrown(thrown);
        }
    }

    /** Returns what {@link ObjectOutputStream} would write instead of the object, if that is a serialized lambda. */
    static @Nullable SerializedLambda throughStream(Object function) {
        try (Extractor extractor = new Extractor()) {
            extractor.writeObject(function);
            return extractor.found;
        } catch (IOException | NoClassDefFoundError notSerializable) {
            return null;
        }
    }

    private static RuntimeException rethrown(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            return exception;
        }
        return new IllegalArgumentException("the function's writeReplace method failed", thrown);
    }

    /** Wraps a handle that may be missing: a {@link ClassValue} cannot tell null from not computed cheaply. */
    private record Access(@Nullable MethodHandle writeReplace) {

        static Access to(Class<?> type) {
            MethodHandle find = Factory.FIND;
            if (find == null) {
                return new Access(null);
            }
            try {
                MethodHandle handle = (MethodHandle) find.invoke(type);
                return new Access(
                        handle == null ? null : handle.asType(MethodType.methodType(Object.class, Object.class)));
            } catch (Throwable thrown) {
                throw rethrown(thrown);
            }
        }
    }

    /** {@code ReflectionFactory.getReflectionFactory()::writeReplaceForSerialization}, if there is one. */
    private static final class Factory {
        static final @Nullable MethodHandle FIND = find();
        static final boolean AVAILABLE = FIND != null;

        private static @Nullable MethodHandle find() {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            try {
                Class<?> factory = Class.forName("sun.reflect.ReflectionFactory");
                Object instance =
                        lookup.findStatic(factory, "getReflectionFactory", MethodType.methodType(factory)).invoke();
                MethodType type = MethodType.methodType(MethodHandle.class, Class.class);
                return lookup.findVirtual(factory, "writeReplaceForSerialization", type).bindTo(instance);
            } catch (ReflectiveOperationException moduleMissing) {
                return null;
            } catch (Throwable thrown) {
                throw rethrown(thrown);
            }
        }
    }

    /** A stream to nowhere. It keeps the lambda's form and goes on with null, so that nothing else is written. */
    private static final class Extractor extends ObjectOutputStream {
        private @Nullable SerializedLambda found;

        Extractor() throws IOException {
            super(OutputStream.nullOutputStream());
            enableReplaceObject(true);
        }

        @Override
        protected @Nullable Object replaceObject(Object object) {
            if (object instanceof SerializedLambda form) {
                found = form;
            }
            return null;
        }
    }
}
