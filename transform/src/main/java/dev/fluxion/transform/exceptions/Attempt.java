package dev.fluxion.transform.exceptions;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.symbol.InvokeKind;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One operation that may throw, as {@link ModelExceptions} writes it down: as if an oracle said beforehand how it will
 * end. The oracle and the exception are calls of methods that do not exist; they are recognised, never run.
 *
 * @param before the block that asks the oracle
 * @param risky the block of the operation alone
 * @param ways where the exceptions go that are caught, in order
 */
public record Attempt(Label before, Successor risky, List<Way> ways) {

    private static final String OWNER = "dev/fluxion/transform/Attempt";
    private static final String OUTCOME = "outcome";
    private static final String CAUGHT = "caught";

    /**
     * Where the exceptions of one type go.
     *
     * @param type which exceptions
     * @param landing the block that takes the exception; nothing else leads there
     */
    public record Way(ClassType type, Successor landing) {
        /** Returns the edge that takes an exception there. */
        public Successor landing(Value exception) {
            List<Value> arguments = new ArrayList<>();
            arguments.add(exception);
            arguments.addAll(landing.arguments());
            return new Successor(landing.target(), arguments);
        }
    }

    /** Copies the ways in. */
    public Attempt {
        ways = List.copyOf(ways);
    }

    /** Returns the handlers of the block of the operation that say the same. */
    public List<Handler> handlers() {
        List<Handler> handlers = new ArrayList<>();
        for (Way way : ways) {
            handlers.add(new Handler(way.type, way.landing.target(), way.landing.arguments()));
        }
        return handlers;
    }

    /** Returns whether no exception leaves the function from here. */
    public boolean catchesAll() {
        return ways.getLast().type.equals(ClassType.THROWABLE);
    }

    /** Returns the question how an operation will end: 0 normally, 1 by an exception of the first of the types... */
    static Op outcome(List<ClassType> types) {
        List<Value> literals = new ArrayList<>();
        for (ClassType type : types) {
            literals.add(new Constant.ClassConstant(type));
        }
        String descriptor = "(" + ClassType.CLASS.descriptor().repeat(types.size()) + ")I";
        return new Op.Invoke(InvokeKind.STATIC, new MethodRef(OWNER, OUTCOME, descriptor, false), literals);
    }

    /** Returns the exception that was caught. */
    static Op caught(Type type) {
        return new Op.Invoke(
                InvokeKind.STATIC, new MethodRef(OWNER, CAUGHT, "()" + type.descriptor(), false), List.of());
    }

    /** Returns whether a call is none, but part of an attempt. */
    public static boolean isPart(Op op) {
        return op instanceof Op.Invoke invoke && invoke.method().owner().equals(OWNER);
    }

    /** Returns whether an operation stands for the exception that was caught. */
    public static boolean isCaught(Op op) {
        return op instanceof Op.Invoke invoke
                && invoke.method().owner().equals(OWNER)
                && invoke.method().name().equals(CAUGHT);
    }

    /** Returns the attempts of a function. */
    public static List<Attempt> of(Function function) {
        List<Attempt> attempts = new ArrayList<>();
        for (Block block : function.blocks()) {
            Attempt attempt = of(block);
            if (attempt != null) {
                attempts.add(attempt);
            }
        }
        return attempts;
    }

    /** Returns the attempts of a function by the blocks that ask the oracle. */
    public static Map<Label, Attempt> byQuestion(List<Attempt> attempts) {
        Map<Label, Attempt> map = HashMap.newHashMap(attempts.size());
        for (Attempt attempt : attempts) {
            map.put(attempt.before, attempt);
        }
        return map;
    }

    private static @Nullable Attempt of(Block block) {
        if (!(block.terminator() instanceof Terminator.Switch choice)
                || block.statements().isEmpty()
                || !isQuestion(block.statements().getLast(), choice.selector())) {
            return null;
        }
        List<Value> types = block.statements().getLast().op().operands();
        List<Way> ways = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            if (types.get(i) instanceof Constant.ClassConstant(ClassType type)) {
                ways.add(new Way(type, choice.cases().get(i).target()));
            }
        }
        return new Attempt(block.label(), choice.otherwise(), ways);
    }

    private static boolean isQuestion(Statement statement, Value selector) {
        return statement.op() instanceof Op.Invoke invoke
                && invoke.method().owner().equals(OWNER)
                && invoke.method().name().equals(OUTCOME)
                && statement.result().equals(selector);
    }
}
