package dev.precis.pipeline.app.run;

import dev.precis.pipeline.app.run.Inputs.Input;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.route.Tally;
import dev.precis.pipeline.source.warc.PastCapture;
import dev.precis.pipeline.source.warc.WarcExport;
import dev.precis.sparql.archive.GraphArchive;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads all of a source again that was ever captured of it, with the settings and the program of today and without the
 * network: as its web archive would be read, which lies in the store while that lasts.
 */
public final class Reprocessing {
    private final GraphArchive archive;
    private final Reading reading;
    private final List<PastCapture> all;
    private final List<String> unknown = new ArrayList<>();

    /** @param reading into that archive */
    public Reprocessing(GraphArchive archive, Reading reading) {
        this.archive = archive;
        this.reading = reading.again();
        this.all = Captures.of(archive, unknown::add);
    }

    /**
     * One source after the other: what is said of summaries in it is in {@link Tally#differences}, {@link Tally#lost}.
     */
    public Tally of(SourceProfile profile) {
        List<PastCapture> captures = all.stream()
                .filter(capture -> capture.source().equals(profile.id())
                        || capture.source().isEmpty())
                .toList();
        Path file = archive.store().resolve("reprocess-" + profile.id() + ".warc");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            WarcExport export = new WarcExport(profile.program(), digest -> Captures.bytes(archive, digest));
            unknown.addAll(export.write(captures, false, out));
            out.flush();
            Tally tally = reading.read(Map.of(profile, List.of(new Input.Files(file))));
            unknown.forEach(
                    what -> tally.note(Notice.warning("not-kept", profile.id(), "cannot be read again: " + what)));
            unknown.clear(); // what nothing is known of is told once, whose it may be
            return tally;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read again what was captured: " + e.getMessage(), e);
        } finally {
            file.toFile().delete();
        }
    }
}
