package dev.fluxion.testkit.random;

import dev.fluxion.testkit.source.Node;

import java.util.ArrayList;
import java.util.List;

/** Makes statements, and bodies of methods. */
final class Statements {

    private static final int DEEPEST = 3;

    private final World world;
    private final Dice dice;
    private final Scope scope;
    private final Numbers numbers;
    private final Declarations declarations;
    private final Stores stores;
    private final Catches catches;
    private int nesting;

    Statements(World world, Scope scope) {
        this.world = world;
        this.dice = world.dice;
        this.scope = scope;
        this.numbers = new Numbers(world, scope);
        this.declarations = new Declarations(world, scope, numbers);
        this.stores = new Stores(world, scope, numbers);
        this.catches = new Catches(world, scope, numbers, this);
    }

    Numbers numbers() {
        return numbers;
    }

    /** Makes the body of a method: statements, and what it returns. */
    Node method(int budget) {
        List<Node> all = new ArrayList<>();
        fill(all, budget);
        if (!scope.result.equals("void")) {
            all.add(Node.statement("return #0;", result()));
        }
        return Node.body(all);
    }

    /** What is returned depends on much of what was computed. */
    private Node result() {
        if (!scope.result.equals("double")) {
            return numbers.of(scope.result, 1);
        }
        Node sum = numbers.tame(2);
        for (Variable variable : scope.last(3, "double")) {
            sum = Node.expression("double", "#0 + #1", sum, Node.expression("double", variable.name()));
        }
        for (Variable variable : scope.last(2, "double[]")) {
            Node element =
                    Node.expression("double", "#0[#1]", Node.expression("double[]", variable.name()), numbers.index());
            sum = Node.expression("double", "#0 + 0.5 * #1", sum, element);
        }
        return sum;
    }

    /** Makes statements in braces, with a scope of their own. */
    Node block(int budget) {
        int mark = scope.mark();
        List<Node> all = new ArrayList<>();
        nesting++;
        fill(all, budget);
        nesting--;
        scope.release(mark);
        return Node.body(all);
    }

    private void fill(List<Node> all, int budget) {
        for (int left = budget; left > 0; left--) {
            Node made = statement(left);
            left -= made.parts().stream().filter(part -> part.kind() == Node.Kind.BODY).mapToInt(Node::size).sum() / 8;
            all.add(made);
        }
    }

    private Node statement(int budget) {
        boolean flat = nesting >= DEEPEST || budget < 2;
        int inner = Math.max(1, Math.min(4, budget / 2));
        return new Choice<Node>(dice)
                .or(8, declarations::make)
                .or(16, stores::make)
                .orIf(!flat, 5, () -> branch(inner))
                .orIf(!flat && world.has(Feature.LOOPS), 7, () -> loop(inner))
                .orIf(!flat && world.has(Feature.SWITCHES), 2, () -> choose(inner))
                .orIf(scope.inLoop() && world.has(Feature.BREAKS), 4, this::leave)
                .orIf(nesting > 0 && scope.result.equals("double"), 1, this::returnEarly)
                .orIf(scope.mayThrow(), 4, catches::raise)
                .orIf(!flat && world.has(Feature.EXCEPTIONS), 3, () -> catches.guard(inner))
                .orIf(!flat && world.has(Feature.JVM_EXCEPTIONS), 3, () -> catches.fault(inner))
                .orIf(!flat && world.has(Feature.LOCKS), 1, () -> lock(inner))
                .take();
    }

    private Node branch(int budget) {
        return dice.chance(50)
                ? Node.statement("if (#0) #1", numbers.condition(1), block(budget))
                : Node.statement("if (#0) #1 else #2", numbers.condition(1), block(budget), block(budget));
    }

    private Node loop(int budget) {
        String label = world.has(Feature.BREAKS) && dice.chance(40) ? world.fresh("L") : "";
        String head = label.isEmpty() ? "" : label + ": ";
        int mark = scope.mark();
        Node made =
                new Choice<Node>(dice)
                        .or(6, () -> counted(head, label, budget))
                        .or(3, () -> conditional(head, label, budget))
                        .or(2, () -> over(head, label, budget))
                        .take();
        scope.release(mark);
        return made;
    }

    private Node inLoop(String label, int budget) {
        scope.enterLoop(label);
        Node body = block(budget);
        scope.leaveLoop();
        return body;
    }

    private Node counted(String head, String label, int budget) {
        String i = world.fresh("i");
        String range =
                dice.one(
                        "int # = 0; # < 4; #++",
                        "int # = 1; # < 3; #++",
                        "int # = 3; # >= 0; #--",
                        "int # = 0; # < 7; # += 2",
                        "int # = 0; # <= 2; #++");
        Variable counter = new Variable("int", i, false, false);
        if (dice.chance(25)) {
            Node bound = numbers.integer(1);
            scope.add(counter);
            String text = "for (int " + i + " = 0; " + i + " < (#0 & 3); " + i + "++) #1";
            return Node.statement(head + text, bound, inLoop(label, budget));
        }
        scope.add(counter);
        return Node.statement(head + "for (" + range.replace("#", i) + ") #0", inLoop(label, budget));
    }

    private Node conditional(String head, String label, int budget) {
        String trips = world.fresh("w");
        String start = "int " + trips + " = 0;\n";
        if (dice.chance(50)) {
            Node condition = numbers.condition(1);
            return Node.statement(
                    start + head + "while (" + trips + "++ < 4 && #0) #1", condition, inLoop(label, budget));
        }
        Node body = inLoop(label, budget);
        return Node.statement(start + head + "do #0 while (" + trips + "++ < 3 && #1);", body, numbers.condition(1));
    }

    private Node over(String head, String label, int budget) {
        if (world.has(Feature.OBJECT_ARRAYS) && !scope.of("Cell[]").isEmpty() && dice.chance(50)) {
            Node cells = numbers.references().of("Cell[]", 0);
            String cell = world.fresh("c");
            scope.add(Variable.fixed("Cell", cell));
            return Node.statement(head + "for (Cell " + cell + " : #0) #1", cells, inLoop(label, budget));
        }
        Node array = numbers.references().array();
        String element = world.fresh("e");
        scope.add(Variable.mutable("double", element));
        return Node.statement(head + "for (double " + element + " : #0) #1", array, inLoop(label, budget));
    }

    private Node leave() {
        List<String> labels = scope.labels().stream().filter(label -> !label.isEmpty()).toList();
        String target = labels.isEmpty() || dice.chance(50) ? "" : " " + dice.one(labels);
        return Node.statement("if (#0) " + dice.one("break", "continue") + target + ";", numbers.condition(1));
    }

    private Node returnEarly() {
        return Node.statement("if (#0) return #1;", numbers.condition(1), numbers.number(1));
    }

    private Node choose(int budget) {
        int small = Math.max(1, budget / 2);
        return Node.statement(
                "switch (#0 & 3) {\n    case 0: #1\n    case 1: #2\n        break;\n    case 2: #3\n    default: #4\n}",
                numbers.integer(1),
                block(small),
                block(small),
                block(small),
                block(small));
    }

    private Node lock(int budget) {
        return Node.statement("synchronized (#0) #1", numbers.references().array(), block(budget));
    }
}
