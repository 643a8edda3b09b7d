package dev.fluxion.backend.cpu.split;

import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Label;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Successor;
import dev.fluxion.ir.Terminator;
import dev.fluxion.ir.Variable;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts long blocks into blocks that follow one another, so that regions can begin and end between them.
 *
 * <pre>{@code
 * ^b(%x): s1; s2; s3; s4; ret %y    =>    ^b(%x): s1; s2; br ^c      ^c: s3; s4; ret %y
 * }</pre>
 */
final class Pieces {

    private Pieces() {}

    /** Cuts blocks so that none is longer than {@code limit} bytes, but for blocks of one statement. */
    static Function cut(Function function, int limit) {
        int next = 0;
        for (Block block : function.blocks()) {
            next = Math.max(next, block.label().id() + 1);
        }
        List<Block> blocks = new ArrayList<>();
        for (Block block : function.blocks()) {
            Label label = block.label();
            List<Variable> parameters = block.parameters();
            List<Statement> piece = new ArrayList<>();
            int size = 0;
            for (Statement statement : block.statements()) {
                int more = SizeEstimate.of(statement);
                if (size + more > limit && !piece.isEmpty()) {
                    Label following = new Label(next++, "part");
                    Terminator jump = new Terminator.Jump(new Successor(following, List.of()));
                    blocks.add(new Block(label, parameters, piece, jump, statement.position(), block.handlers()));
                    label = following;
                    parameters = List.of();
                    piece = new ArrayList<>();
                    size = 0;
                }
                piece.add(statement);
                size += more;
            }
            blocks.add(new Block(label, parameters, piece, block.terminator(), block.position(), block.handlers()));
        }
        return function.withBlocks(blocks);
    }
}
