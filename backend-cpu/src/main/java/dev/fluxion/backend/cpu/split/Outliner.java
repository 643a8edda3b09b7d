package dev.fluxion.backend.cpu.split;

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
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.analysis.Dominators;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.ReferenceType;
import dev.fluxion.ir.type.Type;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes a function of a region, and a call of it in the region's place.
 *
 * <pre>{@code
 * ^h(%p): ... %v = ...; br_if %c ^t(%a), ^u     =>   ^h(%p): %exit, %v, %t1 = call part(%inputs, %p)
 *                                                         br_if %exit ^t(%t1), ^u
 * }</pre>
 *
 * <p>The part returns which way it was left (if there are several), what is used after it, and what the edge it was
 * left along passes on; a value that is not defined on that way is returned as zero, which nobody reads. Parameters and
 * results beyond what the JVM and the tape have room for go over a stack of the tape.
 */
final class Outliner {

    /** How many stacks of the tape a split may use: one for each computational type. */
    static final int STACKS = 5;

    private static final int MOST_PARAMETER_SLOTS = 240;
    private static final int MOST_RESULTS = 240;

    private final Function function;
    private final Region region;
    private final String name;
    private final int spillStack;
    private final Dominators dominators;
    private final List<Label> exits;
    private int nextVariable;
    private int nextLabel;

    /** What the part returns: the selector if there is one, outputs, parameters of each exit, function results. */
    private final List<Variable> results = new ArrayList<>();

    /** Blocks of the rest that the function did not have. */
    private final List<Block> added = new ArrayList<>();

    private final Function part;
    private final Function rest;

    Outliner(Function function, Region region, String name, int spillStack, Fresh fresh) {
        this.function = function;
        this.region = region;
        this.name = name;
        this.spillStack = spillStack;
        this.dominators = Dominators.of(Cfg.of(function));
        this.exits = List.copyOf(region.exits());
        this.nextVariable = fresh.variable();
        this.nextLabel = fresh.label();
        if (ways() > 1) {
            results.add(fresh(PrimitiveType.I32));
        }
        results.addAll(region.outputs().keySet());
        for (Label exit : exits) {
            for (Variable parameter : dominators.cfg().block(exit).parameters()) {
                results.add(fresh(parameter.type()));
            }
        }
        if (region.returns()) {
            for (Type type : function.resultTypes()) {
                results.add(fresh(type));
            }
        }
        this.part = makePart();
        this.rest = makeRest();
    }

    /** Returns the region as a function. */
    Function part() {
        return part;
    }

    /** Returns the function with a call in the region's place. */
    Function rest() {
        return rest;
    }

    private Variable fresh(Type type) {
        return new Variable(nextVariable++, type, "");
    }

    /** Returns numbers that neither the part nor the rest uses. */
    Fresh fresh() {
        return new Fresh(nextVariable, nextLabel);
    }

    private int ways() {
        return exits.size() + (region.returns() ? 1 : 0);
    }

    // ---------------------------------------------------------------- the part

    private Function makePart() {
        List<Variable> parameters = new ArrayList<>(region.inputs());
        List<Value> forHeader = new ArrayList<>();
        for (Variable parameter : region.header().parameters()) {
            Variable copy = new Variable(nextVariable++, parameter.type(), parameter.name());
            parameters.add(copy);
            forHeader.add(copy);
        }
        int direct = countDirect(parameters);
        List<Statement> pops = new ArrayList<>();
        for (int i = parameters.size() - 1; i >= direct; i--) {
            pops.add(pop(parameters.get(i)));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Block(
                        new Label(nextLabel++, "entry"),
                        parameters.subList(0, direct),
                        pops,
                        new Terminator.Jump(new Successor(region.header().label(), forHeader)),
                        Position.NONE,
                        List.of()));
        List<Block> leaving = new ArrayList<>();
        for (Block block : region.blocks().values()) {
            blocks.add(partBlock(block, leaving));
        }
        blocks.addAll(leaving);
        return new Function(name, types(results.subList(0, countReturned())), blocks);
    }

