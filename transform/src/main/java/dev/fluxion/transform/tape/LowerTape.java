package dev.fluxion.transform.tape;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.CountedLoop;
import dev.fluxion.ir.op.BinaryKind;
import dev.fluxion.ir.op.CompareKind;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.ArrayType;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;
import dev.fluxion.transform.Draft;
import dev.fluxion.transform.normalize.LoopSimplify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns stacks into indexed buffers where a counted loop pushes once on each trip and the loop that mirrors it pops
 * once on each.
 *
 * <pre>
 *     ^p: br ^h(0)                                  ^p: %base = top 0; %buffer = reserve 0, max(%n, 0); br ^h(0)
 *     ^b: push 0, %v                           =&gt;   ^b: %k = add %base, %i; store %buffer[%k], %v
 *     ^q: br ^r(%trips)                             ^q: %again = release 0, %trips; %base2 = top 0; br ^r(%trips)
 *     ^s: %u = sub %t, 1; %w = pop 0                ^s: %u = sub %t, 1; %k2 = add %base2, %u
 *                                                       %w = load %again[%k2]
 * </pre>
 *
 * <p>In a function that is not called by another one, hence runs on a fresh tape, a loop that is not in another loop
 * finds its stack empty: the base is 0, and the JIT sees buffer and arrays indexed alike, which it needs to see in
 * order to vectorise.
 *
 * <p>What a call site calls that is linked at run time has been compiled elsewhere, and may use any stack. In order it
 * may: what it leaves lies on top, and is gone again when the reverse comes back. But the buffer of a loop must not
 * grow while the loop runs.
 *
 * <p>A stack is left alone unless it holds primitives, has one push and one pop in the function and none in those that
 * it calls, and {@link MirroredLoops} pairs the loops around them. The room is made for all trips at once: a loop whose
 * trips cannot all be remembered runs out of memory at its start.
 */
public final class LowerTape {

    private LowerTape() {}

    /** Returns the program with all stacks lowered that can be, if each function that none calls has its own tape. */
    public static Program lower(Program program) {
        return lower(program, Set.of());
    }

    /**
     * Returns the program with all stacks lowered that can be.
     *
     * @param shared functions that run on the tape of others, whether a function of the program calls them or not
     */
    public static Program lower(Program program, Collection<String> shared) {
        Map<String, Function> lowered = new LinkedHashMap<>();
        Set<String> called = called(program);
        called.addAll(shared);
        DynamicSites dynamic = new DynamicSites(program);
        for (Function function : program.functions().values()) {
            Set<Integer> own = new TapeSites(function).stacks();
            if (!own.isEmpty()) {
                own.removeAll(usedByCallees(program, function));
            }
            lowered.put(
                    function.name(),
                    own.isEmpty() ? function : lower(function, own, !called.contains(function.name()), dynamic));
        }
        return new Program(lowered);
    }

    private static Set<String> called(Program program) {
        Set<String> called = new HashSet<>();
        for (Function function : program.functions().values()) {
            for (Block block : function.blocks()) {
                for (Statement statement : block.statements()) {
                    if (statement.op() instanceof Op.Call call) {
                        called.add(call.function());
                    }
                }
            }
        }
        return called;
    }

    /** Returns the stacks that may be used in between, by what the function calls, perhaps by itself. */
    private static Set<Integer> usedByCallees(Program program, Function function) {
        Set<Integer> used = new HashSet<>();
        Set<String> seen = new HashSet<>();
        Deque<Function> pending = new ArrayDeque<>(List.of(function));
        while (!pending.isEmpty()) {
            for (Block block : pending.removeFirst().blocks()) {
                for (Statement statement : block.statements()) {
                    if (statement.op() instanceof Op.Call call && seen.add(call.function())) {
                        Function callee = program.function(call.function());
                        used.addAll(new TapeSites(callee).stacks());
                        pending.add(callee);
                    }
                }
            }
        }
        return used;
    }

    private static Function lower(Function function, Set<Integer> own, boolean isOnFreshTape, DynamicSites dynamic) {
        Function simple = new LoopSimplify().apply(function);
        TapeSites sites = new TapeSites(simple);
        MirroredLoops mirrored = new MirroredLoops(simple, sites);
        Draft draft = new Draft(simple);
        boolean changed = false;
        for (int stack : sites.pushed()) {
            TapeSites.Site push = own.contains(stack) ? sites.push(stack) : null;
            TapeSites.Site pop = sites.pop(stack);
            if (push == null || pop == null || !isPrimitive(pop)) {
                continue;
            }
            MirroredLoops.Pair pair = mirrored.around(push, pop);
            if (pair != null
                    && !dynamic.isIn(pair.forward().loop(), simple)
                    && !dynamic.isIn(pair.reverse().loop(), simple)) {
                boolean isEmpty = isOnFreshTape && pair.forward().loop().parent() == null && !dynamic.isIn(simple);
                new Lowering(draft, mirrored, stack, pair, isEmpty).run(push, pop);
                changed = true;
            }
        }
        return changed ? draft.build() : function;
    }

