package dev.precis.pipeline.map;

import dev.precis.ontology.Precis;
import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.Citation.Field;
import dev.precis.pipeline.domain.CitationField;
import dev.precis.pipeline.domain.Claim;
import dev.precis.pipeline.domain.Contributor;
import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Finding;
import dev.precis.pipeline.domain.Finding.Reported;
import dev.precis.pipeline.domain.Identifier;
import dev.precis.pipeline.domain.Implication;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.PublicationDate;
import dev.precis.pipeline.domain.Relation;
import dev.precis.pipeline.domain.Remark;
import dev.precis.pipeline.domain.Span;
import dev.precis.pipeline.domain.Statistic;
import dev.precis.pipeline.domain.Statistic.Attachment;
import dev.precis.pipeline.domain.Statistic.Quantity;
import dev.precis.pipeline.domain.Summary;
import dev.precis.pipeline.domain.Topic;
import dev.precis.pipeline.domain.Trust;
import dev.precis.pipeline.domain.WorkType;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A summary in which everything is known that can be, each kind of number and attachment once. */
final class FullSummary {
    private static final String LEAD = "Naps are old.";
    private static final String FIRST = "Naps were better than tea for mood, d = 0.4 to 0.6.";
    private static final String SECOND = "About 120 patients took part in 3 trials.";
    private static final int BODY = 100;
    private static final int SENTENCE = BODY + LEAD.length();

    private FullSummary() {}

    static Summary summary() {
        return from(URI.create("https://sleep-letter.example/letter/naps"));
    }

    /** @param address of the page that it was read from */
    static Summary from(URI address) {
        Draft draft = new Draft(
                new Draft.Origin(
                        "sleep-letter",
                        address,
                        "c".repeat(64),
                        Optional.of(Instant.parse("2024-06-01T10:20:30.456Z"))),
                new Passage("Naps at Noon", 0),
                PublicationDate.of(YearMonth.of(2024, 5)),
                List.of(Passage.of("as printed")),
                List.of(new Passage("A series on naps.", 80)),
                // the second begins where the first ends
                List.of(new Passage(LEAD, BODY), new Passage(FIRST + " " + SECOND, SENTENCE)),
                List.of(new Passage("Nap. Then work.", 400)),
                List.of("Naps"),
                "Ann Author",
                List.of(Notice.warning("label-unknown", "page.html", "The source says \"Naps\".")));
        return new Summary(
                draft,
                List.of(chapter(), article(), book(), Citation.unread("see the handbook")),
                List.of(),
                List.of(new Topic(concept("topic/naps"), 1)),
                List.of(new Topic(concept("type/trial"), 1)),
                List.of(new Topic(concept("topic/mood"), 0.876), new Topic(concept("topic/tea"), 0.5)),
                List.of(result(), sample()),
                List.of(
                        new Implication(new Passage("Nap.", 400), 1),
                        new Implication(new Passage("Then work.", 405), 1)));
    }

    private static URI concept(String name) {
        return URI.create("http://localhost:3030/sleep-letter/" + name);
    }

    private static Citation chapter() {
        Map<CitationField, Field> fields = new EnumMap<>(CitationField.class);
        for (CitationField field : CitationField.values()) {
            fields.put(field, new Field("the " + field.csl(), 0, 0));
        }
        fields.put(CitationField.PAGE, new Field("11–25", 0, 0));
        return citation(
                WorkType.CHAPTER,
                List.of(new Contributor("Almqvist", "R.", ""), new Contributor("Zu Nap", "B. C.", "Jr.")),
                List.of(new Contributor("Editor", "E.", ""), new Contributor("American Nap Society", "", "")),
                new Citation.Issued(2023, 4, 5),
                fields,
                List.of(
                        new Identifier.Doi("10.5555/a[b]%é-(c)"),
                        new Identifier.Pmid("123"),
                        new Identifier.ArxivId("2301.00001v2"),
                        new Identifier.Isbn("9780000000002"),
                        new Identifier.WebAddress(URI.create("https://naps.example/chapter"))),
                new Trust(0.4, false, List.of("the place is odd", "so is the page")));
    }

    private static Citation article() {
        return citation(
                WorkType.ARTICLE,
                List.of(new Contributor("Quill", "M.", "")),
                List.of(),
                new Citation.Issued(2022, 11, 0),
                Map.of(
                        CitationField.TITLE, new Field("Twenty minutes", 0, 0),
                        CitationField.PAGE, new Field("e12", 0, 0),
                        CitationField.CONTAINER_TITLE, new Field("Journal of Invented Sleep Studies", 0, 0)),
                List.of(new Identifier.Doi("10.5555/twenty")),
                new Trust(1, true, List.of()));
    }

