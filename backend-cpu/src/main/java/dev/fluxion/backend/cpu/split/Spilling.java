package dev.fluxion.backend.cpu.split;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps doubles that are used in other blocks than the one that defines them on the tape, at fixed places, so that the
 * function can be cut anywhere and each part is handed one array instead of each value.
 *
 * <pre>{@code
 * ^a: %v = ...                        ^a: %base = top 9; %frame = reserve 9, n; %v = ...; store %frame[%base + 4], %v
 *     br ^b                     =>        br ^b
 * ^b: %w = mul %v, %v; ret %w         ^b: %u = load %frame[%base + 4]; %w = mul %u, %u; release 9, n; ret %w
 * }</pre>
 *
 * <p>A function that is left by an exception keeps its room on that stack until the tape is released; others take
 * theirs above it.
 */
final class Spilling {

    private static final PrimitiveType TYPE = PrimitiveType.F64;

    private final Function function;
    private final int stack;
    private final Map<Variable, Integer> places = new LinkedHashMap<>();
    private int nextVariable;
    private final Variable base;
    private final Variable frame;

    private Spilling(Function function, int stack) {
        this.function = function;
        this.stack = stack;
        for (Block block : function.blocks()) {
            for (Variable parameter : block.parameters()) {
                nextVariable = Math.max(nextVariable, parameter.id() + 1);
            }
            for (Statement statement : block.statements()) {
                for (Variable result : statement.results()) {
                    nextVariable = Math.max(nextVariable, result.id() + 1);
                }
            }
        }
        this.base = fresh(PrimitiveType.I32);
        this.frame = fresh(new ArrayType(TYPE));
        choosePlaces();
    }

    /** Spills to the stack of that number, which nothing else uses. */
    static Function apply(Function function, int stack) {
        Spilling spilling = new Spilling(function, stack);
        if (spilling.places.isEmpty()) {
            return function;
        }
        List<Block> blocks = new ArrayList<>();
        for (Block block : function.blocks()) {
            blocks.add(spilling.rewritten(block));
        }
        return function.withBlocks(blocks);
    }

    private Variable fresh(Type type) {
        return new Variable(nextVariable++, type, "");
    }

    /** What a handler is handed stays a variable; it must be known without a load. */
    private void choosePlaces() {
        Uses uses = new Uses(Cfg.of(function));
        for (Block block : function.blocks()) {
            List<Variable> defined = new ArrayList<>();
            if (!block.label().equals(function.entry().label())) {
                defined.addAll(block.parameters());
            }
            for (Statement statement : block.statements()) {
                defined.addAll(statement.results());
            }
            for (Variable variable : defined) {
                boolean away = false;
                boolean handed = false;
                for (var user : uses.users(variable)) {
                    away |= !user.equals(block.label());
                    handed |= uses.ofHandlers(user).contains(variable);
                }
                if (variable.type() == TYPE && away && !handed) {
                    places.put(variable, places.size());
                }
            }
        }
    }

    private Block rewritten(Block block) {
        List<Statement> out = new ArrayList<>();
        Map<Variable, Variable> here = new HashMap<>();
        if (block.label().equals(function.entry().label())) {
            out.add(new Statement(List.of(base), new Op.TapeTop(stack, TYPE), Position.NONE));
            Op reserve = new Op.TapeReserve(stack, TYPE, Constant.of(places.size()));
            out.add(new Statement(List.of(frame), reserve, Position.NONE));
        }
        for (Variable parameter : block.parameters()) {
            define(parameter, here, out);
        }
        for (Statement statement : block.statements()) {
            load(statement.op().operands(), here, out);
            Op op = statement.op().map(value -> value instanceof Variable old ? here.getOrDefault(old, old) : value);
            out.add(new Statement(statement.results(), op, statement.position()));
            for (Variable result : statement.results()) {
                define(result, here, out);
            }
        }
        load(block.terminator().operands(), here, out);
        Terminator end =
                Ends.map(
                        block.terminator(),
                        value -> value instanceof Variable old ? here.getOrDefault(old, old) : value);
        if (end instanceof Terminator.Return) {
            Op release = new Op.TapeRelease(stack, TYPE, Constant.of(places.size()));
            out.add(new Statement(List.of(fresh(new ArrayType(TYPE))), release, Position.NONE));
        }
        return new Block(block.label(), block.parameters(), out, end, block.position(), block.handlers());
    }

    private void define(Variable variable, Map<Variable, Variable> here, List<Statement> out) {
        Integer place = places.get(variable);
        if (place != null) {
            Variable index = index(place, out);
            out.add(new Statement(List.of(), new Op.ArrayStore(TYPE, frame, index, variable), Position.NONE));
            here.put(variable, variable);
        }
    }

    private void load(List<Value> values, Map<Variable, Variable> here, List<Statement> out) {
        for (Value value : values) {
            Integer place = value instanceof Variable variable ? places.get(variable) : null;
            if (place != null && !here.containsKey((Variable) value)) {
                Variable loaded = fresh(TYPE);
                Variable index = index(place, out);
                out.add(new Statement(List.of(loaded), new Op.ArrayLoad(TYPE, frame, index), Position.NONE));
                here.put((Variable) value, loaded);
            }
        }
    }

    private Variable index(int place, List<Statement> out) {
        Variable index = fresh(PrimitiveType.I32);
        Op add = new Op.Binary(BinaryKind.ADD, base, Constant.of(place));
        out.add(new Statement(List.of(index), add, Position.NONE));
        return index;
    }
}
