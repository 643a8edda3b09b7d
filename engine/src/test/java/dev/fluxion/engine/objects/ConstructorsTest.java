package dev.fluxion.engine.objects;

import static dev.fluxion.engine.objects.Derivatives.assertDerivative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fluxion.Fluxion;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;

/** Objects that others may see, so that they must be made, carry derivatives in their fields. */
class ConstructorsTest {

    private static @Nullable Object seen;

    private static void show(Object object) {
        seen = object;
    }

    private static final class Node {
        final double value;
        final @Nullable Node next;

        Node(double value, @Nullable Node next) {
            this.value = value;
            this.next = next;
        }
    }

    @Test
    void aLinkedList() {
        assertDerivative(
                t -> {
                    Node list = null;
                    for (int i = 0; i < 4; i++) {
                        list = new Node(t * i, list);
                    }
                    double sum = 0;
                    for (Node node = list; node != null; node = node.next) {
                        sum += node.value * node.value;
                    }
                    return sum;
                },
                0.7);
    }

    private static final class Tree {
        @Nullable Tree left;
        @Nullable Tree right;
        final double value;

        Tree(int depth, double x) {
            value = x * depth;
            if (depth > 0) {
                left = new Tree(depth - 1, x * 2);
                right = new Tree(depth - 1, x * x);
            }
        }

        double sum() {
            double here = value * value;
            return (left == null ? here : here + left.sum()) + (right == null ? 0 : right.sum());
        }
    }

    @Test
    void aTreeThatItsConstructorBuilds() {
        assertDerivative(t -> new Tree(3, t).sum(), 0.7, 1.2);
    }

    private static class Base {
        double scale = 2;
        final double base;

        Base(double base) {
            this.base = base * scale;
        }
    }

    private static final class Derived extends Base {
        final double both;
        double unset;

        Derived(double x) {
            this(x, 3);
        }

        Derived(double x, double factor) {
            super(x * factor);
            both = base * x;
            show(this);
        }
    }

    @Test
    void chainedConstructorsOfAnObjectThatTheyShow() {
        assertDerivative(
                t -> {
                    Derived derived = new Derived(t);
                    derived.scale *= t;
                    return derived.both * derived.scale + derived.unset + derived.base;
                },
                0.7);
        assertThat(seen).isInstanceOf(Derived.class);
    }

    private record Vec(double x, double y) {
        static final Vec ZERO = new Vec(0, 0);

        Vec plus(Vec other) {
            return new Vec(x + other.x, y + other.y);
        }
    }

    @Test
    void recordsThatStartFromAConstant() {
        assertDerivative(
                t -> {
                    Vec sum = Vec.ZERO;
                    for (int i = 0; i < 5; i++) {
                        sum = sum.plus(new Vec(t * i, t * t));
                    }
                    return sum.x * sum.y;
                },
                0.7);
    }

    @Test
    void recordsThatStartFromNull() {
        assertDerivative(
                t -> {
                    Vec sum = null;
                    for (int i = 0; i < 3; i++) {
                        sum = sum == null ? new Vec(t, t * t) : sum.plus(sum);
                    }
                    return sum == null ? 0 : sum.x * sum.y;
                },
                0.7);
    }

    @Test
    void recordsInAnArray() {
        assertDerivative(
                t -> {
                    Vec[] all = new Vec[3];
                    for (int i = 0; i < all.length; i++) {
                        all[i] = new Vec(t * i, Math.exp(t));
                    }
                    double sum = 0;
                    for (Vec one : all) {
                        sum += one.x * one.y;
                    }
                    return sum;
                },
                0.7);
    }

    private record Direction(double x, double y) {
        Direction {
            double norm = Math.hypot(x, y);
            if (!(norm > 0)) {
                throw new IllegalArgumentException("no direction");
            }
            x /= norm;
            y /= norm;
        }
    }

    @Test
    void aRecordThatNormalises() {
        assertDerivative(
                t -> {
                    Direction direction = new Direction(t, t * t);
                    show(direction);
                    return direction.x * direction.y;
                },
                0.7);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() ->
                        Fluxion.gradient(
                                t -> {
                                    Direction direction = new Direction(t, t);
                                    show(direction);
                                    return direction.x;
                                },
                                0.0))
                .withMessage("no direction");
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Weights(double[] values) {
        Weights {
            values = values.clone();
        }
    }

    @Test
    void aRecordThatCopiesAnArray() {
        assertDerivative(
                t -> {
                    double[] numbers = {t, t * t};
                    Weights weights = new Weights(numbers);
                    show(weights);
                    numbers[0] = 5;
                    return weights.values[0] * weights.values[1] + numbers[0] * t;
                },
                0.7);
    }

    private record Counting(double value) {
        static int count;

        Counting {
            count++;
        }
    }

    @Test
    void aRecordWhoseConstructorHasEffectsIsRefused() {
        assertThatExceptionOfType(dev.fluxion.diagnostic.NotDifferentiableException.class)
                .isThrownBy(() ->
                        Fluxion.gradient(
                                t -> {
                                    Counting counting = new Counting(t);
                                    show(counting);
                                    return counting.value;
                                },
                                1.0));
        assertThat(Counting.count).isZero();
    }

    private static final class Matrix {
        private final double[][] rows;

        Matrix(double[][] rows) {
            this.rows = new double[rows.length][];
            for (int i = 0; i < rows.length; i++) {
                this.rows[i] = rows[i].clone();
            }
        }

        Matrix times(Matrix other) {
            double[][] product = new double[rows.length][other.rows[0].length];
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < product[i].length; j++) {
                    for (int k = 0; k < other.rows.length; k++) {
                        product[i][j] += rows[i][k] * other.rows[k][j];
                    }
                }
            }
            return new Matrix(product);
        }
    }

    @Test
    void aMatrixThatCopiesItsRows() {
        assertDerivative(
                t -> {
                    Matrix matrix = new Matrix(new double[][] {{t, 1}, {t * t, 2}});
                    Matrix power = matrix;
                    for (int i = 0; i < 3; i++) {
                        power = power.times(matrix);
                    }
                    show(power);
                    return power.rows[0][0] + power.rows[1][0];
                },
                0.7);
    }

    private enum Operation {
        PLUS(2) {
            @Override
            double of(double x, double y) {
                return weight * (x + y);
            }
        },
        TIMES(3) {
            @Override
            double of(double x, double y) {
                return weight * x * y;
            }
        };

        final double weight;

        Operation(double weight) {
            this.weight = weight;
        }

        abstract double of(double x, double y);
    }

    @Test
    void enumsWithFieldsAndBodies() {
        assertDerivative(
                t -> {
                    double result = t;
                    for (Operation operation : Operation.values()) {
                        result = operation.of(result, t);
                    }
                    return result;
                },
                0.7);
    }

    @Test
    void boxesInAnArray() {
        assertDerivative(
                t -> {
                    Double[] boxes = {t, t * t};
                    boxes[0] = boxes[0] * boxes[1];
                    return boxes[0];
                },
                0.7);
    }

    @Test
    void textAndComparisonOnTheSide() {
        assertDerivative(
                t -> {
                    Vec one = new Vec(t, 1);
                    Vec other = new Vec(t, 1);
                    show(one);
                    show(List.of(one.toString(), other.hashCode()));
                    return one.equals(other) ? one.x * t : 0;
                },
                0.7);
    }
}
