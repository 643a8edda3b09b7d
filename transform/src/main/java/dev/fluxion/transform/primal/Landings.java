package dev.fluxion.transform.primal;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.transform.exceptions.Attempt;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Emits the attempts of a function as what they stand for: handlers, or a choice by the exception that came back. */
public final class Landings {

    private final Function function;
    private final Map<Label, Attempt> questions;
    private final Map<Label, Attempt> risky = new HashMap<>();
    private final Map<Label, Variable> exceptions = new HashMap<>();

    /** Looks for the attempts of a function. */
    public Landings(Function function) {
        this.function = function;
        List<Attempt> attempts = Attempt.of(function);
        this.questions = Attempt.byQuestion(attempts);
        Map<Label, Block> blocks = function.blocksByLabel();
        for (Attempt attempt : attempts) {
            risky.put(attempt.risky().target(), attempt);
            for (Attempt.Way way : attempt.ways()) {
                Block landing = java.util.Objects.requireNonNull(blocks.get(way.landing().target()));
                exceptions.put(landing.label(), landing.statements().getFirst().results().getLast());
            }
        }
    }

    /** Returns the attempt whose operation a block is, or null. */
    public @Nullable Attempt attempt(Label block) {
        return risky.get(block);
    }

    /** Returns the parameters of a block: where an exception lands, it comes first. */
    public List<Variable> parameters(Block block) {
        Variable exception = exceptions.get(block.label());
        if (exception == null) {
            return new ArrayList<>(block.parameters());
        }
        List<Variable> all = new ArrayList<>();
        all.add(exception);
        all.addAll(block.parameters());
        return all;
    }

    /** Returns whether a statement only says how an attempt ended, and is not run. */
    public boolean isSaid(Statement statement, Label block) {
        return Attempt.isPart(statement.op())
                || exceptions.containsKey(block) && statement.results().contains(exceptions.get(block));
    }

    /** Returns the terminator that a block really has. */
    public Terminator end(Block block) {
        Attempt asked = questions.get(block.label());
        return asked == null ? block.terminator() : new Terminator.Jump(asked.risky());
    }

    /** Returns whether the operation of an attempt gives its exception back as its last result. */
    public boolean givesException(Attempt attempt) {
        for (Attempt.Way way : attempt.ways()) {
            Block landing = java.util.Objects.requireNonNull(function.blocksByLabel().get(way.landing().target()));
            if (landing.statements().getFirst().op() instanceof Op.Call) {
                return true;
            }
        }
        return false;
    }

    /**
     * Ends the open block of the operation, and opens another one for what comes after its completion, so that nothing
     * else is protected.
     */
    public void land(Attempt attempt, @Nullable Variable exception, FunctionBuilder out) {
        Label rest = out.label("");
        if (exception == null) {
            out.jump(rest);
            out.begin(rest, List.of());
            return;
        }
        Label next = out.label("");
        Value none = out.add(new Op.Compare(CompareKind.EQ, exception, new Constant.NullConstant()));
        out.end(new Terminator.Branch(none, to(rest), to(next)));
        for (Attempt.Way way : attempt.ways()) {
            out.begin(next, List.of());
            next = out.label("");
            if (way.type().equals(ClassType.THROWABLE)) {
                out.end(new Terminator.Jump(way.landing(exception)));
            } else {
                Label fits = out.label("");
                Value isOne = out.add(new Op.InstanceOf(way.type(), exception));
                out.end(new Terminator.Branch(isOne, to(fits), to(next)));
                out.begin(fits, List.of());
                out.end(new Terminator.Jump(way.landing(out.add(new Op.CheckCast(way.type(), exception)))));
            }
        }
        if (!attempt.catchesAll()) {
            out.begin(next, List.of());
            out.end(new Terminator.Throw(exception));
        }
        out.begin(rest, List.of());
    }

    private static Successor to(Label label) {
        return new Successor(label, List.of());
    }
}