    private static Citation book() {
        return citation(
                WorkType.BOOK,
                List.of(),
                List.of(),
                new Citation.Issued(998, 0, 0),
                Map.of(CitationField.TITLE, new Field("On Sleep", 0, 0)),
                List.of(),
                new Trust(1, true, List.of()));
    }

    private static Citation citation(
            WorkType type,
            List<Contributor> authors,
            List<Contributor> editors,
            Citation.Issued issued,
            Map<CitationField, Field> fields,
            List<Identifier> identifiers,
            Trust trust) {
        return new Citation(
                "as printed: " + type,
                type,
                authors,
                authors.size() > 1 ? 1 : Citation.COMPLETE,
                editors,
                issued,
                fields,
                identifiers,
                new Citation.Places(
                        Collections.nCopies(authors.size(), Span.NONE),
                        Collections.nCopies(editors.size(), Span.NONE),
                        Span.NONE,
                        Collections.nCopies(identifiers.size(), Span.NONE)),
                List.of(),
                trust);
    }

    private static Finding result() {
        Statistic estimate = new Statistic.Estimate(
                printed("d = 0.4 to 0.6"),
                type("cohens-d"),
                new Quantity(Relation.EQUAL, number("0.40"), number("0.6")),
                "points",
                List.of(
                        new Attachment.Interval(
                                Attachment.Interval.Kind.CONFIDENCE,
                                number("0.95"),
                                number("0.1"),
                                number("0.9"),
                                false),
                        new Attachment.Probability(Relation.LESS, number("0.01"), true),
                        new Attachment.StandardError(number("0.2")),
                        new Attachment.StandardDeviation(number("0")),
                        new Attachment.DegreesOfFreedom(List.of(number("2"), number("58"))),
                        new Attachment.SampleSize(number("60")),
                        new Attachment.Studies(number("3"))));
        Statistic bare = new Statistic.Estimate(
                printed("mood"),
                type("mean"),
                Quantity.of(Relation.ABOUT, number("100")),
                "",
                List.of(
                        new Attachment.Interval(
                                Attachment.Interval.Kind.CONFIDENCE, number("0"), number("-1"), number("1"), false),
                        new Attachment.Probability(Relation.EQUAL, number("1"), false),
                        new Attachment.StandardError(number("-0.2")),
                        new Attachment.DegreesOfFreedom(List.of(number("7.5")))));
        return new Finding(
                new Passage(FIRST, SENTENCE),
                List.of(
                        new Reported(
                                estimate,
                                Finding.Role.RESULT,
                                new Claim(
                                        printed("Naps"),
                                        Passage.of("no treatment"),
                                        List.of(printed("mood")),
                                        Passage.of("noon"),
                                        Passage.of("adults"),
                                        Claim.Favours.PREDICTOR)),
                        new Reported(bare, Finding.Role.BACKGROUND, Claim.NONE),
                        new Reported(
                                new Statistic.Ratio(
                                        printed("one in three"),
                                        type("ratio"),
                                        Relation.ABOUT,
                                        number("1"),
                                        number("3")),
                                Finding.Role.RESULT,
                                Claim.NONE),
                        new Reported(
                                new Statistic.BareProbability(
                                        printed("p < .05"),
                                        type("p"),
                                        new Attachment.Probability(Relation.LESS, number("0.05"), true)),
                                Finding.Role.RESULT,
                                Claim.NONE)),
                List.of(new Remark(bare, "value-out-of-range", "The text prints a negative error.")));
    }

    private static Finding sample() {
        return new Finding(
                Passage.of(SECOND),
                Stream.of(
                                count("About 120 patients", Quantity.of(Relation.ABOUT, number("120")), "patients"),
                                count(
                                        "20 to 30 patients",
                                        new Quantity(Relation.EQUAL, number("20"), number("30")),
                                        "patients"),
                                count("60 patients", Quantity.of(Relation.EQUAL, number("60")), "patients"),
                                count("3 trials", Quantity.of(Relation.EQUAL, number("3")), "trials"),
                                count("over 12 sessions", Quantity.of(Relation.GREATER, number("12")), "sessions"))
                        .map(count -> new Reported(count, Finding.Role.SAMPLE, Claim.NONE))
                        .toList(),
                List.of());
    }

    private static Statistic count(String printed, Quantity quantity, String unit) {
        return new Statistic.Count(printed(printed), type("count"), quantity, unit, List.of());
    }

    /** Words with their place in the first paragraph, or without one where they do not stand there. */
    private static Passage printed(String words) {
        int at = FIRST.indexOf(words);
        return at < 0 ? Passage.of(words) : new Passage(words, SENTENCE + at);
    }

    private static URI type(String name) {
        return URI.create(Precis.STATISTICS + "#" + name);
    }

    private static BigDecimal number(String printed) {
        return new BigDecimal(printed);
    }
}
