package dev.fluxion.engine.listing;

import dev.fluxion.diagnostic.TapedLine;
import dev.fluxion.ir.Block;
import dev.fluxion.ir.Function;
import dev.fluxion.ir.Position;
import dev.fluxion.ir.Program;
import dev.fluxion.ir.Statement;
import dev.fluxion.ir.Value;
import dev.fluxion.ir.Variable;
import dev.fluxion.ir.analysis.Cfg;
import dev.fluxion.ir.analysis.Definitions;
import dev.fluxion.ir.analysis.Dominators;
import dev.fluxion.ir.analysis.Loops;
import dev.fluxion.ir.op.Op;
import dev.fluxion.ir.type.PrimitiveType;
import dev.fluxion.ir.type.Type;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each line of the source leaves on the tape of a derivative. */
public final class TapedLines {

    private TapedLines() {}

    private record Place(Position position, int loops) {}

    /** Returns the lines, what is in more loops first, then what leaves more. */
    public static List<TapedLine> of(Program program) {
        Map<Place, Integer> bytes = new LinkedHashMap<>();
        program.functions().values().forEach(function -> add(function, bytes));
        List<TapedLine> lines = new ArrayList<>();
        bytes.forEach((place, count) -> lines.add(new TapedLine(place.position.toString(), count, place.loops)));
        lines.sort(
                Comparator.comparingInt(TapedLine::loops)
                        .thenComparingInt(TapedLine::bytes)
                        .reversed()
                        .thenComparing(TapedLine::source));
        return lines;
    }

    private static void add(Function function, Map<Place, Integer> bytes) {
        Definitions definitions = Definitions.of(function);
        Loops loops = Loops.of(Dominators.of(Cfg.of(function)));
        for (Block block : function.blocks()) {
            for (Statement statement : block.statements()) {
                if (statement.op() instanceof Op.TapePush push) {
                    Position position = computed(push.value(), definitions);
                    Position place = position.isKnown() ? position : statement.position();
                    Position alone =
                            new Position(
                                    place.className(),
                                    place.method(),
                                    place.file(),
                                    place.line(),
                                    java.util.Optional.empty());
                    bytes.merge(new Place(alone, loops.depth(block.label())), size(push.value().type()), Integer::sum);
                }
            }
        }
    }

    /** Where a value is computed, which may be before it is known to be needed. */
    private static Position computed(Value value, Definitions definitions) {
        Statement statement = value instanceof Variable variable ? definitions.statement(variable) : null;
        return statement == null ? Position.NONE : statement.position();
    }

    private static int size(Type type) {
        return type == PrimitiveType.F64 || type == PrimitiveType.I64 ? Double.BYTES : Integer.BYTES;
    }
}
