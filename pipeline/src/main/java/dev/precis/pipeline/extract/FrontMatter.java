package dev.precis.pipeline.extract;

import dev.precis.pipeline.fields.MalformedDocumentException;
import java.util.List;

/**
 * A Markdown file's YAML between two lines of three hyphens, as Jekyll has it, and the text below.
 *
 * @param firstLine of the fields, counted from 1
 */
record FrontMatter(String fields, int firstLine, String body) {

    /** @param text with line feeds only */
    static FrontMatter split(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        int open = 0;
        while (open < lines.size() && lines.get(open).isBlank()) {
            open++;
        }
        if (open == lines.size() || !lines.get(open).stripTrailing().equals("---")) {
            throw new MalformedDocumentException(
                    open == lines.size() ? 1 : open + 1,
                    "expected front matter: a line ---, fields such as title and month, a line ---");
        }
        for (int close = open + 1; close < lines.size(); close++) {
            String line = lines.get(close).stripTrailing();
            if (line.equals("---") || line.equals("...")) {
                return new FrontMatter(
                        String.join("\n", lines.subList(open + 1, close)),
                        open + 2,
                        String.join("\n", lines.subList(close + 1, lines.size())));
            }
        }
        throw new MalformedDocumentException(open + 1, "the front matter has no end, expected a second line ---");
    }
}
