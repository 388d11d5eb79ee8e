package dev.precis.pipeline.correct;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import dev.precis.pipeline.domain.KnownLabels;
import dev.precis.pipeline.fields.Flaw;
import dev.precis.sparql.archive.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The file that corrections go to which are made by the program for somebody: {@code corrections/desk.yaml}. It is only
 * ever added to; whatever else people write into it stays as it is.
 */
public final class CorrectionFile {
    private static final String NAME = Corrections.FOLDER + "/desk.yaml";
    private static final Object WRITING = new Object();
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build());

    private final Path file;
    private final KnownLabels known;

    /**
     * @param source the folder of the source
     * @param known its topics and types of research
     */
    public CorrectionFile(Path source, KnownLabels known) {
        this.file = source.resolve(NAME);
        this.known = known;
    }

    /** A correction as it stands in a file: an item of a list. */
    public static String entry(JsonNode correction) {
        try {
            return YAML.writeValueAsString(List.of(correction));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its path in the folder of sources. */
    public String name() {
        return file.subpath(file.getNameCount() - 3, file.getNameCount()).toString();
    }

    public String text() {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException none) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** What is wrong with an entry, or with the file once it is in it; a sentence each. */
    public List<String> flaws(String entry) {
        List<Flaw> own = new ArrayList<>();
        int corrections = read(entry, own).size();
        if (own.isEmpty() && corrections == 0) {
            return List.of("there is no correction in it");
        }
        if (!own.isEmpty()) {
            return sentences("line ", own);
        }
        List<Flaw> whole = new ArrayList<>();
        int before = read(text(), new ArrayList<>()).size();
        int after = read(with(entry), whole).size();
        List<String> flaws = sentences(NAME + ":", whole);
        return !flaws.isEmpty() || after == before + corrections
                ? flaws
                : List.of(NAME + " is no plain list: what is added at its end would not be read");
    }

    private List<Correction> read(String text, List<Flaw> flaws) {
        return new CorrectionReader(NAME, known, flaws::add).read(text);
    }

    private static List<String> sentences(String place, List<Flaw> flaws) {
        return flaws.stream()
                .map(flaw -> place + flaw.line() + ": " + flaw.message())
                .toList();
    }

    private String with(String entry) {
        String before = text();
        return before + (before.isEmpty() || before.endsWith("\n") ? "" : "\n") + lines(entry);
    }

    private static String lines(String entry) {
        return entry.replace("\r\n", "\n").strip() + "\n";
    }

    /** The last lines of the file, as many as asked for at most. */
    public List<String> end(int most) {
        List<String> lines = text().lines().toList();
        return lines.subList(Math.max(0, lines.size() - most), lines.size());
    }

    /** The lines that an entry adds. */
    public static List<String> added(String entry) {
        return lines(entry).lines().toList();
    }

    /**
     * Adds an entry.
     *
     * @throws InvalidCorrectionsException if it has a flaw; nothing is written then
     */
    public void add(String entry) {
        synchronized (WRITING) {
            List<String> flaws = flaws(entry);
            if (!flaws.isEmpty()) {
                throw new InvalidCorrectionsException(String.join("\n", flaws));
            }
            DurableFiles.write(file, with(entry).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Which summaries an entry corrects. */
    public List<String> summaries(String entry) {
        return read(entry, new ArrayList<>()).stream().map(Correction::summary).toList();
    }
}
