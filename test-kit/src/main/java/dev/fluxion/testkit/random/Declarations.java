package dev.fluxion.testkit.random;

import dev.fluxion.testkit.source.Node;

/** Makes declarations of local variables. */
final class Declarations {

    private final World world;
    private final Dice dice;
    private final Scope scope;
    private final Numbers numbers;

    Declarations(World world, Scope scope, Numbers numbers) {
        this.world = world;
        this.dice = world.dice;
        this.scope = scope;
        this.numbers = numbers;
    }

    Node make() {
        boolean object = world.has(Feature.OBJECTS);
        return new Choice<Node>(dice)
                .or(8, () -> declare("double", "v", numbers.number(2)))
                .or(2, () -> declare("int", "n", numbers.integer(1)))
                .or(4, this::array)
                .orIf(world.has(Feature.FLOATS), 2, () -> declare("float", "g", numbers.single(1)))
                .orIf(world.has(Feature.FLOATS), 1, () -> declare("float[]", "h", singles()))
                .orIf(world.has(Feature.MATRICES), 2, () -> declare("double[][]", "m", matrix()))
                .orIf(object, 4, () -> declare("Cell", "c", numbers.references().of("Cell", 2)))
                .orIf(
                        object && world.has(Feature.OBJECT_ARRAYS),
                        2,
                        () -> declare("Cell[]", "cs", numbers.references().of("Cell[]", 1)))
                .orIf(world.has(Feature.RECORDS), 3, () -> declare("Pair", "p", numbers.references().of("Pair", 2)))
                .orIf(world.has(Feature.DISPATCH), 3, () -> declare("Shape", "s", numbers.references().of("Shape", 2)))
                .orIf(world.has(Feature.BOXES), 2, () -> declare("Double", "b", numbers.references().of("Double", 1)))
                .orIf(
                        world.has(Feature.LAMBDAS),
                        3,
                        () -> declare("DoubleUnaryOperator", "u", numbers.references().of("DoubleUnaryOperator", 2)))
                .take();
    }

    private Node declare(String type, String prefix, Node value) {
        String name = world.fresh(prefix);
        boolean isFinal = dice.chance(30);
        scope.add(isFinal ? Variable.fixed(type, name) : Variable.mutable(type, name));
        return Node.statement((isFinal ? "final " : "") + type + " " + name + " = #0;", value);
    }

    private Node array() {
        Node value =
                new Choice<Node>(dice)
                        .or(2, () -> Node.expression("double[]", "new double[4]"))
                        .or(
                                3,
                                () ->
                                        Node.expression(
                                                "double[]",
                                                "{#0, #1, #2, #3}",
                                                numbers.number(1),
                                                numbers.number(1),
                                                numbers.number(0),
                                                numbers.number(0)))
                        .orIf(world.has(Feature.ALIASES), 5, () -> numbers.references().of("double[]", 1))
                        .orIf(
                                world.has(Feature.COPIES),
                                2,
                                () ->
                                        Node.expression(
                                                "double[]",
                                                dice.one("#0.clone()", "java.util.Arrays.copyOf(#0, 4)"),
                                                numbers.references().array()))
                        .take();
        return declare("double[]", "a", value);
    }

    private Node singles() {
        return dice.chance(50)
                ? Node.expression("float[]", "new float[4]")
                : Node.expression(
                        "float[]", "{#0, #1, 0.5f, #2}", numbers.single(1), numbers.single(0), numbers.single(0));
    }

    private Node matrix() {
        Node row = numbers.references().array();
        return dice.chance(40)
                ? Node.expression("double[][]", "new double[4][4]")
                : Node.expression(
                        "double[][]",
                        "{#0, #1, #2, #3}",
                        world.has(Feature.ALIASES) ? row : Node.expression("double[]", "new double[4]"),
                        Node.expression("double[]", "new double[4]"),
                        world.has(Feature.ALIASES) ? row : Node.expression("double[]", "new double[4]"),
                        Node.expression(
                                "double[]", "new double[] {1.0, #0, 0.5, #1}", numbers.number(0), numbers.number(0)));
    }
}
