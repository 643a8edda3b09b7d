package dev.fluxion.ir.text;

/** Characters: which names stand as they are, and how the others and strings are quoted. */
final class Text {

    private static final String HEX = "0123456789abcdef";

    private Text() {}

    /** Returns whether the name is a Java identifier in ASCII. */
    static boolean isIdentifier(String name) {
        return !name.isEmpty() && !isDigit(name.charAt(0)) && all(name, "");
    }

    /** Returns whether the name is made of identifiers, slashes and angle brackets, so that it needs no quotes. */
    static boolean isSymbol(String name) {
        return !name.isEmpty() && !isDigit(name.charAt(0)) && all(name, "/<>");
    }

    /** Returns whether the text is a field or method descriptor and needs no quotes. */
    static boolean isPlainDescriptor(String text) {
        return isDescriptor(text) && all(text, "/<>;[()");
    }

    /** Returns whether the text is a field or method descriptor. */
    static boolean isDescriptor(String text) {
        return descriptorEnd(text, 0) == text.length();
    }

    /** Returns where the field or method descriptor at {@code start} ends, or -1 if there is none. */
    static int descriptorEnd(String text, int start) {
        if (start >= text.length() || text.charAt(start) != '(') {
            return fieldEnd(text, start);
        }
        int at = start + 1;
        while (at >= 0 && at < text.length() && text.charAt(at) != ')') {
            at = fieldEnd(text, at);
        }
        if (at < 0 || at + 1 >= text.length()) {
            return -1;
        }
        return text.charAt(at + 1) == 'V' ? at + 2 : fieldEnd(text, at + 1);
    }

    private static int fieldEnd(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) == '[') {
            at++;
        }
        if (at >= text.length()) {
            return -1;
        }
        if (text.charAt(at) == 'L') {
            int end = text.indexOf(';', at);
            return end > at + 1 ? end + 1 : -1;
        }
        return "ZBSCIJFD".indexOf(text.charAt(at)) >= 0 ? at + 1 : -1;
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** Returns whether the character may stand in an identifier after its start. */
    static boolean isPart(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || c == '_' || c == '$';
    }

    /** Returns the text in double quotes, with all but printable ASCII escaped. */
    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c >= ' ' && c <= '~') {
                        out.append(c);
                    } else {
                        out.append("\\u");
                        for (int shift = 12; shift >= 0; shift -= 4) {
                            out.append(HEX.charAt(c >> shift & 15));
                        }
                    }
                }
            }
        }
        return out.append('"').toString();
    }

    private static boolean all(String text, String others) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPart(text.charAt(i)) && others.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
