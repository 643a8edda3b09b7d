package dev.fluxion.frontend;

import dev.fluxion.ir.Position;
import dev.fluxion.ir.type.ClassType;

import org.objectweb.asm.Opcodes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The control flow of a method, before SSA: stretches of instructions that are entered only at the top, and the edges
 * between those that can be reached.
 *
 * <p>A stretch lies wholly inside or outside of each protected range. Two kinds of empty stretches are added: an entry,
 * where the method begins with a loop, and a landing, where ordinary edges lead to a handler too; so nothing jumps to
 * the entry, and handlers are reached by exceptions only.
 */
final class Flow {
    private static final int[] NONE = {};

    private final Code code;
    private int count;
    private int[] start;
    private int[] end;
    private int[][] successors;
    private final List<List<Catch>> catches = new ArrayList<>();
    private int[] predecessors = NONE;
    private boolean[] handler = {};
    private int entry;
    private int[] order = NONE;

    /** An exception of {@code type} leads to the stretch {@code target}. */
    record Catch(ClassType type, int target) {}

    Flow(Code code) {
        this.code = code;
        if (code.size() == 0) {
            throw Refusals.damaged(Position.NONE, "the method has no instructions");
        }
        boolean[] leaders = leaders(code);
        int[] stretchAt = new int[code.size() + 1];
        for (int i = 0; i < code.size(); i++) {
            if (leaders[i]) {
                count++;
            }
            stretchAt[i] = count - 1;
        }
        start = new int[count];
        end = new int[count];
        for (int i = code.size() - 1; i >= 0; i--) {
            start[stretchAt[i]] = i;
            end[stretchAt[i]] = Math.max(end[stretchAt[i]], i + 1);
        }
        successors = new int[count][];
        for (int b = 0; b < count; b++) {
            successors[b] = successorsOf(b, stretchAt);
            catches.add(catchesOf(b, stretchAt));
        }
        order = reversePostorder();
        addEntry();
        addLandings();
        order = reversePostorder();
        countPredecessors();
    }

    private static boolean[] leaders(Code code) {
        boolean[] leaders = new boolean[code.size() + 1];
        leaders[0] = true;
        for (int i = 0; i < code.size(); i++) {
            int opcode = code.opcode(i);
            if (opcode == Opcodes.LOOKUPSWITCH) {
                Code.Choice choice = code.choice(i);
                for (int target : choice.targets()) {
                    leaders[target] = true;
                }
                leaders[choice.otherwise()] = true;
                leaders[i + 1] = true;
            } else if (opcode == Opcodes.GOTO || Instructions.isConditionalJump(opcode)) {
                leaders[code.target(i)] = true;
                leaders[i + 1] = true;
            } else if (Instructions.endsFlow(opcode)) {
                leaders[i + 1] = true;
            }
        }
        for (Code.Range range : code.ranges()) {
            leaders[range.from()] = true;
            leaders[range.to()] = true;
            leaders[range.handler()] = true;
        }
        return leaders;
    }

    private int[] successorsOf(int b, int[] stretchAt) {
        int last = end[b] - 1;
        int opcode = code.opcode(last);
        if (opcode == Opcodes.GOTO) {
            return new int[] {stretchAt[code.target(last)]};
        }
        if (opcode == Opcodes.LOOKUPSWITCH) {
            Code.Choice choice = code.choice(last);
            int[] all = new int[choice.targets().size() + 1];
            for (int i = 0; i < all.length - 1; i++) {
                all[i] = stretchAt[choice.targets().get(i)];
            }
            all[all.length - 1] = stretchAt[choice.otherwise()];
            return all;
        }
        if (Instructions.endsFlow(opcode)) {
            return NONE;
        }
        if (end[b] >= code.size()) {
            throw Refusals.damaged(code.position(last), "control runs past the last instruction");
        }
        int next = stretchAt[end[b]];
        if (Instructions.isConditionalJump(opcode)) {
            int target = stretchAt[code.target(last)];
            return target == next ? new int[] {next} : new int[] {next, target};
        }
        return new int[] {next};
    }

    private List<Catch> catchesOf(int b, int[] stretchAt) {
        if (code.ranges().isEmpty() || !mayThrow(b)) {
            return List.of();
        }
        List<Catch> all = new ArrayList<>();
        for (Code.Range range : code.ranges()) {
            if (range.from() <= start[b] && start[b] < range.to()) {
                ClassType type = range.type() == null ? ClassType.THROWABLE : range.type();
                all.add(new Catch(type, stretchAt[range.handler()]));
                if (type.equals(ClassType.THROWABLE)) {
                    break;
                }
            }
        }
        return all;
    }