    private Block partBlock(Block block, List<Block> leaving) {
        Terminator end =
                switch (block.terminator()) {
                    case Terminator.Jump jump -> new Terminator.Jump(redirected(block, jump.target(), leaving));
                    case Terminator.Branch branch ->
                            new Terminator.Branch(
                                    branch.condition(),
                                    redirected(block, branch.then(), leaving),
                                    redirected(block, branch.otherwise(), leaving));
                    case Terminator.Switch choice -> {
                        List<Terminator.Case> cases = new ArrayList<>();
                        for (Terminator.Case arm : choice.cases()) {
                            cases.add(new Terminator.Case(arm.key(), redirected(block, arm.target(), leaving)));
                        }
                        yield new Terminator.Switch(
                                choice.selector(), cases, redirected(block, choice.otherwise(), leaving));
                    }
                    case Terminator.Return leave ->
                            new Terminator.Jump(
                                    leave(block, new Successor(block.label(), leave.values()), exits.size(), leaving));
                    case Terminator.Throw raise -> raise;
                    case Terminator.Unreachable never -> never;
                };
        List<Handler> handlers = region.handlers().isEmpty() ? block.handlers() : List.of();
        return new Block(block.label(), block.parameters(), block.statements(), end, block.position(), handlers);
    }

    private Successor redirected(Block from, Successor edge, List<Block> leaving) {
        int way = exits.indexOf(edge.target());
        return way < 0 ? edge : leave(from, edge, way, leaving);
    }

    /** Makes the block that returns from the part, left by that way; {@code edge} has the arguments. */
    private Successor leave(Block from, Successor edge, int way, List<Block> leaving) {
        List<Value> values = new ArrayList<>();
        if (ways() > 1) {
            values.add(Constant.of(way));
        }
        for (Map.Entry<Variable, Label> output : region.outputs().entrySet()) {
            boolean known = isKnown(output.getKey(), output.getValue(), from.label());
            values.add(known ? output.getKey() : Constant.zero(output.getKey().type()));
        }
        for (int i = 0; i < exits.size(); i++) {
            List<Variable> parameters = dominators.cfg().block(exits.get(i)).parameters();
            for (int k = 0; k < parameters.size(); k++) {
                values.add(i == way ? edge.arguments().get(k) : Constant.zero(parameters.get(k).type()));
            }
        }
        if (region.returns()) {
            for (int k = 0; k < function.resultTypes().size(); k++) {
                boolean mine = way == exits.size();
                values.add(mine ? edge.arguments().get(k) : Constant.zero(function.resultTypes().get(k)));
            }
        }
        int returned = countReturned();
        List<Statement> pushes = new ArrayList<>();
        for (int i = returned; i < values.size(); i++) {
            pushes.add(push(values.get(i), results.get(i).type()));
        }
        Label label = new Label(nextLabel++, "leave");
        Terminator end = new Terminator.Return(values.subList(0, returned));
        leaving.add(new Block(label, List.of(), pushes, end, from.position(), List.of()));
        return new Successor(label, List.of());
    }

    /** Returns whether a variable that a block defines has a value at the end of another. */
    private boolean isKnown(Variable variable, Label definedIn, Label at) {
        return definedIn.equals(at)
                || dominators.completionDominates(definedIn, at)
                || (dominators.dominates(definedIn, at)
                        && dominators.cfg().block(definedIn).parameters().contains(variable));
    }

    // ---------------------------------------------------------------- the call

    private Function makeRest() {
        List<Block> blocks = new ArrayList<>();
        for (Block block : function.blocks()) {
            if (block.label().equals(region.header().label())) {
                blocks.add(callBlock(block));
            } else if (!region.blocks().containsKey(block.label())) {
                blocks.add(block);
            }
        }
        blocks.addAll(added);
        return function.withBlocks(blocks);
    }

