package dev.fluxion.ir.build;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.analysis.Dominators;
import dev.fluxion.ir.type.Type;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Turns assignments to named slots into SSA form while a {@link FunctionBuilder} makes the function.
 *
 * <p>A slot is any key with {@code equals}; it is written and read in the open block. A read that no write in its block
 * precedes gives a variable that stands for the slot's value where the block begins. What that is, {@link #build} finds
 * out when all blocks are there: it puts parameters where different values may meet, and then keeps only those that do
 * join different values (found optimistically, so that cycles of mere copies vanish) and that something uses. A slot
 * that is read where it was not written on some path is zero (or null) there.
 *
 * <p>A handler edge passes the value that a slot has when its protected block is entered.
 *
 * <p>After Cytron, Ferrante, Rosen, Wegman, Zadeck, <i>Efficiently Computing Static Single Assignment Form and the
 * Control Dependence Graph</i>, doi:10.1145/115372.115320. Nearly linear: a slot costs what its writes, its reads and
 * the places where they meet cost, however many blocks lie between.
 */
public final class SsaBuilder {
    private final FunctionBuilder out;
    private final Map<Object, SsaSlot> slots = new LinkedHashMap<>();
    private final Map<Label, Map<SsaSlot, Value>> written = new HashMap<>();
    private final Map<Label, Map<SsaSlot, Variable>> asked = new HashMap<>();

    /** Starts on a function in the making. */
    public SsaBuilder(FunctionBuilder out) {
        this.out = out;
    }

    /** Sets a slot from here on in the open block. */
    public void write(Object slot, Value value) {
        SsaSlot known = slots.get(slot);
        if (known == null) {
            known = new SsaSlot(value.type());
            slots.put(slot, known);
        }
        if (written.computeIfAbsent(out.current(), key -> new LinkedHashMap<>()).put(known, value) == null) {
            known.writers.add(out.current());
        }
    }

    /** Returns the value of a slot here in the open block; {@code type} is the slot's. */
    public Value read(Object slot, Type type) {
        SsaSlot known = slots.get(slot);
        if (known == null) {
            known = new SsaSlot(type);
            slots.put(slot, known);
        }
        Value here = written.getOrDefault(out.current(), Map.of()).get(known);
        return here != null ? here : atStart(out.current(), known, type);
    }

    private Variable atStart(Label block, SsaSlot slot, Type type) {
        Map<SsaSlot, Variable> ofBlock = asked.computeIfAbsent(block, key -> new LinkedHashMap<>());
        Variable variable = ofBlock.get(slot);
        if (variable == null) {
            variable = out.variable(type, "");
            ofBlock.put(slot, variable);
            slot.type = type;
            slot.isReadAcross = true;
        }
        return variable;
    }

    /** Returns the finished function. */
    public Function build() {
        Function draft = out.build();
        Dominators dominators = Dominators.of(Cfg.of(draft));
        SsaJoins joins = SsaJoins.place(dominators, slots.values(), asked, out);
        SsaNaming naming = new SsaNaming(dominators, written, asked, joins);
        naming.walk();
        return new SsaAssembly(draft, joins, naming).assemble();
    }
}
