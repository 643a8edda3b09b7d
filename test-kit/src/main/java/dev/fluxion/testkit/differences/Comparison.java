package dev.fluxion.testkit.differences;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Derivatives beside those of finite differences: which are wrong, and a table to show it. */
public final class Comparison {

    /** Differences of floats know no more. */
    private static final double SINGLE = 1e-3;

    /** How many estimated errors a derivative may be away; the estimates are no bounds. */
    private static final int ERRORS = 10;

    private static final int ROWS = 8;
    private static final int GAP = 3;

    private final String what;
    private final double relative;
    private final double absolute;
    private final List<Row> rows = new ArrayList<>();

    /**
     * A derivative and what it should be.
     *
     * @param name in what, such as {@code x[2]}
     * @param actual the derivative under test
     * @param expected that of finite differences
     */
    public record Row(String name, double actual, Estimate expected) {

        /** Returns the difference relative to the larger of the two; 0 if both are zero. */
        public double relativeDifference() {
            double size = Math.max(Math.abs(actual), Math.abs(expected.value()));
            return size == 0 ? 0 : Math.abs(actual - expected.value()) / size;
        }
    }

    /**
     * Starts a table.
     *
     * @param what what the derivatives under test are, such as "cotangent"
     * @param relative the tolerance, relative to the larger of the two
     * @param absolute the tolerance where they are small
     * @param isSingle whether floats are involved, of which differences know no more than three digits
     */
    public Comparison(String what, double relative, double absolute, boolean isSingle) {
        this.what = what;
        this.relative = isSingle ? Math.max(SINGLE, relative) : relative;
        this.absolute = isSingle ? Math.max(SINGLE, absolute) : absolute;
    }

    /** Adds a row. */
    public void add(String name, double actual, Estimate expected) {
        rows.add(new Row(name, actual, expected));
    }

    /** Returns all rows. */
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** Returns the rows that are wrong for certain. */
    public List<Row> wrong() {
        List<Row> wrong = new ArrayList<>();
        for (Row row : rows) {
            if (isWrong(row)) {
                wrong.add(row);
            }
        }
        return wrong;
    }

    /** Returns the rows of which nothing can be said, since differences do not know enough digits. */
    public List<Row> unsure() {
        List<Row> unsure = new ArrayList<>();
        for (Row row : rows) {
            if (!isWrong(row) && !row.expected.isWithin(relative, absolute)) {
                unsure.add(row);
            }
        }
        return unsure;
    }

    /** Returns a tolerance with which something could be said about some rows. */
    public static double tolerance(List<Row> rows) {
        double worst = 0;
        for (Row row : rows) {
            worst = Math.max(worst, row.expected.error() / (1 + Math.abs(row.expected.value())));
        }
        return worst;
    }

    private boolean isWrong(Row row) {
        if (Double.isInfinite(row.expected.error())) {
            return false;
        }
        double size = Math.max(Math.abs(row.expected.value()), Math.abs(row.actual));
        double distance = Math.abs(row.actual - row.expected.value());
        return !(distance <= absolute + relative * size + ERRORS * row.expected.error());
    }

    /** Returns some rows as a table, the first of them if they are many. */
    public String table(List<Row> shown) {
        List<String[]> lines = new ArrayList<>();
        lines.add(new String[] {"", what, "finite differences", "relative difference"});
        for (Row row : shown.subList(0, Math.min(ROWS, shown.size()))) {
            lines.add(new String[] {row.name, number(row.actual), expected(row), rough(row.relativeDifference())});
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
        String value = number(row.expected.value());
        boolean isExact = row.expected.isWithin(relative, absolute);
        return isExact ? value : value + " ± " + rough(row.expected.error());
    }

    /** Returns a number with ten digits, so that what is rounding does not show. */
    public static String number(double number) {
        if (number == 0 || !Double.isFinite(number)) {
            return number == 0 ? "0" : Double.toString(number);
        }
        String rounded = Double.toString(new BigDecimal(number).round(new MathContext(10)).doubleValue());
        return rounded.endsWith(".0") ? rounded.substring(0, rounded.length() - 2) : rounded;
    }

    /** Returns the size of a number, with two digits. */
    public static String rough(double number) {
        return number == 0 ? "0" : String.format(Locale.ROOT, "%.1e", number);
    }
}
