package dev.precis.pipeline.app.desk;

import dev.precis.ontology.SourceConcepts;
import dev.precis.pipeline.app.settings.SourceSettings;
import dev.precis.pipeline.app.settings.StoreRequests.Answer;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.source.SourceProfiles;
import dev.precis.pipeline.understand.topic.TopicTagger;
import dev.precis.sparql.archive.GraphArchive;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the desk works with.
 *
 * @param archive that is served
 * @param sources the folder of sources
 * @param base that is published under
 * @param commands runs a command on the archive
 * @param follow brings what was committed to readers
 * @param crawls reads blogs while all else goes on
 * @param drop the watched folder
 * @param dropSource the source of what is dropped
 * @param waiting dropped files that wait, each with why
 * @param health of the server, in a word
 */
public record Office(
        GraphArchive archive,
        Path sources,
        String base,
        Function<List<String>, Answer> commands,
        Runnable follow,
        Crawls crawls,
        Path drop,
        SourceProfile dropSource,
        Supplier<Map<String, String>> waiting,
        Supplier<String> health) {

    /** Crawls of sources, by their ids. */
    public interface Crawls {
        /** Those that run at the moment, or wait for others. */
        Collection<String> running();

        /** Crawls a source as soon as no other is crawled; not if that is so already. */
        boolean begin(String source);

        /** When a source is due by its profile; empty if it never is. */
        Optional<Instant> next(String source);
    }

    /** Runs a command as if it were typed; no value of a form can be taken for an option or a file of options. */
    Answer run(List<String> words, String... operands) {
        List<String> typed = new ArrayList<>(words);
        typed.add("--store=" + archive.store().toAbsolutePath());
        typed.add("--sources=" + sources.toAbsolutePath());
        for (String operand : operands) {
            if (operand.startsWith("-") || operand.startsWith("@") || operand.isBlank()) {
                return new Answer(2, "", List.of("expected a name or an address, not '" + operand + "'"));
            }
            typed.add(operand);
        }
        return commands.apply(typed);
    }

    /** The sources as their profiles are now. */
    SequencedMap<String, SourceProfile> profiles() {
        return new SourceProfiles(dropSource.program()).readAll(sources);
    }

    Optional<SourceProfile> owner(String summary) {
        return SourceSettings.owner(profiles().values(), summary);
    }

    static TopicTagger tagger(SourceProfile profile) {
        SourceConcepts concepts = concepts(profile);
        return new TopicTagger(concepts.topics(), concepts.types());
    }

    static SourceConcepts concepts(SourceProfile profile) {
        return SourceConcepts.read(profile.folder().resolve("topics.ttl"), profile.root());
    }
}
