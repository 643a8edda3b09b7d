import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Checks or applies the format of all Java sources: google-java-format, four spaces, 120 columns.
 *
 * <p>A program of its own because the formatter parses with the javac it runs on: it needs the toolchain's JDK, also
 * where Maven runs on an older one, whose javac does not know record patterns. See docs/decisions/0001-build.md.
 */
final class Format {

    private static final Set<String> SKIPPED = Set.of("target", "resources", ".git", ".mvn", ".idea");

    private static final Style STYLE = Style.AOSP.toBuilder().maxLineLength(120).build();

    private static final Formatter FORMATTER = new Formatter(JavaFormatterOptions.builder().style(STYLE).build());

    public static void main(String[] args) throws IOException {
        if (args.length != 1 || !Set.of("check", "apply").contains(args[0])) {
            System.err.println("usage: Format check|apply, from the project's root");
            System.exit(2);
        }
        var apply = args[0].equals("apply");
        var wrong = new ArrayList<Path>();
        for (var file : sources()) {
            var source = Files.readString(file);
            var formatted = format(file, source);
            if (formatted.equals(source)) continue;
            if (apply) {
                Files.writeString(file, formatted);
                System.out.println("formatted " + file);
            } else {
                wrong.add(file);
            }
        }
        if (!wrong.isEmpty()) {
            wrong.forEach(file -> System.err.println("not formatted: " + file));
            System.err.println("to format them: mvn -q -N verify -Dformat=apply");
            System.exit(1);
        }
    }

    private static String format(Path file, String source) {
        try {
            return FORMATTER.formatSourceAndFixImports(source.replace("\r\n", "\n"));
        } catch (FormatterException e) {
            System.err.println(file + ":" + e.getMessage());
            System.exit(1);
            throw new AssertionError(e);
        }
    }

    private static List<Path> sources() throws IOException {
        var sources = new ArrayList<Path>();
        Files.walkFileTree(
                Path.of(""),
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                        return SKIPPED.contains(directory.getFileName().toString())
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (file.toString().endsWith(".java")) sources.add(file);
                        return FileVisitResult.CONTINUE;
                    }
                });
        sources.sort(null);
        return sources;
    }
}
