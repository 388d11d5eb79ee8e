package dev.precis.pipeline.understand.citation;

import static dev.precis.pipeline.domain.CitationField.CHAPTER_NUMBER;
import static dev.precis.pipeline.domain.CitationField.CONTAINER_TITLE;
import static dev.precis.pipeline.domain.CitationField.EDITION;
import static dev.precis.pipeline.domain.CitationField.ISSUE;
import static dev.precis.pipeline.domain.CitationField.NUMBER;
import static dev.precis.pipeline.domain.CitationField.PAGE;
import static dev.precis.pipeline.domain.CitationField.PUBLISHER;
import static dev.precis.pipeline.domain.CitationField.PUBLISHER_PLACE;
import static dev.precis.pipeline.domain.CitationField.STATUS;
import static dev.precis.pipeline.domain.CitationField.TITLE;
import static dev.precis.pipeline.domain.CitationField.VOLUME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.Citation.Issued;
import dev.precis.pipeline.domain.CitationField;
import dev.precis.pipeline.domain.Contributor;
import dev.precis.pipeline.domain.Identifier;
import dev.precis.pipeline.domain.WorkType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitationParserTest {
    private final CitationParser parser = new CitationParser();

    @Test
    void readsAnArticle() {
        Citation citation =
                one("Ortega, L. M., Vries, K., & Hara, T. (2018). Hope in group work: A review. Group Studies, 4(2),"
                        + " 1–19.");
        assertThat(citation.type()).isEqualTo(WorkType.ARTICLE);
        assertThat(citation.authors())
                .containsExactly(person("Ortega", "L. M."), person("Vries", "K."), person("Hara", "T."));
        assertThat(citation.issued()).isEqualTo(new Issued(2018, 0, 0));
        assertFields(citation, TITLE, "Hope in group work: A review", CONTAINER_TITLE, "Group Studies");
        assertFields(citation, VOLUME, "4", ISSUE, "2", PAGE, "1-19");
        assertThat(citation.isElided()).isFalse();
        assertThat(citation.repairs()).isEmpty();
    }

    @Test
    void keepsThePlaceOfEveryField() {
        Citation citation = one("O’Hara, T. (2018). Hope in group‐work. Group Studies, 4(2), 1–19.");
        Citation.Field title = citation.fields().get(TITLE);
        assertThat(citation.printed().substring(title.start(), title.end()))
                .isEqualTo("Hope in group‐work")
                .isEqualTo(title.value());
        Citation.Field page = citation.fields().get(PAGE);
        assertThat(citation.printed().substring(page.start(), page.end())).isEqualTo("1–19");
        assertThat(citation.authors()).containsExactly(person("O’Hara", "T."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ortega, L., Vries, K., . . . Hara, T. (2018). Hope. Group Studies, 4. | 2",
                "Ortega, L., Vries, K., ... Hara, T. (2018). Hope. Group Studies, 4. | 2",
                "Ortega, L., Vries, K., ... & Hara, T. (2018). Hope. Group Studies, 4. | 2",
                "Ortega, L., Vries, K., … Hara, T. (2018). Hope. Group Studies, 4. | 2",
                "Ortega, L., Vries, K….Hara, T. (2018). Hope. Group Studies, 4. | 2",
                "Ortega, L., Vries, K.,….Hara, T. (2018). Hope. Group Studies, 4. | 2",
                "Ortega, L., Vries, K., Hara, T., et al. (2018). Hope. Group Studies, 4. | 3"
            })
    void seesWhereAuthorsAreLeftOut(String line, int after) {
        Citation citation = one(line);
        assertThat(citation.elidedAfter()).isEqualTo(after);
        assertThat(citation.authors()).extracting(Contributor::family).containsExactly("Ortega", "Vries", "Hara");
        assertFields(citation, TITLE, "Hope", VOLUME, "4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ortega, L. & Vries, K. (2018). | Ortega, L.; Vries, K.",
                "Ortega , L. & Vries , K. (2018). | Ortega, L.; Vries, K.",
                "Ortega L., & Vries, K.P. (2018). | Ortega, L.; Vries, K.P.",
                "Ortega LM, Vries K (2018). | Ortega, LM; Vries, K",
                "Ana Ortega & Kees Vries (2018). | Ortega, Ana; Vries, Kees",
                "Ortega, Ana & Vries, Kees (2018). | Ortega, Ana; Vries, Kees",
                "de Jong, K., & Del Re, A. C. (2018). | de Jong, K.; Del Re, A. C.",
                "van der Berg, J.-P., & Zühlke‐van Hulzen, L. (2018). | van der Berg, J.-P.; Zühlke‐van Hulzen, L.",
                "Dunn Jr, W. A., & Ames, L. T., Jr. (2018). | Dunn, W. A., Jr; Ames, L. T., Jr",
                "Page, A. C. (2018). | Page, A. C.",
                "Lac, M., et Vry, J. (2018). | Lac, M.; Vry, J.",
                "National Institute for Hope (2018). | National Institute for Hope",
                "American Psychological Association. (2018). | American Psychological Association",
                "Ortega, L., for the HOPE Consortium (2018). | Ortega, L.; HOPE Consortium"
            })
    void readsNamesAsTheyAreTyped(String names, String inverted) {
        Citation citation = one(names + " Hope in groups. Group Studies, 4, 11-19.");
        assertThat(citation.authors().stream().map(Contributor::inverted).toList())
                .isEqualTo(List.of(inverted.split("; ")));
        assertThat(citation.issued().year()).isEqualTo(2018);
        assertFields(citation, TITLE, "Hope in groups", CONTAINER_TITLE, "Group Studies");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(2019, December 5) | 2019 | 12 | 5",
                "(2006, Mai) | 2006 | 5 | 0",
                "(1988, Sept. 9) | 1988 | 9 | 9",
                "(2019-12-05) | 2019 | 12 | 5",
                "(2014b) | 2014 | 0 | 0",
                "(2014, Spring) | 2014 | 0 | 0",
                "(1801) | 1801 | 0 | 0"
            })
    void readsDates(String printed, int year, int month, int day) {
        Citation citation = one("Ortega, L. " + printed + ". Hope in groups. Group Studies, 4, 11-19.");
        assertThat(citation.issued()).isEqualTo(new Issued(year, month, day));
        assertFields(citation, TITLE, "Hope in groups");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Group Studies, 41:8, 603-623. | 41 | 8 | 603-623",
                "Group Studies, 11(9), e0161544. | 11 | 9 | e0161544",
                "Group Studies, 11(2-3), 133 –170. | 11 | 2-3 | 133-170",
                "Group Studies 358, 155-213. | 358 | - | 155-213",
                "Group Studies, 20, 313 | 20 | - | 313",
                "Group Studies, Vol. 16, No. 3, pp. 5-9. | 16 | 3 | 5-9",
                "Group Studies, Volume 16, Issues 2-3, pp. 5-9. | 16 | 2-3 | 5-9",
                "Group Studies, Vol 49(2), Jun 2012, 173-190. | 49 | 2 | 173-190",
                "Group Studies, LXVI (3), p. 1. | LXVI | 3 | 1",
                "Group Studies, pp. 91-111. | - | - | 91-111",
                "Group Studies, 12, S148-S150. | 12 | - | S148-S150",
                "Group Studies, 26(3). | 26 | 3 | -",
                "Group Studies, 28. | 28 | - | -",
                "Group Studies, 8(3), | 8 | 3 | -"
            })
    void readsVolumeIssueAndPages(String source, String volume, String issue, String page) {
        Citation citation = one("Ortega, L. (2018). Hope in 1984, or 5 studies of trust? " + source);
        assertFields(citation, TITLE, "Hope in 1984, or 5 studies of trust?", CONTAINER_TITLE, "Group Studies");
        assertFields(citation, VOLUME, volume, ISSUE, issue, PAGE, page);
    }

    @Test
    void tellsAnArticleNumberFromPages() {
        Citation citation = one("Ortega, L. (2018). Hope. Group Studies, 16(3), Article e1234.");
        assertFields(citation, VOLUME, "16", ISSUE, "3", PAGE, "-", NUMBER, "e1234");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Is that still the question? A systematic review. Journal of Hope | Is that still the question? A"
                        + " systematic review | Journal of Hope",
                "Effects of vitamin D. Journal of Hope | Effects of vitamin D | Journal of Hope",
                "Life span of C. elegans. Journal of Hope | Life span of C. elegans | Journal of Hope",
                "Hope, trust, and the rest, Nordic Psychology | Hope, trust, and the rest | Nordic Psychology",
                "Hope. Personality Disorders: Theory, Research, and Treatment | Hope"
                        + " | Personality Disorders: Theory, Research, and Treatment",
                "Hope in amphioxus. Int. J. Dev. Biol. | Hope in amphioxus | Int. J. Dev. Biol",
                "Keeping hope in law. Northern L. Rev. | Keeping hope in law | Northern L. Rev",
                "A reply to Hobbs et al. Trends in Ecology & Evolution | A reply to Hobbs et al | Trends in Ecology &"
                        + " Evolution",
                "Hope: the case of “trust.” Group Studies | Hope: the case of “trust.” | Group Studies"
            })
    void findsWhereTheTitleEnds(String printed, String title, String container) {
        Citation citation = one("Ortega, L. (2018). " + printed + ", 12(3), 34-56.");
        assertFields(citation, TITLE, title, CONTAINER_TITLE, container);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "In M. E. Lind (Ed.), Handbook of Hope, 6th Edition (pp. 75-81). New York: Wiley.",
                "In M.E. Lind (Ed.) Handbook of Hope (6thed.), pp. 75–81. New York: Wiley.",
                "In Lind, M. E. (Ed.). Handbook of Hope (6th ed., pp. 75-81). New York: Wiley."
            })
    void readsAChapter(String source) {
        Citation citation = one("Ortega, L. (2018). Training in hope. " + source);
        assertThat(citation.type()).isEqualTo(WorkType.CHAPTER);
        assertThat(citation.editors()).extracting(Contributor::family).containsExactly("Lind");
        assertFields(citation, TITLE, "Training in hope", CONTAINER_TITLE, "Handbook of Hope", PAGE, "75-81");
        assertFields(citation, EDITION, "6", PUBLISHER, "Wiley", PUBLISHER_PLACE, "New York");
    }

    @Test
    void readsEditorsOfWhomOneHasNoInitials() {
        Citation citation =
                one("Wampold, B. & Owen, J. (2021). Therapist effects. In Barkham, W. Lutz, and L.G. Castonguay"
                        + " (Eds.) Handbook of Change (7th ed.). Wiley. Chapter 9.");
        assertThat(citation.editors())
                .containsExactly(person("Barkham", ""), person("Lutz", "W."), person("Castonguay", "L.G."));
        assertFields(citation, CONTAINER_TITLE, "Handbook of Change", CHAPTER_NUMBER, "9", PUBLISHER, "Wiley");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(2nd edition). New York: Routledge. | Routledge | New York",
                "(2nd ed.). Boston; Montreal: Allyn & Bacon. | Allyn & Bacon | Boston; Montreal",
                ", 2nd edn. Washington, D.C.: American Psychological Association. | American Psychological Association"
                        + " | Washington, D.C",
                "(2nd ed.). John Wiley & Sons. | John Wiley & Sons | -",
                "(2nd ed.). Palo Alto (CA): Stanford University Press. | Stanford University Press | Palo Alto (CA)",
                "(2nd ed.). O’Reilly Media, Sebastopol, CA. | O’Reilly Media | Sebastopol, CA"
            })
    void readsABook(String source, String publisher, String place) {
        Citation citation = one("Ortega, L. & Vries, K. (2015). The great debate: What makes hope work" + source);
        assertThat(citation.type()).isEqualTo(WorkType.BOOK);
        assertFields(citation, TITLE, "The great debate: What makes hope work", CONTAINER_TITLE, "-", EDITION, "2");
        assertFields(citation, PUBLISHER, publisher, PUBLISHER_PLACE, place);
    }

    @Test
    void readsAnEditedBook() {
        Citation citation =
                one("Lind, M. E., & Hara, T. (Eds.). (2013). Handbook of hope (6th ed.). Hoboken, NJ: Wiley.");
        assertThat(citation.authors()).isEmpty();
        assertThat(citation.editors()).extracting(Contributor::family).containsExactly("Lind", "Hara");
        assertFields(citation, TITLE, "Handbook of hope", EDITION, "6", PUBLISHER_PLACE, "Hoboken, NJ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://doi.org/10.1000/ABC(12)34.",
                "doi: 10.1000/abc(12)34",
                "DOI:http://dx.doi.org/10.1000/abc(12)34",
                "Advance online publication. http://doi.org/10.1000/abc(12)34)"
            })
    void readsADoiOfAnyForm(String doi) {
        Citation citation = one("Ortega, L. (2018). Hope in groups. Group Studies. " + doi);
        assertThat(citation.identifiers()).containsExactly(new Identifier.Doi("10.1000/abc(12)34"));
        assertFields(citation, TITLE, "Hope in groups", CONTAINER_TITLE, "Group Studies");
    }

    @Test
    void saysWhatItRepaired() {
        assertThat(one("Ortega, L. (2018). Hope. Group Studies, 4, 1 - 9. https://doi.org/10.1000/182.")
                        .repairs())
                .containsExactly(
                        "punctuation after the DOI left off", "spaces around the hyphen of the pages left off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Advance online publication", "Online First Publication", "in press"})
    void readsTheStatus(String status) {
        Citation citation = one("Ortega, L. (2018). Hope. Journal of Trust, " + status + ".");
        assertFields(citation, STATUS, status, CONTAINER_TITLE, "Journal of Trust");
    }

    @Test
    void readsAYearThatComesLate() {
        for (String line : List.of(
                "Ortega, L. Hope in groups. Group Studies, 4(2), 11-19 (2018).",
                "Ortega, L. Hope in groups. Group Studies, 4(2), 11-19, 2018.",
                "Ortega L. Hope in groups. Group Studies. 2018;4(2):11-19.")) {
            Citation citation = one(line);
            assertThat(citation.issued().year()).as(line).isEqualTo(2018);
            assertFields(citation, TITLE, "Hope in groups", CONTAINER_TITLE, "Group Studies", VOLUME, "4", ISSUE, "2");
        }
    }

    @Test
    void readsThesesReportsAndPagesOfTheWeb() {
        assertThat(one("Shaw, R. (2012). Hope. (Unpublished doctoral dissertation). University of Utah.")
                        .type())
                .isEqualTo(WorkType.THESIS);
        assertThat(one("Hsu, M. (2008). Hope. Working paper, California Institute of Technology.")
                        .type())
                .isEqualTo(WorkType.REPORT);
        Citation page =
                one("Obama, B. (2014, January 17). Hope. Retrieved June 18, 2016, from https://example.org/hope/1");
        assertThat(page.type()).isEqualTo(WorkType.WEBPAGE);
        assertFields(page, TITLE, "Hope");
        assertThat(page.identifiers()).extracting(Identifier::value).containsExactly("https://example.org/hope/1");
    }

    @Test
    void readsTwoCitationsInOneLine() {
        String first = "Ortega, L., . . . Vries, K. (2018). Hope III. Group Studies, 55(4), 303–315.";
        String second = "Hara, T. E. (2015). How much hope? World Studies, 14, 270-277. doi:10.1000/182";
        List<Citation> citations = parser.parse(first + " " + second);
        assertThat(citations).extracting(Citation::printed).containsExactly(first, second);
        assertFields(citations.get(0), PAGE, "303-315");
        assertFields(citations.get(1), TITLE, "How much hope?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ortega, L., Vries, K | - | -",
                "Ortega, L., & Vries, K. (2018). Hope in gro | Hope in gro | -",
                "Ortega, L., & Vries, K. (2018). Hope in groups. Journal of Trus | Hope in groups | Journal of Trus",
                "Ortega, L., & Vries, K. (2018). Hope in groups. Group Studies, 4(2), 303– | Hope in groups | Group"
                        + " Studies",
                "Ortega, L., & Vries, K. (2018). Hope in groups. Group Studies, 4(2), 30-31. doi:10.10 | Hope in groups"
                        + " | Group Studies",
                "Ortega, L., & Vries, K. (2018). Hope in groups. In M. Lind, & T. Ha | Hope in groups | -"
            })
    void readsWhatIsLeftOfALineThatWasCut(String line, String title, String container) {
        Citation citation = one(line);
        assertThat(citation.authors()).extracting(Contributor::family).containsExactly("Ortega", "Vries");
        assertFields(citation, TITLE, title, CONTAINER_TITLE, container);
    }

    @Test
    void leavesUnreadWhatIsNoCitation() {
        assertThat(parser.parse(" ")).isEmpty();
        assertThat(one("Hope grows in groups.")).isEqualTo(Citation.unread("Hope grows in groups."));
        String endless = "hope ".repeat(1 << 18);
        assertThat(one(endless)).isEqualTo(Citation.unread(endless));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(", "[(", "Aa, B., ", "Aa, B. (2012). ", "In A. B (Eds.) ", "12(3), ", ". Aa : ", "10.1000/a "})
    @Timeout(30)
    void readsHostileLinesInBoundedTime(String unit) {
        String line = unit.repeat(99_000 / unit.length());
        assertThat(parser.parse("Aa, B. (2012). " + line)).isNotEmpty();
        assertThat(parser.parse(line.strip())).isNotEmpty();
    }

    private Citation one(String line) {
        List<Citation> citations = parser.parse(line);
        assertThat(citations).hasSize(1);
        return citations.getFirst();
    }

    private static Contributor person(String family, String given) {
        return new Contributor(family, given, "");
    }

    /** Field and value in turn; a hyphen stands for a field that is not there. */
    private static void assertFields(Citation citation, Object... expected) {
        for (int i = 0; i < expected.length; i += 2) {
            assertThat(citation.field((CitationField) expected[i]).orElse("-"))
                    .as("%s of %s", expected[i], citation.printed())
                    .isEqualTo(expected[i + 1]);
        }
    }
}
