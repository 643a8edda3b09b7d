package dev.fluxion.cli.catalog;

/**
 * What stands for the classes of a package, {@code com.acme.audit.*}, or of all below it as well, {@code
 * com.acme.audit.**}.
 *
 * @param text how it is written
 */
record PackagePattern(String text) {

    private static final String ALL_BELOW = ".**";

    /** Returns the pattern for what {@code @Rules} names. */
    static PackagePattern of(String named) {
        return new PackagePattern(named.endsWith(ALL_BELOW) ? named : named + ".*");
    }

    /** Returns whether an owner of methods is such a pattern. */
    static boolean isPattern(String owner) {
        return owner.endsWith(".*") || owner.endsWith(ALL_BELOW);
    }

    private String prefix() {
        return text.substring(0, text.lastIndexOf('.'));
    }

    /** Returns whether a class, by its full name, is in such a package. */
    boolean covers(String className) {
        int end = className.lastIndexOf('.');
        String name = end < 0 ? "" : className.substring(0, end);
        return name.equals(prefix()) || text.endsWith(ALL_BELOW) && name.startsWith(prefix() + ".");
    }

    /**
     * Returns whether a rule for methods of these classes may be one for what is asked about: a method, a class, or a
     * method of a class, of which nobody has looked whether they are there.
     *
     * @param name the name of the methods, or a star
     * @param part what is asked about; a class is told by its capital letter
     */
    boolean matches(String name, String part) {
        int end = part.lastIndexOf('.');
        String last = part.substring(Math.min(end + 1, part.length() - 1));
        boolean isOfThese = part.equals(prefix()) || covers(part);
        if (Character.isUpperCase(last.charAt(0)) || !hasClass(part)) {
            return isOfThese || name.equals(part); // a class or a package, or a method alone
        }
        boolean isWithoutPackage = part.indexOf('.') == end;
        return (name.equals(last) || name.equals("*"))
                && (covers(part.substring(0, end)) || isWithoutPackage && name.equals(last));
    }

    private static boolean hasClass(String part) {
        for (String segment : part.split("\\.", -1)) {
            if (!segment.isEmpty() && Character.isUpperCase(segment.charAt(0))) {
                return true;
            }
        }
        return false;
    }
}
