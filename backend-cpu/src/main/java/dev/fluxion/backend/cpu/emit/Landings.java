package dev.fluxion.backend.cpu.emit;

import dev.fluxion.backend.cpu.slots.ParallelCopy;
import dev.fluxion.backend.cpu.slots.Slots;
import dev.fluxion.ir.Block;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.Type;

import org.objectweb.asm.Label;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where exceptions land: for each handler block and each way in which its arguments must be moved into place, the code
 * that moves them. Most handlers need none, because arguments and parameters share slots, and have one landing.
 */
final class Landings {

    /**
     * One landing.
     *
     * @param label its first instruction
     * @param caught the type of exception that it says it takes
     * @param locals what the slots hold there
     * @param steps how the arguments get into the slots of the parameters
     * @param handler the handler block
     */
    record Landing(
            Label label, ClassType caught, Map<Integer, Type> locals, List<ParallelCopy.Step> steps, Block handler) {}

    private record Key(dev.fluxion.ir.Label handler, ClassType caught, List<Object> moves) {}

    private final Cfg cfg;
    private final Slots slots;
    private final Map<Key, Landing> landings = new LinkedHashMap<>();

    private Landings(Cfg cfg, Slots slots) {
        this.cfg = cfg;
        this.slots = slots;
    }

    static Landings of(Cfg cfg, Slots slots, List<Block> order) {
        Landings all = new Landings(cfg, slots);
        for (Block block : order) {
            for (Handler handler : block.handlers()) {
                all.landings.computeIfAbsent(all.key(handler), key -> all.landing(handler));
            }
        }
        return all;
    }

    /** Returns the landing of an exceptional edge. */
    Landing of(Handler handler) {
        Landing landing = landings.get(key(handler));
        if (landing == null) {
            throw new IllegalArgumentException("not a handler of this function: " + handler);
        }
        return landing;
    }

    /** Returns the landings that lead to the block, none unless it is a handler. */
    List<Landing> leadingTo(Block block) {
        List<Landing> all = new ArrayList<>();
        for (Landing landing : landings.values()) {
            if (landing.handler.label().equals(block.label())) {
                all.add(landing);
            }
        }
        return all;
    }

    private Key key(Handler handler) {
        List<Variable> parameters = cfg.block(handler.target()).parameters();
        List<Object> moves = new ArrayList<>();
        for (int i = 0; i < handler.arguments().size(); i++) {
            if (slots.of(parameters.get(i + 1)) >= 0) {
                Value argument = handler.arguments().get(i);
                moves.add(argument instanceof Variable variable ? Integer.valueOf(slots.of(variable)) : argument);
            }
        }
        return new Key(handler.target(), handler.type(), moves);
    }

    private Landing landing(Handler handler) {
        Block block = cfg.block(handler.target());
        Map<Integer, Type> locals = new LinkedHashMap<>();
        for (int i = 0; i < handler.arguments().size(); i++) {
            Variable parameter = block.parameters().get(i + 1);
            if (slots.of(parameter) >= 0 && handler.arguments().get(i) instanceof Variable argument) {
                locals.put(slots.of(argument), parameter.type());
            }
        }
        for (Variable variable : slots.liveAtEntry(block.label())) {
            if (!block.parameters().contains(variable)) {
                locals.put(slots.of(variable), variable.type());
            }
        }
        List<ParallelCopy.Step> steps = ParallelCopy.steps(slots, handler.arguments(), block.parameters(), 1);
        return new Landing(new Label(), handler.type(), locals, steps, block);
    }
}
