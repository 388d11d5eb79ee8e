package dev.precis.pipeline.extract;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.KnownLabels;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.fields.Documents;
import dev.precis.pipeline.fields.FieldReader;
import dev.precis.pipeline.fields.Flaw;
import dev.precis.pipeline.fields.MalformedDocumentException;
import dev.precis.pipeline.fields.Value;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a new summary that someone wrote, Markdown with front matter or JSON, into a draft. */
public final class SummaryFileExtractor {
    private final KnownLabels known;

    /** An extractor that leaves it to others to look labels up. */
    public SummaryFileExtractor() {
        this(KnownLabels.ALL);
    }

    /** @param known labels of topics and types of research: a file with another one is refused */
    public SummaryFileExtractor(KnownLabels known) {
        this.known = known;
    }

    /**
     * What a file says.
     *
     * @param drafts its summaries
     * @param problems why the file is refused, each with line and field; empty if it is not
     */
    public record Reading(List<Draft> drafts, List<Notice> problems) {
        public Reading {
            drafts = List.copyOf(drafts);
            problems = List.copyOf(problems);
        }
    }

    /** Reads one file; its address or content type tells JSON from Markdown, its first character otherwise. */
    public Reading read(Capture file, SourceProfile profile) {
        List<Flaw> flaws = new ArrayList<>();
        List<Draft> drafts = new ArrayList<>();
        SummaryFields summary = new SummaryFields(file, profile, known);
        String text = Charsets.decode(file.content(), "").replace("\r\n", "\n").replace('\r', '\n');
        try {
            if (isJson(file, text)) {
                drafts.addAll(json(Documents.json(text), summary, flaws));
            } else {
                markdown(text, profile, summary, flaws).ifPresent(drafts::add);
            }
        } catch (MalformedDocumentException e) {
            flaws.add(e.flaw());
        }
        String name = name(file.address());
        return new Reading(
                flaws.isEmpty() ? drafts : List.of(),
                flaws.stream()
                        .map(flaw -> Notice.violation(flaw.code(), name + ":" + flaw.line(), flaw.message()))
                        .toList());
    }

    private static boolean isJson(Capture file, String text) {
        String name = name(file.address());
        return name.endsWith(".json")
                || file.contentType().contains("json")
                || (!name.matches(".*\\.(?:md|markdown)") && text.stripLeading().matches("(?s)[{\\[].*"));
    }

    private static List<Draft> json(Value document, SummaryFields summary, List<Flaw> flaws) {
        List<Value> records = document instanceof Value.Sequence list ? list.items() : List.of(document);
        List<Draft> drafts = new ArrayList<>();
        if (records.isEmpty()) {
            flaws.add(new Flaw(document.line(), "wrong-type", "expected a summary or a list of them, found none"));
        }
        for (int i = 0; i < records.size(); i++) {
            String path = document instanceof Value.Sequence ? "[" + i + "]." : "";
            if (records.get(i) instanceof Value.Mapping fields) {
                drafts.add(summary.draft(new FieldReader(fields, path, flaws::add), records.size() == 1));
            } else {
                String found = records.get(i).description();
                String message = "expected a summary: fields such as title and month, found " + found;
                flaws.add(new Flaw(records.get(i).line(), "wrong-type", message));
            }
        }
        return drafts;
    }

    private static Optional<Draft> markdown(
            String text, SourceProfile profile, SummaryFields summary, List<Flaw> flaws) {
        FrontMatter parts = FrontMatter.split(text);
        if (Documents.yaml(parts.fields(), parts.firstLine()) instanceof Value.Mapping fields) {
            MarkdownText body =
                    MarkdownText.parse(parts.body(), profile.labels().implications());
            return Optional.of(summary.draft(new FieldReader(fields, "", flaws::add), body));
        }
        flaws.add(new Flaw(parts.firstLine(), "wrong-type", "expected fields such as title and month between the ---"));
        return Optional.empty();
    }

    /** The file's name, which is what its writer knows it by; the address of what was no file. */
    private static String name(URI address) {
        return "file".equals(address.getScheme())
                ? Path.of(address).getFileName().toString()
                : address.toString();
    }
}
