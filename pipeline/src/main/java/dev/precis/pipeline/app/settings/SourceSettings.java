package dev.precis.pipeline.app.settings;

import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.source.SourceProfiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the settings of the sources are. */
public class SourceSettings {
    /** What a source's folder holds besides settings. */
    private static final Set<String> INPUTS = Set.of("archive", "drop", "samples");

    static final Path HOME = Path.of(System.getProperty("precis.home", "."));

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--sources",
            paramLabel = "DIR",
            description = "The folder of sources (default: data/sources beside the launcher).")
    private @Nullable Path sources;

    /** The folder of sources: as given, else that of the input, else the one that comes with the software. */
    public Path sources(Path input) {
        Path given = sources;
        if (given != null) {
            return given;
        }
        Path own = input.resolve("sources");
        return Files.isDirectory(own) ? own : HOME.resolve("data").resolve("sources");
    }

    public SequencedMap<String, SourceProfile> profiles(Path input) {
        Path folder = sources(input);
        if (!Files.isDirectory(folder)) {
            throw usage("no folder of sources at " + folder + ": name it with --sources");
        }
        SequencedMap<String, SourceProfile> profiles = new SourceProfiles(keeper().program()).readAll(folder);
        if (profiles.isEmpty()) {
            throw usage("no source in " + folder + ": expected a folder with a profile.yaml");
        }
        return profiles;
    }

    /**
     * The files of the settings of all sources, each by its path in the folder of sources: profiles, topics,
     * corrections and what was learned; not what was read, which is inputs, nor samples, which are tests. None if the
     * software comes without sources and none are named.
     */
    public SortedMap<String, Path> files() {
        Path folder = sources(Path.of(""));
        if (sources != null && !Files.isDirectory(folder)) {
            throw usage("no folder of sources at " + folder + ": name it with --sources");
        }
        SortedMap<String, Path> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            tree.filter(Files::isRegularFile)
                    .filter(file -> isSetting(folder.relativize(file)))
                    .forEach(
                            file -> files.put(folder.relativize(file).toString().replace('\\', '/'), file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
        return files;
    }

    private static boolean isSetting(Path file) {
        boolean input =
                file.getNameCount() < 2 || INPUTS.contains(file.getName(1).toString());
        return !input && !file.getFileName().toString().startsWith(".");
    }

    /** Refuses a --source that there is no profile of; an empty one stands for none. */
    public void checkSource(String source, SequencedMap<String, SourceProfile> profiles) {
        if (!source.isEmpty() && !profiles.containsKey(source)) {
            throw usage("no source " + source + ": known are " + String.join(", ", profiles.keySet()));
        }
    }

    /** The blog that has the root of the server to itself; where none has, the first. */
    public static SourceProfile root(Collection<SourceProfile> profiles) {
        return profiles.stream()
                .filter(profile -> profile.path().isEmpty())
                .findFirst()
                .orElseGet(() -> profiles.iterator().next());
    }

    /** The source with the longest root that a name begins with. */
    public static Optional<SourceProfile> owner(Collection<SourceProfile> profiles, String name) {
        return profiles.stream()
                .filter(profile -> name.startsWith(profile.root()))
                .max(Comparator.comparingInt(profile -> profile.root().length()));
    }

    public ParameterException usage(String message) {
        return new ParameterException(command().commandLine(), message);
    }

    /** Who runs this command, and can run others. */
    public Stores.Keeper keeper() {
        return (Stores.Keeper) command().root().userObject();
    }

    /** The command that these are settings of. */
    public CommandSpec command() {
        if (command == null) {
            throw new IllegalStateException("settings outside a command");
        }
        return command;
    }
}
