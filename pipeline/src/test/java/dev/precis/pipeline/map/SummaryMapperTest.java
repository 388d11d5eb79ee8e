package dev.precis.pipeline.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.ontology.Ontology;
import dev.precis.ontology.Precis;
import dev.precis.ontology.Reused.Bibo;
import dev.precis.ontology.Reused.Cito;
import dev.precis.ontology.Reused.Dqv;
import dev.precis.ontology.Reused.Itsrdf;
import dev.precis.ontology.Reused.Oa;
import dev.precis.ontology.Reused.Pro;
import dev.precis.ontology.Reused.Prov;
import dev.precis.ontology.Reused.Schema;
import dev.precis.pipeline.Sources;
import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.PublicationDate;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.Summary;
import dev.precis.pipeline.route.stage.Stages;
import dev.precis.pipeline.source.SourceProfiles;
import dev.precis.sparql.archive.NamedGraph;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryMapperTest {
    private static final String BASE = "http://localhost:3030/";
    private static final Stages STAGES = Sources.stages(Sources.profile("pprnet"));
    private static final String CITATION =
            "Fl\u00FCckiger, C., Del Re, A. C., Wampold, B. E., ... Horvath, A. O. (2018)."
                    + " The alliance in adult psychotherapy: A meta-analytic synthesis. Psychotherapy, 55(4), 316-340."
                    + " https://doi.org/10.1037/PST0000172";
    private static final String BODY =
            "They summed up 295 studies. The alliance went with outcome, r = .28, 95% CI [.30,"
                    + " .25], p < .001. Nothing else is told.";
    private static final Draft WHOLE = new Draft(
            new Draft.Origin(
                    "pprnet",
                    URI.create("https://blog.example/?p=1"),
                    "a".repeat(64),
                    Optional.of(Instant.parse("2020-01-01T00:00:00Z"))),
            new Passage("How Strong Is the Bond?", 0),
            PublicationDate.of(LocalDate.of(2021, 5, 14)),
            List.of(new Passage(CITATION, 24)),
            List.of(),
            List.of(new Passage("First paragraph.", 300), new Passage(BODY, 400)),
            List.of(new Passage("Watch the bond.", 600), new Passage("Mend it.", 616)),
            List.of("cat_2=12", "Empathy", "cat_1=25"),
            "",
            List.of());

    @Test
    void mapsEveryPartOfAPost() {
        Model model = model(WHOLE);
        Resource summary = model.getResource(BASE + "summary/2021-05/how-strong-is-the-bond");

        assertThat(text(summary, Schema.headline)).isEqualTo("How Strong Is the Bond?@en");
        assertThat(text(summary, Schema.articleBody)).isEqualTo("First paragraph.\n\n" + BODY + "@en");
        assertThat(text(summary, Schema.datePublished)).isEqualTo("2021-05-14^^date");
        assertThat(text(summary, Precis.year)).isEqualTo("2021^^integer");
        assertThat(text(summary, Schema.isPartOf)).isEqualTo(BASE + "issue/2021-05");
        assertThat(text(summary, Schema.author)).isEqualTo(BASE + "person/giorgio-a-tasca");
        assertThat(text(summary, DCTerms.source)).isEqualTo("https://blog.example/?p=1");
        assertThat(texts(summary, DCTerms.subject))
                .allMatch(topic -> topic.startsWith(BASE + "topic/"))
                .hasSize(2);
        assertThat(texts(summary, DCTerms.type)).singleElement().asString().startsWith(BASE + "type/");
        assertThat(summary.getPropertyResourceValue(Cito.citesAsSourceDocument))
                .isEqualTo(summary.getPropertyResourceValue(Schema.citation))
                .hasToString(BASE + "works/fluckiger-2018-the-alliance-in-adult-psychotherapy");
        assertThat(texts(summary, Precis.practiceImplication)).hasSize(2);
        assertThat(text(model.getResource(summary + "#implication-2"), Schema.text))
                .isEqualTo("Mend it.@en");
    }

    @Test
    void namesTheMonthInTheLanguageOfTheBlog(@TempDir Path folder) throws IOException {
        Path english = Sources.FOLDER.resolve("pprnet");
        Path french = Files.createDirectory(folder.resolve("carnet"));
        Files.copy(english.resolve("topics.ttl"), french.resolve("topics.ttl"));
        Files.writeString(
                french.resolve("profile.yaml"),
                Files.readString(english.resolve("profile.yaml")).replace("language: en", "language: fr"));
        SourceProfile profile = new SourceProfiles("test").read(french);
        Stages stages = Sources.stages(profile);
        Summary summary = stages.understanding().understand(WHOLE);
        NamedGraph graph = stages.mapper().map(summary, new Iris(profile).summary(summary.draft()));

        assertThat(text(
                        ModelFactory.createModelForGraph(graph.graph()).getResource(BASE + "issue/2021-05"),
                        Schema.name))
                .isEqualTo("mai 2021@fr");
    }

    @Test
    void givesEachPieceOfAdviceItsPlaceAndItsWords() {
        Passage paragraph = new Passage("Watch the bond. Mend it early, or late.", 600);
        Passage point = new Passage("Say so. Then wait.", 700).asItem();
        Model model = model(withImplications(List.of(paragraph, point)));
        String advice = BASE + "summary/2021-05/how-strong-is-the-bond#implication-";

        assertThat(List.of(1, 2, 3)).allSatisfy(number -> {
            Resource resource = model.getResource(advice + number);
            assertThat(text(resource, Schema.position)).isEqualTo(number + "^^integer");
        });
        assertThat(text(model.getResource(advice + 2), Schema.text)).isEqualTo("Mend it early, or late.@en");
        assertThat(text(model.getResource(advice + 2), Precis.paragraph)).isEqualTo("1^^integer");
        assertThat(text(model.getResource(advice + 3), Schema.text)).isEqualTo("Say so. Then wait.@en");
        assertThat(text(model.getResource(advice + 3), Precis.paragraph)).isEqualTo("2^^integer");
        assertThat(List.of(1, 2, 3))
                .extracting(number -> quote(model.getResource(advice + number)))
                .containsExactly("600,615", "616,639", "700,718");
    }

    /** RFC 5147 counts characters, which Java keeps in one or two units. */
    @Test
    void countsCharactersAndNotTheUnitsOfJava() {
        Model model = model(withImplications(List.of(new Passage("🙂 Watch the bond. Mend it.", 600))));
        String advice = BASE + "summary/2021-05/how-strong-is-the-bond#implication-";

        assertThat(List.of(1, 2))
                .extracting(number -> quote(model.getResource(advice + number)))
                .containsExactly("600,617", "618,626");
    }

    private static String quote(Resource statement) {
        return statement
                .getPropertyResourceValue(Prov.wasDerivedFrom)
                .getURI()
                .replaceFirst(".*/snapshot/[0-9a-f]{64}#char=", "");
    }

    @Test
    void suggestsTopicsOnlyWhereTheSourceNamesNone() {
        Model told = model(WHOLE);
        Model untold = model(WHOLE.withLabels(List.of("cat_1=25")));
        String summary = BASE + "summary/2021-05/how-strong-is-the-bond";
        Resource suggestion = untold.getResource(summary + "#suggestion-1");

        assertThat(told.contains(null, RDF.type, Oa.Annotation)).isFalse();
        assertThat(untold.contains(null, DCTerms.subject)).isFalse();
        assertThat(text(suggestion, Oa.hasTarget)).isEqualTo(summary);
        assertThat(text(suggestion, Oa.hasBody)).isEqualTo(BASE + "topic/alliance");
        assertThat(text(suggestion, Oa.motivatedBy)).isEqualTo(Oa.classifying.getURI());
        assertThat(text(suggestion, Itsrdf.taConfidence)).isEqualTo("0.97^^decimal");
        assertThat(text(suggestion, Prov.wasGeneratedBy)).isEqualTo(summary + "#reading");
    }

    @Test
    void knowsAGroupFromAPerson() {
        Model model = model(with(
                Passage.of("A Title"),
                List.of(Passage.of("American Psychological Association. (2019). Clinical practice guideline for the"
                        + " treatment of depression. Author."))));
        Resource role =
                model.listObjectsOfProperty(Pro.isDocumentContextFor).next().asResource();

        assertThat(text(role, Pro.isHeldBy)).isEqualTo(BASE + "organization/american-psychological-association");
        assertThat(text(role.getPropertyResourceValue(Pro.isHeldBy), RDF.type)).isEqualTo(Schema.Organization.getURI());
    }

    @Test
    void keepsTheOrderOfAuthorsAndTellsThatSomeAreLeftOut() {
        Model model = model(WHOLE);
        Resource work = model.getResource(BASE + "works/fluckiger-2018-the-alliance-in-adult-psychotherapy");
        Map<String, String> places = new TreeMap<>();
        model.listObjectsOfProperty(Pro.isDocumentContextFor)
                .mapWith(RDFNode::asResource)
                .forEach(role -> places.put(
                        text(role, Schema.name),
                        role.hasProperty(Schema.position) ? text(role, Schema.position) : text(role, Schema.roleName)));

        assertThat(places)
                .isEqualTo(Map.of(
                        "Fl\u00FCckiger, C.",
                        "1^^integer",
                        "Del Re, A. C.",
                        "2^^integer",
                        "Wampold, B. E.",
                        "3^^integer",
                        "Horvath, A. O.",
                        "last author@en"));
        assertThat(flags(model)).containsEntry("author-list-truncated", work.getURI());
        assertThat(text(work, DCTerms.bibliographicCitation)).isEqualTo(CITATION);
        assertThat(text(work, Bibo.doi)).isEqualTo("10.1037/pst0000172");
        assertThat(text(work, Precis.year)).isEqualTo("2018^^integer");
    }

    @Test
    void mapsNumbersWithTheWordsTheyWereReadFrom() {
        Model model = model(WHOLE);
        Resource estimate = model.getResource(BASE + "summary/2021-05/how-strong-is-the-bond#estimate-1");

        assertThat(text(estimate, Precis.statistic)).isEqualTo(Precis.STATISTICS + "#correlation");
        assertThat(text(estimate, Schema.value)).isEqualTo("0.28^^decimal");
        assertThat(text(estimate, Precis.ciLower)).isEqualTo("0.25^^decimal");
        assertThat(text(estimate, Precis.ciUpper)).isEqualTo("0.3^^decimal");
        assertThat(text(estimate, Precis.ciLevel)).isEqualTo("0.95^^decimal");
        assertThat(text(estimate, Precis.pValue)).isEqualTo("0.001^^decimal");
        assertThat(text(estimate, Precis.pRelation)).isEqualTo("<");
        assertThat(flags(model)).containsEntry("ci-bounds-reversed", estimate.getURI());
        assertThat(model.listSubjectsWithProperty(Precis.studies).mapWith(sample -> text(sample, Precis.studies)))
                .toIterable()
                .containsExactly("295^^integer");
        String[] ends = quote(estimate).split(",");
        assertThat(BODY.substring(Integer.parseInt(ends[0]) - 400, Integer.parseInt(ends[1]) - 400))
                .isEqualTo(text(estimate, Precis.asPrinted))
                .startsWith("r = .28");
    }

    @Test
    void theTitleOfTheWorkStandsInForAMissingTitle() {
        Draft untitled = with(Passage.NONE, WHOLE.citations())
                .withNotices(List.of(Notice.warning("title-missing", "https://blog.example/?p=1", "no title")));
        Model model = model(untitled);
        Resource summary =
                model.listSubjectsWithProperty(RDF.type, Schema.BlogPosting).next();

        assertThat(text(summary, Schema.headline))
                .isEqualTo("The alliance in adult psychotherapy: A meta-analytic synthesis@en");
        assertThat(summary.getURI()).startsWith(BASE + "summary/2021-05/fluckiger-c-del-re-a-c");
        assertThat(flags(model)).containsEntry("title-missing", summary.getURI());
    }

    @Test
    void theCitationStandsInWhereNoTitleIsKnownAtAll() {
        Model model = model(with(Passage.NONE, List.of(Passage.of("see the handbook"))));
        Resource summary =
                model.listSubjectsWithProperty(RDF.type, Schema.BlogPosting).next();

        assertThat(text(summary, Schema.headline)).isEqualTo("see the handbook@en");
    }

    @Test
    void saysThatTheSizeOfASampleIsNotExact() {
        Draft draft = new Draft(
                WHOLE.origin(),
                WHOLE.title(),
                WHOLE.date(),
                WHOLE.citations(),
                List.of(),
                List.of(Passage.of("About 120 patients took part. Then 40 patients were asked.")),
                List.of(),
                List.of(),
                "",
                List.of());
        Model model = model(draft);
        Resource flag = model.listSubjectsWithProperty(
                        Oa.hasBody, model.createResource(Precis.FLAGS + "#sample-approximate"))
                .next();

        assertThat(model.listSubjectsWithProperty(Precis.size).toList()).hasSize(2);
        assertThat(flag.getPropertyResourceValue(Oa.hasTarget)
                        .getProperty(Precis.size)
                        .getInt())
                .isEqualTo(120);
        assertThat(text(flag, DCTerms.description)).isEqualTo("Printed as \"About 120 patients\".@en");
        assertThat(model.listSubjectsWithProperty(Oa.hasBody, flag.getPropertyResourceValue(Oa.hasBody))
                        .toList())
                .hasSize(1);
    }

    @Test
    void aCitationThatNobodyCanReadIsKeptAsPrinted() {
        Model model = model(with(Passage.of("A Title"), List.of(Passage.of("see the handbook"))));
        Resource work =
                model.listSubjectsWithProperty(DCTerms.bibliographicCitation).next();

        assertThat(text(work, DCTerms.bibliographicCitation)).isEqualTo("see the handbook");
        assertThat(flags(model)).containsEntry("citation-unread", work.getURI());
    }

    @Test
    void saysNothingOfFilesOnSomebodysDisk() {
        Draft.Origin file =
                new Draft.Origin("pprnet", URI.create("file:///home/me/page.html"), "b".repeat(64), Optional.empty());
        Draft saved = new Draft(
                file,
                WHOLE.title(),
                WHOLE.date(),
                WHOLE.citations(),
                List.of(),
                WHOLE.body(),
                WHOLE.implications(),
                List.of(),
                "Ann Author",
                List.of());
        Model model = model(saved);

        assertThat(model.listStatements().mapWith(Object::toString).toList())
                .noneMatch(line -> line.contains("/home/me"));
        assertThat(model.listObjectsOfProperty(Schema.author)
                        .mapWith(RDFNode::toString)
                        .toList())
                .contains(BASE + "person/ann-author");
        assertThat(model.listObjectsOfProperty(Prov.generatedAtTime).toList())
                .as("nobody knows when")
                .isEmpty();
    }

    @Test
    void whateverIsMissingTheGraphIsValidAndWithoutBlankNodes() {
        for (Draft draft : List.of(
                WHOLE,
                with(Passage.NONE, WHOLE.citations()),
                with(WHOLE.title(), List.of()),
                with(WHOLE.title(), List.of(Passage.of("?"))),
                with(Passage.of("👩‍⚕️ “<b>” \\ \u0001"), List.of()))) {
            NamedGraph graph = map(draft);

            assertThat(STAGES.validator().validate(graph)).isSameAs(graph);
            assertThat(graph.graph().stream())
                    .noneMatch(triple ->
                            triple.getSubject().isBlank() || triple.getObject().isBlank());
            assertThat(map(draft).graph().isIsomorphicWith(graph.graph())).isTrue();
        }
    }

    @Test
    void whatIsCitedBesidesIsNotWhatIsSummarised() {
        Draft draft = new Draft(
                WHOLE.origin(),
                WHOLE.title(),
                WHOLE.date(),
                WHOLE.citations(),
                List.of(Passage.of("Amsel, B. (2016). Walking and talking. Journal of Paths, 12(3), 45-67.")),
                List.of(),
                WHOLE.body(),
                WHOLE.implications(),
                WHOLE.labels(),
                "",
                List.of(),
                List.of());
        Model model = ModelFactory.createModelForGraph(map(draft).graph());
        Resource summary = model.getResource(BASE + "summary/2021-05/how-strong-is-the-bond");
        Resource besides = summary.getPropertyResourceValue(Cito.cites);

        assertThat(text(besides, Schema.name)).startsWith("Walking and talking");
        assertThat(summary.hasProperty(Schema.citation, besides)).isFalse();
        assertThat(summary.hasProperty(Cito.citesAsSourceDocument, besides)).isFalse();
    }

    private static Draft withImplications(List<Passage> implications) {
        return new Draft(
                WHOLE.origin(),
                WHOLE.title(),
                WHOLE.date(),
                WHOLE.citations(),
                List.of(),
                WHOLE.body(),
                implications,
                WHOLE.labels(),
                "",
                List.of());
    }

    private static Draft with(Passage title, List<Passage> citations) {
        return new Draft(
                WHOLE.origin(),
                title,
                WHOLE.date(),
                citations,
                List.of(),
                WHOLE.body(),
                WHOLE.implications(),
                WHOLE.labels(),
                "",
                List.of());
    }

    private static NamedGraph map(Draft draft) {
        Summary summary = STAGES.understanding().understand(draft);
        return STAGES.mapper().map(summary, new Iris(STAGES.profile()).summary(summary.draft()));
    }

    private static Model model(Draft draft) {
        return ModelFactory.createModelForGraph(map(draft).graph());
    }

    /** Each flag and what it is about. */
    private static Map<String, String> flags(Model model) {
        Map<String, String> flags = new TreeMap<>();
        model.listSubjectsWithProperty(RDF.type, Dqv.QualityAnnotation)
                .forEach(flag ->
                        flags.put(text(flag, Oa.hasBody).replace(Precis.FLAGS + "#", ""), text(flag, Oa.hasTarget)));
        assertThat(Ontology.flags().concepts())
                .extracting(flag -> flag.iri().getFragment())
                .containsAll(flags.keySet());
        return flags;
    }

    private static String text(Resource subject, Property property) {
        List<String> values = texts(subject, property);
        assertThat(values).as(subject + " " + property.getLocalName()).hasSize(1);
        return values.getFirst();
    }

    /** IRIs as they are; literals with their language or the last part of their type. */
    private static List<String> texts(Resource subject, Property property) {
        return subject.listProperties(property)
                .mapWith(statement -> text(statement.getObject()))
                .toList();
    }

    private static String text(RDFNode node) {
        if (node.isResource()) {
            return node.asResource().getURI();
        }
        String language = node.asLiteral().getLanguage();
        String type = node.asLiteral().getDatatypeURI().replaceFirst(".*#", "");
        String suffix = !language.isEmpty() ? "@" + language : type.equals("string") ? "" : "^^" + type;
        return node.asLiteral().getLexicalForm() + suffix;
    }
}
