package dev.fluxion.frontend;

/**
 * Which local variables may be read later: a backward fixpoint over the stretches of {@link Flow}. A handler may see
 * what a local variable had anywhere in the protected stretch, so what it reads is live throughout.
 */
final class Liveness {
    private final int words;
    private final long[][] in;

    Liveness(Code code, Flow flow) {
        words = (code.maxLocals() + 63) >>> 6;
        in = new long[flow.count()][words];
        int[] order = flow.order();
        long[][] reads = new long[flow.count()][words];
        long[][] writes = new long[flow.count()][words];
        for (int b : order) {
            scan(code, flow, b, reads[b], writes[b]);
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = order.length - 1; i >= 0; i--) {
                changed |= update(flow, order[i], reads[order[i]], writes[order[i]]);
            }
        }
    }

    private static void scan(Code code, Flow flow, int b, long[] reads, long[] writes) {
        for (int i = flow.start(b); i < flow.end(b); i++) {
            int opcode = code.opcode(i);
            boolean increments = opcode == org.objectweb.asm.Opcodes.IINC;
            int word = code.number(i) >>> 6;
            long bit = 1L << code.number(i);
            if ((Instructions.isLoad(opcode) || increments) && (writes[word] & bit) == 0) {
                reads[word] |= bit;
            }
            if (Instructions.isStore(opcode) || increments) {
                writes[word] |= bit;
            }
        }
    }

    private boolean update(Flow flow, int b, long[] reads, long[] writes) {
        boolean changed = false;
        for (int w = 0; w < words; w++) {
            long out = 0;
            for (int edge = 0; edge < flow.successorCount(b); edge++) {
                out |= in[flow.successor(b, edge)][w];
            }
            long live = reads[w] | out & ~writes[w];
            for (Flow.Catch edge : flow.catches(b)) {
                live |= in[edge.target()][w];
            }
            changed |= live != in[b][w];
            in[b][w] = live;
        }
        return changed;
    }

    /** Returns whether a local variable may be read at or after the start of a stretch, before it is written. */
    boolean isLiveAt(int b, int slot) {
        return (in[b][slot >>> 6] & 1L << slot) != 0;
    }
}
