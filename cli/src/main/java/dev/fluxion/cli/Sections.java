package dev.fluxion.cli;

import java.util.ArrayList;
import java.util.List;

/** Titled blocks of text, as text or as one page of HTML. */
final class Sections {

    private record Section(String title, String body) {}

    private final String title;
    private final List<Section> sections = new ArrayList<>();

    Sections(String title) {
        this.title = title;
    }

    void add(String heading, String body) {
        sections.add(new Section(heading, body.stripTrailing()));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (Section section : sections) {
            text.append("== ").append(section.title()).append('\n').append(section.body()).append("\n\n");
        }
        return text.substring(0, Math.max(0, text.length() - 1));
    }

    String html() {
        StringBuilder text =
                new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>");
        text.append(escaped(title)).append("</title>\n<style>\n");
        text.append("body { font-family: sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; }\n");
        text.append("pre { background: #f5f5f5; padding: 1em; overflow-x: auto; }\n</style>\n<h1>");
        text.append(escaped(title)).append("</h1>\n");
        for (Section section : sections) {
            text.append("<h2>").append(escaped(section.title())).append("</h2>\n<pre>");
            text.append(escaped(section.body())).append("</pre>\n");
        }
        return text.append("</html>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
