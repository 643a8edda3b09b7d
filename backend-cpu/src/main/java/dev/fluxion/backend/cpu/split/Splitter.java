package dev.fluxion.backend.cpu.split;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.op.Op;

import java.util.ArrayList;
import java.util.HashMap;
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

    /** For each function the number of its last part, or of one that may be its next. */
    private final Map<String, Integer> partsOf = new HashMap<>();

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
        Fresh fresh = Fresh.in(original);
        BlockSizes sizes = new BlockSizes();
        int now = sizes.of(function);
        List<Function> parts = new ArrayList<>();
        boolean progress = true;
        while (progress && now > budget) {
            progress = false;
            for (Region region : Regions.best(Cfg.of(function), budget * 4 / 5)) {
                String name = unusedName(original.name());
                Outliner outliner = new Outliner(function, region, name, spillStack, fresh);
                int size = sizes.of(outliner.rest());
                if (size <= now - LEAST_GAIN) {
                    all.put(outliner.part().name(), outliner.part());
                    parts.add(outliner.part());
                    function = outliner.rest();
                    fresh = outliner.fresh();
                    now = size;
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
        int number = partsOf.getOrDefault(base, 1);
        while (all.containsKey(base + "$part" + number)) {
            number++;
        }
        partsOf.put(base, number);
        return base + "$part" + number;
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
