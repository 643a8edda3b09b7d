package dev.fluxion.ir.text;

/** Reads words, names, strings and marks one after the other; white space and comments between them do not count. */
final class Scanner {

    private final String text;
    private int at;

    Scanner(String text) {
        this.text = text;
    }

    /** Returns the offset of what comes next. */
    int offset() {
        skip();
        return at;
    }

    /** Returns what was taken since the offset. */
    String textAfter(int offset) {
        return text.substring(offset, at);
    }

    boolean isAtEnd() {
        skip();
        return at == text.length();
    }

    /** Returns the next character, or -1 at the end. */
    int peek() {
        skip();
        return at < text.length() ? text.charAt(at) : -1;
    }

    /** Takes the mark if it comes next. */
    boolean accept(String mark) {
        skip();
        if (!text.startsWith(mark, at)) {
            return false;
        }
        at += mark.length();
        return true;
    }

    /** Takes the character if it follows at once, without white space. */
    boolean acceptAdjacent(char c) {
        if (at >= text.length() || text.charAt(at) != c) {
            return false;
        }
        at++;
        return true;
    }

    /** Takes the word if it comes next as a whole. */
    boolean acceptWord(String word) {
        skip();
        int end = at + word.length();
        if (!text.startsWith(word, at) || end < text.length() && Text.isPart(text.charAt(end))) {
            return false;
        }
        at = end;
        return true;
    }

    void expect(String mark) {
        if (!accept(mark)) {
            throw expected("'" + mark + "'");
        }
    }

    void expectWord(String word) {
        if (!acceptWord(word)) {
            throw expected("'" + word + "'");
        }
    }

    /** Takes letters, digits, underscores and dollars. */
    String word(String what) {
        skip();
        int start = at;
        while (at < text.length() && Text.isPart(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw expected(what);
        }
        return text.substring(start, at);
    }

    /** Takes the name of a class or member, as it is or in quotes. */
    String symbol(String what) {
        if (peek() == '"') {
            return string();
        }
        int start = at;
        while (at < text.length() && (Text.isPart(text.charAt(at)) || "/<>".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (at == start) {
            throw expected(what);
        }
        return text.substring(start, at);
    }

    /** Takes letters, digits, underscores, dollars, dots and angle brackets, or a quoted text. */
    String dotted(String what) {
        if (peek() == '"') {
            return string();
        }
        int start = at;
        while (at < text.length() && (Text.isPart(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        if (at == start) {
            throw expected(what);
        }
        return text.substring(start, at);
    }

    /** Takes a field or method descriptor, as it is or in quotes. */
    String descriptor() {
        int start = offset();
        if (peek() == '"') {
            String quoted = string();
            if (!Text.isDescriptor(quoted)) {
                throw error(start, "expected a descriptor, found " + Text.quoted(quoted));
            }
            return quoted;
        }
        int end = Text.descriptorEnd(text, at);
        if (end < 0 || text.substring(at, end).indexOf('\n') >= 0) {
            throw expected("a descriptor");
        }
        at = end;
        return text.substring(start, end);
    }

    /** Takes a string in double quotes. */
    String string() {
        int start = offset();
        expect("\"");
        StringBuilder out = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
            char c = text.charAt(at++);
            out.append(c == '\\' ? escape(start) : c);
        }
        if (at >= text.length() || text.charAt(at) != '"') {
            throw error(start, "this string does not end on its line");
        }
        at++;
        return out.toString();
    }

    private char escape(int start) {
        char c = at < text.length() ? text.charAt(at++) : ' ';
        return switch (c) {
            case '"', '\\' -> c;
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'u' -> {
                int value = 0;
                for (int i = 0; i < 4; i++) {
                    int digit = at < text.length() ? Character.digit(text.charAt(at++), 16) : -1;
                    if (digit < 0) {
                        throw error(start, "this string has an escape that is not \\u and four hexadecimal digits");
                    }
                    value = value * 16 + digit;
                }
                yield (char) value;
            }
            default -> throw error(start, "this string has an unknown escape: \\" + c);
        };
    }

    /** Takes the characters of a number: sign, digits, point, exponent, suffix; or the name of a special one. */
    String number() {
        skip();
        int start = at;
        if (at < text.length() && text.charAt(at) == '-') {
            at++;
        }
        while (at < text.length() && isNumberPart(start)) {
            at++;
        }
        return text.substring(start, at);
    }

    private boolean isNumberPart(int start) {
        char c = text.charAt(at);
        boolean isAfterExponent = at > start && (text.charAt(at - 1) == 'E' || text.charAt(at - 1) == 'e');
        return Text.isPart(c) || c == '.' || (c == '-' || c == '+') && isAfterExponent;
    }

    /** Takes an integer that fits into 32 bits. */
    int integer() {
        int start = offset();
        String digits = number();
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException notInteger) {
            throw error(start, "expected an integer, found " + (digits.isEmpty() ? found(start) : digits));
        }
    }

    /** Returns the error that something else should come next. */
    ParseException expected(String what) {
        return error(offset(), "expected " + what + ", found " + found(at));
    }

    /** Returns an error at an offset. */
    ParseException error(int offset, String problem) {
        int line = 1;
        int start = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
            line++;
            start = i + 1;
        }
        return new ParseException(line, offset - start + 1, problem);
    }

    private String found(int start) {
        if (start == text.length()) {
            return "the end";
        }
        int end = start;
        while (end < text.length() && Text.isPart(text.charAt(end))) {
            end++;
        }
        return "'" + text.substring(start, Math.max(end, start + 1)) + "'";
    }

    private void skip() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ';') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
                at++;
            } else {
                return;
            }
        }
    }
}
