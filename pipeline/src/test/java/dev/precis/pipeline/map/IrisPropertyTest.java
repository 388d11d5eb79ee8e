package dev.precis.pipeline.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.Sources;
import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.CitationField;
import dev.precis.pipeline.domain.Contributor;
import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Identifier;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.PublicationDate;
import dev.precis.pipeline.domain.Span;
import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.domain.Trust;
import dev.precis.pipeline.domain.WorkType;
import java.net.URI;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.jena.irix.IRIx;

class IrisPropertyTest {
    private static final String BASE = "http://localhost:3030/";
    private static final Iris IRIS = new Iris(Sources.profile("pprnet"));

    /** Unreserved characters of RFC 3986 section 2.3 only: such an IRI is its own URI and needs no escape anywhere. */
    @Property(tries = 10_000)
    void anyTitleNamesALegalAsciiIri(@ForAll("titles") String title) {
        String iri = IRIS.summary(draft(title));

        assertThat(iri)
                .matches(BASE + "summary/2021-05/[a-z0-9]+(?:-[a-z0-9]+)*")
                .hasSizeLessThan(160);
        assertThat(IRIx.create(iri).hasViolations()).isFalse();
    }

    @Property(tries = 2000)
    void titlesNameTheSameSummaryJustWhenTheirKeysAreTheSame(
            @ForAll("titles") String one, @ForAll("titles") String other) {
        assertThat(IRIS.summary(draft(one)).equals(IRIS.summary(draft(other))))
                .isEqualTo(Texts.key(one).equals(Texts.key(other)));
    }

    @Property
    void typographyDoesNotChangeAName(@ForAll("titles") String title) {
        Assume.that(title.codePoints().anyMatch(Character::isLetterOrDigit)); // else it is its own key
        String shouted = title.toUpperCase(Locale.ROOT);
        String name = IRIS.summary(draft(title));

        assertThat(IRIS.summary(draft("  “" + title + "”. "))).isEqualTo(name);
        if (Texts.key(shouted).equals(Texts.key(title))) { // ß has two capitals
            assertThat(IRIS.summary(draft(shouted))).isEqualTo(name);
        }
    }

    @Property
    void whateverWasReadOfAWorkNamesIt(@ForAll("titles") String printed, @ForAll("titles") String title) {
        String read = IRIS.work(work(printed, title, "Flückiger", 2020));

        assertThat(IRIS.work(Citation.unread(printed))).matches(BASE + "works/[a-z0-9]+(?:-[a-z0-9]+)*");
        assertThat(read).matches(BASE + "works/fluckiger-2020-[a-z0-9]+(?:-[a-z0-9]+)*");
        assertThat(IRIS.work(work("other print", title, "FLÜCKIGER", 2020))).isEqualTo(read);
    }

    @Example
    void tenThousandTitlesHaveTenThousandNames() {
        List<String> ends = List.of("", "?", " – again", ": Ein Überblick", " 👩‍⚕️", " (Δ)", " 治療", " \"quoted\"");
        Map<String, String> keys = new HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            String title = "What works for whom, and why, part " + i + ends.get(i % ends.size())
                    + " of a long story that goes on and on".repeat(i % 4);
            String key = Texts.key(title);
            assertThat(keys.merge(IRIS.summary(draft(title)), key, (known, next) -> known))
                    .as(title)
                    .isEqualTo(key);
        }
        assertThat(keys).hasSize(10_000);
    }

    @Example
    void aNameIsReadable() {
        assertThat(IRIS.summary(draft("Does Therapists’ “Empathy” Matter? A Meta‐Analysis")))
                .isEqualTo(BASE + "summary/2021-05/does-therapists-empathy-matter-a-meta-analysis");
        assertThat(IRIS.summary(draft("Élan & naïveté: trop?"))).isEqualTo(BASE + "summary/2021-05/elan-naivete-trop");
        assertThat(IRIS.summary(draft("Die Größe (β)"))).matches(BASE + "summary/2021-05/die-groe-[0-9a-f]{8}");
        assertThat(IRIS.contributor(new Contributor("de Jong", "K.", ""))).isEqualTo(BASE + "person/de-jong-k");
        assertThat(IRIS.venue("Clinical Psychology & Psychotherapy"))
                .isEqualTo(IRIS.venue("Clinical psychology and psychotherapy"))
                .isEqualTo(BASE + "venue/clinical-psychology-and-psychotherapy");
    }

    @Example
    void aWorkIsTheSameWithoutItsSubtitle() {
        String whole = IRIS.work(work("", "The great psychotherapy debate: The evidence", "Wampold", 2015));

        assertThat(whole).isEqualTo(BASE + "works/wampold-2015-the-great-psychotherapy-debate");
        assertThat(IRIS.work(work("", "The great psychotherapy debate", "Wampold", 2015)))
                .isEqualTo(whole);
        assertThat(IRIS.work(work("", "PTSD: A review", "Wampold", 2015))).endsWith("-ptsd-a-review");
        assertThat(IRIS.work(work("", "Twelve chars: A review", "Wampold", 2015)))
                .endsWith("-twelve-chars");
        assertThat(IRIS.work(work("", "Eleven char: A review", "Wampold", 2015)))
                .endsWith("-eleven-char-a-review");
    }

    @Example
    void aWorkWithoutATitleIsNamedByItsDoi() {
        Citation read = new Citation(
                "as printed",
                WorkType.ARTICLE,
                List.of(),
                Citation.COMPLETE,
                List.of(),
                Citation.Issued.UNKNOWN,
                Map.of(),
                List.of(new Identifier.Doi("10.5555/Naps")),
                new Citation.Places(List.of(), List.of(), Span.NONE, List.of(Span.NONE)),
                List.of(),
                Trust.UNREAD);
        assertThat(IRIS.work(read)).isEqualTo(BASE + "works/doi-10-5555-naps");
    }

    @Provide
    static Arbitrary<String> titles() {
        Arbitrary<String> words = Arbitraries.of(
                        "Does",
                        "therapy",
                        "work",
                        "PTSD",
                        "“quoted”",
                        "it’s",
                        "Größe",
                        "naïve",
                        "治療",
                        "👩‍⚕️",
                        "?",
                        "—",
                        ":",
                        "'",
                        "\"",
                        "<b>",
                        "%41",
                        "../",
                        "#",
                        "\\",
                        "ﬁne",
                        "Ⅳ",
                        "\u0000",
                        "\uD800",
                        "ά",
                        "2.5")
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .map(parts -> String.join(" ", parts));
        return Arbitraries.oneOf(words, Arbitraries.strings().ofMinLength(1).ofMaxLength(200))
                .filter(title -> !Texts.normalise(title).isEmpty());
    }

    private static Draft draft(String title) {
        return new Draft(
                new Draft.Origin("pprnet", URI.create("https://blog.example/"), "00", Optional.empty()),
                Passage.of(title),
                PublicationDate.of(YearMonth.of(2021, 5)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                List.of());
    }

    private static Citation work(String printed, String title, String family, int year) {
        return new Citation(
                printed,
                WorkType.ARTICLE,
                List.of(new Contributor(family, "A.", "")),
                Citation.COMPLETE,
                List.of(),
                new Citation.Issued(year, 0, 0),
                Map.of(CitationField.TITLE, new Citation.Field(title, 0, 0)),
                List.of(),
                new Citation.Places(List.of(Span.NONE), List.of(), Span.NONE, List.of()),
                List.of(),
                Trust.UNREAD);
    }
}
