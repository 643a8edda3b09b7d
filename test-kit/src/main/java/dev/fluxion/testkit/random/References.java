package dev.fluxion.testkit.random;

import dev.fluxion.testkit.source.Node;

import java.util.ArrayList;
import java.util.List;

/** Makes expressions that give arrays and objects; none of them gives null. */
final class References {

    private final World world;
    private final Dice dice;
    private final Scope scope;
    private final Numbers numbers;

    References(World world, Scope scope, Numbers numbers) {
        this.world = world;
        this.dice = world.dice;
        this.scope = scope;
        this.numbers = numbers;
    }

    /** Makes an expression of a reference type; with depth 0 a plain one. */
    Node of(String type, int depth) {
        List<Variable> known = scope.of(type);
        if (!known.isEmpty() && (depth <= 0 || dice.chance(60))) {
            return Node.expression(type, dice.one(known).name());
        }
        return switch (type) {
            case "double[]" -> array(depth);
            case "double[][]" -> Node.expression(type, "(new double[4][4])");
            case "float[]" -> Node.expression(type, "(new float[4])");
            case "Cell" -> cell(depth);
            case "Cell[]" -> cells();
            case "Pair" -> pair(depth);
            case "Shape" -> shape(depth);
            case "Double" -> Node.expression(type, "Double.valueOf(#0)", numbers.number(depth));
            case "DoubleUnaryOperator" -> function(depth);
            default -> throw new IllegalArgumentException(type);
        };
    }

    /** Makes a plain array of doubles. */
    Node array() {
        return of("double[]", 0);
    }

    private Node array(int depth) {
        List<Variable> known = scope.of("double[]");
        if (known.isEmpty()) {
            return Node.expression("double[]", "(new double[4])");
        }
        return new Choice<Node>(dice)
                .or(3, this::array)
                .orIf(
                        world.has(Feature.ALIASES),
                        2,
                        () -> Node.expression("double[]", "(#0 ? #1 : #2)", numbers.condition(1), array(), array()))
                .orIf(
                        world.has(Feature.MATRICES) && !scope.of("double[][]").isEmpty(),
                        2,
                        () -> Node.expression("double[]", "#0[#1]", of("double[][]", 0), numbers.index()))
                .orIf(world.has(Feature.OBJECTS), 2, () -> Node.expression("double[]", "#0.data", of("Cell", 0)))
                .orIf(world.has(Feature.COPIES), 1, () -> Node.expression("double[]", "#0.clone()", array()))
                .orIf(
                        world.has(Feature.CALLS),
                        2,
                        () -> {
                            Node call = numbers.call("double[]", depth);
                            return call.parts().isEmpty() ? array() : call;
                        })
                .take();
    }

    private Node cell(int depth) {
        if (scope.of("Cell").isEmpty()) {
            return Node.expression("Cell", "new Cell(#0)", numbers.tame(0));
        }
        return new Choice<Node>(dice)
                .or(2, () -> of("Cell", 0))
                .or(2, () -> Node.expression("Cell", "new Cell(#0)", numbers.number(depth - 1)))
                .or(
                        2,
                        () ->
                                Node.expression(
                                        "Cell",
                                        "new Cell(#0, #1, #2, #3)",
                                        numbers.number(depth - 1),
                                        numbers.number(depth - 1),
                                        array(),
                                        of("Cell", 0)))
                .or(2, () -> Node.expression("Cell", "#0.following()", of("Cell", 0)))
                .orIf(
                        world.has(Feature.ALIASES),
                        2,
                        () ->
                                Node.expression(
                                        "Cell", "(#0 ? #1 : #2)", numbers.condition(1), of("Cell", 0), of("Cell", 0)))
                .orIf(
                        world.has(Feature.DISPATCH),
                        2,
                        () ->
                                Node.expression(
                                        "Cell", "new DeepCell(#0, #1)", numbers.tame(0), numbers.number(depth - 1)))
                .orIf(
                        world.has(Feature.OBJECT_ARRAYS) && !scope.of("Cell[]").isEmpty(),
                        2,
                        () -> Node.expression("Cell", "#0[#1]", of("Cell[]", 0), numbers.index()))
                .take();
    }

    private Node cells() {
        return Node.expression(
                "Cell[]", "new Cell[] {#0, #1, #2, #3}", of("Cell", 1), of("Cell", 0), of("Cell", 0), of("Cell", 1));
    }

