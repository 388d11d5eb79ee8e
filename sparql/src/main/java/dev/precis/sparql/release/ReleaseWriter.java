package dev.precis.sparql.release;

import dev.precis.ontology.Ontology;
import dev.precis.sparql.archive.BaseSwap;
import dev.precis.sparql.archive.DurableFiles;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.effect.EffectSizes;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.release.ReleasedFile.Column;
import dev.precis.sparql.write.CsvRows;
import dev.precis.sparql.write.Export;
import dev.precis.sparql.write.Form;
import dev.precis.sparql.write.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a release of a store. Its date is that of the store's last change, not that of the clock, so that the same
 * store gives the same bytes; what is served is released as it is served, by the same writers.
 */
public final class ReleaseWriter {
    private static final String SUMMARIES = "summaries";
    private static final String WORKS = "works";
    private static final String EFFECT_SIZES = "effect-sizes";
    private static final String CHANGES = "changes";

    private final GraphArchive archive;
    private final Subject subject;

    /**
     * What is released besides the graphs.
     *
     * @param base what all names are to begin with
     * @param blogs in the order of their roots
     * @param lists all that is listed
     */
    public record Subject(String base, List<Blog> blogs, Lists lists) {
        public Subject {
            blogs = List.copyOf(blogs);
        }
    }

    /** What a site lists, written as it sends it, without being held whole. */
    public interface Lists {
        /** The works that a blog cites. */
        void works(Blog blog, Form form, OutputStream out) throws IOException;

        void effectSizes(OutputStream out) throws IOException;
    }

    /** @param archive that nobody writes to meanwhile, or that notices (see {@link GraphArchive#isChanging}) */
    public ReleaseWriter(GraphArchive archive, Subject subject) {
        this.archive = archive;
        this.subject = subject;
    }

    /**
     * What was done.
     *
     * @param isNew whether it was made now; the folder may have had it before
     * @param remarks what it lacks, one sentence each
     */
    public record Result(Release release, boolean isNew, List<String> remarks) {
        public Result {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Adds a release to a folder of them, whole or not at all. What is in it already is never written again.
     *
     * @throws IllegalStateException if there is nothing to release, the folder has releases under another base or of
     *     another store, or the store changed meanwhile
     */
    public Result into(Path folder) {
        if (subject.blogs().isEmpty()) {
            throw new IllegalStateException("there is no blog in the store, and so nothing to release");
        }
        Releases releases = new Releases(folder);
        List<Release> before = releases.all();
        String name = Release.name(archive.version());
        for (Release other : before) {
            if (!other.base().equals(subject.base())) {
                throw new IllegalStateException(folder + " has releases under " + other.base() + ", not under "
                        + subject.base() + ": name a folder of its own");
            }
            if (other.name().equals(name)) {
                return new Result(other, false, List.of());
            }
            if (other.version().committed().isAfter(archive.version().committed())) {
                throw new IllegalStateException(folder + " has release " + other.name()
                        + ", which is newer than the store: was the store restored from a backup?");
            }
        }
        Path part = folder.resolve("." + name + ".part");
        try {
            DurableFiles.deleteTree(part); // of an attempt that did not end
            Files.createDirectories(part);
            List<String> remarks = new ArrayList<>();
            Release release = write(part, before.stream().findFirst(), remarks);
            if (archive.isChanging()) {
                throw new IllegalStateException("the store changed meanwhile: do the same again");
            }
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            return new Result(release, true, remarks);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release into " + folder + ": " + e.getMessage(), e);
        } finally {
            DurableFiles.deleteTree(part);
        }
    }

    private Release write(Path part, Optional<Release> before, List<String> remarks) throws IOException {
        List<ReleasedFile> files = new ArrayList<>();
        Packer packer = new Packer(part);
        Export export = new Export(archive, subject.base(), Ontology.context()).withoutEndpoint();
        for (Export.Format format : Export.Format.values()) {
            files.add(packer.pack(
                    new Packer.Plan(
                            SUMMARIES + format.suffix(), "All statements, as " + format.label(), format.form(), true),
                    out -> export.write(format, out)));
        }
        for (Blog blog : subject.blogs()) {
            for (Form form : List.of(Form.CSL_JSON, Form.BIBTEX)) {
                String path = blog.root().substring(subject.base().length());
                files.add(packer.pack(
                        new Packer.Plan(
                                (path + WORKS).replace('/', '-') + form.suffix(),
                                "Works that " + blog.name() + " cites, as " + form.label(),
                                form,
                                false),
                        out -> subject.lists().works(blog, form, out)));
            }
        }
        files.add(packer.pack(
                new Packer.Plan(EFFECT_SIZES + Form.CSV.suffix(), "Effect sizes, a row each", Form.CSV, false)
                        .withColumns(EffectSizes.columns().stream()
                                .map(column -> new Column(column.name(), column.numeric()))
                                .toList()),
                subject.lists()::effectSizes));
        changes(packer, before, remarks).ifPresent(files::add);
        Release release = release(before).with(files);
        describe(part, release);
        return release;
    }

    private Optional<ReleasedFile> changes(Packer packer, Optional<Release> before, List<String> remarks)
            throws IOException {
        if (before.isEmpty()) {
            return Optional.empty();
        }
        String previous = before.get().name();
        Optional<List<List<String>>> rows =
                ReleaseChanges.since(before.get().version(), archive, new BaseSwap(subject.base()));
        if (rows.isEmpty()) {
            remarks.add("the history of the store does not reach back to release " + previous
                    + ", so that nothing tells what changed since");
            return Optional.empty();
        }
        return Optional.of(packer.pack(
                new Packer.Plan(CHANGES + Form.CSV.suffix(), "What changed since " + previous, Form.CSV, false)
                        .withColumns(ReleaseChanges.COLUMNS.stream()
                                .map(name -> new Column(name, false))
                                .toList()),
                out -> CsvRows.write(ReleaseChanges.COLUMNS, Table.of(rows.get()), out)));
    }

    private Release release(Optional<Release> before) {
        Blog first = subject.blogs().getFirst();
        List<String> licenses =
                subject.blogs().stream().map(Blog::license).distinct().toList();
        String blogs =
                String.join(", ", subject.blogs().stream().map(Blog::name).toList());
        return new Release(
                archive.version(),
                subject.base(),
                blogs + " as data",
                first.publishedBy(),
                licenses.size() == 1 ? licenses.getFirst() : "",
                before.map(Release::name),
                List.of());
    }

    private static void describe(Path part, Release release) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(PackageFile.NAME, PackageFile.write(release));
        files.put(ReleaseDescription.NAME, ReleaseDescription.write(release));
        files.put(CitationFile.NAME, CitationFile.write(release));
        files.put(Checksums.NAME, Checksums.write(release, files));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            DurableFiles.write(part.resolve(file.getKey()), file.getValue(), true);
        }
    }
}
