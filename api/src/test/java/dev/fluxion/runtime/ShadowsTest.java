package dev.fluxion.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;

class ShadowsTest {

    private final Shadows shadows = Shadows.create();

    @Test
    void nothingIsThereAtFirst() {
        assertThat(shadows.find(new double[3])).isNull();
        assertThat(shadows.find(new float[3])).isNull();
        assertThat(shadows.find(new Object())).isNull();
        assertThat(shadows.find((double[]) null)).isNull();
        assertThat(shadows.find((float[]) null)).isNull();
        assertThat(shadows.find((Object) null)).isNull();
        assertThat(shadows.findStatic("com/acme/Foo.total")).isNull();
    }

    @Test
    void aShadowHasItsArraysLengthAndIsMadeOnce() {
        double[] array = {1, 2, 3};
        double[] shadow = shadows.of(array);
        assertThat(shadow).containsExactly(0, 0, 0);
        assertThat(shadows.of(array)).isSameAs(shadow);
        assertThat(shadows.find(array)).isSameAs(shadow);
        float[] floats = {1, 2};
        assertThat(shadows.of(floats)).containsExactly(0, 0).isSameAs(shadows.find(floats));
    }

    @Test
    void equalThingsAreNotOneThing() {
        String one = new String("a");
        String other = new String("a");
        assertThat(shadows.of(one)).isNotSameAs(shadows.of(other));
    }

    @Test
    void aRegisteredShadowIsFoundAndMayBeReplaced() {
        double[] array = new double[2];
        double[] shadow = new double[2];
        shadows.put(array, shadow);
        assertThat(shadows.of(array)).isSameAs(shadow);
        double[] next = new double[2];
        shadows.put(array, next);
        assertThat(shadows.find(array)).isSameAs(next);
    }

    @Test
    void zerosSinceAMarkAreForgotten() {
        Random random = new Random(7);
        IdentityHashMap<double[], double[]> kept = new IdentityHashMap<>();
        List<double[]> gone = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            double[] array = new double[2];
            kept.put(array, shadows.of(array));
        }
        int outer = shadows.mark();
        for (int round = 0; round < 50; round++) {
            int inner = shadows.mark();
            for (int i = 0; i < 40; i++) {
                double[] array = new double[2];
                double[] shadow = shadows.of(array);
                if (random.nextInt(4) == 0) {
                    shadow[1] = 1;
                    kept.put(array, shadow);
                } else {
                    gone.add(array);
                }
            }
            shadows.forgetZeros(inner);
        }
        kept.forEach((array, shadow) -> assertThat(shadows.find(array)).isSameAs(shadow));
        gone.forEach(array -> assertThat(shadows.find(array)).isNull());
        kept.forEach((array, shadow) -> shadow[1] = 0);
        shadows.forgetZeros(outer);
        long left = kept.keySet().stream().filter(array -> shadows.find(array) != null).count();
        assertThat(left).as("those from before the mark").isEqualTo(300);
    }

    @Test
    void aThingThatIsForgottenHasNoShadow() {
        double[] array = {1};
        double[] shadow = shadows.of(array);
        shadow[0] = 3;
        shadows.forget(array);
        shadows.forget(new double[1]);
        assertThat(shadows.find(array)).isNull();
        assertThat(shadows.of(array)).containsExactly(0);
    }

    @Test
    void manyThingsAreToldApart() {
        List<double[]> arrays = new ArrayList<>();
        List<double[]> made = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            arrays.add(new double[i % 3]);
            made.add(shadows.of(arrays.get(i)));
        }
        for (int i = 0; i < arrays.size(); i++) {
            assertThat(shadows.find(arrays.get(i))).isSameAs(made.get(i));
        }
        assertThat(shadows.find(new double[1])).isNull();
    }

    @Test
    void aStaticFieldHasOneNumber() {
        double[] shadow = shadows.ofStatic("com/acme/Foo.total");
        assertThat(shadow).containsExactly(0);
        assertThat(shadows.ofStatic("com/acme/Foo.total")).isSameAs(shadow);
        assertThat(shadows.findStatic("com/acme/Foo.total")).isSameAs(shadow);
        assertThat(shadows.findStatic("com/acme/Foo.other")).isNull();
    }

    @Test
    void anObjectHasOneNumberForEachFloatingField() {
        assertThat(shadows.of(new Derived())).hasSize(4);
        assertThat(shadows.of((Object) 1.5)).hasSize(1);
        assertThat(shadows.of("text")).isEmpty();
    }

    @Test
    void fieldsOfTheSuperclassComeFirstAndThenByName() {
        assertThat(ShadowLayout.slot(Base.class, "x")).isEqualTo(0);
        assertThat(ShadowLayout.slot(Derived.class, "a")).isEqualTo(1);
        assertThat(ShadowLayout.slot(Derived.class, "b")).isEqualTo(2);
        assertThat(ShadowLayout.slot(Derived.class, "x")).isEqualTo(3);
        assertThat(ShadowLayout.size(Base.class)).isEqualTo(1);
        assertThat(ShadowLayout.size(Derived.class)).isEqualTo(4);
        assertThat(ShadowLayout.size(Object.class)).isEqualTo(0);
        assertThat(ShadowLayout.size(Runnable.class)).isEqualTo(0);
    }

    @Test
    void whatIsNoFloatingInstanceFieldHasNoPlace() {
        for (String field : List.of("count", "total", "missing")) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> ShadowLayout.slot(Base.class, field)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @SuppressWarnings("UnusedVariable")
    private static class Base {
        static double total;
        int count;
        double x;
    }

    @SuppressWarnings({"UnusedVariable", "HidingField"})
    private static final class Derived extends Base {
        double b;
        float a;
        double x;
    }
}
