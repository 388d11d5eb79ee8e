package dev.precis.pipeline.app;

import dev.precis.ontology.SourceConcepts;
import dev.precis.pipeline.app.settings.Settings;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.route.TaggedArchive;
import dev.precis.pipeline.understand.topic.TopicLearner;
import dev.precis.pipeline.understand.topic.TopicLearner.Example;
import dev.precis.pipeline.understand.topic.TopicWords;
import dev.precis.sparql.archive.GraphArchive;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Learns from the tagged summaries of the store which words tell topics, and writes them into the source's folder. */
@Command(
        name = "learn",
        description =
                "Learn which words of titles tell topics, from the summaries in the store of which the source names"
                        + " topics, and write them into the source's folder (" + TopicWords.FILE + ").")
final class LearnCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec command;

    @Mixin
    private Settings settings = new Settings();

    @Parameters(paramLabel = "SOURCE", description = "The source: a folder's name in the folder of sources.")
    private String source = "";

    @Override
    public Integer call() {
        SequencedMap<String, SourceProfile> profiles = settings.profiles(Path.of(""));
        settings.checkSource(source, profiles);
        SourceProfile profile = profiles.get(source);
        if (profile == null) {
            throw settings.usage("no SOURCE is named");
        }
        SourceConcepts concepts = SourceConcepts.read(profile.folder().resolve("topics.ttl"), profile.root());
        Path file = profile.folder().resolve(TopicWords.FILE);
        try (GraphArchive archive = GraphArchive.openForReading(settings.existingStore())) {
            List<Example> examples = TaggedArchive.examples(archive, profile);
            if (examples.isEmpty()) {
                throw settings.usage("nothing to learn from: no summary of " + source + " in the store has a topic");
            }
            TopicWords words = TopicLearner.learn(concepts.topics(), examples);
            words.write(file);
            if (command != null) {
                command.commandLine()
                        .getOut()
                        .println(words.words().size() + " words learned from " + examples.size() + " summaries: "
                                + file);
            }
        }
        return 0;
    }
}
