package dev.precis.sparql.write.bibliography;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.undercouch.citeproc.bibtex.BibTeXConverter;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.helper.json.StringJsonBuilderFactory;
import de.undercouch.citeproc.ris.RISConverter;
import de.undercouch.citeproc.ris.RISLibrary;
import de.undercouch.citeproc.ris.RISReference;
import dev.precis.sparql.query.Reference;
import dev.precis.sparql.query.Reference.Contributor;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.Key;

/** Whatever a title or a name holds, other people's readers find all records and read it again. */
class BibliographyPropertyTest {
    private static final Reference NEXT =
            Works.work(Reference.Kind.BOOK, "The next one", "", List.of(Works.person("Oberlin", "T. A.")), false);

    /** What breaks formats, among letters. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(60),
                Arbitraries.of(
                                "{",
                                "}",
                                "\\",
                                "%",
                                "&",
                                "#",
                                "$",
                                "_",
                                "~",
                                "^",
                                "\"",
                                "'",
                                "@article{x,",
                                "\r\n",
                                "\n",
                                "ER  - ",
                                "TY  - JOUR",
                                "</script>",
                                " and ",
                                ",",
                                "=",
                                "\u2028",
                                "\u202e",
                                "\u0000",
                                "\ufffe",
                                "\ud800",
                                "é",
                                "Ż",
                                "meta-analysis",
                                "word",
                                " ")
                        .list()
                        .ofMaxSize(12)
                        .map(parts -> String.join("", parts)));
    }

    @Property(tries = 500)
    void anyTitleSurvivesBibTex(@ForAll("texts") String title) throws Exception {
        Reference work = Works.article("t" + title + "t", Works.person("Wren", "Q."));

        BibTeXDatabase read = bibTex(List.of(work, NEXT));

        assertThat(read.getEntries()).hasSize(2);
        BibTeXEntry entry = read.getEntries().values().iterator().next();
        assertThat(plain(entry, "title")).isEqualTo(Values.line("t" + title + "t"));
        assertThat(plain(entry, "author")).isEqualTo("Wren, Q.");
    }

    @Property(tries = 500)
    void anyNameSurvivesBibTex(@ForAll("texts") String family) throws Exception {
        Reference work = Works.article("Title", Works.person("N" + family + "n", "Q."), Works.person("Finch", "L."));

        BibTeXDatabase read = bibTex(List.of(work, NEXT));

        assertThat(read.getEntries()).hasSize(2);
        BibTeXEntry entry = read.getEntries().values().iterator().next();
        assertThat(plain(entry, "author")).isEqualTo(Values.line("N" + family + "n") + ", Q. and Finch, L.");
    }

    @Property(tries = 500)
    void anyTitleAndNameSurvivesRis(@ForAll("texts") String text) throws Exception {
        Reference work = Works.article("t" + text + "t", Works.person("N" + text + "n", "Q."));

        String written = new String(Ris.write(List.of(work, NEXT)), StandardCharsets.UTF_8);
        RISLibrary read =
                new RISConverter().loadLibrary(new ByteArrayInputStream(written.getBytes(StandardCharsets.UTF_8)));

        assertThat(written.split("\r\n"))
                .allSatisfy(line -> assertThat(line).matches("([A-Z][A-Z0-9]  - [^\\r\\n]*)?"));
        assertThat(read.getReferences()).hasSize(2);
        RISReference first = read.getReferences().getFirst();
        assertThat(first.getTitle()).isEqualTo(Values.line("t" + text + "t"));
        assertThat(first.getAuthors()).containsExactly(Values.line("N" + text + "n") + ", Q.");
    }

    @Property(tries = 500)
    void anyTextSurvivesCslJsonSchemaOrgAndCoins(@ForAll("texts") String text) throws Exception {
        Contributor author = Works.person("N" + text + "n", "Q.");
        Reference work = Works.article("t" + text + "t", author);
        String title = Values.line("t" + text + "t");

        JsonNode csl = new ObjectMapper().readTree(CslJson.write(List.of(work, NEXT)));
        JsonNode schema = new ObjectMapper().readTree(SchemaOrg.write("http://localhost/", List.of(work)));

        assertThat(csl).hasSize(2);
        assertThat(csl.at("/0/title").asText()).isEqualTo(title);
        assertThat(csl.at("/0/author/0/family").asText()).isEqualTo(Values.line(author.family()));
        assertThat(schema.path("name").asText()).isEqualTo(title);
        assertThat(schema.at("/author/0/familyName").asText()).isEqualTo(Values.line(author.family()));
        assertThat(Coins.write(work)).matches("[\\x21-\\x7e]+").doesNotContain("<", ">", "\"", "'");
        assertThat(URLDecoder.decode(
                        Coins.write(work).replaceFirst(".*&rft\\.atitle=([^&]*).*", "$1"), StandardCharsets.UTF_8))
                .isEqualTo(title);
    }

    private static BibTeXDatabase bibTex(List<Reference> works) throws Exception {
        return new BibTeXConverter().loadDatabase(new ByteArrayInputStream(BibTex.write(works)));
    }

    /** What TeX would print: jbibtex has a reader for that, too, but of Latin letters only. */
    private static String plain(BibTeXEntry entry, String field) {
        return entry.getField(new Key(field))
                .toUserString()
                .replace("\\textbraceleft{}", "\u0001")
                .replace("\\textbraceright{}", "\u0002")
                .replace("\\{", "\u0001")
                .replace("\\}", "\u0002")
                .replaceAll("[{}]", "")
                .replaceAll("\\\\([&%$#_])", "$1")
                .replace("\u0001", "{")
                .replace("\u0002", "}")
                .replace("\\textasciitilde", "~")
                .replace("\\textasciicircum", "^")
                .replace("\\textbackslash", "\\");
    }

    @Property(tries = 50)
    void citationProcessorsUnderstandEveryKind(@ForAll Reference.Kind kind) throws Exception {
        Reference work = Works.work(
                kind, "Walking", "Journal of Walks", List.of(Works.person("Wren", "Q.")), kind.ordinal() > 3);

        CSLItemData fromBibTex = new BibTeXConverter()
                .toItemData(bibTex(List.of(work)))
                .values()
                .iterator()
                .next();
        CSLItemData fromRis = new RISConverter()
                .toItemData(new RISConverter().loadLibrary(new ByteArrayInputStream(Ris.write(List.of(work)))))
                .values()
                .iterator()
                .next();

        for (CSLItemData read : List.of(fromBibTex, fromRis)) {
            assertThat(read.getTitle()).isEqualTo("Walking");
            assertThat(read.getAuthor()[0].getFamily()).isEqualTo("Wren");
            // citeproc-java takes a month without a day for no date, but shows it as it is
            assertThat(read.getIssued()
                            .toJson(new StringJsonBuilderFactory().createJsonBuilder())
                            .toString())
                    .contains("2021");
            assertThat(read.getVolume()).isEqualTo("12");
        }
    }
}
