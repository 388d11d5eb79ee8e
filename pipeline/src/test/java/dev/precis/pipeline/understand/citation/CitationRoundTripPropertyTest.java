package dev.precis.pipeline.understand.citation;

import static org.assertj.core.api.Assertions.assertThat;

import de.undercouch.citeproc.CSL;
import de.undercouch.citeproc.ListItemDataProvider;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.csl.CSLItemDataBuilder;
import de.undercouch.citeproc.csl.CSLName;
import de.undercouch.citeproc.csl.CSLNameBuilder;
import de.undercouch.citeproc.csl.CSLType;
import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.CitationField;
import dev.precis.pipeline.domain.Contributor;
import dev.precis.pipeline.domain.WorkType;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Records, printed by citeproc in the style of the APA, read back as themselves. */
class CitationRoundTripPropertyTest {
    private static final List<String> FAMILIES = List.of(
            "Ortega",
            "Page",
            "de Jong",
            "van der Kolk",
            "Del Re",
            "O’Neill",
            "Crits-Christoph",
            "Flückiger",
            "Li",
            "Şahin",
            "McAleavey",
            "St. Clair",
            "Núñez Prado",
            "Ng",
            "In-Albon",
            "D’Agostino",
            "Di Blasi",
            "Ó Briain",
            "An",
            "Lo Coco");
    private static final List<String> GIVEN = List.of("A.", "J. P.", "M. E. L.", "K.-H.", "B. D.");
    private static final List<String> TITLES = List.of(
            "Hope in groups",
            "Is hope enough? A randomized trial of group therapy for adults with depression",
            "The alliance in child and adolescent psychotherapy: A meta-analysis",
            "Change processes in cognitive-behavioral therapy vs. waiting list",
            "DSM-5 alternative model: Where are we in 2015?",
            "What works for whom (and when) in routine care",
            "“I could not say it”: Silence in the first session",
            "Treating posttraumatic stress: How many sessions does it take?",
            "On being sad: The end of therapy in Nazi Germany, 1933-1945",
            "Early response, dropout, and outcome in 12 clinics");
    private static final List<String> JOURNALS = List.of(
            "Psychotherapy",
            "Journal of Consulting and Clinical Psychology",
            "Psychotherapy Research",
            "The Lancet Psychiatry",
            "Clinical Psychology & Psychotherapy",
            "BMC Psychiatry",
            "Health Services Research: An International Review",
            "Psychotherapy: Theory, Research, Practice, Training",
            "Psicoterapia");
    private static final List<String> PUBLISHERS =
            List.of("Wiley", "Guilford Press", "American Psychological Association", "Oxford University Press");

    private final CitationParser parser = new CitationParser();

    @Property(tries = 250)
    void readsAnArticleBack(@ForAll("articles") CSLItemData item) throws IOException {
        assertReadBack(item, WorkType.ARTICLE);
    }

    @Property(tries = 150)
    void readsAChapterBack(@ForAll("chapters") CSLItemData item) throws IOException {
        assertReadBack(item, WorkType.CHAPTER);
    }

    @Property(tries = 100)
    void readsABookBack(@ForAll("books") CSLItemData item) throws IOException {
        assertReadBack(item, WorkType.BOOK);
    }

    private void assertReadBack(CSLItemData item, WorkType type) throws IOException {
        String printed = print(item);
        Citation read = parser.parse(printed).getFirst();
        assertThat(read.type()).as(printed).isEqualTo(type);
        assertThat(read.authors()).as(printed).extracting(Contributor::family).isEqualTo(families(item.getAuthor()));
        assertThat(read.authors()).as(printed).extracting(Contributor::given).isEqualTo(given(item.getAuthor()));
        assertThat(read.editors()).as(printed).extracting(Contributor::family).isEqualTo(families(item.getEditor()));
        assertThat(read.issued().year()).as(printed).isEqualTo(item.getIssued().getDateParts()[0][0]);
        assertField(read, CitationField.TITLE, item.getTitle());
        assertField(read, CitationField.CONTAINER_TITLE, item.getContainerTitle());
        assertField(read, CitationField.VOLUME, item.getVolume());
        assertField(read, CitationField.ISSUE, item.getIssue());
        assertField(read, CitationField.PAGE, item.getPage());
        assertField(read, CitationField.PUBLISHER, item.getPublisher());
        assertThat(read.doi().map(doi -> doi.value()).orElse("")).as(printed).isEqualTo(orEmpty(item.getDOI()));
    }

    private static void assertField(Citation read, CitationField field, String expected) {
        assertThat(read.field(field).orElse(""))
                .as(field + " of " + read.printed())
                .isEqualTo(orEmpty(expected));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static List<String> families(CSLName[] names) {
        return names == null
                ? List.of()
                : Arrays.stream(names).map(CSLName::getFamily).toList();
    }

    private static List<String> given(CSLName[] names) {
        return names == null
                ? List.of()
                : Arrays.stream(names).map(CSLName::getGiven).toList();
    }

    private static String print(CSLItemData item) throws IOException {
        CSL style = new CSL(new ListItemDataProvider(item), "apa");
        style.setOutputFormat("text");
        style.registerCitationItems(item.getId());
        return style.makeBibliography().makeString().strip();
    }

    @Provide
    Arbitrary<CSLItemData> articles() {
        return Combinators.combine(
                        record(CSLType.ARTICLE_JOURNAL),
                        Arbitraries.of(JOURNALS),
                        Arbitraries.integers().between(1, 99),
                        Arbitraries.integers().between(0, 12),
                        pages(),
                        dois())
                .as((item, journal, volume, issue, pages, doi) -> {
                    item.containerTitle(journal).volume("" + volume).page(pages);
                    if (issue > 0) {
                        item.issue("" + issue);
                    }
                    return (doi.isEmpty() ? item : item.DOI(doi)).build();
                });
    }

    @Provide
    Arbitrary<CSLItemData> chapters() {
        return Combinators.combine(
                        record(CSLType.CHAPTER),
                        names(4),
                        Arbitraries.of("Handbook of psychotherapy and behavior change", "Psychotherapy in later life"),
                        Arbitraries.of(PUBLISHERS),
                        pages())
                .as((item, editors, book, publisher, pages) -> item.editor(editors)
                        .containerTitle(book)
                        .publisher(publisher)
                        .page(pages)
                        .build());
    }

    @Provide
    Arbitrary<CSLItemData> books() {
        return Combinators.combine(record(CSLType.BOOK), Arbitraries.of(PUBLISHERS))
                .as((item, publisher) -> item.publisher(publisher).build());
    }

    private static Arbitrary<CSLItemDataBuilder> record(CSLType type) {
        return Combinators.combine(names(8), Arbitraries.integers().between(1950, 2026), Arbitraries.of(TITLES))
                .as((authors, year, title) -> new CSLItemDataBuilder()
                        .id("item")
                        .type(type)
                        .author(authors)
                        .issued(year)
                        .title(title));
    }

    private static Arbitrary<CSLName[]> names(int most) {
        return Combinators.combine(Arbitraries.of(FAMILIES), Arbitraries.of(GIVEN))
                .as((family, given) ->
                        new CSLNameBuilder().family(family).given(given).build())
                .array(CSLName[].class)
                .ofMinSize(1)
                .ofMaxSize(most);
    }

    private static Arbitrary<String> pages() {
        return Arbitraries.integers().between(1, 1500).map(first -> first + "-" + (first + 14));
    }

    private static Arbitrary<String> dois() {
        return Arbitraries.of("", "10.1037/ccp0000712", "10.1016/s0140-6736(14)61700-9", "10.1002/cpp.2494");
    }
}
