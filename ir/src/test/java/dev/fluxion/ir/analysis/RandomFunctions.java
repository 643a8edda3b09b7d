package dev.fluxion.ir.analysis;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.PrimitiveType;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Functions with random control flow: jumps, branches, switches, returns, handlers, unreachable and irreducible parts.
 */
final class RandomFunctions {

    private RandomFunctions() {}

    /** Returns a function whose blocks have no parameters and no statements. */
    static Function graph(Random random) {
        int count = 1 + random.nextInt(12);
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            blocks.add(block(random, i, count));
        }
        return new Function("random", List.of(), blocks);
    }

    private static Block block(Random random, int id, int count) {
        List<Handler> handlers = new ArrayList<>();
        if (count > 1 && random.nextInt(5) == 0) {
            handlers.add(new Handler(ClassType.THROWABLE, target(random, count), List.of()));
        }
        int kind = count == 1 ? 0 : random.nextInt(8);
        Terminator end =
                switch (kind) {
                    case 0 -> new Terminator.Return(List.of());
                    case 1, 2, 3 -> new Terminator.Jump(edge(random, count));
                    case 4 ->
                            new Terminator.Switch(
                                    Constant.of(1),
                                    List.of(
                                            new Terminator.Case(1, edge(random, count)),
                                            new Terminator.Case(2, edge(random, count))),
                                    edge(random, count));
                    default -> new Terminator.Branch(Constant.of(1), edge(random, count), edge(random, count));
                };
        return new Block(new Label(id, ""), List.of(), List.of(), end, Position.NONE, handlers);
    }

    private static Successor edge(Random random, int count) {
        return new Successor(target(random, count), List.of());
    }

    /** Any block but the entry. */
    private static Label target(Random random, int count) {
        return new Label(1 + random.nextInt(count - 1), "");
    }

    /** Returns the function with random definitions, and random uses that are dominated by them. */
    static Function withVariables(Random random, Function graph) {
        Dominators dominators = Dominators.of(Cfg.of(graph));
        List<Block> blocks = new ArrayList<>();
        List<Variable> variables = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        for (Block block : dominators.cfg().blocks()) {
            int count = random.nextInt(3);
            for (int i = 0; i < count; i++) {
                variables.add(new Variable(variables.size(), PrimitiveType.I32, ""));
                places.add(new Place(block.label(), i));
            }
        }
        int next = 0;
        for (Block block : dominators.cfg().blocks()) {
            List<Statement> statements = new ArrayList<>();
            while (next < places.size() && places.get(next).block().equals(block.label())) {
                Value operand = use(random, dominators, variables, places, new Place(block.label(), statements.size()));
                statements.add(new Statement(List.of(variables.get(next)), new Op.Negate(operand), Position.NONE));
                next++;
            }
            Place end = new Place(block.label(), statements.size());
            Terminator terminator = block.terminator();
            if (terminator instanceof Terminator.Return) {
                terminator = new Terminator.Return(List.of(use(random, dominators, variables, places, end)));
            }
            List<Handler> handlers = new ArrayList<>();
            for (Handler handler : block.handlers()) {
                Value argument = use(random, dominators, variables, places, new Place(block.label(), 0));
                handlers.add(new Handler(handler.type(), handler.target(), List.of(argument)));
            }
            blocks.add(new Block(block.label(), List.of(), statements, terminator, Position.NONE, handlers));
        }
        return graph.withBlocks(blocks);
    }

    private static Value use(
            Random random, Dominators dominators, List<Variable> variables, List<Place> places, Place use) {
        for (int attempt = 0; attempt < 5 && !variables.isEmpty(); attempt++) {
            int choice = random.nextInt(variables.size());
            if (dominators.dominates(places.get(choice), use)) {
                return variables.get(choice);
            }
        }
        return Constant.of(7);
    }
}
