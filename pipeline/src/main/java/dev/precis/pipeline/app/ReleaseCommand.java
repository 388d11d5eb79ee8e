package dev.precis.pipeline.app;

import dev.precis.pipeline.app.run.Published;
import dev.precis.pipeline.app.settings.Failure;
import dev.precis.pipeline.app.settings.Settings;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.release.Release;
import dev.precis.sparql.release.ReleaseWriter;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Site;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a data set of the store as it is now. */
@Command(
        name = "release",
        description =
                "Make a dated data set of the store: all statements, cited works and effect sizes in packed files,"
                        + " with digests, descriptions and what changed since the last one; also while the store is"
                        + " served, under /dump once it is in the folder releases of the store.")
final class ReleaseCommand implements Callable<Integer> {
    @Mixin
    private Settings settings = new Settings();

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "The folder of releases, to which one is added (default: releases in the store).")
    private @Nullable Path target;

    @Override
    public Integer call() {
        Path store = settings.existingStore();
        Path folder = target == null ? Published.releaseFolder(store) : target;
        PrintWriter out = settings.command().commandLine().getOut();
        try (Published published = Published.of(settings)) {
            Site site = published.site();
            ReleaseWriter.Subject subject = new ReleaseWriter.Subject(
                    site.places().base().iri(),
                    new Catalogue(published.index().dataset()).blogs(),
                    (path, to) -> write(site, path, to));
            ReleaseWriter.Result result = new ReleaseWriter(published.archive(), subject).into(folder);
            Release release = result.release();
            Path where = folder.resolve(release.name());
            out.println(
                    result.isNew()
                            ? release.files().size() + " data files in " + where
                            : where + " is there already: the store has not changed since");
            result.remarks().forEach(settings.command().commandLine().getErr()::println);
            return result.remarks().isEmpty() ? 0 : Failure.FAILED;
        }
    }

    private static void write(Site site, String path, OutputStream to) throws IOException {
        Response response = site.get(path, "");
        if (response.status() != 200) {
            throw new IllegalStateException("the site answers " + response.status() + " for " + path);
        }
        response.writeTo(to);
    }
}
