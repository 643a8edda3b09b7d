package dev.fluxion.arch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Links between the pages of the documentation, and from them to sources, lead to files that exist. */
final class DocumentationTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ +(.*)$", Pattern.MULTILINE);

    private static final Pattern FACT = Pattern.compile("\\bF(\\d{3})\\b");

    @Test
    void linksLeadToFilesAndHeadings() throws IOException {
        List<String> dead = new ArrayList<>();
        int links = 0;
        for (Path page : pages()) {
            Matcher link = LINK.matcher(withoutCode(Files.readString(page)));
            while (link.find()) {
                String target = link.group(1);
                if (!target.contains("://") && !target.startsWith("mailto:")) {
                    links++;
                    if (!leadsSomewhere(page, target)) {
                        dead.add(ROOT.relativize(page) + ": " + target);
                    }
                }
            }
        }
        assertThat(links).as("links that were looked at").isGreaterThan(100);
        assertThat(dead).isEmpty();
    }

    /** Each row of the table of Zygote's functions names a test, and each fact named there is one of its methods. */
    @Test
    void rowsOfTheTableOfZygotesFunctionsLinkToTests() throws IOException {
        Path page = ROOT.resolve("docs/zygote.md");
        int rows = 0;
        Set<String> missing = new TreeSet<>();
        for (String line : Files.readAllLines(page)) {
            if (line.startsWith("| `")) {
                rows++;
                List<String> tests = tests(page, line);
                if (tests.isEmpty()) {
                    missing.add(line.substring(0, line.indexOf('|', 1)));
                }
                Matcher fact = FACT.matcher(line);
                while (fact.find()) {
                    String method = "void f" + fact.group(1);
                    assertThat(tests).as("%s in a test of: %s", method, line).anyMatch(test -> test.contains(method));
                }
            }
        }
        assertThat(rows).isGreaterThan(40);
        assertThat(missing).isEmpty();
    }

    private static List<String> tests(Path page, String line) throws IOException {
        List<String> tests = new ArrayList<>();
        Matcher link = LINK.matcher(line);
        while (link.find()) {
            Path file = page.resolveSibling(link.group(1)).normalize();
            if (file.getFileName().toString().endsWith("Test.java")) {
                tests.add(Files.readString(file));
            }
        }
        return tests;
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !ROOT.relativize(file).toString().matches("(.*/)?(target|\\..*|src)/.*"))
                    .sorted()
                    .toList();
        }
    }

    private static String withoutCode(String page) {
        return page.replaceAll("(?s)```.*?```", "").replaceAll("`[^`\n]*`", "`");
    }

    private static boolean leadsSomewhere(Path page, String target) throws IOException {
        int hash = target.indexOf('#');
        String path = hash < 0 ? target : target.substring(0, hash);
        Path file = path.isEmpty() ? page : page.resolveSibling(path).normalize();
        if (!Files.exists(file)) {
            return false;
        }
        return hash < 0
                || !file.toString().endsWith(".md")
                || anchors(Files.readString(file)).contains(target.substring(hash + 1));
    }

    /** What headings are called in links: small letters, hyphens for spaces, no punctuation. */
    private static List<String> anchors(String page) {
        List<String> anchors = new ArrayList<>();
        Matcher heading = HEADING.matcher(page);
        while (heading.find()) {
            anchors.add(
                    heading.group(1)
                            .strip()
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("[^\\p{L}\\p{N} _-]", "")
                            .replace(' ', '-'));
        }
        return anchors;
    }
}
