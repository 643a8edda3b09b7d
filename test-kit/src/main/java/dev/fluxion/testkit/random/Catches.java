package dev.fluxion.testkit.random;

import dev.fluxion.testkit.source.Node;

import java.util.List;

/** Makes statements that throw or catch. */
final class Catches {

    private final World world;
    private final Dice dice;
    private final Scope scope;
    private final Numbers numbers;
    private final Statements statements;

    Catches(World world, Scope scope, Numbers numbers, Statements statements) {
        this.world = world;
        this.dice = world.dice;
        this.scope = scope;
        this.numbers = numbers;
        this.statements = statements;
    }

    /** Throws, on a condition, what is caught around it. */
    Node raise() {
        return Node.statement("if (#0) throw new Stop(#1);", numbers.condition(1), numbers.number(1));
    }

    /** Catches exceptions of the program. */
    Node guard(int budget) {
        scope.enterCatching();
        Node body = statements.block(budget + 1);
        scope.leaveCatching();
        String caught = world.fresh("x");
        Node handler = handler(caught);
        return switch (dice.below(4)) {
            case 0 ->
                    Node.statement(
                            "try #0 catch (Stop " + caught + ") #1 finally #2", body, handler, statements.block(1));
            case 1 ->
                    Node.statement(
                            "try { try #0 finally #1 } catch (Stop " + caught + ") #2",
                            body,
                            statements.block(1),
                            handler);
            default -> Node.statement("try #0 catch (Stop " + caught + ") #1", body, handler);
        };
    }

    private Node handler(String caught) {
        List<Variable> targets = scope.assignable("double");
        Node rest = statements.block(1);
        if (targets.isEmpty()) {
            return rest;
        }
        Node use = Node.statement(dice.one(targets).name() + " = " + caught + ".value * #0;", numbers.tame(1));
        return Node.body(List.of(use, rest.parts().getFirst()));
    }

    /** Catches exceptions of the JVM. */
    Node fault(int budget) {
        String caught = world.fresh("x");
        List<Variable> ints = scope.assignable("int");
        return new Choice<Node>(dice)
                .or(4, () -> index(caught, budget))
                .orIf(!ints.isEmpty(), 2, () -> divide(caught, dice.one(ints).name()))
                .orIf(world.has(Feature.OBJECTS), 2, () -> absent(caught, budget))
                .orIf(world.has(Feature.DISPATCH), 2, () -> cast(caught))
                .take();
    }

    private Node index(String caught, int budget) {
        scope.enterFaulting();
        Node body = statements.block(budget + 1);
        scope.leaveFaulting();
        String type = dice.one("ArrayIndexOutOfBoundsException", "IndexOutOfBoundsException", "RuntimeException");
        // what is thrown for other reasons goes on outwards, or is caught here too
        String text = "try #0 catch (" + type + " " + caught + ") #1";
        return Node.statement(text, body, statements.block(1));
    }

    private Node divide(String caught, String target) {
        return Node.statement(
                "try { " + target + " = #0 / (#1 & 1); } catch (ArithmeticException " + caught + ") #2",
                numbers.integer(1),
                numbers.integer(1),
                statements.block(1));
    }

    private Node absent(String caught, int budget) {
        int mark = scope.mark();
        String cell = world.fresh("c");
        Node value = numbers.references().of("Cell", 1);
        Node condition = numbers.condition(1);
        scope.add(Variable.mutable("Cell", cell));
        Node body = statements.block(budget);
        scope.release(mark);
        return Node.statement(
                "try { Cell " + cell + " = #0 ? null : #1; #2 } catch (NullPointerException " + caught + ") #3",
                condition,
                value,
                body,
                statements.block(1));
    }

    private Node cast(String caught) {
        List<Variable> targets = scope.assignable("double");
        String target = targets.isEmpty() ? "double " + world.fresh("v") : dice.one(targets).name();
        return Node.statement(
                "try { " + target + " = ((Square) (Shape) #0).k * #1; } catch (ClassCastException " + caught + ") #2",
                numbers.references().of("Shape", 1),
                numbers.tame(1),
                statements.block(1));
    }
}
