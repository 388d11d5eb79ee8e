package dev.precis.pipeline.app.run;

import dev.precis.pipeline.app.run.Inputs.Input;
import dev.precis.pipeline.app.settings.SourceSettings;
import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.extract.Clues;
import dev.precis.pipeline.source.SourceProfiles;
import dev.precis.pipeline.trial.Sketch;
import dev.precis.pipeline.trial.SketchFiles;
import dev.precis.pipeline.trial.Trial;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Drafts the settings of a blog that has none: reads its pages by the usual settings, and writes what they tell. */
public final class Drafting {
    private final SourceSettings settings;
    private final Trying trying;
    private final PrintWriter err;

    public Drafting(SourceSettings settings, Trying trying, PrintWriter err) {
        this.settings = settings;
        this.trying = trying;
        this.err = err;
    }

    /**
     * Writes the folder of a source, unless there is one, and reads the input again by it.
     *
     * @param sources the folder that gets it
     * @param id of the source; empty for one made of the blog's name
     */
    public Trial draft(String given, Path sources, String id) {
        if (!id.matches("[\\p{L}\\p{N}_-]*")) {
            throw settings.usage("--source " + id + ": expected letters, digits and hyphens, the name of a folder");
        }
        Input input = Inputs.input(settings, given);
        if (!id.isEmpty()) {
            refuseExisting(sources.resolve(id));
        }
        SourceProfile nobodys = usual(input);
        Trying.Outcome first = trying.read(nobodys, List.of(input));
        List<Clues> clues = first.captures().stream()
                .flatMap(capture -> Clues.of(capture, nobodys.home()).stream())
                .toList();
        if (clues.isEmpty()) {
            err.println("nothing is written: there is no page, feed or export to tell of a blog");
            return first.trial();
        }
        Sketch sketch = Sketch.of(clues, addresses(first.trial()));
        Path folder = sources.resolve(id.isEmpty() ? SketchFiles.id(sketch) : id);
        refuseExisting(folder);
        SketchFiles.write(sketch, folder);
        err.println("written: profile.yaml and topics.ttl in " + folder + "; their comments say what to check");
        SourceProfile profile = profile(folder);
        return switch (input) {
            case Input.Files files -> trying.read(profile, List.of(files)).trial();
            case Input.Address address -> trying.again(profile, first); // a site is asked once
        };
    }

    private void refuseExisting(Path folder) {
        if (Files.exists(folder.resolve("profile.yaml")) || Files.exists(folder.resolve("topics.ttl"))) {
            throw settings.usage("there are settings in " + folder + " already: nothing is written over them");
        }
    }

    private static List<URI> addresses(Trial trial) {
        return trial.pages().stream()
                .flatMap(page -> Stream.concat(
                        Stream.of(page.page()).map(Page::address),
                        page.page().drafts().stream().map(Draft::origin).map(Draft.Origin::address)))
                .toList();
    }

    /** The settings of a blog of which nothing is known but where it was asked for. */
    private SourceProfile usual(Input input) {
        List<URI> addresses = switch (input) {
            case Input.Address address -> List.of(address.uri());
            case Input.Files files -> List.of();
        };
        try {
            Path folder = Files.createTempDirectory("precis-try").toRealPath();
            try {
                SketchFiles.write(Sketch.of(List.of(), addresses), folder);
                return profile(folder);
            } finally {
                for (String file : List.of("profile.yaml", "topics.ttl", "")) {
                    Files.deleteIfExists(folder.resolve(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a temporary folder", e);
        }
    }

    private SourceProfile profile(Path folder) {
        return new SourceProfiles(settings.keeper().program()).read(folder);
    }
}
