package dev.precis.pipeline.app.run;

import dev.precis.pipeline.app.settings.Settings;
import dev.precis.pipeline.app.settings.SourceSettings;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.source.warc.WebArchive;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** The inputs of a run, each with the source whose profile applies to it. */
public final class Inputs {
    private final SourceSettings settings;
    private final String source;
    private final boolean oneSite;
    private final SequencedMap<String, SourceProfile> profiles;
    private final SequencedMap<SourceProfile, List<Input>> bySource = new LinkedHashMap<>();

    /** Something to read. */
    public sealed interface Input {
        record Files(Path path) implements Input {}

        record Address(URI uri) implements Input {}
    }

    /** @param source id of the source that all inputs belong to; empty to find out */
    public Inputs(SourceSettings settings, String source, List<String> inputs) {
        this(settings, source, inputs, false);
    }

    /** @param oneSite whether the site that web archives are read for is named, so that they are not of any source */
    public Inputs(SourceSettings settings, String source, List<String> inputs, boolean oneSite) {
        this.settings = settings;
        this.source = source;
        this.oneSite = oneSite;
        if (inputs.contains("")) {
            throw settings.usage("an INPUT is empty: expected a file, a folder or an address");
        }
        Path first = isAddress(inputs.getFirst()) ? Path.of("") : Path.of(inputs.getFirst());
        this.profiles = settings.profiles(first);
        settings.checkSource(source, profiles);
        inputs.forEach(this::add);
    }

    public SequencedMap<SourceProfile, List<Input>> bySource() {
        return bySource;
    }

    public Collection<SourceProfile> profiles() {
        return profiles.values();
    }

    private void add(String input) {
        switch (input(settings, input)) {
            case Input.Address address -> put(profileOf(address.uri()), address);
            case Input.Files files -> add(files.path());
        }
    }

    /** What is named on the command line, if it is there. */
    static Input input(SourceSettings settings, String input) {
        if (input.isEmpty()) {
            throw settings.usage("an INPUT is empty: expected a file, a folder or an address");
        }
        if (isAddress(input)) {
            return new Input.Address(address(settings, input));
        }
        Path path = Path.of(input);
        if (!Files.exists(path)) {
            throw settings.usage("no such file or folder: " + input);
        }
        return new Input.Files(path);
    }

    private void add(Path path) {
        if (Files.isDirectory(path.resolve("sources"))) {
            profiles.values().stream()
                    .filter(profile -> source.isEmpty() || profile.id().equals(source))
                    .forEach(profile -> addSource(profile, profile.folder()));
        } else if (Files.isRegularFile(path.resolve("profile.yaml"))) {
            addSource(profileOf(path), path);
        } else if (WebArchive.isOne(path)
                && source.isEmpty()
                && !oneSite
                && ownerOf(path).isEmpty()) {
            // it may hold pages of any of them, and tells which
            profiles.values().forEach(profile -> put(profile, new Input.Files(path)));
        } else {
            put(profileOf(path), new Input.Files(path));
        }
    }

    private static URI address(SourceSettings settings, String input) {
        try {
            URI uri = new URI(input);
            if (uri.getHost() != null) {
                return uri;
            }
            throw settings.usage("no address: " + input + " (no host)");
        } catch (URISyntaxException e) {
            throw settings.usage("no address: " + input + " (" + e.getReason() + ")");
        }
    }

    /** Of a source's folder only archive/ and drop/ are input: samples are for tests. */
    private void addSource(SourceProfile profile, Path folder) {
        Stream.of("archive", "drop")
                .map(folder::resolve)
                .filter(Files::isDirectory)
                .forEach(part -> put(profile, new Input.Files(part)));
    }

    private void put(SourceProfile profile, Input input) {
        bySource.computeIfAbsent(profile, p -> new ArrayList<>()).add(input);
    }

    private SourceProfile profileOf(URI uri) {
        return known().orElseGet(() -> profiles.values().stream()
                .filter(profile -> profile.home().getHost() != null
                        && profile.home().getHost().equals(uri.getHost()))
                .findFirst()
                .orElseGet(this::root));
    }

    private SourceProfile profileOf(Path path) {
        return known().or(() -> ownerOf(path)).orElseGet(this::root);
    }

    /** The source in whose folder a file lies. */
    private Optional<SourceProfile> ownerOf(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        return profiles.values().stream()
                .filter(profile ->
                        absolute.startsWith(profile.folder().toAbsolutePath().normalize()))
                .findFirst();
    }

    private Optional<SourceProfile> known() {
        return Optional.ofNullable(profiles.get(source));
    }

    private SourceProfile root() {
        return Settings.root(profiles.values());
    }

    private static boolean isAddress(String input) {
        return input.startsWith("http://") || input.startsWith("https://");
    }

    public static Map<SourceProfile, List<Input>> one(SourceProfile profile, Path path) {
        return Map.of(profile, List.of(new Input.Files(path)));
    }
}