    private Node pair(int depth) {
        return new Choice<Node>(dice)
                .or(
                        3,
                        () ->
                                Node.expression(
                                        "Pair",
                                        "new Pair(#0, #1, #2)",
                                        numbers.number(depth - 1),
                                        numbers.number(depth - 1),
                                        numbers.integer(0)))
                .orIf(
                        !scope.of("Pair").isEmpty(),
                        3,
                        () -> Node.expression("Pair", "#0.plus(#1)", of("Pair", 0), of("Pair", depth - 1)))
                .take();
    }

    private Node shape(int depth) {
        Choice<Node> choice = new Choice<>(dice);
        for (World.Construction construction : world.shapes) {
            choice.or(3, () -> construct(construction, depth));
        }
        boolean inner = !scope.isCaptured && depth > 0;
        return choice.orIf(world.has(Feature.LAMBDAS) && inner, 3, () -> lambda("Shape", depth))
                .orIf(world.has(Feature.INNER) && inner, 3, () -> anonymous(depth))
                .orIf(
                        inner,
                        2,
                        () ->
                                Node.expression(
                                        "Shape",
                                        "(#0 ? #1 : #2)",
                                        numbers.condition(1),
                                        of("Shape", depth - 1),
                                        of("Shape", depth - 1)))
                .take();
    }

    private Node construct(World.Construction construction, int depth) {
        List<Node> parts = new ArrayList<>();
        for (String type : construction.parameters()) {
            parts.add(type.equals("Shape") && depth <= 0 ? flat() : numbers.of(type, depth - 1));
        }
        return new Node(Node.Kind.EXPRESSION, "Shape", construction.text(), parts);
    }

    /** A shape that holds no other. */
    private Node flat() {
        List<Variable> known = scope.of("Shape");
        return known.isEmpty()
                ? Node.expression("Shape", "new Square(#0)", numbers.tame(0))
                : Node.expression("Shape", dice.one(known).name());
    }

    private Node anonymous(int depth) {
        Scope inner = scope.captured("double");
        String parameter = world.fresh("a");
        inner.add(Variable.mutable("double", parameter));
        String field = world.fresh("f");
        inner.add(Variable.field("double", field));
        Statements statements = new Statements(world, inner);
        return Node.expression(
                "Shape",
                "new Shape() {\n    double "
                        + field
                        + " = #0;\n    @Override public double area(double "
                        + parameter
                        + ") #1\n}",
                new Numbers(world, scope.captured("double")).number(depth - 1),
                statements.method(dice.between(0, 3)));
    }

    private Node function(int depth) {
        if (scope.isCaptured) {
            return Node.expression("DoubleUnaryOperator", method("sin"));
        }
        return new Choice<Node>(dice)
                .or(6, () -> lambda("DoubleUnaryOperator", depth))
                .or(1, () -> Node.expression("DoubleUnaryOperator", method(dice.one("sin", "tanh", "atan"))))
                .orIf(
                        world.has(Feature.DISPATCH),
                        2,
                        () ->
                                Node.expression(
                                        "DoubleUnaryOperator", "((DoubleUnaryOperator) #0::area)", of("Shape", 0)))
                .orIf(
                        depth > 0 && !scope.inLoop() && !scope.of("DoubleUnaryOperator").isEmpty(),
                        2,
                        () ->
                                Node.expression(
                                        "DoubleUnaryOperator",
                                        dice.one("#0.andThen(#1)", "#0.compose(#1)"),
                                        of("DoubleUnaryOperator", 0),
                                        of("DoubleUnaryOperator", 0)))
                .orIf(
                        depth > 0,
                        2,
                        () ->
                                Node.expression(
                                        "DoubleUnaryOperator",
                                        "(#0 ? #1 : #2)",
                                        numbers.condition(1),
                                        of("DoubleUnaryOperator", depth - 1),
                                        of("DoubleUnaryOperator", depth - 1)))
                .take();
    }

    private static String method(String name) {
        return "((DoubleUnaryOperator) Math::" + name + ")";
    }

    private Node lambda(String type, int depth) {
        Scope inner = scope.captured("double");
        String parameter = world.fresh("t");
        inner.add(Variable.fixed("double", parameter));
        String head = "((" + type + ") " + parameter + " -> #0)";
        return dice.chance(60)
                ? Node.expression(type, head, new Numbers(world, inner).number(Math.max(1, depth)))
                : Node.expression(type, head, new Statements(world, inner).method(dice.between(1, 3)));
    }
}
