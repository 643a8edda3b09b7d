package dev.fluxion.testkit.gradcheck;

import dev.fluxion.testkit.differences.Comparison;
import dev.fluxion.testkit.differences.Comparison.Row;

import java.util.List;

/**
 * A gradient beside finite differences.
 *
 * @param value the function's value
 * @param rows the components: Fluxion's, and that of differences with an estimate of its error
 */
public record GradientReport(double value, List<Row> rows) {

    /** Errors of differences below this are not shown. */
    private static final double SETTLED = 1e-7;

    /** Copies what it is given. */
    public GradientReport {
        rows = List.copyOf(rows);
    }

    /** Returns the component that is furthest from that of differences, relatively; the first, if all are equal. */
    public Row worst() {
        if (rows.isEmpty()) {
            throw new IllegalStateException("a gradient without components");
        }
        Row worst = rows.getFirst();
        for (Row row : rows) {
            worst = row.relativeDifference() > worst.relativeDifference() ? row : worst;
        }
        return worst;
    }

    /** Returns the components as a table. */
    @Override
    public String toString() {
        return new Comparison("gradient", SETTLED, SETTLED, false).table(rows);
    }
}
