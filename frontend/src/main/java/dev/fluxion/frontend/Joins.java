package dev.fluxion.frontend;

import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes block parameters where several edges meet, for all that is on the stack and all local variables that may be
 * read later. Which of them are needed is found out afterwards.
 */
final class Joins {
    /** The type of what is null as far as we know; in no finished function. */
    static final ClassType NULL = new ClassType("null");

    private final Code code;
    private final Flow flow;
    private final Liveness liveness;
    private final FunctionBuilder out;
    private final TypeGuesses guesses;
    private final @Nullable Join[] joins;

    /** What the first edge that led to a stretch has made of it. */
    private static final class Join {
        final State state;
        final List<Variable> parameters = new ArrayList<>();
        final List<Integer> places = new ArrayList<>();

        Join(State state) {
            this.state = state;
        }
    }

    Joins(Code code, Flow flow, Liveness liveness, FunctionBuilder out, TypeGuesses guesses) {
        this.code = code;
        this.flow = flow;
        this.liveness = liveness;
        this.out = out;
        this.guesses = guesses;
        this.joins = new Join[flow.count()];
    }

    /** Returns the parameters of a stretch that an edge has led to. */
    List<Variable> parameters(int b) {
        return known(b).parameters;
    }

    /** Returns a state in which each joined value is the parameter for it. */
    State state(int b) {
        return known(b).state.copy();
    }

    private Join known(int b) {
        Join join = joins[b];
        if (join == null) {
            throw Refusals.damaged(code.position(flow.start(b)), "no edge leads here");
        }
        return join;
    }

    /** Returns what an edge passes to the parameters; those after the exception, for a handler. */
    List<Value> arguments(int b, State from) {
        Join join = joins[b];
        if (join == null) {
            join = flow.isHandler(b) ? handler(b, from) : ordinary(b, from);
            joins[b] = join;
        }
        List<Value> arguments = new ArrayList<>(join.places.size());
        for (int place : join.places) {
            Value value = valueAt(from, place);
            if (value == null || State.isUninitialised(value)) {
                throw Refusals.damaged(
                        code.position(flow.start(b)),
                        "the stack or the local variables differ where control flow joins");
            }
            arguments.add(value);
            if (declared(b, place) == null) {
                guesses.meet(b, place, value, code.position(flow.start(b)));
            }
        }
        return arguments;
    }

    /** Places: local variables, then the stack from the bottom. */
    private @Nullable Value valueAt(State state, int place) {
        if (place < code.maxLocals()) {
            return state.local(place);
        }
        int index = place - code.maxLocals();
        return index < state.depth() ? state.stackAt(index) : null;
    }

    private Join ordinary(int b, State from) {
        Join join = new Join(new State(code.maxLocals()));
        joinLocals(b, from, join);
        for (int i = 0; i < from.depth(); i++) {
            join.state.push(joined(b, join, code.maxLocals() + i, from.stackAt(i)));
        }
        return join;
    }

    private Join handler(int b, State from) {
        Join join = new Join(new State(code.maxLocals()));
        Type declared = declared(b, code.maxLocals());
        Variable exception = out.variable(declared == null ? flow.caught(b) : declared, "");
        join.parameters.add(exception);
        joinLocals(b, from, join);
        join.state.push(exception);
        return join;
    }

    private void joinLocals(int b, State from, Join join) {
        for (int slot = 0; slot < code.maxLocals(); slot++) {
            Value value = from.local(slot);
            if (value != null && liveness.isLiveAt(b, slot)) {
                join.state.setLocal(slot, joined(b, join, slot, value));
            }
        }
    }

    private Value joined(int b, Join join, int place, Value first) {
        if (State.isUninitialised(first)) {
            return first;
        }
        Type type = declared(b, place);
        if (type == null) {
            type = guesses.type(b, place, first);
        }
        String name = place < code.maxLocals() ? Names.plain(code.localName(place, flow.start(b))) : "";
        Variable parameter = out.variable(type, name);
        join.parameters.add(parameter);
        join.places.add(place);
        return parameter;
    }

    /** Returns the type that the class file declares for a place, or null. */
    private @Nullable Type declared(int b, int place) {
        Code.StackMap frame = code.frame(flow.start(b));
        if (frame == null) {
            return null;
        }
        List<@Nullable Type> types = place < code.maxLocals() ? frame.locals() : frame.stack();
        int index = place < code.maxLocals() ? place : place - code.maxLocals();
        return index < types.size() ? types.get(index) : null;
    }

    static boolean isNull(Value value) {
        return value instanceof Constant.NullConstant || value.type().equals(NULL);
    }
}