    private boolean mayThrow(int b) {
        for (int i = start[b]; i < end[b]; i++) {
            if (Instructions.mayThrow(code.opcode(i))) {
                return true;
            }
        }
        return false;
    }

    /** Gives a method that begins with a loop an entry of its own. */
    private void addEntry() {
        for (int b : order) {
            boolean back = contains(successors[b], 0);
            for (Catch edge : catches.get(b)) {
                back |= edge.target == 0;
            }
            if (back) {
                entry = addEmpty(0);
                return;
            }
        }
    }

    /** Gives a handler that is also reached without an exception a landing that only exceptions reach. */
    private void addLandings() {
        int old = count;
        int[] landing = new int[old];
        Arrays.fill(landing, -1);
        for (int b : order) {
            for (Catch edge : catches.get(b)) {
                if (landing[edge.target] < 0 && isJumpedTo(edge.target)) {
                    landing[edge.target] = addEmpty(edge.target);
                }
            }
        }
        for (int b = 0; b < old; b++) {
            List<Catch> moved = new ArrayList<>();
            for (Catch edge : catches.get(b)) {
                moved.add(landing[edge.target] < 0 ? edge : new Catch(edge.type, landing[edge.target]));
            }
            catches.set(b, moved);
        }
    }

    private boolean isJumpedTo(int target) {
        if (target == entry) {
            return true;
        }
        for (int b : order) {
            if (contains(successors[b], target)) {
                return true;
            }
        }
        return false;
    }

    private int addEmpty(int next) {
        start = Arrays.copyOf(start, count + 1);
        end = Arrays.copyOf(end, count + 1);
        successors = Arrays.copyOf(successors, count + 1);
        start[count] = start[next];
        end[count] = start[next];
        successors[count] = new int[] {next};
        catches.add(List.of());
        return count++;
    }

    private static boolean contains(int[] all, int wanted) {
        for (int one : all) {
            if (one == wanted) {
                return true;
            }
        }
        return false;
    }

    private int[] reversePostorder() {
        int[] result = new int[count];
        int at = count;
        boolean[] seen = new boolean[count];
        int[] stack = new int[count];
        int[] next = new int[count];
        int depth = 0;
        stack[depth++] = entry;
        seen[entry] = true;
        while (depth > 0) {
            int b = stack[depth - 1];
            int edges = successors[b].length + catches.get(b).size();
            if (next[b] == edges) {
                result[--at] = b;
                depth--;
                continue;
            }
            // last edge first, so that what follows in the code follows in the order
            int edge = edges - 1 - next[b]++;
            int target =
                    edge < successors[b].length
                            ? successors[b][edge]
                            : catches.get(b).get(edge - successors[b].length).target;
            if (!seen[target]) {
                seen[target] = true;
                stack[depth++] = target;
            }
        }
        return Arrays.copyOfRange(result, at, count);
    }

    private void countPredecessors() {
        predecessors = new int[count];
        handler = new boolean[count];
        for (int b : order) {
            for (int target : successors[b]) {
                predecessors[target]++;
            }
            for (Catch edge : catches.get(b)) {
                handler[edge.target] = true;
            }
        }
    }

    /** Returns how many stretches there are, reached or not. */
    int count() {
        return count;
    }

    /** Returns the stretch where the method begins. */
    int entry() {
        return entry;
    }

    /** Returns the stretches that can be reached, each after at least one of those that lead to it. */
    int[] order() {
        return order.clone();
    }

    int start(int b) {
        return start[b];
    }

    int end(int b) {
        return end[b];
    }

    /** Returns where control goes on: for a conditional jump the next stretch, then the target. */
    int successor(int b, int edge) {
        return successors[b][edge];
    }

    int successorCount(int b) {
        return successors[b].length;
    }

    /** Returns where exceptions lead, the first that fits; none where nothing can throw. */
    List<Catch> catches(int b) {
        return catches.get(b);
    }

    boolean isHandler(int b) {
        return handler[b];
    }

    /** Returns whether exactly one edge leads here, and no exception, so that all values are those at its source. */
    boolean hasOnePredecessor(int b) {
        return predecessors[b] == 1 && !handler[b];
    }

    /** Returns the type of what a handler catches, as far as its ranges say. */
    ClassType caught(int b) {
        ClassType type = null;
        for (int from : order) {
            for (Catch edge : catches.get(from)) {
                if (edge.target == b) {
                    type = type == null || type.equals(edge.type) ? edge.type : ClassType.THROWABLE;
                }
            }
        }
        return type == null ? ClassType.THROWABLE : type;
    }

    /** Returns whether the class file says the types wherever control flow joins. */
    boolean hasDeclaredTypes() {
        for (int b : order) {
            if (b != entry && !hasOnePredecessor(b) && code.frame(start[b]) == null) {
                return false;
            }
        }
        return true;
    }
}
