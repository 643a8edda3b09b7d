package dev.fluxion.frontend;

/** Names of the source, made fit for listings: they stand before a number there, and are plain words. */
final class Names {
    private Names() {}

    /**
     * Returns the name with other characters than letters, digits, {@code _} and {@code $} replaced, and no digit last.
     */
    static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length() + 1);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean word = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '$' || c == '_';
            plain.append(word || c >= '0' && c <= '9' && i > 0 ? c : '_');
        }
        if (!name.isEmpty() && Character.isDigit(plain.charAt(plain.length() - 1))) {
            plain.append('_');
        }
        return plain.toString();
    }
}
