package dev.fluxion.params;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;

/** A set by identity, in order. */
class ParamsTest {

    private final double[] a = {1, 2};
    private final float[] b = {3};
    private final double[][] c = {{4}, {5, 6}};

    @Test
    void sets() {
        Params params = Params.of(a, b, a);
        assertThat(params).containsExactly(a, b);
        assertThat(params.contains(a.clone())).isFalse();
        assertThat(params.add(a.clone()).size()).isEqualTo(3);
        assertThat(Params.of()).isEmpty();
        assertThat(Params.of(c)).containsExactly((Object) c);
        assertThat(Params.of(a, c)).containsExactly(a, c);
        assertThat(Params.ofAll(List.of(c[0], c[1], c[0], a))).containsExactly(c[0], c[1], a);
        assertThat(Params.of(a, b).union(Params.of(c, b))).containsExactly(a, b, c);
        assertThat(Params.of(a, b).intersection(Params.of(c, b))).containsExactly(b);
        assertThat(Params.of(a, b)).isEqualTo(Params.of(a, b)).hasSameHashCodeAs(Params.of(a, b));
        assertThat(Params.of(a, b)).isNotEqualTo(Params.of(b, a)).isNotEqualTo(Params.of(a));
        assertThat(Params.of(a, b).hasSameAs(Params.of(b, a))).isTrue();
        assertThat(Params.of(a, b).hasSameAs(Params.of(a, c))).isFalse();
    }

    @Test
    void removing() {
        Params params = Params.of(a, b, c);
        assertThat(params.remove(a)).isTrue();
        assertThat(params.remove(a)).isFalse();
        assertThat(params).containsExactly(b, c);
        assertThat(params.get(1)).isSameAs(c);
        assertThat(params.place(c)).isEqualTo(1);
        Params copy = params.copy();
        copy.remove(b);
        assertThat(params).containsExactly(b, c);
    }

    @Test
    void numbersOneAfterTheOther() {
        Params params = Params.of(a, b, c);
        assertThat(params.toArray()).containsExactly(1, 2, 3, 4, 5, 6);
        params.set(new double[] {6, 5, 4, 3, 2, 1});
        assertThat(a).containsExactly(6, 5);
        assertThat(b).containsExactly(4);
        assertThat(c).isDeepEqualTo(new double[][] {{3}, {2, 1}});
        assertThatThrownBy(() -> params.set(new double[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("5 numbers for parameters of 6");
        assertThatThrownBy(() -> Params.of(List.of(1.0)).toArray()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void valuesAreNoParameters() {
        assertThatThrownBy(() -> Params.of(1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a parameter is an object that is known by its identity, such as an array, not a"
                                + " java.lang.Double");
        assertThatThrownBy(() -> Params.of(a).add(null)).hasMessageEndingWith("not null");
        assertThat(Params.of(a, c)).hasToString("Params[double[], double[][]]");
    }
}
