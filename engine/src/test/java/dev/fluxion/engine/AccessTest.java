package dev.fluxion.engine;

import static dev.fluxion.Fluxion.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.Fluxion;
import dev.fluxion.engine.foreign.Model;
import dev.fluxion.engine.foreign.Tally;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;

/**
 * Members that are not the user's own: protected, package-private and private ones, and those of other class loaders.
 */
class AccessTest {

    /** Uses what it inherits from another package. */
    private static final class Square extends Model {
        Square() {
            super(2);
        }

        @Override
        protected double shape(double x) {
            return scaled(x) + super.scaled(x) + shifted(x) + weight * x;
        }

        @Override
        protected double scaled(double x) {
            return 10 * super.scaled(x);
        }

        double direct(double x) {
            return shape(x);
        }
    }

    @Test
    void protectedMembersOfAnotherPackage() {
        Square square = new Square();
        // 20 x^2 + 2 x^2 + 5 x + 2 x
        assertThat(gradient(x -> square.direct(x), 3.0)).isEqualTo(44 * 3 + 7);
    }

    @Test
    void packagePrivateClassesAndPrivateMethodsOfAnotherPackage() {
        Square square = new Square();
        // and 3 x, x^3, 9 x
        assertThat(gradient(x -> square.value(x), 3.0)).isEqualTo(44 * 3 + 7 + 3 + 27 + 9);
    }

    private static final Tally TALLY = new Tally();

    @Test
    void privateFieldsOfAnotherPackageThatHoldActiveValues() {
        // 3 x^2 + 3 x, times itself
        double slope = gradient(x -> tallied(x), 2.0);
        assertThat(slope).isEqualTo(2 * (12 + 6) * (12 + 3));
    }

    private static double tallied(double x) {
        TALLY.add(x * x);
        TALLY.add(x);
        return TALLY.takeTotal() * Tally.last();
    }

    /** Defines the classes of the given name by itself, also where its parent has them. */
    private static final class Copies extends ClassLoader {
        private final String prefix;

        Copies(String prefix) {
            super(AccessTest.class.getClassLoader());
            this.prefix = prefix;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(prefix)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known == null ? define(name) : known;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (file == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException broken) {
                throw new ClassNotFoundException(name, broken);
            }
        }
    }

    /** What the copies are made of. */
    public static final class Original {
        private Original() {}

        private static double factor = 3;

        /** Calls code of the same loader, and of the parent. */
        public static double cubed(double x) {
            return Helper.times(x) * Math.max(x, 0) * Shared.same(x);
        }

        private static final class Helper {
            private Helper() {}

            private static double times(double x) {
                return factor * x;
            }
        }
    }

    /** What both loaders see. */
    public static final class Shared {
        private Shared() {}

        static double same(double x) {
            return x;
        }
    }

    @Test
    void classesOfAnotherLoader() throws ReflectiveOperationException {
        Class<?> copy = Class.forName(Original.class.getName(), true, new Copies(AccessTest.class.getName()));
        assertThat(copy).isNotSameAs(Original.class);
        Method cubed = copy.getMethod("cubed", double.class);
        assertThat(Fluxion.gradient(cubed).at(2.0)).containsExactly(3 * 3 * 4);
    }
}
