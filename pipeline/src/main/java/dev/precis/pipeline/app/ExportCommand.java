package dev.precis.pipeline.app;

import dev.precis.ontology.Ontology;
import dev.precis.pipeline.app.settings.Settings;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.write.Export;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Writes everything in the store as one document. */
@Command(name = "export", description = "Write everything as one document, sorted, byte for byte repeatable.")
final class ExportCommand implements Callable<Integer> {
    @Mixin
    private Settings settings = new Settings();

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            converter = FormatConverter.class,
            description = "nquads, turtle or jsonld.")
    private Export.Format format = Export.Format.NQUADS;

    @Option(
            names = "--pictures",
            paramLabel = "DIR",
            description = "Also write the pictures that summaries show into this folder, each under its digest.")
    private @Nullable Path pictures;

    @Parameters(arity = "0..1", paramLabel = "OUT", description = "A file (default: standard output).")
    private @Nullable Path target;

    /** Takes the names of formats in lower case. */
    static final class FormatConverter implements ITypeConverter<Export.Format> {
        @Override
        public Export.Format convert(String name) {
            return Arrays.stream(Export.Format.values())
                    .filter(format -> format.form().names().contains(name))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("expected nquads, turtle or jsonld, not " + name));
        }
    }

    @Override
    public Integer call() throws IOException {
        try (GraphArchive archive = GraphArchive.openForReading(settings.existingStore())) {
            String base = settings.hasBase() ? settings.base(java.util.List.of(), Settings.PORT) : "";
            Export export = new Export(archive, base, Ontology.context());
            Path file = target;
            if (file == null) {
                OutputStream out = new BufferedOutputStream(System.out);
                export.write(format, out);
                out.flush();
            } else {
                toFile(export, file);
            }
            Path folder = pictures;
            if (folder != null) {
                export.pictures(folder);
            }
        }
        return 0;
    }

    /** Whole or not at all: a reader never sees half an export. */
    private void toFile(Export export, Path file) {
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
                export.write(format, out);
            }
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
