package dev.precis.sparql.site.oai;

import static dev.precis.sparql.Studies.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.Studies;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Site;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What harvesters are answered about two small blogs; lists in parts are those of {@link HarvestTest}. */
class OaiPmhTest {
    private static final Site SITE = Studies.site(Studies.dataset());
    private static final String STAMP = "2026-02-02T09:30:00Z";

    @Test
    void tellsWhoAnswers() {
        Element identify = OaiXml.first(ask("verb=Identify"), "Identify");

        assertThat(OaiXml.text(identify, "repositoryName")).isEqualTo("The Practice Letter");
        assertThat(OaiXml.text(identify, "baseURL")).isEqualTo(BASE + "oai");
        assertThat(OaiXml.text(identify, "adminEmail")).isEqualTo("webmaster@localhost.invalid");
        assertThat(OaiXml.text(identify, "earliestDatestamp")).isLessThanOrEqualTo(STAMP);
        assertThat(OaiXml.text(identify, "deletedRecord")).isEqualTo("persistent");
    }

    @Test
    void isAnotherAnswerEachTimeAndKeptByNobody() {
        Response answer = SITE.get("oai?verb=Identify", "");

        assertThat(answer.contentType()).isEqualTo("text/xml; charset=utf-8");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(SITE.get("oai?verb=Identify", "")).isNotSameAs(answer);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "'', badVerb",
                "verb=, badVerb",
                "verb=identify, badVerb",
                "verb=Identify&verb=ListSets, badVerb",
                "junk=1, badVerb",
                "verb=Identify&junk=1, badArgument",
                "verb=ListRecords, badArgument",
                "verb=GetRecord&metadataPrefix=oai_dc, badArgument",
                "verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=mods, badArgument",
                "verb=ListRecords&metadataPrefix=oai_dc&from=yesterday, badArgument",
                "verb=ListRecords&metadataPrefix=oai_dc&from=2020-02-30, badArgument",
                "verb=ListRecords&metadataPrefix=oai_dc&from=2020-01-01T00:00:00.5Z, badArgument",
                "verb=ListRecords&metadataPrefix=oai_dc&from=2020-01-01&until=2021-01-01T00:00:00Z, badArgument",
                "verb=ListRecords&metadataPrefix=oai_dc&from=2021-01-01&until=2020-01-01, badArgument",
                "verb=ListRecords&resumptionToken=x&metadataPrefix=oai_dc, badArgument",
                "verb=ListRecords&resumptionToken=junk, badResumptionToken",
                "verb=ListSets&resumptionToken=junk, badResumptionToken",
                "verb=ListRecords&metadataPrefix=marc21, cannotDisseminateFormat",
                "verb=GetRecord&metadataPrefix=oai_dc&identifier=invalid%22id, idDoesNotExist",
                "verb=ListMetadataFormats&identifier=nothing, idDoesNotExist",
                "verb=ListRecords&metadataPrefix=oai_dc&set=nothing, noRecordsMatch",
                "verb=ListIdentifiers&metadataPrefix=oai_dc&until=1999-12-31, noRecordsMatch"
            })
    void saysWhatIsWrong(String query, String code) {
        Document answer = ask(query.equals("''") ? "" : query);
        Element error = OaiXml.first(answer, "error");

        assertThat(error.getAttribute("code")).isEqualTo(code);
        assertThat(error.getTextContent()).isNotBlank();
        boolean repeated = OaiXml.first(answer, "request").hasAttribute("verb");
        assertThat(repeated).isEqualTo(!code.equals("badVerb") && !code.equals("badArgument"));
    }

    @Test
    void saysAllThatIsWrong() {
        assertThat(OaiXml.all(ask("verb=GetRecord&junk=1"), "error")).hasSize(3);
    }

    @Test
    void repeatsWhatNobodyShouldWriteWithoutHarm() {
        String text = new String(
                SITE.get("oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=%00%22%3E%3Cb%3E", "")
                        .body(),
                StandardCharsets.UTF_8);

        assertThat(text).contains("&lt;b").doesNotContain("<b>", "\u0000");
    }

    @Test
    void listsTheSetsWithThoseAboveThem() {
        Document answer = ask("verb=ListSets");
        List<String> sets = OaiXml.texts(answer, "setSpec");

        assertThat(sets)
                .contains("blog", "blog:main", "blog:sleep-letter", "topic", "topic:alliance", "type")
                .doesNotHaveDuplicates()
                .allMatch(set -> set.matches("([A-Za-z0-9\\-_.!~*'()])+(:[A-Za-z0-9\\-_.!~*'()]+)*"));
    }

    @Test
    void aSetHasWhatTheSetsBelowItHave() {
        List<String> all = identifiers("set=topic");

        assertThat(identifiers("set=topic:alliance")).isNotEmpty().isSubsetOf(all);
        assertThat(identifiers("set=blog:sleep-letter"))
                .isNotEmpty()
                .allMatch(iri -> iri.startsWith(BASE + "sleep-letter/"));
    }

    @Test
    void bothBoundsBelongToAPeriod() {
        assertThat(identifiers("from=" + STAMP + "&until=" + STAMP)).contains(Studies.WALKING);
        assertThat(identifiers("from=2026-02-02&until=2026-02-02")).contains(Studies.WALKING);
        assertThat(identifiers("until=2026-02-02T09:29:59Z")).doesNotContain(Studies.WALKING);
    }

    @Test
    void tellsASummaryInDublinCore() {
        Element record = record("oai_dc");

        assertThat(OaiXml.texts(record, "dc:identifier")).containsExactly(Studies.WALKING);
        assertThat(OaiXml.text(record, "dc:date")).isEqualTo("2021-03");
        assertThat(OaiXml.texts(record, "dc:type")).contains("Text");
        assertThat(OaiXml.texts(record, "dc:subject")).isNotEmpty();
        assertThat(OaiXml.texts(record, "dc:relation")).anyMatch(text -> text.startsWith("https://doi.org/10."));
    }

    @Test
    void tellsTheStudyToo() {
        Element study = OaiXml.elements(record("mods"), "relatedItem").stream()
                .filter(item -> item.getAttribute("type").equals("reviewOf"))
                .findFirst()
                .orElseThrow();

        assertThat(OaiXml.elements(study, "identifier"))
                .anyMatch(id -> id.getAttribute("type").equals("doi")
                        && id.getTextContent().startsWith("10."));
        assertThat(OaiXml.elements(study, "namePart"))
                .anyMatch(part -> part.getAttribute("type").equals("family"));
        assertThat(OaiXml.texts(study, "note")).isNotEmpty();
    }

    private static Element record(String format) {
        return OaiXml.first(
                ask("verb=GetRecord&metadataPrefix=" + format + "&identifier=" + Studies.WALKING), "metadata");
    }

    private static List<String> identifiers(String selection) {
        return OaiXml.texts(ask("verb=ListIdentifiers&metadataPrefix=oai_dc&" + selection), "identifier");
    }

    private static Document ask(String query) {
        return OaiXml.of(SITE.get("oai?" + query, ""));
    }
}
