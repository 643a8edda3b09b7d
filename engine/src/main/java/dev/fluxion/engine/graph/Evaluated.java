package dev.fluxion.engine.graph;

import dev.fluxion.engine.graph.ObjectGradients.Input;
import dev.fluxion.runtime.Shadows;
import dev.fluxion.spi.GraphGradient;
import dev.fluxion.tangent.Tangent;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/** Value and gradients of one evaluation, made from the shadows when they are asked for. */
final class Evaluated implements GraphGradient.At {

    private final double value;
    private final double[] partials;
    private final Input[] inputs;
    private final @Nullable Captured captured;
    private final Numbers numbers;
    private final String instead;

    /**
     * Takes over what an evaluation has left.
     *
     * @param value the function's value
     * @param partials the partials in those inputs that are plain numbers, by position
     * @param shadows the shadows of everything else
     * @param inputs what was captured, if the gradient in that is wanted, then the arguments
     * @param captured what was captured, if the gradient in that is wanted
     * @param instead how to get a gradient that no object of its type carries, for a message
     */
    Evaluated(
            double value,
            double[] partials,
            Shadows shadows,
            Input[] inputs,
            @Nullable Captured captured,
            String instead) {
        this.value = value;
        this.partials = partials;
        this.inputs = inputs;
        this.captured = captured;
        this.numbers = new Numbers(shadows);
        this.instead = instead;
    }

    @Override
    public double value() {
        return value;
    }

    @Override
    public Object gradient(int argument) {
        int index = captures() + argument;
        Node node = inputs[index].node();
        if (node == null || !node.isWanted()) {
            return Objects.requireNonNull(inputs[index].value());
        }
        return node.kind == Kind.BOX ? number(index, node) : new TypedGradient(numbers, instead).of(node);
    }

    @Override
    public Tangent tangent(int argument) {
        Node node = inputs[captures() + argument].node();
        if (node == null || node.kind == Kind.BOX) {
            throw new IllegalArgumentException("not an object or array: argument " + argument);
        }
        return new TangentGradient(numbers).of(node);
    }

    @Override
    public Tangent tangents() {
        Tangent.Builder all = Tangent.builder(Object[].class);
        TangentGradient gradients = new TangentGradient(numbers);
        for (int i = captures(); i < inputs.length; i++) {
            Node node = inputs[i].node();
            if (node == null || !node.isWanted()) {
                all.elementWithout("no number can be reached from it");
            } else {
                all.element(part(i, node, gradients));
            }
        }
        return all.build();
    }

    @Override
    public Tangent captured() {
        Captured wanted = Objects.requireNonNull(captured, "the gradient in what was captured was not asked for");
        TangentGradient gradients = new TangentGradient(numbers);
        Node self = inputs[0].node();
        if (wanted.isObject() && self != null) {
            return gradients.of(self);
        }
        Tangent.Builder all = Tangent.builder(wanted.function().getClass());
        for (int i = 0; i < captures(); i++) {
            String name = wanted.names().get(i).isEmpty() ? "captured" + i : wanted.names().get(i);
            Node node = inputs[i].node();
            if (inputs[i].value() == null) {
                all.field(name, null);
            } else if (node == null || !node.leadsToNumbers) {
                all.without(name, "no number can be reached from it");
            } else {
                all.field(name, part(i, node, gradients));
            }
        }
        return all.build();
    }

    private int captures() {
        return captured == null ? 0 : captured.values().length;
    }

    private Object part(int index, Node node, TangentGradient gradients) {
        return node.kind == Kind.BOX ? number(index, node) : gradients.inPart(node);
    }

    /** A number that the code takes as it is has its partial; one that it takes as an object has a shadow. */
    private Object number(int index, Node node) {
        Object boxed = numbers.inBox(node);
        if (boxed instanceof Float number) {
            return number.floatValue() + (float) partials[index];
        }
        return (Double) boxed + partials[index];
    }
}
