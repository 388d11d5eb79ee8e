package dev.precis.pipeline.route.stage;

import dev.precis.ontology.SourceConcepts;
import dev.precis.pipeline.correct.Corrections;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.extract.PageReader;
import dev.precis.pipeline.map.BlogMapper;
import dev.precis.pipeline.map.SummaryMapper;
import dev.precis.pipeline.understand.Understanding;
import dev.precis.pipeline.understand.topic.TopicTagger;
import dev.precis.pipeline.validate.ShapeValidator;

/** The stages that a document of one source goes through. */
public record Stages(
        SourceProfile profile,
        SourceConcepts concepts,
        PageReader reader,
        TopicTagger tagger,
        Understanding understanding,
        Corrections corrections,
        SummaryMapper mapper,
        ShapeValidator validator,
        BlogMapper blogMapper) {}
