package dev.fluxion.engine.values;

import static dev.fluxion.Fluxion.gradient;
import static dev.fluxion.Fluxion.gradientAsTangent;
import static dev.fluxion.Fluxion.withGradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.ObjectFn;
import dev.fluxion.tangent.Tangent;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Gradients in objects, by field. */
@SuppressWarnings({"ArrayRecordComponent", "UnusedVariable"}) // arguments to take gradients in
class ObjectArgumentsTest {

    static class Module {
        private double rate;
        final String name = "module";

        Module(double rate) {
            this.rate = rate;
        }

        double rate() {
            return rate;
        }
    }

    static final class Dense extends Module {
        double[] weights;
        @Nullable Dense next;
        private int calls;

        Dense(double rate, double... weights) {
            super(rate);
            this.weights = weights;
        }

        double run(double x) {
            calls++;
            double y = x;
            for (double w : weights) {
                y = Math.sin(w * y) * rate();
            }
            return next == null ? y : next.run(y);
        }
    }

    static final class Node {
        double value;
        @Nullable Node left;
        @Nullable Node right;

        Node(double value) {
            this.value = value;
        }

        double sum() {
            double sum = value * value;
            if (left != null) {
                sum += left.sum();
            }
            if (right != null) {
                sum += 2 * right.sum();
            }
            return sum;
        }
    }

    private static Dense chain(double[] v) {
        Dense first = new Dense(v[0], v[1], v[2]);
        first.next = new Dense(v[3], v[4]);
        return first;
    }

    @Test
    void fieldsOwnAndInherited() {
        double[] at = {1.5, 0.7, 1.1, 0.9, 1.3};
        ObjectFn<Dense> run = d -> d.run(0.8);
        Dense given = chain(at);
        Tangent t = gradient(run, given);
        Tangent next = t.tangent("next");
        double[] flat = {
            t.number("rate"),
            t.doubles("weights")[0],
            t.doubles("weights")[1],
            next.number("rate"),
            next.doubles("weights")[0]
        };
        Differences.check(run, ObjectArgumentsTest::chain, at, flat);
        assertThat(next.get("next")).isNull();
        assertThat(given.calls).isEqualTo(1);
        assertThatThrownBy(() -> t.get("name")).hasMessageContaining("FX-0305");
    }

    @Test
    void fieldsThatAreOverwritten() {
        ObjectFn<Node> f =
                n -> {
                    n.value = n.value * n.value;
                    n.value = n.value * n.value + n.left.value;
                    n.left = null;
                    return 3 * n.value;
                };
        Node node = new Node(1.5);
        node.left = new Node(2);
        Tangent t = gradient(f, node);
        assertThat(t.number("value")).isEqualTo(3 * 4 * 1.5 * 1.5 * 1.5);
        assertThat(t.tangent("left").number("value")).isEqualTo(3);
        assertThat(node.left).isNull();
        assertThat(node.value).isEqualTo(1.5 * 1.5 * 1.5 * 1.5 + 2);
    }

    @Test
    void treesAndSharing() {
        Node shared = new Node(5);
        Node root = new Node(2);
        root.left = shared;
        root.right = shared;
        Tangent t = gradient(Node::sum, root);
        assertThat(t.number("value")).isEqualTo(4);
        assertThat(t.tangent("left").number("value")).isEqualTo(30);
        assertThat(t.tangent("left")).isSameAs(t.tangent("right"));
    }

    @Test
    void circles() {
        Node one = new Node(2);
        Node two = new Node(3);
        one.left = two;
        two.left = one;
        Tangent t = gradient(n -> n.left.left.value * n.left.value * n.value, one);
        assertThat(t.number("value")).isEqualTo(12);
        assertThat(t.tangent("left").number("value")).isEqualTo(4);
        assertThat(t.tangent("left").tangent("left")).isSameAs(t);
    }

    @Test
    void arraysOfObjects() {
        Node[] nodes = {new Node(2), null, new Node(3)};
        assertThatThrownBy(() -> gradient(n -> n[0].value * n[2].value, nodes)).hasMessageContaining("FX-0306");
        Tangent t = gradientAsTangent(n -> n[0].value * n[2].value, nodes);
        assertThat(t.tangent(0).number("value")).isEqualTo(3);
        assertThat(t.get(1)).isNull();
        assertThat(t.tangent(2).number("value")).isEqualTo(2);
    }

    @Test
    void objectsBesideNumbersAndArrays() {
        Tangent t = gradientAsTangent((n, x, w) -> n.value * x * w[1], new Node(2), 3.0, new double[] {4, 5});
        assertThat(t.tangent(0).number("value")).isEqualTo(15);
        assertThat(t.number(1)).isEqualTo(10);
        assertThat(t.doubles(2)).containsExactly(0, 6);
        var vg = withGradient(n -> n.value * 2, new Node(2));
        assertThat(vg.value()).isEqualTo(4);
        assertThat(vg.gradient().number("value")).isEqualTo(2);
    }

    static final class Outer {
        double factor = 3;

        final class In {
            double x = 2;

            double product() {
                return factor * x;
            }
        }
    }

    @Test
    void innerClassesLeadToTheirOuterObject() {
        Tangent t = gradient(i -> i.product(), new Outer().new In());
        assertThat(t.number("x")).isEqualTo(3);
        assertThat(t.tangent("this$0").number("factor")).isEqualTo(2);
    }

    @Test
    void numbersThatDoNotMatterAreZero() {
        Node node = new Node(2);
        node.right = new Node(3);
        Tangent t = gradient(n -> 1.0, node);
        assertThat(t).hasToString("Node{value=0.0, left=null, right=Node{value=0.0, left=null, right=null}}");
    }
}
