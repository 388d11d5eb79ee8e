package dev.precis.pipeline;

import dev.precis.ontology.Ontology;
import dev.precis.ontology.SourceConcepts;
import dev.precis.pipeline.correct.Corrections;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.extract.PageReader;
import dev.precis.pipeline.map.BlogMapper;
import dev.precis.pipeline.map.SummaryMapper;
import dev.precis.pipeline.route.stage.Stages;
import dev.precis.pipeline.source.SourceProfiles;
import dev.precis.pipeline.understand.Understanding;
import dev.precis.pipeline.understand.check.ConsistencyCheck;
import dev.precis.pipeline.understand.citation.CitationParser;
import dev.precis.pipeline.understand.finding.FindingFinder;
import dev.precis.pipeline.understand.finding.StatisticReader;
import dev.precis.pipeline.understand.topic.TopicSuggester;
import dev.precis.pipeline.understand.topic.TopicTagger;
import dev.precis.pipeline.understand.topic.TopicWords;
import dev.precis.pipeline.validate.ShapeValidator;
import java.nio.file.Path;

/** The sources that come with Précis, and the stages for each, under the version {@code test}. */
public final class Sources {
    public static final Path DATA = Path.of("..", "data");
    public static final Path FOLDER = DATA.resolve("sources");

    private Sources() {}

    public static SourceProfile profile(String id) {
        return new SourceProfiles("test").read(FOLDER.resolve(id));
    }

    public static Stages stages(SourceProfile profile) {
        SourceConcepts concepts = SourceConcepts.read(profile.folder().resolve("topics.ttl"), profile.root());
        TopicTagger tagger = new TopicTagger(concepts.topics(), concepts.types());
        FindingFinder findings = new FindingFinder(
                new StatisticReader(Ontology.statistics()), new ConsistencyCheck(Ontology.statistics()));
        TopicWords words = TopicWords.read(profile.folder().resolve(TopicWords.FILE));
        TopicSuggester suggester = new TopicSuggester(concepts.topics(), words);
        return new Stages(
                profile,
                concepts,
                new PageReader(profile, tagger),
                tagger,
                new Understanding(new CitationParser(), tagger, suggester, findings),
                Corrections.read(profile.folder(), tagger),
                new SummaryMapper(profile, "test"),
                new ShapeValidator(concepts.model().getGraph()),
                new BlogMapper(profile));
    }
}
