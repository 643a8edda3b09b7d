package dev.fluxion.testkit.rules;

import dev.fluxion.testkit.differences.Estimate;

import java.util.ArrayList;
import java.util.List;

/** Numbers of a rule beside those of finite differences, and what is wrong with them. */
final class Comparison {

    /** Differences of floats know no more. */
    private static final double SINGLE = 1e-3;

    private static final int ROWS = 8;
    private static final int GAP = 3;

    private final Trial trial;
    private final String what;
    private final double relative;
    private final double absolute;
    private final List<Row> rows = new ArrayList<>();

    private record Row(String name, double actual, Estimate expected) {

        double distance() {
            return Math.abs(actual - expected.value());
        }

        double relative() {
            double size = Math.max(Math.abs(actual), Math.abs(expected.value()));
            return size == 0 ? 0 : distance() / size;
        }
    }

    /**
     * Starts a table.
     *
     * @param what what the rule's numbers are, such as "cotangent"
     * @param isSingle whether floats are involved
     */
    Comparison(Trial trial, String what, boolean isSingle) {
        this.trial = trial;
        this.what = what;
        this.relative = isSingle ? Math.max(SINGLE, trial.settings.relative()) : trial.settings.relative();
        this.absolute = isSingle ? Math.max(SINGLE, trial.settings.absolute()) : trial.settings.absolute();
    }

    void add(String name, double actual, Estimate expected) {
        rows.add(new Row(name, actual, expected));
    }

    /**
     * Fails if a number is not that of the differences, or if these do not know it well enough.
     *
     * @param headline what to say is wrong
     * @param hint what may be wrong with such a number
     * @param details what to say beside the table
     */
    void require(String headline, String hint, String details) {
        List<Row> wrong = new ArrayList<>();
        List<Row> unsure = new ArrayList<>();
        for (Row row : rows) {
            if (!Double.isInfinite(row.expected.error()) && isWrong(row)) {
                wrong.add(row);
            } else if (!row.expected.isWithin(relative, absolute)) {
                unsure.add(row);
            }
        }
        if (!wrong.isEmpty()) {
            throw trial.failure(headline, hint, details, table(wrong));
        }
        if (!unsure.isEmpty()) {
            throw trial.failure(
                    "finite differences do not know enough digits here to judge it",
                    details,
                    table(unsure),
                    "try: a point further from poles and kinks, or within(" + Show.rough(worst(unsure)) + ")");
        }
    }

    private boolean isWrong(Row row) {
        double size = Math.max(Math.abs(row.expected.value()), Math.abs(row.actual));
        return !(row.distance() <= absolute + relative * size + 10 * row.expected.error());
    }

    private static double worst(List<Row> rows) {
        double worst = 0;
        for (Row row : rows) {
            worst = Math.max(worst, row.expected.error() / (1 + Math.abs(row.expected.value())));
        }
        return worst;
    }

    private String table(List<Row> shown) {
        List<String[]> lines = new ArrayList<>();
        lines.add(new String[] {"", what, "finite differences", "relative difference"});
        for (Row row : shown.subList(0, Math.min(ROWS, shown.size()))) {
            String difference = Show.rough(row.relative());
            lines.add(new String[] {row.name, Show.number(row.actual), expected(row), difference});
        }
        int[] widths = new int[lines.getFirst().length];
        for (String[] line : lines) {
            for (int i = 0; i < line.length; i++) {
                widths[i] = Math.max(widths[i], line[i].length() + GAP);
            }
        }
        StringBuilder text = new StringBuilder();
        for (String[] line : lines) {
            StringBuilder row = new StringBuilder();
            for (int i = 0; i < line.length; i++) {
                row.append(line[i]).append(" ".repeat(widths[i] - line[i].length()));
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
        if (shown.size() > ROWS) {
            text.append("and ").append(shown.size() - ROWS).append(" more\n");
        }
        return text.toString().stripTrailing();
    }

    private String expected(Row row) {
        String value = Show.number(row.expected.value());
        boolean isExact = row.expected.isWithin(relative, absolute);
        return isExact ? value : value + " ± " + Show.rough(row.expected.error());
    }
}
