package dev.fluxion.backend.cpu.split;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Constant;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.analysis.Dominators;
import dev.fluxion.ir.op.Op;

import java.util.List;

/** How many bytes of bytecode something takes, rather too many than too few: as if no value were used in place. */
final class SizeEstimate {

    private static final int LOAD_OR_STORE = 2;
    private static final int CONSTANT = 3;
    private static final int COPY = 2 * LOAD_OR_STORE;
    private static final int GOTO = 3;
    private static final int COMPARE_AND_JUMP = 4;

    /** From the tape's result slots: load tape, get array, push index, load element, store. */
    private static final int FURTHER_RESULT = 12;

    private SizeEstimate() {}

    static int of(Function function) {
        int size = 0;
        for (Block block : function.blocks()) {
            size += of(block);
        }
        return size;
    }

    static int of(Block block) {
        int size = ofTerminator(block.terminator());
        for (Statement statement : block.statements()) {
            size += of(statement);
        }
        return size;
    }

    /** Returns for each block how long all blocks are that it dominates. */
    static int[] below(Dominators dominators) {
        Cfg cfg = dominators.cfg();
        int[] below = new int[cfg.size()];
        for (Block block : cfg.blocks().reversed()) {
            int at = cfg.index(block.label());
            below[at] += of(block);
            Label parent = dominators.immediateDominator(block.label());
            if (parent != null) {
                below[cfg.index(parent)] += below[at];
            }
        }
        return below;
    }

    static int of(Statement statement) {
        int size = of(statement.op().operands()) + ofInstruction(statement.op());
        if (!statement.results().isEmpty()) {
            size += LOAD_OR_STORE + (statement.results().size() - 1) * FURTHER_RESULT;
        }
        return size;
    }

    private static int of(List<Value> operands) {
        int size = 0;
        for (Value operand : operands) {
            size += operand instanceof Constant ? CONSTANT : LOAD_OR_STORE;
        }
        return size;
    }

    private static int ofInstruction(Op op) {
        return switch (op) {
            case Op.Negate negate -> 1;
            case Op.Binary binary -> 1;
            case Op.IntegerDivide divide -> 1;
            case Op.Compare compare -> COMPARE_AND_JUMP + 1 + GOTO + 1;
            case Op.ThreeWay threeWay -> 3;
            case Op.Convert convert -> 2;
            case Op.Select select -> COMPARE_AND_JUMP + GOTO;
            case Op.ArrayLoad load -> 1;
            case Op.ArrayStore store -> 1;
            case Op.ArrayLength length -> 1;
            case Op.NewArray array -> 4;
            case Op.GetField get -> 3;
            case Op.PutField put -> 3;
            case Op.GetStatic get -> 3;
            case Op.PutStatic put -> 3;
            case Op.New creation -> 7;
            case Op.InstanceOf test -> 3;
            case Op.CheckCast cast -> 3;
            case Op.Monitor monitor -> 1;
            case Op.Invoke invoke -> 5;
            case Op.InvokeDynamic dynamic -> 5;
            case Op.MakeClosure closure -> 5;
            case Op.Call call -> 3 + LOAD_OR_STORE;
            case Op.TapePush push -> 3 + LOAD_OR_STORE;
            case Op.TapePop pop -> 6 + LOAD_OR_STORE;
            case Op.TapeReserve reserve -> 3 + LOAD_OR_STORE;
            case Op.TapeRelease release -> 3 + LOAD_OR_STORE;
            case Op.TapeTop top -> 3 + LOAD_OR_STORE;
        };
    }

    private static int ofTerminator(Terminator terminator) {
        int size =
                switch (terminator) {
                    case Terminator.Jump jump -> 0;
                    case Terminator.Branch branch -> LOAD_OR_STORE + COMPARE_AND_JUMP;
                    case Terminator.Switch choice -> 16 + 8 * choice.cases().size();
                    case Terminator.Return leave -> 1 + of(leave.values()) + FURTHER_RESULT * leave.values().size();
                    case Terminator.Throw raise -> 1 + LOAD_OR_STORE;
                    case Terminator.Unreachable never -> 2;
                };
        for (Successor edge : terminator.successors()) {
            size += GOTO + edge.arguments().size() * COPY;
        }
        return size;
    }
}