    private static boolean isPrimitive(TapeSites.Site pop) {
        return pop.statement().op() instanceof Op.TapePop(int stack, Type type) && type instanceof PrimitiveType;
    }

    /** The lowering of one stack. */
    private static final class Lowering {

        private final Draft draft;
        private final MirroredLoops mirrored;
        private final int stack;
        private final MirroredLoops.Pair pair;
        private final boolean isEmpty;
        private final List<Statement> added = new ArrayList<>();
        private Position position = Position.NONE;

        Lowering(Draft draft, MirroredLoops mirrored, int stack, MirroredLoops.Pair pair, boolean isEmpty) {
            this.draft = draft;
            this.mirrored = mirrored;
            this.stack = stack;
            this.pair = pair;
            this.isEmpty = isEmpty;
        }

        void run(TapeSites.Site push, TapeSites.Site pop) {
            Type type = pop.statement().result().type();
            position = push.statement().position();
            Value count = trips();
            Value base = top(type);
            Variable buffer = add(new ArrayType(type), new Op.TapeReserve(stack, type, count));
            append(mirrored.preheader(pair.forward()));
            Value pushed = push.statement().op().operands().getFirst();
            Value index = isEmpty ? number() : integer(BinaryKind.ADD, base, number());
            added.add(new Statement(List.of(), new Op.ArrayStore(type, buffer, index, pushed), position));
            replace(push);
            position = pop.statement().position();
            Variable again = add(new ArrayType(type), new Op.TapeRelease(stack, type, pair.trips()));
            Value baseAgain = top(type);
            append(mirrored.preheader(pair.reverse()));
            Variable left = pair.reverse().induction().variable();
            Variable mirroredNumber = integer(BinaryKind.SUB, left, Constant.of(1));
            Value indexAgain = isEmpty ? mirroredNumber : integer(BinaryKind.ADD, baseAgain, mirroredNumber);
            added.add(new Statement(pop.statement().results(), new Op.ArrayLoad(type, again, indexAgain), position));
            replace(pop);
        }

        private Value top(Type type) {
            return isEmpty ? Constant.of(0) : add(PrimitiveType.I32, new Op.TapeTop(stack, type));
        }

        /** How often the forward loop goes round, as known before; more than fits is as much as fits. */
        private Value trips() {
            CountedLoop forward = pair.forward();
            Value first = forward.induction().init();
            Value bound = forward.bound();
            boolean up = forward.induction().step() > 0;
            Value distance = integer(BinaryKind.SUB, up ? bound : first, up ? first : bound);
            if (forward.kind() == CompareKind.LE || forward.kind() == CompareKind.GE) {
                distance = integer(BinaryKind.ADD, distance, Constant.of(1));
            }
            if (!isInRange(first, forward.kind())) {
                Variable isTooFar = add(PrimitiveType.I32, new Op.Compare(CompareKind.LT, distance, Constant.of(0)));
                distance = add(PrimitiveType.I32, new Op.Select(isTooFar, Constant.of(Integer.MAX_VALUE), distance));
            }
            Variable goesRound = add(PrimitiveType.I32, new Op.Compare(forward.kind(), first, bound));
            return add(PrimitiveType.I32, new Op.Select(goesRound, distance, Constant.of(0)));
        }

        /** Returns whether a positive distance from {@code first} upwards never overflows. */
        private static boolean isInRange(Value first, CompareKind kind) {
            return first instanceof Constant.IntConstant(int known)
                    && (kind == CompareKind.LT && known >= 0 || kind == CompareKind.LE && known >= 1);
        }

        /** The number of the trip, from zero, in the forward loop. */
        private Value number() {
            Value first = pair.forward().induction().init();
            Variable counter = pair.forward().induction().variable();
            if (pair.forward().induction().step() < 0) {
                return integer(BinaryKind.SUB, first, counter);
            }
            return first.equals(Constant.of(0)) ? counter : integer(BinaryKind.SUB, counter, first);
        }

        private Variable integer(BinaryKind kind, Value x, Value y) {
            return add(PrimitiveType.I32, new Op.Binary(kind, x, y));
        }

        private Variable add(Type type, Op op) {
            Variable result = draft.newVariable(type, "");
            added.add(new Statement(List.of(result), op, position));
            return result;
        }

        private void append(Label label) {
            Block block = draft.block(label);
            List<Statement> statements = new ArrayList<>(block.statements());
            statements.addAll(added);
            added.clear();
            draft.put(block.withStatements(statements));
        }

        private void replace(TapeSites.Site site) {
            Block block = draft.block(site.block());
            List<Statement> statements = new ArrayList<>();
            for (Statement statement : block.statements()) {
                if (statement.equals(site.statement())) {
                    statements.addAll(added);
                } else {
                    statements.add(statement);
                }
            }
            added.clear();
            draft.put(block.withStatements(statements));
        }
    }
}
