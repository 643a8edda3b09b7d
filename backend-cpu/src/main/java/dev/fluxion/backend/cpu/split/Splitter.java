package dev.fluxion.backend.cpu.split;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.op.Op;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts each function that is too long into several: a region becomes a function of its own, and a call takes its place.
 * C2 compiles no method of more than 8,000 bytes.
 */
public final class Splitter {

    /** So many bytes at least each call must save. */
    private static final int LEAST_GAIN = 32;

    private final Map<String, Function> done = new LinkedHashMap<>();
    private final Map<String, Function> all;
    private final int budget;
    private final int spillStack;

    private Splitter(Program program, int budget) {
        this.all = new LinkedHashMap<>(program.functions());
        this.budget = budget;
        this.spillStack = firstUnusedStack(program);
    }

    /**
     * Returns a program of the same meaning whose functions are estimated to take at most {@code budget} bytes each, as
     * far as they can be cut at all.
     */
    public static Program split(Program program, int budget) {
        boolean small = true;
        for (Function function : program.functions().values()) {
            small &= SizeEstimate.of(function) <= budget;
        }
        if (small) {
            return program;
        }
        Splitter splitter = new Splitter(program, budget);
        for (Function function : program.functions().values()) {
            splitter.split(function);
        }
        return new Program(splitter.done);
    }

    private void split(Function original) {
        if (SizeEstimate.of(original) <= budget) {
            done.put(original.name(), original);
            return;
        }
        Function reachable = Cfg.withoutUnreachableBlocks(original);
        Function function = Pieces.cut(SwitchTrees.group(reachable, budget / 2), budget / 5);
        Outlined outlined = outline(function);
        if (!outlined.isSmall(budget)) {
            Function spilled = Spilling.apply(function, spillStack + Outliner.STACKS);
            outlined = outline(Pieces.cut(spilled, budget / 5));
        }
        done.put(original.name(), outlined.rest);
        for (Function part : outlined.parts) {
            done.put(part.name(), part);
        }
    }

    private record Outlined(Function rest, List<Function> parts) {
        boolean isSmall(int budget) {
            return SizeEstimate.of(rest) <= budget;
        }
    }

    /** Outlines regions until the function is small or nothing more can be gained. */
    private Outlined outline(Function original) {
        Function function = original;
        List<Function> parts = new ArrayList<>();
        boolean progress = true;
        while (progress && SizeEstimate.of(function) > budget) {
            progress = false;
            for (Region region : Regions.best(Cfg.of(function), budget * 4 / 5)) {
                Outliner outliner = new Outliner(function, region, unusedName(original.name()), spillStack);
                int size = SizeEstimate.of(outliner.rest());
                if (size <= SizeEstimate.of(function) - LEAST_GAIN) {
                    all.put(outliner.part().name(), outliner.part());
                    parts.add(outliner.part());
                    function = outliner.rest();
                    progress = true;
                    if (size <= budget) {
                        break;
                    }
                }
            }
        }
        return new Outlined(function, parts);
    }

    private String unusedName(String base) {
        for (int i = 1; ; i++) {
            String name = base + "$part" + i;
            if (!all.containsKey(name)) {
                return name;
            }
        }
    }

    private static int firstUnusedStack(Program program) {
        int next = 0;
        for (Function function : program.functions().values()) {
            for (Block block : function.blocks()) {
                for (Statement statement : block.statements()) {
                    int used =
                            switch (statement.op()) {
                                case Op.TapePush push -> push.stack();
                                case Op.TapePop pop -> pop.stack();
                                case Op.TapeReserve reserve -> reserve.stack();
                                case Op.TapeRelease release -> release.stack();
                                case Op.TapeTop top -> top.stack();
                                case Op other -> -1;
                            };
                    next = Math.max(next, used + 1);
                }
            }
        }
        return next;
    }
}
