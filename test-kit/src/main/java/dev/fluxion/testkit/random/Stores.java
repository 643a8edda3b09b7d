package dev.fluxion.testkit.random;

import dev.fluxion.testkit.source.Node;

import java.util.ArrayList;
import java.util.List;

/** Makes statements that change something. */
final class Stores {

    private final World world;
    private final Dice dice;
    private final Scope scope;
    private final Numbers numbers;

    Stores(World world, Scope scope, Numbers numbers) {
        this.world = world;
        this.dice = world.dice;
        this.scope = scope;
        this.numbers = numbers;
    }

    Node make() {
        boolean object = world.has(Feature.OBJECTS);
        return new Choice<Node>(dice)
                .or(10, this::assign)
                .or(2, () -> assignTo("int", numbers.integer(2)))
                .or(1, this::swap)
                .or(8, this::storeElement)
                .orIf(world.has(Feature.ALIASES), 2, () -> assignTo("double[]", numbers.references().of("double[]", 1)))
                .orIf(world.has(Feature.FLOATS), 2, () -> assignTo("float", numbers.single(2)))
                .orIf(world.has(Feature.MATRICES), 3, this::storeEntry)
                .orIf(world.has(Feature.COPIES) && !scope.of("double[]").isEmpty(), 2, this::copy)
                .orIf(world.has(Feature.CALLS) || object, 4, this::call)
                .orIf(!scope.of("Cell").isEmpty(), 6, this::storeField)
                .orIf(object, 2, () -> assignTo("Cell", numbers.references().of("Cell", 2)))
                .orIf(object && world.has(Feature.OBJECT_ARRAYS), 2, this::storeCell)
                .orIf(world.has(Feature.RECORDS), 1, () -> assignTo("Pair", numbers.references().of("Pair", 2)))
                .orIf(world.has(Feature.DISPATCH), 2, () -> assignTo("Shape", numbers.references().of("Shape", 2)))
                .orIf(world.has(Feature.BOXES), 2, () -> assignTo("Double", numbers.references().of("Double", 1)))
                .orIf(
                        world.has(Feature.LAMBDAS) && !scope.isCaptured,
                        2,
                        () -> assignTo("DoubleUnaryOperator", numbers.references().of("DoubleUnaryOperator", 2)))
                .orIf(world.has(Feature.TEXT), 1, this::text)
                .take();
    }

    /** In loops mostly tame values, or they would grow without bounds. */
    private Node value(int depth) {
        return dice.chance(scope.inLoop() ? 85 : 40) ? numbers.tame(depth) : numbers.number(depth);
    }

    private Node assign() {
        List<Variable> targets = scope.assignable("double");
        if (targets.isEmpty()) {
            return storeElement();
        }
        String name = dice.one(targets).name();
        return dice.chance(60)
                ? Node.statement(name + " = #0;", value(3))
                : Node.statement(name + " " + dice.one("+=", "-=", "*=") + " #0;", numbers.tame(2));
    }

    private Node assignTo(String type, Node value) {
        List<Variable> targets = scope.assignable(type);
        return targets.isEmpty() ? assign() : Node.statement(dice.one(targets).name() + " = #0;", value);
    }

    private Node swap() {
        List<Variable> targets = scope.assignable("double");
        if (targets.size() < 2) {
            return assign();
        }
        String x = targets.get(targets.size() - 1).name();
        String y = targets.get(targets.size() - 2).name();
        String kept = world.fresh("q");
        return Node.statement("{ double " + kept + " = " + x + "; " + x + " = " + y + "; " + y + " = " + kept + "; }");
    }

    private Node storeElement() {
        if (scope.of("double[]").isEmpty()) {
            return scope.assignable("double").isEmpty() ? text() : assign();
        }
        Node array = numbers.references().array();
        if (world.has(Feature.FLOATS) && !scope.of("float[]").isEmpty() && dice.chance(30)) {
            return Node.statement(
                    "#0[#1] = #2;", numbers.references().of("float[]", 0), numbers.index(), numbers.single(2));
        }
        return dice.chance(65)
                ? Node.statement("#0[#1] = #2;", array, numbers.index(), value(2))
                : Node.statement(
                        "#0[#1] " + dice.one("+=", "*=", "-=") + " #2;", array, numbers.index(), numbers.tame(2));
    }

    private Node storeEntry() {
        if (scope.of("double[][]").isEmpty()) {
            return storeElement();
        }
        Node matrix = numbers.references().of("double[][]", 0);
        return dice.chance(70)
                ? Node.statement("#0[#1][#2] = #3;", matrix, numbers.index(), numbers.index(), value(2))
                : Node.statement("#0[#1] = #2;", matrix, numbers.index(), numbers.references().of("double[]", 1));
    }

    private Node copy() {
        Node from = numbers.references().array();
        Node to = numbers.references().array();
        return new Choice<Node>(dice)
                .or(3, () -> Node.statement("System.arraycopy(#0, 0, #1, 0, 4);", from, to))
                .or(2, () -> Node.statement("System.arraycopy(#0, 1, #1, 0, 3);", from, to))
                .or(2, () -> Node.statement("java.util.Arrays.fill(#0, #1);", to, numbers.tame(1)))
                .take();
    }

    private Node call() {
        List<Routine> fitting = new ArrayList<>();
        for (Routine routine : world.routines) {
            if (routine.result().equals("void") && numbers.isCallable(routine)) {
                fitting.add(routine);
            }
        }
        return fitting.isEmpty() ? assign() : Node.statement("#0;", numbers.call(dice.one(fitting), 2));
    }

    private Node storeField() {
        Node cell = numbers.references().of("Cell", 0);
        return new Choice<Node>(dice)
                .or(6, () -> Node.statement("#0.v = #1;", cell, value(2)))
                .or(4, () -> Node.statement("#0.v " + dice.one("+=", "*=") + " #1;", cell, numbers.tame(2)))
                .or(2, () -> Node.statement("#0.data = #1;", cell, numbers.references().of("double[]", 1)))
                .or(2, () -> Node.statement("#0.data[#1] = #2;", cell, numbers.index(), value(2)))
                .or(2, () -> Node.statement("#0.next = #1;", cell, numbers.references().of("Cell", 1)))
                .or(1, () -> Node.statement("#0.n = #1;", cell, numbers.integer(1)))
                .orIf(world.has(Feature.FLOATS), 1, () -> Node.statement("#0.g = #1;", cell, numbers.single(1)))
                .orIf(world.has(Feature.BOXES), 1, () -> Node.statement("#0.box = #1;", cell, value(1)))
                .take();
    }

    private Node storeCell() {
        return scope.of("Cell[]").isEmpty()
                ? storeField()
                : Node.statement(
                        "#0[#1] = #2;",
                        numbers.references().of("Cell[]", 0),
                        numbers.index(),
                        numbers.references().of("Cell", 1));
    }

    private Node text() {
        List<Variable> targets = scope.assignable("int");
        String text = world.fresh("text");
        String target = targets.isEmpty() ? "" : " if (" + text + ".isEmpty()) " + dice.one(targets).name() + "++;";
        return Node.statement("{ String " + text + " = \"at \" + #0;" + target + " }", numbers.number(1));
    }
}
