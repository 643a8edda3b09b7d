package dev.fluxion.diagnostic;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Finds the known name that someone probably meant. */
public final class Spelling {

    private Spelling() {}

    /**
     * Returns the known name nearest to the given one, or null if none is near: at most a third of its letters differ,
     * case apart.
     */
    public static @Nullable String nearest(String given, List<String> known) {
        String nearest = null;
        int best = Math.max(1, given.length() / 3) + 1;
        for (String name : known) {
            int distance = distance(lower(given), lower(name));
            if (distance < best) {
                best = distance;
                nearest = name;
            }
        }
        return nearest;
    }

    private static String lower(String text) {
        return text.toLowerCase(java.util.Locale.ROOT);
    }

    /** The number of letters to insert, delete, replace or swap with their neighbour; O(length squared). */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replace, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                boolean swap =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swap) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
