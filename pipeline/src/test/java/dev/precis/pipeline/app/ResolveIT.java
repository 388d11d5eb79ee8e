package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.app.Cli.Outcome;
import dev.precis.pipeline.source.registry.RegistryServer;
import dev.precis.pipeline.source.registry.RegistryServer.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Works looked up in a registry on this machine, from the question to what is published. */
@Timeout(120)
class ResolveIT {
    private static final String ROOT = "http://localhost:3030/owl/";
    private static final String FIRST = ROOT + "summary/2020-03/walking-and-talking";
    private static final String WORK = ROOT + "works/roe-2014-steps-beside-each-other";

    @TempDir
    private Path folder;

    private final RegistryServer registry = new RegistryServer();
    private OwlBlog blog;

    @BeforeEach
    void publish() {
        blog = OwlBlog.in(folder.resolve("sources"));
        profile("");
        OwlBlog.write(folder.resolve("sources/owl/topics.ttl"), """
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            <topic> a skos:ConceptScheme .
            <type> a skos:ConceptScheme .
            <topic/walking> a skos:Concept ; skos:prefLabel "Walking"@en ; skos:inScheme <topic> .
            """);
        ingest("store");
    }

    @AfterEach
    void close() {
        registry.close();
    }

    private void profile(String more) {
        blog.withProfile("""
            labels: {implications: [What owls conclude]}
            crawl: {retries: 0, timeout: 1s}
            resolver: {address: "%s", contact: ann@owl.example, delay: 0s%s}
            """.formatted(registry.address(), more));
    }

    private Outcome ingest(String store) {
        Outcome ingested =
                run("ingest", blog.pages().toString(), "--no-index", "--source", "owl", "--store", path(store));
        assertThat(ingested.code()).as(ingested.err()).isZero();
        return ingested;
    }

    private Outcome resolve(Object... more) {
        Object[] usual = {"resolve", "--allow-private", "--no-index", "--store", path("store")};
        return run(Stream.concat(Stream.of(usual), Stream.of(more)).toArray());
    }

    private String path(String store) {
        return folder.resolve(store).toString();
    }

    private Outcome run(Object... arguments) {
        return Cli.run(Stream.concat(Stream.of(arguments), Stream.of("--sources", folder.resolve("sources")))
                .toArray());
    }

    private String export(String store) throws IOException {
        Path file = folder.resolve("export.nq");
        assertThat(run("export", "--format", "nquads", "--store", path(store), file)
                        .code())
                .isZero();
        return Files.readString(file);
    }

    private static Stream<String> of(String export, String subject) {
        return export.lines().filter(line -> line.startsWith("<" + subject + "> "));
    }

    @Test
    void whatTheRegistryAddsIsPublishedWithWhereItIsFrom() throws IOException {
        String before = export("store");
        registry.register(OwlRecords.record(4, ""));
        registry.register(OwlRecords.record(5, "").replace("\"11-25\"", "\"99-105\""));
        Outcome resolved = resolve();

        assertThat(resolved.code()).as(resolved.err()).isZero();
        assertThat(resolved.out())
                .startsWith("3 works looked up: 1 with a record, 2 without; 0 left; 3 pages read; summaries: 0 new,"
                        + " 2 unchanged, 1 changed, 0 quarantined");
        String after = export("store");
        assertThat(of(after, WORK)).anyMatch(line -> line.contains("bibo/doi> \"10.5555/jiw.2014.04\""));
        assertThat(of(after, WORK + "#record"))
                .anyMatch(line -> line.contains("ns#addedField> \"DOI\""))
                .anyMatch(line -> line.contains("ontology/bibo/issn> \"0033-3204\""))
                .anyMatch(line ->
                        line.contains("prov#wasDerivedFrom> <" + registry.address() + "works/10.5555/jiw.2014.04>"));
        assertThat(of(after, WORK + "#author-1"))
                .anyMatch(line -> line.contains("ns#orcid> <https://orcid.org/0000-0002-1825-0097>"));
        assertThat(after.lines().filter(line -> line.contains("bibo/doi>"))).hasSize(1);
        assertThat(after.lines()).as("nothing that was printed is gone").containsAll(said(before));
    }

    /** All that a graph says but how often it was read. */
    private static List<String> said(String export) {
        return export.lines()
                .filter(line -> !line.contains("purl.org/dc/terms/modified"))
                .toList();
    }

    @Test
    void whatWasAnsweredIsAnInputAndNobodyIsAskedAgain() throws IOException {
        registry.register(OwlRecords.record(4, OwlRecords.retracted("retraction")));
        resolve();
        String resolved = export("store");
        int asked = registry.requests().size();
        registry.close();

        assertThat(ingest("store").out()).contains("0 new, 3 unchanged, 0 changed");
        assertThat(run("reprocess", "--no-index", "--store", path("store")).code())
                .isZero();
        assertThat(export("store")).isEqualTo(resolved);

        Files.createDirectories(folder.resolve("fresh/registry"));
        ingest("fresh");
        Files.copy(folder.resolve("store/registry/owl.jsonl"), folder.resolve("fresh/registry/owl.jsonl"));
        ingest("fresh");
        assertThat(said(export("fresh"))).isEqualTo(said(resolved));

        assertThat(resolve().out()).startsWith("0 works looked up");
        assertThat(registry.requests()).hasSize(asked);
        run("backup", "--store", path("store"), path("copy"));
        assertThat(folder.resolve("copy/registry/owl.jsonl")).exists();
    }

