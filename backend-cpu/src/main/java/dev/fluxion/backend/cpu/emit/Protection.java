package dev.fluxion.backend.cpu.emit;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Handler;
import dev.fluxion.ir.type.ClassType;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

import java.util.ArrayList;
import java.util.List;

/** The exception table: for each protected block, and each of its handlers in order, the instructions from .. to. */
final class Protection {

    private static final class Range {
        private final List<Landings.Landing> landings;
        private final Label start;
        private Label end;
        private int endCount;

        private Range(List<Landings.Landing> landings, Label start, Label end, int endCount) {
            this.landings = landings;
            this.start = start;
            this.end = end;
            this.endCount = endCount;
        }
    }

    private final Code code;
    private final Landings landings;
    private final List<Range> ranges = new ArrayList<>();
    private Label start = new Label();
    private int startCount;

    Protection(Code code, Landings landings) {
        this.code = code;
        this.landings = landings;
    }

    /** Says that the block's instructions begin here. */
    void begin(Block block) {
        if (!block.handlers().isEmpty()) {
            start = new Label();
            startCount = code.count();
            code.mark(start);
        }
    }

    /** Says that nothing of the block that follows can throw. */
    void end(Block block) {
        if (block.handlers().isEmpty() || code.count() == startCount) {
            return;
        }
        List<Landings.Landing> targets = new ArrayList<>();
        for (Handler handler : block.handlers()) {
            targets.add(landings.of(handler));
        }
        Label end = new Label();
        code.mark(end);
        Range last = ranges.isEmpty() ? null : ranges.getLast();
        if (last != null && last.endCount == startCount && last.landings.equals(targets)) {
            last.end = end;
            last.endCount = code.count();
        } else {
            ranges.add(new Range(targets, start, end, code.count()));
        }
    }

    void write(MethodVisitor out) {
        for (Range range : ranges) {
            for (Landings.Landing landing : range.landings) {
                // no type means all: only then does the JVM see that a lock is left on every way
                String type = landing.caught().equals(ClassType.THROWABLE) ? null : landing.caught().internalName();
                out.visitTryCatchBlock(range.start, range.end, landing.label(), type);
            }
        }
    }
}
