package dev.fluxion.testkit.random;

import dev.fluxion.testkit.source.Node;

import java.util.ArrayList;
import java.util.List;

/** Makes expressions that give numbers and truth values. */
final class Numbers {

    private static final List<String> SMOOTH =
            List.of(
                    "Math.sin(#0)",
                    "Math.cos(#0)",
                    "Math.tanh(#0)",
                    "Math.atan(#0)",
                    "(-(#0))",
                    "(0.5 * #0)",
                    "Math.sqrt(1.5 + Math.sin(#0))",
                    "Math.log(2.0 + Math.cos(#0))",
                    "Math.exp(Math.sin(#0))",
                    "Math.abs(#0)");
    private static final List<String> PAIRED =
            List.of(
                    "(#0 + #1)",
                    "(#0 + #1)",
                    "(#0 - #1)",
                    "(#0 * #1)",
                    "(#0 * #1)",
                    "(#0 / (2.0 + Math.cos(#1)))",
                    "Math.max(#0, #1)",
                    "Math.min(#0, #1)",
                    "Math.pow(1.5 + Math.sin(#0), Math.cos(#1))",
                    "Math.atan2(#0, 2.0 + Math.sin(#1))",
                    "Math.hypot(#0, 1.0 + Math.tanh(#1))");
    private static final List<String> TAMED = List.of("Math.sin(#0)", "Math.tanh(#0)", "Math.atan(#0)", "Math.cos(#0)");

    private final World world;
    private final Dice dice;
    private final Scope scope;
    private final References references;

    Numbers(World world, Scope scope) {
        this.world = world;
        this.dice = world.dice;
        this.scope = scope;
        this.references = new References(world, scope, this);
    }

    References references() {
        return references;
    }

    /** Makes an expression of any type. */
    Node of(String type, int depth) {
        return switch (type) {
            case "double" -> number(depth);
            case "float" -> single(depth);
            case "int" -> integer(depth);
            case "depth" -> integer("" + dice.between(1, 3));
            case "boolean" -> condition(depth);
            default -> references.of(type, depth);
        };
    }

    private static Node real(String text, Node... parts) {
        return Node.expression("double", text, parts);
    }

    private static Node integer(String text, Node... parts) {
        return Node.expression("int", text, parts);
    }

    private static Node truth(String text, Node... parts) {
        return Node.expression("boolean", text, parts);
    }

    /** Makes a double whose size is small whatever it is made of. */
    Node tame(int depth) {
        return real(dice.one(TAMED), number(depth));
    }

    /** Makes a double. */
    Node number(int depth) {
        if (depth <= 0 || dice.chance(20)) {
            return leaf();
        }
        return new Choice<Node>(dice)
                .or(10, () -> real(dice.one(SMOOTH), number(depth - 1)))
                .or(20, () -> real(dice.one(PAIRED), number(depth - 1), number(depth - 1)))
                .or(3, () -> real("(#0 ? #1 : #2)", condition(1), number(depth - 1), number(depth - 1)))
                .or(2, () -> real("(0.25 * #0)", integer(depth - 1)))
                .orIf(world.has(Feature.SWITCHES), 2, () -> choose(depth))
                .orIf(world.has(Feature.EFFECTS), 2, () -> effect(depth))
                .orIf(world.has(Feature.FLOATS), 3, () -> real("(double) (#0)", single(depth - 1)))
                .or(8, () -> call("double", depth))
                .orIf(world.has(Feature.LAMBDAS), 4, () -> apply(depth))
                .orIf(
                        world.has(Feature.BOXES),
                        2,
                        () -> real(dice.one("(#0)", "#0.doubleValue()"), references.of("Double", depth - 1)))
                .orIf(world.has(Feature.PATTERNS), 2, () -> match(depth))
                .take();
    }

    private Node leaf() {
        return new Choice<Node>(dice)
                .or(14, () -> variable("double"))
                .or(2, () -> real(constant()))
                .orIf(has("double[]"), 5, () -> real("#0[#1]", references.array(), index()))
                .orIf(has("Cell"), 4, this::field)
                .orIf(has("Pair"), 2, () -> real("#0.a()", references.of("Pair", 0)))
                .orIf(has("double[][]"), 2, this::entry)
                .take();
    }

    private Node entry() {
        return real("#0[#1][#2]", references.of("double[][]", 0), index(), index());
    }

