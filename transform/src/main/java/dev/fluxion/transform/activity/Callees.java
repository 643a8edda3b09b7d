package dev.fluxion.transform.activity;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.FieldRef;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.FieldPlace;
import dev.fluxion.transform.Target;
import dev.fluxion.transform.bits.KeptBits;

import org.jspecify.annotations.Nullable;

/** What the calls in a function stand for, and its fields. */
public interface Callees {

    /** Returns what a Java method call stands for. */
    Target target(Op.Invoke invoke);

    /** Returns what the constructor of a new object stands for. */
    Target constructor(Op.New made);

    /** Returns the function that a call, the making of an object, or a lambda made runs; null if none is known. */
    @Nullable Function body(Op call);

    /**
     * Returns the method's own code, for which partials stand; null if none is known.
     *
     * @param rule a rule for a method that is given objects
     */
    @Nullable Function bodyUnder(Target.Rule rule);

    /** Returns what a function does to memory. */
    Footprint footprint(Function function);

    /** Returns what finds the bits of numbers that get out of sight. */
    KeptBits keptBits();

    /** Returns what the whole program does to memory. */
    Footprint program();

    /**
     * Returns the name of a function that code which is not looked into may call back and that changes numbers which
     * matter, or null.
     */
    @Nullable String harmfulCallback(Op call, HeapActivity heap);

    /** Adds what a call of code that is not looked into may call back to what the function around it does. */
    void addCallbacks(Op call, Footprint footprint);

    /** Returns which field an instruction means. */
    FieldPlace field(FieldRef field);

    /** Returns a field as it was declared. */
    default FieldRef declared(FieldRef field) {
        return field(field).field();
    }

    /** Returns whether a type is that of functions through which a derivative may flow. */
    default boolean isFunction(Type type) {
        return false;
    }

    /** Returns whether a call is one of the function that stands for a method with a reverse rule. */
    boolean isRule(Op call);

    /** Returns whether a call is one of such a function that takes or gives objects whose numbers only rules know. */
    boolean hidesNumbers(Op call);

    /** Returns whether the rule that a call stands for works on anything in memory. */
    boolean usesMemory(Op rule);

    /** Returns whether a function of the program pushes or pops, so that active values go in and out unseen. */
    boolean usesTape(Op.Call call);
}
