package dev.precis.pipeline.source;

import static java.util.stream.Collectors.joining;

import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.fields.Documents;
import dev.precis.pipeline.fields.FieldReader;
import dev.precis.pipeline.fields.Flaw;
import dev.precis.pipeline.fields.MalformedDocumentException;
import dev.precis.pipeline.fields.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the profiles of all sources: {@code <sources>/<id>/profile.yaml}. */
public final class SourceProfiles {
    private static final String FILE = "profile.yaml";

    private final ProfileReader reader;

    /** @param version of Précis: of what reads the source, and in the name that a crawl gives itself */
    public SourceProfiles(String version) {
        this.reader = new ProfileReader(version);
    }

    /**
     * The profiles by their id, sorted; a folder is a source if it holds a profile.
     *
     * @throws InvalidProfileException if a profile has a flaw, or two blogs would share their addresses
     */
    public SequencedMap<String, SourceProfile> readAll(Path sources) {
        SequencedMap<String, SourceProfile> profiles = new TreeMap<>();
        Map<String, Path> roots = new HashMap<>();
        for (Path folder : folders(sources)) {
            SourceProfile profile = read(folder);
            Path other = roots.putIfAbsent(profile.root(), folder);
            if (other != null) {
                throw new InvalidProfileException(folder.resolve(FILE) + ": base and path make " + profile.root()
                        + ", which " + other.resolve(FILE) + " has already; every blog needs its own path");
            }
            profiles.put(profile.id(), profile);
        }
        return profiles;
    }

    private static List<Path> folders(Path sources) {
        try (Stream<Path> entries = Files.list(sources)) {
            return entries.filter(folder -> Files.isRegularFile(folder.resolve(FILE)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("no folder of sources at " + sources, e);
        }
    }

    /** The profile of one source's folder. */
    public SourceProfile read(Path folder) {
        Path file = folder.resolve(FILE);
        List<Flaw> flaws = new ArrayList<>();
        try {
            Value document = Documents.yaml(Documents.text(file), 1);
            if (document instanceof Value.Mapping mapping) {
                SourceProfile profile = reader.read(folder, new FieldReader(mapping, "", flaws::add));
                if (flaws.isEmpty()) {
                    return profile;
                }
            } else {
                flaws.add(new Flaw(document.line(), "wrong-type", "expected keys with values, found nothing of that"));
            }
        } catch (MalformedDocumentException e) {
            flaws.add(e.flaw());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        throw new InvalidProfileException(flaws.stream()
                .map(flaw -> file + ":" + flaw.line() + ": " + flaw.message())
                .collect(joining("\n")));
    }
}