    private boolean has(String type) {
        return !scope.of(type).isEmpty();
    }

    private Node field() {
        if (has("Cell[]") && dice.chance(30)) {
            return real("#0[#1].v", references.of("Cell[]", 0), index());
        }
        return real(dice.one("#0.v", "#0.v", "#0.w"), references.of("Cell", 0));
    }

    private Node variable(String type) {
        List<Variable> known = dice.chance(60) ? scope.last(4, type) : scope.of(type);
        return Node.expression(
                type, known.isEmpty() ? type.equals("double") ? constant() : "1" : dice.one(known).name());
    }

    private String constant() {
        return dice.one("0.5", "1.25", "-0.75", "2.0", "0.1", "-1.5", "0.0", "1.0");
    }

    private Node choose(int depth) {
        return real(
                "(switch (#0 & 3) { case 0 -> #1; case 1, 2 -> #2; default -> #3; })",
                integer(1),
                number(depth - 1),
                number(depth - 1),
                number(depth - 1));
    }

    private Node effect(int depth) {
        List<Variable> targets = scope.assignable("double");
        if (targets.isEmpty()) {
            return number(depth - 1);
        }
        String name = dice.one(targets).name();
        return new Choice<Node>(dice)
                .or(3, () -> real("(" + name + " = #0)", tame(depth - 1)))
                .or(2, () -> real("(" + name + " += #0)", tame(depth - 1)))
                .or(1, () -> real("(" + name + "++)"))
                .orIf(has("double[]"), 2, () -> real("(#0[#1] = #2)", references.array(), index(), tame(depth - 1)))
                .orIf(has("double[]"), 2, () -> real("(#0[#1] *= #2)", references.array(), index(), tame(depth - 1)))
                .orIf(has("Cell"), 2, () -> cellEffect(depth))
                .take();
    }

    private Node cellEffect(int depth) {
        return real("(#0.v = #1)", references.of("Cell", 0), tame(depth - 1));
    }

    private Node match(int depth) {
        if (!world.has(Feature.DISPATCH) || !world.has(Feature.RECORDS)) {
            return number(depth - 1);
        }
        String bound = world.fresh("k");
        String other = world.fresh("s");
        return dice.chance(50)
                ? real(
                        "((Shape) #0 instanceof Scaled(double "
                                + bound
                                + ", Shape "
                                + other
                                + ") ? #1 * "
                                + bound
                                + " : #2)",
                        references.of("Shape", 0),
                        number(depth - 1),
                        number(depth - 1))
                : real(
                        "(switch ((Shape) #0) { case Scaled(double "
                                + bound
                                + ", Shape "
                                + other
                                + ") when "
                                + bound
                                + " > 0.1 -> #1 + "
                                + bound
                                + "; case Square s"
                                + bound
                                + " -> #2 * s"
                                + bound
                                + ".k; default -> #3; })",
                        references.of("Shape", 0),
                        number(depth - 1),
                        number(depth - 1),
                        number(depth - 1));
    }

    /** Calls a method that gives the type, if there is one. */
    Node call(String type, int depth) {
        List<Routine> fitting = new ArrayList<>();
        for (Routine routine : world.routines) {
            if (routine.result().equals(type) && isCallable(routine)) {
                fitting.add(routine);
            }
        }
        if (fitting.isEmpty()) {
            return type.equals("double") ? number(depth - 1) : variable(type);
        }
        return call(dice.one(fitting), depth);
    }

    boolean isCallable(Routine routine) {
        return (!scope.isPlain || !routine.usesFunctions()) && (!routine.throwing() || scope.mayThrow());
    }

    Node call(Routine routine, int depth) {
        List<Node> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        if (!routine.receiver().isEmpty()) {
            parts.add(references.of(routine.receiver(), 0));
            text.append("#0.");
        }
        text.append(routine.name()).append('(');
        for (int i = 0; i < routine.parameters().size(); i++) {
            text.append(i == 0 ? "" : ", ").append('#').append(parts.size());
            parts.add(of(routine.parameters().get(i), depth - 1));
        }
        return new Node(Node.Kind.EXPRESSION, routine.result(), text.append(')').toString(), parts);
    }

