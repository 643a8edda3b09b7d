package dev.fluxion.transform.range;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.analysis.CountedLoop;
import dev.fluxion.ir.analysis.Definitions;
import dev.fluxion.ir.analysis.Dominators;
import dev.fluxion.ir.analysis.Loop;
import dev.fluxion.ir.analysis.Loops;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.Pass;
import dev.fluxion.transform.simplify.DeadCode;

import java.util.ArrayList;
import java.util.List;

/**
 * Lets loops that count down to zero go on while the counter is greater than zero, rather than while it is not zero,
 * where they begin at a number that is not negative.
 *
 * <pre>
 *   while (t != 0) { t--; ... }     =&gt;     while (t &gt; 0) { t--; ... }
 * </pre>
 *
 * <p>The JIT makes much better code of the latter where the loop is short. It comes last: all else knows reversed loops
 * by their first form, which is exact for all numbers of trips.
 */
public final class CountdownTests implements Pass {

    private static final int DEEPEST = 4;

    @Override
    public String name() {
        return "countdown-tests";
    }

    @Override
    public Function apply(Function function) {
        Cfg cfg = Cfg.of(function);
        Dominators dominators = Dominators.of(cfg);
        Loops loops = Loops.of(dominators);
        if (loops.all().isEmpty()) {
            return function;
        }
        Definitions definitions = Definitions.of(function);
        Signs signs = new Signs(cfg, definitions, new Counters(loops, dominators, definitions));
        Draft draft = new Draft(function);
        boolean changed = false;
        for (Loop loop : loops.all()) {
            CountedLoop counted = CountedLoop.of(loop, loops, dominators, definitions);
            if (counted != null
                    && isCountdown(counted)
                    && signs.isNotNegative(counted.induction().init(), entering(loop, cfg), 0)) {
                change(draft, draft.block(counted.exiting()), counted);
                changed = true;
            }
        }
        return changed ? new DeadCode().apply(draft.build()) : function;
    }

    private static boolean isCountdown(CountedLoop counted) {
        return counted.kind() == CompareKind.NE
                && counted.induction().step() == -1
                && counted.bound().equals(Constant.of(0))
                && counted.testsAtTop()
                && !counted.testsNext()
                && counted.induction().variable().type() == PrimitiveType.I32;
    }

    private static Label entering(Loop loop, Cfg cfg) {
        for (Label from : cfg.predecessors(loop.header())) {
            if (!loop.contains(from)) {
                return from;
            }
        }
        throw new IllegalArgumentException("nothing enters " + loop);
    }

    private static void change(Draft draft, Block block, CountedLoop counted) {
        Terminator.Branch branch = (Terminator.Branch) block.terminator();
        boolean goesOnIfTrue = counted.loop().contains(branch.then().target());
        Successor goesOn = goesOnIfTrue ? branch.then() : branch.otherwise();
        Successor leaves = goesOnIfTrue ? branch.otherwise() : branch.then();
        Variable isLeft = draft.newVariable(PrimitiveType.I32, "");
        Op test = new Op.Compare(CompareKind.GT, counted.induction().variable(), Constant.of(0));
        List<Statement> statements = new ArrayList<>(block.statements());
        statements.add(new Statement(List.of(isLeft), test, block.position()));
        draft.put(block.withStatements(statements).withTerminator(new Terminator.Branch(isLeft, goesOn, leaves)));
    }

    /** Which numbers are not negative. */
    private record Signs(Cfg cfg, Definitions definitions, Counters counters) {

        boolean isNotNegative(Value value, Label block, int depth) {
            if (TwoTimes.isNotNegative(value, block, counters, definitions)) {
                return true;
            }
            if (!(value instanceof Variable variable) || depth == DEEPEST) {
                return false;
            }
            CountedLoop counter = counters.countedBy(variable);
            if (counter != null && counter.induction().step() > 0) {
                return isNotNegative(counter.induction().init(), entering(counter.loop(), cfg), depth + 1);
            }
            if (definitions.op(variable) instanceof Op.Select(Value condition, Value some, Value none)) {
                return isNotNegative(none, block, depth + 1)
                        && (isNotNegative(some, block, depth + 1) || isDistance(some, condition, block, depth + 1));
            }
            return definitions.place(variable).isParameters() && comesInNotNegative(variable, depth + 1);
        }

        /** {@code from < to ? to - from : ...}, from a number that is not negative. */
        private boolean isDistance(Value value, Value condition, Label block, int depth) {
            if (!(condition instanceof Variable test
                    && definitions.op(test) instanceof Op.Compare(CompareKind kind, Value x, Value y))) {
                return false;
            }
            boolean isLess = kind == CompareKind.LT || kind == CompareKind.LE;
            boolean isGreater = kind == CompareKind.GT || kind == CompareKind.GE;
            Value from = isLess ? x : y;
            Value to = isLess ? y : x;
            if (!isLess && !isGreater || !isNotNegative(from, block, depth)) {
                return false;
            }
            return value.equals(to)
                    || value instanceof Variable difference
                            && definitions.op(difference) instanceof Op.Binary(BinaryKind sub, Value more, Value less)
                            && sub == BinaryKind.SUB
                            && more.equals(to)
                            && less.equals(from);
        }

        private boolean comesInNotNegative(Variable parameter, int depth) {
            Label label = definitions.place(parameter).block();
            int index = cfg.block(label).parameters().indexOf(parameter);
            if (cfg.predecessors(label).isEmpty()) {
                return false;
            }
            for (Label from : cfg.predecessors(label)) {
                if (!cfg.block(from).handlers().isEmpty()) {
                    return false;
                }
                for (Successor edge : cfg.block(from).terminator().successors()) {
                    if (edge.target().equals(label) && !isNotNegative(edge.arguments().get(index), from, depth)) {
                        return false;
                    }
                }
            }
            return true;
        }
    }
}
