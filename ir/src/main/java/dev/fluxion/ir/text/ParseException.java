package dev.fluxion.ir.text;

/** Says where a text is not the text of a function, and what was expected there. */
public final class ParseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    ParseException(int line, int column, String problem) {
        super(line + ":" + column + ": " + problem);
        this.line = line;
        this.column = column;
    }

    /** Returns the line, from 1. */
    public int line() {
        return line;
    }

    /** Returns the column, from 1. */
    public int column() {
        return column;
    }
}
