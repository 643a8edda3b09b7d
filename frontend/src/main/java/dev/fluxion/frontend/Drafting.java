package dev.fluxion.frontend;

import dev.fluxion.ir.Function;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.build.FunctionBuilder;
import dev.fluxion.ir.symbol.MethodRef;
import dev.fluxion.ir.type.ClassType;
import dev.fluxion.ir.type.Type;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs a method's instructions on symbolic values, stretch by stretch, and so makes a function that is right but has
 * more block parameters than it needs.
 *
 * <p>A block covers a stretch, or less: in a protected range, where a handler may see a local variable, a block ends
 * after the variable is written and before something throws. So what a handler gets is what was there when the block
 * was entered.
 */
final class Drafting {
    private final Code code;
    private final Flow flow;
    private final Liveness liveness;
    private final MethodRef method;
    private final FunctionBuilder out;
    private final Joins joins;
    private final Operands operands;
    private final Translator translator;
    private final Conditions conditions;
    private final Label[] labels;
    private final @Nullable State[] inherited;

    /** Of the open block: the state at its start, and what has happened since. */
    private State atStart;

    private int addedAtStart;
    private boolean threw;
    private boolean handlerSeesWrite;

    Drafting(Code code, Flow flow, Liveness liveness, MethodRef method, TypeGuesses guesses, boolean inferred) {
        this.code = code;
        this.flow = flow;
        this.liveness = liveness;
        this.method = method;
        this.out = new FunctionBuilder(method.toString(), method.resultTypes());
        this.joins = new Joins(code, flow, liveness, out, guesses);
        this.operands = new Operands(code, out, inferred);
        this.translator = new Translator(code, operands);
        this.conditions = new Conditions(code, operands);
        this.labels = new Label[flow.count()];
        this.inherited = new State[flow.count()];
        this.atStart = operands.state();
    }

    Function draft() {
        int[] order = flow.order();
        boolean[] seen = new boolean[flow.count()];
        for (int b : order) {
            labels[b] = out.label("");
        }
        for (int b : order) {
            seen[b] = true;
            for (int edge = 0; edge < flow.successorCount(b); edge++) {
                int target = flow.successor(b, edge);
                if (seen[target]) {
                    labels[target] = new Label(labels[target].id(), "loop");
                }
            }
            if (flow.isHandler(b)) {
                labels[b] = new Label(labels[b].id(), "catch");
            }
        }
        labels[flow.entry()] = new Label(labels[flow.entry()].id(), "entry");
        for (int b : order) {
            stretch(b);
        }
        return out.build();
    }

    private void stretch(int b) {
        operands.moveTo(flow.start(b));
        if (b == flow.entry()) {
            operands.enter(new State(code.maxLocals()));
            out.begin(labels[b], receiveParameters());
        } else if (flow.hasOnePredecessor(b)) {
            State state = inherited[b];
            operands.enter(state == null ? new State(code.maxLocals()) : state);
            out.begin(labels[b], List.of());
        } else {
            List<Variable> parameters = joins.parameters(b);
            operands.enter(joins.state(b));
            out.begin(labels[b], parameters);
        }
        startBlock();
        for (int i = flow.start(b); i < flow.end(b); i++) {
            operands.moveTo(i);
            instruction(b, i);
        }
        if (out.isOpen()) {
            end(b, new Terminator.Jump(edge(b, 0)));
        }
    }

    private List<Variable> receiveParameters() {
        List<Type> types = new ArrayList<>();
        if (!code.method().isStatic()) {
            types.add(new ClassType(method.owner()));
        }
        types.addAll(method.parameterTypes());
        List<Variable> parameters = new ArrayList<>();
        int slot = 0;
        for (Type type : types) {
            Variable parameter = out.variable(type.computational(), Names.plain(code.localName(slot, 0)));
            parameters.add(parameter);
            operands.state().setLocal(slot, parameter);
            slot += type.slots();
        }
        return parameters;
    }

    private void startBlock() {
        atStart = operands.state().copy();
        addedAtStart = operands.added();
        threw = false;
        handlerSeesWrite = false;
    }

    private void instruction(int b, int i) {
        int opcode = code.opcode(i);
        if (Instructions.mayThrow(opcode) && !flow.catches(b).isEmpty()) {
            if (handlerSeesWrite) {
                splitBefore(b);
            }
            threw = true;
        }
        if (conditions.isFused(i, flow.end(b))) {
            return;
        }
        if (Instructions.isConditionalJump(opcode)) {
            conditional(b, i);
        } else if (opcode == Opcodes.LOOKUPSWITCH) {
            choice(b, i);
        } else if (opcode == Opcodes.ATHROW) {
            end(b, new Terminator.Throw(operands.pop(ClassType.THROWABLE)));
        } else if (Instructions.isReturn(opcode)) {
            end(b, new Terminator.Return(method.isVoid() ? List.of() : List.of(operands.pop(method.returnType()))));
        } else if (opcode != Opcodes.GOTO) {
            boolean writes = Instructions.isStore(opcode) || opcode == Opcodes.IINC;
            handlerSeesWrite |= writes && isSeenByHandler(b, code.number(i));
            translator.run(i);
        }
    }

    private boolean isSeenByHandler(int b, int slot) {
        for (Flow.Catch edge : flow.catches(b)) {
            if (liveness.isLiveAt(edge.target(), slot)) {
                return true;
            }
        }
        return false;
    }

    /** Goes on in a new block, whose handlers see what was written; or in the same, if it has done nothing yet. */
    private void splitBefore(int b) {
        if (operands.added() > addedAtStart) {
            Label next = out.label("");
            end(b, new Terminator.Jump(new Successor(next, List.of())));
            out.begin(next, List.of());
        }
        startBlock();
    }

    private void conditional(int b, int i) {
        Conditions.Condition condition = conditions.pop(i, flow.start(b));
        if (flow.successorCount(b) == 1) {
            end(b, new Terminator.Jump(edge(b, 0)));
            return;
        }
        Successor next = edge(b, 0);
        Successor target = edge(b, 1);
        end(
                b,
                condition.ifTrue()
                        ? new Terminator.Branch(condition.value(), target, next)
                        : new Terminator.Branch(condition.value(), next, target));
    }

    private void choice(int b, int i) {
        Value selector = operands.pop();
        List<Integer> keys = code.choice(i).keys();
        int otherwise = flow.successor(b, keys.size());
        List<Terminator.Case> cases = new ArrayList<>(keys.size());
        for (int k = 0; k < keys.size(); k++) {
            if (flow.successor(b, k) != otherwise) {
                cases.add(new Terminator.Case(keys.get(k), edge(b, k)));
            }
        }
        Successor last = edge(b, keys.size());
        end(b, cases.isEmpty() ? new Terminator.Jump(last) : new Terminator.Switch(selector, cases, last));
    }

    private Successor edge(int b, int edge) {
        int target = flow.successor(b, edge);
        if (flow.hasOnePredecessor(target)) {
            inherited[target] = operands.state().copy();
            return new Successor(labels[target], List.of());
        }
        return new Successor(labels[target], joins.arguments(target, operands.state()));
    }

    private void end(int b, Terminator terminator) {
        if (threw) {
            List<Handler> handlers = new ArrayList<>();
            for (Flow.Catch edge : flow.catches(b)) {
                List<Value> arguments = joins.arguments(edge.target(), atStart);
                handlers.add(new Handler(edge.type(), labels[edge.target()], arguments));
            }
            out.protect(handlers);
        }
        out.end(terminator);
    }
}