    @Test
    void aRetractionIsSaidOfTheWorkTheSummaryAndItsAdvice() throws IOException {
        registry.register(OwlRecords.record(4, OwlRecords.retracted("retraction")));
        registry.register(OwlRecords.record(5, OwlRecords.retracted("erratum")));
        Outcome resolved = resolve();

        assertThat(resolved.out()).contains("flagged " + FIRST + ": retraction, doi:10.5555/jiw.notice");
        String after = export("store");
        assertThat(targets(after, "study-retracted")).containsExactlyInAnyOrder(WORK, FIRST, FIRST + "#implication-1");
        assertThat(targets(after, "study-corrected")).containsExactly(WORK.replace("2014", "2015"));
        assertThat(after)
                .contains("\"Retraction of 2019-05-02, doi:10.5555/jiw.notice (publisher).\"@en")
                .contains("<" + WORK + "#update-1> <https://w3id.org/precis/ns#updateType> \"retraction\"");
    }

    private static List<String> targets(String export, String flag) {
        List<String> annotations = export.lines()
                .filter(line -> line.contains("oa#hasBody> <https://w3id.org/precis/flag#" + flag + ">"))
                .map(line -> line.split(" ")[0])
                .toList();
        return export.lines()
                .filter(line -> line.contains("oa#hasTarget>") && annotations.contains(line.split(" ")[0]))
                .map(line -> line.split(" ")[2].replaceAll("[<>]", ""))
                .toList();
    }

    @Test
    void anEditorMayDismissAFlagAndACorrectedDoiIsAskedFor() throws IOException {
        registry.register(OwlRecords.record(4, OwlRecords.retracted("retraction")));
        resolve();
        Cli.write(folder.resolve("sources/owl/corrections/e.yaml"), """
            - {summary: %s, set: {doi: 10.5555/jiw.2014.04}, flags: {dismiss: [study-retracted]}}
            """.formatted(FIRST));
        assertThat(resolve().out()).contains("1 work looked up: 1 with a record");
        assertThat(registry.requests().getLast()).startsWith("/works/10.5555/jiw.2014.04?");
        assertThat(targets(export("store"), "study-retracted")).isEmpty();
        assertThat(export("store"))
                .contains("<" + WORK + "#update-1>")
                .doesNotContain("#record> <https://w3id.org/precis/ns#addedField>");
    }

    @Test
    void whatIsRetractedLaterIsFoundWhenItIsAskedAgain() throws IOException {
        registry.register(OwlRecords.record(4, ""));
        resolve();
        registry.register(OwlRecords.record(4, OwlRecords.retracted("expression_of_concern")));
        assertThat(resolve().out()).startsWith("0 works");

        profile(", ask-again: 1ms");
        assertThat(resolve().out()).contains("flagged " + FIRST + ": expression_of_concern");
        assertThat(targets(export("store"), "study-of-concern"))
                .containsExactlyInAnyOrder(WORK, FIRST, FIRST + "#implication-1");
    }

    @Test
    void whereTheTwoDifferAPersonLooks() throws IOException {
        registry.register(OwlRecords.record(4, "").replace("\"issue\": \"2\"", "\"issue\": \"3\""));
        resolve();
        assertThat(targets(export("store"), "registry-disagrees")).containsExactly(WORK);
        assertThat(run("review", "--store", path("store")).out())
                .contains("Print and registry do not say the same of the study: issue is printed as “2”, the registry"
                        + " has “3”.");
        assertThat(of(export("store"), WORK)).anyMatch(line -> line.contains("bibo/issue> \"2\""));
    }

    @Test
    void aRegistryThatFailsChangesNothingAndIsAskedAgain() throws IOException {
        String before = export("store");
        registry.register(OwlRecords.record(4, ""));
        registry.fail(Fault.HTML, Fault.EMPTY, Fault.UNAVAILABLE);
        Outcome failed = resolve();
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.err())
                .contains("gives what is no JSON (text/html)", "gives no work-list", "answers with status 503");
        assertThat(failed.out()).startsWith("0 works looked up: 0 with a record, 0 without; 3 left");
        assertThat(export("store")).isEqualTo(before);
        assertThat(resolve().out()).startsWith("3 works looked up: 1 with a record");
    }

    @Test
    void noMoreIsAskedThanIsAllowed() {
        profile(", requests-a-day: 2");
        assertThat(resolve("--limit", 1).out()).startsWith("1 work looked up").contains("2 left");
        Outcome spent = resolve();
        assertThat(spent.out()).startsWith("1 work looked up").contains("1 left");
        assertThat(spent.err()).contains("as often as `resolver.requests-a-day` allows");
        assertThat(registry.requests()).hasSize(2);
    }

    @Test
    void nobodyIsAskedWhoWasNotNamed() {
        Outcome refused = run("resolve", "--no-index", "--store", path("store"));
        assertThat(refused.err()).as("loopback").contains("no address of the public Internet");
        assertThat(registry.requests()).isEmpty();

        blog.withProfile("resolver: {address: \"%s\"}\n".formatted(registry.address()));
        Outcome off = resolve();
        assertThat(off.code()).isEqualTo(2);
        assertThat(off.err()).contains("`resolver.address` and `resolver.contact`");
        assertThat(registry.requests()).isEmpty();
    }
}
