package dev.precis.pipeline.app;

import dev.precis.ontology.Ontology;
import dev.precis.pipeline.app.run.Captures;
import dev.precis.pipeline.app.run.Published;
import dev.precis.pipeline.app.run.SiteInputs;
import dev.precis.pipeline.app.settings.Failure;
import dev.precis.pipeline.app.settings.Settings;
import dev.precis.pipeline.app.settings.Version;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.source.warc.PastCapture;
import dev.precis.pipeline.source.warc.WarcExport;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.site.Site;
import dev.precis.sparql.site.files.SiteFiles;
import dev.precis.sparql.write.Export;
import dev.precis.sparql.write.Form;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Writes everything in the store as one document: what is published, or what was fetched. */
@Command(
        name = "export",
        description = "Write everything as one document, sorted, byte for byte repeatable, or as a site of files.")
final class ExportCommand implements Callable<Integer> {
    /** A month for a newsletter. */
    private static final Form EMAIL = new Form("E-mail", ".eml", "message/rfc822", false, List.of(), List.of("email"));

    /** The one format that is no document. */
    private static final Form SITE = new Form("Site", "", "", false, List.of(), List.of("site"));

    @Mixin
    private Settings settings = new Settings();

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            converter = FormConverter.class,
            description = "nquads, turtle or jsonld: what is published; warc: what was fetched, as a web archive;"
                    + " site: the whole site as files for any web host, of which what changed is written;"
                    + " email: a month as a message with text and HTML.")
    private Form form = Form.N_QUADS;

    @Option(
            names = "--pictures",
            paramLabel = "DIR",
            description = "Also write the pictures that summaries show into this folder, each under its digest.")
    private @Nullable Path pictures;

    @Option(
            names = "--answering",
            paramLabel = "IRI",
            converter = Settings.BaseConverter.class,
            description = "With --format site: the base of a site that answers SPARQL, to which pages lead for that.")
    private @Nullable URI answering;

    @Option(
            names = "--issue",
            paramLabel = "YEAR-MONTH",
            description = "With --format email: the month, such as 2020-09.")
    private @Nullable YearMonth issue;

    @Option(
            names = "--source",
            paramLabel = "ID",
            description = "With --format email: the blog (default: each whose profile says who sends it).")
    private String source = "";

    @Parameters(
            arity = "0..1",
            paramLabel = "OUT",
            description = "A file (default: standard output), or the folder of a site or of messages. A web archive is"
                    + " packed, unless OUT ends in .warc; a message is a file if OUT ends in .eml.")
    private @Nullable Path target;

    /** Something that can be written. */
    private interface Document {
        void write(OutputStream out) throws IOException;
    }

    /** Takes the names of formats in lower case. */
    static final class FormConverter implements ITypeConverter<Form> {
        @Override
        public Form convert(String name) {
            return Stream.concat(
                            Stream.of(Export.Format.values()).map(Export.Format::form),
                            Stream.of(Form.WARC, SITE, EMAIL))
                    .filter(form -> form.names().contains(name))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "expected nquads, turtle, jsonld, warc, site or email, not " + name));
        }
    }

    @Override
    public Integer call() throws IOException {
        if (form.equals(SITE)) {
            return site();
        }
        if (form.equals(EMAIL)) {
            return email();
        }
        if (issue != null || !source.isEmpty()) {
            throw settings.usage("--issue and --source are for --format email");
        }
        if (answering != null) {
            throw settings.usage("--answering is for --format site");
        }
        List<String> missing = new ArrayList<>();
        try (GraphArchive archive = GraphArchive.openForReading(settings.existingStore())) {
            write(form.equals(Form.WARC) ? captures(archive, missing) : graphs(archive));
            Path folder = pictures;
            if (folder != null) {
                new Export(archive, "", Ontology.context()).pictures(folder);
            }
        }
        missing.forEach(line -> settings.command().commandLine().getErr().println("not written: " + line));
        return missing.isEmpty() ? 0 : Failure.FAILED;
    }

    private int site() {
        Path folder = target;
        if (folder == null || pictures != null) {
            throw settings.usage("--format site needs a folder to write to, in which pictures are anyway");
        }
        String other = answering == null ? "" : answering.toString();
        PrintWriter out = settings.command().commandLine().getOut();
        Collection<SourceProfile> profiles = settings.profiles(Path.of("")).values();
        String inputs =
                SiteInputs.of(settings.existingStore(), profiles, settings.base(profiles, Settings.PORT), other);
        Optional<Integer> whole = SiteFiles.whole(folder, inputs);
        if (whole.isPresent()) {
            out.println(whole.get() + " files in " + folder + ", 0 written, 0 removed: nothing has changed");
            return 0;
        }
        try (Published published = Published.of(settings)) {
            String base = published.site().places().base().iri();
            if (base.equals(other)) {
                throw settings.usage("--answering " + base + ": files answer nothing; name another site");
            }
            Site site = published.files(other);
            SiteFiles.Result result = SiteFiles.write(site, published.departures(), folder, inputs);
            result.problems().forEach(settings.command().commandLine().getErr()::println);
            out.println(result.files() + " files of " + base + " in " + folder + ", " + result.written() + " written, "
                    + result.removed() + " removed");
            return result.problems().isEmpty() ? 0 : Failure.FAILED;
        }
    }

    private int email() {
        YearMonth month = issue;
        Path place = target;
        if (month == null || place == null || pictures != null || answering != null) {
            throw settings.usage("--format email needs --issue, such as 2020-09, and a file or folder to write to");
        }
        CommandLine line = settings.command().commandLine();
        List<Path> written = new LetterExport(settings, month, source).write(place);
        written.forEach(file -> line.getOut().println("written: " + file));
        if (written.isEmpty()) {
            line.getErr().println("nothing is published of " + month);
        }
        return written.isEmpty() ? Failure.FAILED : 0;
    }

    private Document graphs(GraphArchive archive) {
        String base = settings.hasBase() ? settings.base(List.of(), Settings.PORT) : "";
        Export export = new Export(archive, base, Ontology.context());
        Export.Format format = Stream.of(Export.Format.values())
                .filter(one -> one.form().equals(form))
                .findFirst()
                .orElseThrow();
        return out -> export.write(format, out);
    }

    /** @param missing takes what cannot be written, one sentence each */
    private Document captures(GraphArchive archive, List<String> missing) {
        if (settings.hasBase()) {
            throw settings.usage("--base-uri says what identifiers begin with; a web archive has none");
        }
        boolean packed = target == null || !target.toString().endsWith(".warc");
        List<PastCapture> captures = Captures.of(archive, missing::add);
        WarcExport export = new WarcExport(Version.number(), digest -> Captures.bytes(archive, digest));
        return out -> missing.addAll(export.write(captures, packed, out));
    }

    private void write(Document document) throws IOException {
        Path file = target;
        if (file != null) {
            toFile(document, file);
            return;
        }
        OutputStream out = new BufferedOutputStream(System.out);
        document.write(out);
        out.flush();
    }

    /** Whole or not at all: a reader never sees half an export. */
    private static void toFile(Document document, Path file) {
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
                document.write(out);
            }
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
