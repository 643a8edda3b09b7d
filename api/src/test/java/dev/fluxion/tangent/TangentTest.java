package dev.fluxion.tangent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.diagnostic.NotDifferentiableException;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** Gradients by field and index. */
class TangentTest {

    /** Something to have a gradient in. */
    static final class Layer {}

    private static Tangent.Builder layer() {
        return Tangent.builder(Layer.class)
                .field("rate", 0.5)
                .field("bias", new double[] {1, 2})
                .field("weights", new double[][] {{1}, null, {2, 3}})
                .field("single", new float[] {4})
                .field("next", null)
                .without("name", "its type is java.lang.String");
    }

    @Test
    void gettersGiveWhatIsThere() {
        Tangent layer = layer().build();
        assertThat(layer.number("rate")).isEqualTo(0.5);
        assertThat(layer.doubles("bias")).containsExactly(1, 2);
        assertThat(layer.get("weights", double[][].class)).isDeepEqualTo(new double[][] {{1}, null, {2, 3}});
        assertThat(layer.floats("single")).containsExactly(4);
        assertThat(layer.get("next")).isNull();
        assertThat(layer.names()).containsExactly("rate", "bias", "weights", "single", "next");
        assertThat(layer.type()).isEqualTo(Layer.class);
    }

    @Test
    void arraysAreCopies() {
        Tangent layer = layer().build();
        layer.doubles("bias")[0] = 9;
        layer.get("weights", double[][].class)[0][0] = 9;
        assertThat(layer).isEqualTo(layer().build());
    }

    @Test
    void errorsSayWhatIsThere() {
        Tangent layer = layer().build();
        assertThatThrownBy(() -> layer.number("rat"))
                .isInstanceOf(NotDifferentiableException.class)
                .hasMessageContaining("[FX-0305]")
                .hasMessageContaining("the field rat of dev.fluxion.tangent.TangentTest$Layer")
                .hasMessageContaining("\"rate\"");
        assertThatThrownBy(() -> layer.number("bias")).hasMessageContaining("its gradient is a double[]");
        assertThatThrownBy(() -> layer.doubles("next")).hasMessageContaining("null, as it was");
        assertThatThrownBy(() -> layer.get("name")).hasMessageContaining("its type is java.lang.String");
        assertThatThrownBy(() -> layer.get(0)).hasMessageContaining("it is an object");
        assertThatThrownBy(() -> layer.get("completelyElse")).hasMessageContaining("one of: rate, bias");
        Tangent array = Tangent.builder(Layer[].class).element(layer).elementWithout("it was a text").build();
        assertThat(array.size()).isEqualTo(2);
        assertThat(array.tangent(0)).isSameAs(layer);
        assertThatThrownBy(() -> array.get(1)).hasMessageContaining("it was a text");
        assertThatThrownBy(() -> array.get(2)).hasMessageContaining("it has 2 elements");
        assertThatThrownBy(() -> array.get("x")).hasMessageContaining("by index");
    }

    @Test
    void textsShowNamesAndNumbers() {
        assertThat(layer().build())
                .hasToString(
                        "Layer{rate=0.5, bias=[1.0, 2.0], weights=[[1.0], null, [2.0, 3.0]], single=[4.0], next=null}");
        assertThat(Tangent.builder(Layer[].class).element(null).element(layer().build()).build().toString())
                .startsWith("[null, Layer{rate");
        assertThat(Tangent.builder(Layer.class).field("a", new double[12]).build())
                .hasToString("Layer{a=[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, ... 2 more]}");
    }

    @Test
    void circlesAreWrittenAndCompared() {
        assertThat(circle(1)).isEqualTo(circle(1)).hasSameHashCodeAs(circle(1)).isNotEqualTo(circle(2));
        assertThat(circle(1)).hasToString("Layer{x=1.0, next=Layer{x=1.0, next=Layer{...}}}");
    }

    private static Tangent circle(double x) {
        Tangent.Builder one = Tangent.builder(Layer.class);
        Tangent.Builder two = Tangent.builder(Layer.class).field("x", 1.0).field("next", one.tangent());
        return one.field("x", x).field("next", two.build()).build();
    }

    @Test
    void mapsAreAskedByKey() {
        Tangent map =
                Tangent.ofEntries(Map.class)
                        .entry("a", 1.5)
                        .entry(7, 2.5)
                        .entry(null, null)
                        .entry(8L, new double[] {3})
                        .entryWithout("text", "a java.lang.String holds no number")
                        .build();
        assertThat(map.number("a")).isEqualTo(1.5);
        assertThat(map.number(7)).isEqualTo(2.5);
        assertThat(map.get((Object) null)).isNull();
        assertThat(map.doubles(8L)).containsExactly(3);
        assertThat(map.get(8L, double[].class)).containsExactly(3);
        assertThat(map.keys()).containsExactly("a", 7, null, 8L);
        assertThat(map.size()).isEqualTo(4);
        assertThat(map).hasToString("{a=1.5, 7=2.5, null=null, 8=[3.0]}");
        assertThatThrownBy(() -> map.get("text"))
                .hasMessageContaining("the value of text of java.util.Map")
                .hasMessageContaining("holds no number");
        assertThatThrownBy(() -> map.get(9)).hasMessageContaining("there was no such key");
        assertThatThrownBy(() -> map.get("b")).hasMessageContaining("\"a\", if that was meant");
        assertThatThrownBy(() -> map.asMap(Object.class, Object.class)).hasMessageContaining("holds no number");
        assertThat(map).isNotEqualTo(Tangent.ofEntries(Map.class).build());
        Tangent numbers = Tangent.ofEntries(Map.class).entry("a", 1.0).entry("b", null).build();
        assertThat(numbers.asMap(String.class, Double.class)).containsEntry("a", 1.0).containsEntry("b", null);
        assertThatThrownBy(() -> numbers.asMap(Integer.class, Double.class))
                .hasMessageContaining("its key is a java.lang.String");
        assertThatThrownBy(() -> numbers.asMap(String.class, String.class))
                .hasMessageContaining("its gradient is a java.lang.Double");
        assertThatThrownBy(() -> numbers.asList(Double.class)).hasMessageContaining("no list");
    }

    @Test
    void listsAreAskedByIndex() {
        Tangent list = Tangent.ofElements(List.class).element(1.0).element(null).build();
        assertThat(list.asList(Double.class)).containsExactly(1.0, null);
        assertThat(list.number(0)).isEqualTo(1);
        assertThat(list.keys()).isEmpty();
        assertThat(list).hasToString("[1.0, null]");
        assertThatThrownBy(() -> list.get("x")).hasMessageContaining("by index");
        assertThatThrownBy(() -> list.asMap(String.class, Double.class)).hasMessageContaining("no map");
        Tangent texts = Tangent.ofElements(List.class).element(1.0).elementWithout("it was a text").build();
        assertThatThrownBy(() -> texts.asList(Double.class)).hasMessageContaining("it was a text");
    }

    @Test
    void equalityIsThatOfTheNumbers() {
        assertThat(layer().build()).isEqualTo(layer().build()).hasSameHashCodeAs(layer().build());
        assertThat(layer().build()).isNotEqualTo(layer().field("more", 1.0).build());
        assertThat(layer().build()).isNotEqualTo("text");
    }

    @Test
    void whatHasBeenBuiltStays() {
        Tangent.Builder builder = layer();
        builder.build();
        assertThatThrownBy(() -> builder.field("late", 1.0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> layer().field("rate", 1.0)).isInstanceOf(IllegalArgumentException.class);
    }
}