    private Block callBlock(Block header) {
        List<Variable> parameters = header.parameters();
        if (region.loop()) {
            parameters = new ArrayList<>();
            for (Variable parameter : header.parameters()) {
                parameters.add(new Variable(nextVariable++, parameter.type(), parameter.name()));
            }
        }
        List<Variable> arguments = new ArrayList<>(region.inputs());
        arguments.addAll(parameters);
        Position position =
                header.statements().isEmpty() ? header.position() : header.statements().getFirst().position();
        List<Statement> statements = new ArrayList<>();
        int direct = countDirect(arguments);
        for (int i = direct; i < arguments.size(); i++) {
            statements.add(push(arguments.get(i), arguments.get(i).type()));
        }
        int returned = countReturned();
        Op.Call call = new Op.Call(name, List.copyOf(arguments.subList(0, direct)));
        statements.add(new Statement(results.subList(0, returned), call, position));
        for (int i = results.size() - 1; i >= returned; i--) {
            statements.add(pop(results.get(i)));
        }
        Terminator end = dispatch(statements, position);
        return new Block(header.label(), parameters, statements, end, header.position(), region.handlers());
    }

    private Terminator dispatch(List<Statement> statements, Position position) {
        int next = (ways() > 1 ? 1 : 0) + region.outputs().size();
        List<Successor> edges = new ArrayList<>();
        for (Label exit : exits) {
            int count = dominators.cfg().block(exit).parameters().size();
            edges.add(new Successor(exit, List.copyOf(results.subList(next, next + count))));
            next += count;
        }
        if (region.returns()) {
            Terminator.Return leave = new Terminator.Return(List.copyOf(results.subList(next, results.size())));
            if (exits.isEmpty()) {
                return leave;
            }
            Label returning = new Label(nextLabel++, "return");
            added.add(new Block(returning, List.of(), List.of(), leave, position, List.of()));
            edges.add(new Successor(returning, List.of()));
        }
        if (edges.isEmpty()) {
            return new Terminator.Unreachable();
        }
        if (edges.size() == 1) {
            return new Terminator.Jump(edges.getFirst());
        }
        Variable selector = results.getFirst();
        if (edges.size() == 2) {
            Variable first = fresh(PrimitiveType.I32);
            statements.add(
                    new Statement(List.of(first), new Op.Compare(CompareKind.EQ, selector, Constant.of(0)), position));
            return new Terminator.Branch(first, edges.getFirst(), edges.getLast());
        }
        List<Terminator.Case> cases = new ArrayList<>();
        for (int i = 1; i < edges.size(); i++) {
            cases.add(new Terminator.Case(i, edges.get(i)));
        }
        return new Terminator.Switch(selector, cases, edges.getFirst());
    }

    // ---------------------------------------------------------------- what goes over the tape

    private static int countDirect(List<Variable> parameters) {
        int slots = 0;
        int count = 0;
        while (count < parameters.size() && slots < MOST_PARAMETER_SLOTS) {
            slots += parameters.get(count).type().slots();
            count++;
        }
        return count;
    }

    private int countReturned() {
        return Math.min(results.size(), MOST_RESULTS);
    }

    private Statement push(Value value, Type type) {
        return new Statement(List.of(), new Op.TapePush(stackFor(type), value), Position.NONE);
    }

    private Statement pop(Variable result) {
        return new Statement(List.of(result), new Op.TapePop(stackFor(result.type()), result.type()), Position.NONE);
    }

    /** A stack of its own for each type, as the IR has it. */
    private int stackFor(Type type) {
        return spillStack
                + switch (type) {
                    case PrimitiveType primitive ->
                            switch (primitive) {
                                case BOOL, I8, I16, CHAR, I32 -> 0;
                                case I64 -> 1;
                                case F32 -> 2;
                                case F64 -> 3;
                            };
                    case ReferenceType reference -> 4;
                };
    }

    private static List<Type> types(List<Variable> variables) {
        List<Type> types = new ArrayList<>();
        for (Variable variable : variables) {
            types.add(variable.type());
        }
        return types;
    }
}
