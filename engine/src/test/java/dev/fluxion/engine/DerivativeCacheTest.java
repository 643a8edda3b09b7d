package dev.fluxion.engine;

import static dev.fluxion.Fluxion.derivative;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.DoubleFn;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleSupplier;

/** What is made once, for whom, and how long it stays. */
class DerivativeCacheTest {

    /** Loaded by a loader of its own, and dropped with it. */
    public static final class Guest implements DoubleSupplier {
        /** Made by reflection. */
        public Guest() {}

        @Override
        public double getAsDouble() {
            double c = 3;
            DoubleFn slope = derivative(x -> c * x * x);
            return slope.applyAsDouble(2) + derivative(slope).applyAsDouble(2);
        }
    }

    private static DoubleFn scaling(double factor) {
        return x -> factor * x * x;
    }

    @Test
    void evaluationsOfOneLambdaExpressionShareTheirClass() {
        DoubleFn two = derivative(scaling(2));
        DoubleFn three = derivative(scaling(3));
        assertThat(two.getClass()).isEqualTo(three.getClass());
        assertThat(two.applyAsDouble(1)).isEqualTo(4);
        assertThat(three.applyAsDouble(1)).isEqualTo(6);
    }

    @Test
    void deserializedCopyHitsTheCache() throws Exception {
        DoubleFn original = scaling(2);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
        }
        DoubleFn copy;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            copy = (DoubleFn) in.readObject();
        }
        assertThat(derivative(copy).getClass()).isEqualTo(derivative(original).getClass());
        assertThat(derivative(copy).applyAsDouble(1)).isEqualTo(4);
    }

    @Test
    void manyThreadsMakeOneClass() throws Exception {
        int threads = 12;
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Class<?>>> answers = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                double factor = i;
                answers.add(
                        pool.submit(() -> {
                            start.await();
                            DoubleFn slope = derivative(x -> factor * x * x * x);
                            assertThat(slope.applyAsDouble(1)).isEqualTo(3 * factor);
                            return slope.getClass();
                        }));
            }
            start.countDown();
            Set<Class<?>> classes = new HashSet<>();
            for (Future<Class<?>> answer : answers) {
                classes.add(answer.get());
            }
            assertThat(classes).hasSize(1);
        }
    }

    @Test
    void derivativesDieWithTheClassesOfTheUser() throws Exception {
        WeakReference<Class<?>> guest = runGuest();
        for (int i = 0; i < 50 && guest.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(guest.get()).as("the guest's class").isNull();
    }

    private static WeakReference<Class<?>> runGuest() throws ReflectiveOperationException {
        ClassLoader loader = new GuestLoader();
        Class<?> type = loader.loadClass(Guest.class.getName());
        assertThat(type).isNotEqualTo(Guest.class);
        DoubleSupplier guest = (DoubleSupplier) type.getDeclaredConstructor().newInstance();
        assertThat(guest.getAsDouble()).isEqualTo(18);
        return new WeakReference<>(type);
    }

    /** Defines the guest itself, instead of asking its parent. */
    private static final class GuestLoader extends ClassLoader {
        GuestLoader() {
            super(DerivativeCacheTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.equals(Guest.class.getName())) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream stream = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (stream == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = stream.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException broken) {
                throw new ClassNotFoundException(name, broken);
            }
        }
    }
}
