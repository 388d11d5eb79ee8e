package dev.precis.pipeline.app;

import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.source.SourceProfiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the settings of the sources are. */
class SourceSettings {
    static final Path HOME = Path.of(System.getProperty("precis.home", "."));

    @Spec(Spec.Target.MIXEE)
    private picocli.CommandLine.Model.@Nullable CommandSpec command;

    @Option(
            names = "--sources",
            paramLabel = "DIR",
            description = "The folder of sources (default: data/sources beside the launcher).")
    private @Nullable Path sources;

    /** The folder of sources: as given, else that of the input, else the one that comes with the software. */
    Path sources(Path input) {
        Path given = sources;
        if (given != null) {
            return given;
        }
        Path own = input.resolve("sources");
        return Files.isDirectory(own) ? own : HOME.resolve("data").resolve("sources");
    }

    SequencedMap<String, SourceProfile> profiles(Path input) {
        Path folder = sources(input);
        if (!Files.isDirectory(folder)) {
            throw usage("no folder of sources at " + folder + ": name it with --sources");
        }
        SequencedMap<String, SourceProfile> profiles = new SourceProfiles(Version.number()).readAll(folder);
        if (profiles.isEmpty()) {
            throw usage("no source in " + folder + ": expected a folder with a profile.yaml");
        }
        return profiles;
    }

    /** Refuses a --source that there is no profile of; an empty one stands for none. */
    void checkSource(String source, SequencedMap<String, SourceProfile> profiles) {
        if (!source.isEmpty() && !profiles.containsKey(source)) {
            throw usage("no source " + source + ": known are " + String.join(", ", profiles.keySet()));
        }
    }

    /** The blog that has the root of the server to itself; where none has, the first. */
    static SourceProfile root(Collection<SourceProfile> profiles) {
        return profiles.stream()
                .filter(profile -> profile.path().isEmpty())
                .findFirst()
                .orElseGet(() -> profiles.iterator().next());
    }

    ParameterException usage(String message) {
        if (command == null) {
            throw new IllegalStateException("settings outside a command: " + message);
        }
        return new ParameterException(command.commandLine(), message);
    }
}
