package dev.precis.sparql.site.oai;

import static dev.precis.sparql.site.ServedArchive.summary;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.index.MemoryFolder;
import dev.precis.sparql.site.ServedArchive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Lists in parts, of a store that goes on changing. */
class HarvestTest {
    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private ServedArchive archive;

    @BeforeEach
    void open() {
        archive = new ServedArchive(folder);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void anEmptyRepositoryHasNoRecords() {
        assertThat(OaiXml.first(ask("verb=ListRecords&metadataPrefix=oai_dc"), "error")
                        .getAttribute("code"))
                .isEqualTo("noRecordsMatch");
        assertThat(OaiXml.all(ask("verb=Identify"), "earliestDatestamp")).hasSize(1);
    }

    @Test
    void eachRecordIsGivenOnceAndNeverOneAlone() {
        archive.keep(0, 201);

        List<Document> parts = harvest("verb=ListRecords&metadataPrefix=oai_dc", () -> {});

        assertThat(parts).extracting(part -> headers(part).size()).containsExactly(100, 101);
        assertThat(parts)
                .allSatisfy(
                        part -> assertThat(OaiXml.first(part, "resumptionToken").getAttribute("completeListSize"))
                                .isEqualTo("201"));
        assertThat(parts)
                .extracting(part -> OaiXml.first(part, "resumptionToken").getAttribute("cursor"))
                .containsExactly("0", "100");
        assertThat(OaiXml.first(parts.getLast(), "resumptionToken").getTextContent())
                .isEmpty();
        assertThat(identifiers(parts)).doesNotHaveDuplicates().hasSize(201);
    }

    @Test
    void aListInOnePartHasNoToken() {
        archive.keep(0, 101);

        assertThat(OaiXml.all(ask("verb=ListIdentifiers&metadataPrefix=mods"), "resumptionToken"))
                .isEmpty();
    }

    @Test
    void aListGoesOnWhileTheStoreChanges() {
        archive.keep(0, 250);

        List<Document> parts =
                harvest("verb=ListIdentifiers&metadataPrefix=oai_dc", () -> archive.remove(summary(3), summary(240)));

        assertThat(identifiers(parts)).doesNotHaveDuplicates().contains(name(0), name(249));
        assertThat(identifiers(parts)).hasSizeBetween(248, 250);
        assertThat(status(3)).isEqualTo("deleted");
    }

    @Test
    void whatWasTakenOutIsToldForEver() {
        archive.keep(0, 3);
        archive.remove(summary(1));

        Document record = ask("verb=GetRecord&metadataPrefix=oai_dc&identifier=" + name(1));
        assertThat(status(1)).isEqualTo("deleted");
        assertThat(OaiXml.all(record, "metadata")).isEmpty();
        assertThat(OaiXml.texts(record, "setSpec")).containsExactly("blog:main");
        assertThat(identifiers(List.of(ask("verb=ListRecords&metadataPrefix=oai_dc"))))
                .hasSize(3);

        archive.keep(1, 2);
        assertThat(status(1)).isEmpty();
        assertThat(OaiXml.all(ask("verb=ListRecords&metadataPrefix=oai_dc"), "record"))
                .hasSize(3);
    }

    private String status(int number) {
        return OaiXml.first(ask("verb=GetRecord&metadataPrefix=oai_dc&identifier=" + name(number)), "header")
                .getAttribute("status");
    }

    /** All parts of a list; after the first one something happens. */
    private List<Document> harvest(String query, Runnable meanwhile) {
        List<Document> parts = new ArrayList<>(List.of(ask(query)));
        meanwhile.run();
        String verb = query.substring(0, query.indexOf('&'));
        for (String token = token(parts.getLast()); !token.isEmpty(); token = token(parts.getLast())) {
            parts.add(ask(verb + "&resumptionToken=" + token));
        }
        return parts;
    }

    private static String token(Document part) {
        return OaiXml.texts(part, "resumptionToken").stream().findFirst().orElse("");
    }

    private static List<Element> headers(Document part) {
        return OaiXml.all(part, "header");
    }

    private static List<String> identifiers(List<Document> parts) {
        return parts.stream()
                .flatMap(part -> OaiXml.texts(part, "identifier").stream())
                .toList();
    }

    private Document ask(String query) {
        return OaiXml.of(archive.site().get("oai?" + query, ""));
    }

    private static String name(int number) {
        return summary(number).name();
    }
}