    private Node apply(int depth) {
        List<Variable> functions = scope.of("DoubleUnaryOperator");
        if (functions.isEmpty() && scope.isCaptured || !scope.takeFunctionCall()) {
            return number(depth - 1);
        }
        if (scope.isCaptured) {
            return real(dice.one(functions).name() + ".applyAsDouble(#0)", number(depth - 1));
        }
        return real("#0.applyAsDouble(#1)", references.of("DoubleUnaryOperator", depth - 1), number(depth - 1));
    }

    /** Makes a float. */
    Node single(int depth) {
        List<Variable> known = scope.of("float");
        if (depth <= 0 && !known.isEmpty()) {
            return Node.expression("float", dice.one(known).name());
        }
        if (depth > 0 && dice.chance(50)) {
            return Node.expression(
                    "float", dice.one("(#0 + #1)", "(#0 * #1)", "(#0 - #1)"), single(depth - 1), single(depth - 1));
        }
        return depth > 0 && dice.chance(20) && !scope.of("float[]").isEmpty()
                ? Node.expression("float", "#0[#1]", references.of("float[]", 0), index())
                : Node.expression("float", "(float) Math.sin(#0)", depth > 0 ? number(depth - 1) : leaf());
    }

    /** Makes an int. */
    Node integer(int depth) {
        if (depth <= 0 || dice.chance(30)) {
            return dice.chance(75) ? variable("int") : integer("" + dice.between(0, 5));
        }
        return new Choice<Node>(dice)
                .or(4, () -> integer("(#0 + #1)", integer(depth - 1), integer(depth - 1)))
                .or(2, () -> integer("(#0 * #1)", integer(depth - 1), integer(depth - 1)))
                .or(2, () -> integer("(#0 ^ #1)", integer(depth - 1), integer(depth - 1)))
                .or(2, () -> integer("(int) (3.0 * #0)", number(depth - 1)))
                .or(1, () -> integer("(#0 ? #1 : #2)", condition(1), integer(depth - 1), integer(depth - 1)))
                .orIf(has("double[]"), 1, () -> integer("#0.length", references.array()))
                .orIf(has("Cell"), 2, () -> integer("#0.n", references.of("Cell", 0)))
                .orIf(has("Pair"), 1, () -> integer("#0.n()", references.of("Pair", 0)))
                .orIf(world.has(Feature.TEXT), 1, () -> integer("(\"n\" + #0).length()", integer(depth - 1)))
                .orIf(
                        world.has(Feature.TEXT) && has("Pair"),
                        1,
                        () -> integer("(#0.toString().isEmpty() ? 1 : 2)", references.of("Pair", 0)))
                .take();
    }

    /** Makes an index of an array, in its bounds unless errors are caught. */
    Node index() {
        if (scope.mayFault() && dice.chance(15)) {
            return integer("(#0 & 7)", integer(1));
        }
        return dice.chance(50) ? integer("" + dice.below(World.LENGTH)) : integer("(#0 & 3)", integer(1));
    }

    /** Makes a truth value. */
    Node condition(int depth) {
        return new Choice<Node>(dice)
                .or(6, () -> truth(dice.one("#0 < #1", "#0 > #1", "#0 <= #1"), number(depth), number(depth)))
                .or(3, () -> truth(dice.one("#0 > 0.0", "#0 < 0.5", "#0 >= -0.25"), number(depth)))
                .or(4, () -> truth(dice.one("(#0 & 1) == 0", "(#0 & 3) != 1"), integer(depth)))
                .or(2, () -> truth(dice.one("#0 < #1", "#0 == #1"), integer(depth), integer(depth)))
                .orIf(
                        depth > 0,
                        3,
                        () -> truth(dice.one("(#0 && #1)", "(#0 || #1)"), condition(depth - 1), condition(depth - 1)))
                .orIf(depth > 0, 1, () -> truth("!(#0)", condition(depth - 1)))
                .orIf(
                        world.has(Feature.ALIASES) && has("double[]"),
                        1,
                        () -> truth("#0 == #1", references.array(), references.array()))
                .orIf(has("Shape"), 1, () -> truth("(Shape) #0 instanceof Square", references.of("Shape", 0)))
                .orIf(has("Cell"), 1, () -> truth("#0.next == null", references.of("Cell", 0)))
                .orIf(
                        world.has(Feature.TEXT) && has("Pair"),
                        1,
                        () -> truth("#0.equals(#1)", references.of("Pair", 0), references.of("Pair", 0)))
                .take();
    }
}
