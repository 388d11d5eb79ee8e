package dev.precis.pipeline.extract;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Identifier;
import dev.precis.pipeline.domain.KnownLabels;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.PostKey;
import dev.precis.pipeline.domain.PublicationDate;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.fields.FieldReader;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Makes a draft of the fields of one new summary. */
final class SummaryFields {
    private static final PublicationDate UNDATED = PublicationDate.of(YearMonth.of(1970, 1));
    private static final int NEAREST = 3;
    private static final String WHEN = "a month such as 2021-05 or May 2021, or a day such as 2021-05-14";

    private final Capture file;
    private final SourceProfile profile;
    private final KnownLabels known;
    private final WrittenDate writtenDate;

    SummaryFields(Capture file, SourceProfile profile, KnownLabels known) {
        this.known = known;
        this.file = file;
        this.profile = profile;
        this.writtenDate = new WrittenDate(Locale.forLanguageTag(profile.language()));
    }

    /**
     * A summary whose text is in its fields (JSON).
     *
     * @param alone whether it has the file to itself
     */
    Draft draft(FieldReader fields, boolean alone) {
        List<Passage> body = paragraphs(fields.texts("body", List.of()));
        List<Passage> implications = paragraphs(fields.texts("implications", List.of()));
        return draft(fields, MarkdownText.plain(body, implications), alone);
    }

    /** A summary whose text stands below its fields (Markdown); a heading that repeats the title is no paragraph. */
    Draft draft(FieldReader fields, MarkdownText text) {
        String title = Texts.key(fields.text("title", ""));
        boolean repeated = !text.body().isEmpty()
                && Texts.key(text.body().getFirst().text()).equals(title);
        return draft(fields, repeated ? text.withoutFirst() : text, true);
    }

    private Draft draft(FieldReader fields, MarkdownText text, boolean alone) {
        String title = Texts.normalise(fields.required("title", "the summary's title"));
        PublicationDate date = date(fields);
        boolean cited = fields.has("citation");
        List<Passage> citations = citations(fields, text.references());
        List<String> labels = Stream.concat(labels(fields, "topics"), labels(fields, "type"))
                .filter(label -> !label.isEmpty())
                .distinct()
                .toList();
        String author = Texts.normalise(fields.text("author", ""));
        fields.finish();
        Draft draft = new Draft(
                new Draft.Origin(profile.id(), file.address(), file.digest(), file.captured(), keys(alone)),
                Passage.of(title),
                date,
                citations,
                cited ? unplaced(text.references()) : List.of(),
                List.of(),
                unplaced(text.body()),
                unplaced(text.implications()),
                labels,
                author,
                List.of(),
                notices(text.body(), citations));
        return draft.withRich(text.rich());
    }

    /** Quotes count in the text of a page, and a file is none. */
    private static List<Passage> unplaced(List<Passage> passages) {
        return passages.stream().map(Passage::unplaced).toList();
    }

    private Stream<String> labels(FieldReader fields, String name) {
        return fields
                .texts(name, List.of(), label -> known.knows(Texts.normalise(label)) ? "" : unknown(label))
                .stream()
                .map(Texts::normalise);
    }

    private String unknown(String label) {
        List<String> nearest = known.nearest(label, NEAREST);
        return "'" + label + "' is no topic or type of research of this source, "
                + (nearest.isEmpty()
                        ? "which has none"
                        : "the nearest known are '" + String.join("', '", nearest) + "'");
    }

    /** A file of several summaries is the name of none of them. */
    private List<PostKey> keys(boolean alone) {
        if (!alone) {
            return List.of();
        }
        String path = String.valueOf(file.address().getPath());
        return List.of(new PostKey(PostKey.Kind.FILE, path.substring(path.lastIndexOf('/') + 1)));
    }

    private List<Notice> notices(List<Passage> body, List<Passage> citations) {
        List<Notice> notices = new ArrayList<>();
        String where = file.address().toString();
        if (citations.isEmpty()) {
            notices.add(Notice.warning("citation-missing", where, "neither citation nor doi is given"));
        }
        if (body.isEmpty()) {
            notices.add(Notice.warning("body-missing", where, "the summary has no text"));
        }
        return notices;
    }

    private PublicationDate date(FieldReader fields) {
        if (!fields.has("month") && !fields.has("date")) {
            fields.missing("month", WHEN + " (or a field 'date')");
        }
        PublicationDate month = fields.parsed("month", UNDATED, WHEN, writtenDate::parse);
        PublicationDate date = fields.parsed("date", UNDATED, WHEN, writtenDate::parse);
        boolean both = !month.equals(UNDATED) && !date.equals(UNDATED);
        if (both && !month.month().equals(date.month())) {
            String message = "expected a day of the month " + month.month() + ", found " + date;
            fields.flaw(fields.line("date"), "wrong-format", "date", message);
        }
        return date.equals(UNDATED) || (both && month.hasDay()) ? month : date;
    }

    /**
     * The citations as written, or else what stands under "References"; a DOI that none of them has follows the first,
     * as APA style prints it, or is one.
     */
    private static List<Passage> citations(FieldReader fields, List<Passage> references) {
        List<String> below = references.stream().map(Passage::text).toList();
        List<String> citations = new ArrayList<>(
                fields.texts("citation", below).stream().map(Texts::normalise).toList());
        String doi = fields.parsed(
                "doi",
                "",
                "a DOI such as 10.1037/pst0000361",
                text -> Identifier.Doi.of(text).value());
        boolean cited = citations.stream()
                .anyMatch(citation -> citation.toLowerCase(Locale.ROOT).contains(doi));
        if (!doi.isEmpty() && !cited) {
            String first = citations.isEmpty() ? "" : citations.removeFirst() + " ";
            citations.addFirst(first + "https://doi.org/" + doi);
        }
        return citations.stream().map(Passage::of).toList();
    }

    private static List<Passage> paragraphs(List<String> texts) {
        return texts.stream()
                .flatMap(text -> Arrays.stream(text.split("\\n\\s*\\n")))
                .map(Texts::normalise)
                .filter(text -> !text.isEmpty())
                .map(Passage::of)
                .toList();
    }
}
