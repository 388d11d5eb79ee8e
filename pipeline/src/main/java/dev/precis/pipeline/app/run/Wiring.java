package dev.precis.pipeline.app.run;

import dev.precis.ontology.IriTemplate;
import dev.precis.ontology.Ontology;
import dev.precis.ontology.SourceConcepts;
import dev.precis.pipeline.correct.Corrections;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.execute.StageExecutors;
import dev.precis.pipeline.extract.PageReader;
import dev.precis.pipeline.map.BlogMapper;
import dev.precis.pipeline.map.SummaryMapper;
import dev.precis.pipeline.route.Batch;
import dev.precis.pipeline.route.Ingest;
import dev.precis.pipeline.route.InputDigest;
import dev.precis.pipeline.route.stage.Stages;
import dev.precis.pipeline.understand.Understanding;
import dev.precis.pipeline.understand.check.ConsistencyCheck;
import dev.precis.pipeline.understand.citation.CitationParser;
import dev.precis.pipeline.understand.finding.FindingFinder;
import dev.precis.pipeline.understand.finding.StatisticReader;
import dev.precis.pipeline.understand.finding.token.Numerals;
import dev.precis.pipeline.understand.topic.TopicSuggester;
import dev.precis.pipeline.understand.topic.TopicTagger;
import dev.precis.pipeline.understand.topic.TopicWords;
import dev.precis.pipeline.validate.ShapeValidator;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.effect.DerivedEstimates;
import dev.precis.sparql.entity.Entities;
import dev.precis.sparql.index.Derivation;
import dev.precis.sparql.index.GraphStore;
import dev.precis.sparql.index.VoidStatistics;
import dev.precis.sparql.query.CompetencyExamples;
import dev.precis.sparql.query.CompetencyQueries;
import dev.precis.sparql.query.CompetencyQuery;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;

/** Builds the object graph, by hand. */
public final class Wiring {
    private Wiring() {}

    public static CitationParser citationParser() {
        return new CitationParser();
    }

    /** @param language of the texts, BCP 47 */
    public static FindingFinder findingFinder(String language) {
        return new FindingFinder(
                new StatisticReader(Ontology.statistics()),
                new ConsistencyCheck(Ontology.statistics()),
                Numerals.of(language));
    }

    public static Stages stages(SourceProfile profile) {
        SourceConcepts concepts = SourceConcepts.read(profile.folder().resolve("topics.ttl"), profile.root());
        TopicTagger tagger = new TopicTagger(concepts.topics(), concepts.types());
        TopicWords words = TopicWords.read(profile.folder().resolve(TopicWords.FILE));
        TopicSuggester suggester = new TopicSuggester(concepts.topics(), words);
        return new Stages(
                profile,
                concepts,
                new PageReader(profile, tagger),
                tagger,
                new Understanding(citationParser(), tagger, suggester, findingFinder(profile.language())),
                Corrections.read(profile.folder(), tagger),
                new SummaryMapper(profile, profile.program()),
                new ShapeValidator(concepts.model().getGraph()),
                new BlogMapper(profile));
    }

    /** What is in the index besides what is in the files. */
    public static Derivation derivation() {
        return new Entities()
                .and(new DerivedEstimates())
                .and(new VoidStatistics())
                .and(Wiring::examples);
    }

    /**
     * Brings the index of an archive up to date.
     *
     * @param base to publish under
     * @param program the version of Précis: an index of another is made anew
     */
    public static void index(GraphArchive archive, String base, String program) {
        GraphStore.open(archive, base, program, derivation()).close();
    }

    /** Read when they are needed first: most commands derive nothing. */
    private static final class Questions {
        private static final List<CompetencyQuery> ALL =
                CompetencyQueries.read().all();
    }

    /** The questions of research as editors for SPARQL look for them. */
    private static List<NamedGraph> examples(Derivation.Content content) {
        String base = content.base();
        if (base.isEmpty()) {
            return List.of(); // there is no one endpoint that they could be put to
        }
        String endpoint = IriTemplate.ENDPOINT.of(base);
        Graph graph = CompetencyExamples.graph(Questions.ALL, base);
        return List.of(new NamedGraph(IriTemplate.EXAMPLES.of(base), base, graph));
    }

    /**
     * A run over documents of one source into the archive.
     *
     * @param forced whether what many posts have alike is no reason to withhold them
     * @param executors where stages are run that need nothing but their input
     * @param published told after each post that is published
     */
    public static Ingest ingest(
            Stages stages, GraphArchive archive, boolean forced, StageExecutors executors, Consumer<Ingest> published) {
        InputDigest digests = new InputDigest(stages.profile(), stages.profile().program());
        return new Ingest(stages, new Batch(archive, stages, digests, forced), executors, published);
    }
}
