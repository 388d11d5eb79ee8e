package dev.precis.pipeline.correct;

import dev.precis.pipeline.domain.KnownLabels;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.PostKey;
import dev.precis.pipeline.domain.Summary;
import dev.precis.pipeline.fields.Documents;
import dev.precis.pipeline.fields.Flaw;
import dev.precis.pipeline.fields.MalformedDocumentException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All corrections of a source: {@code corrections/*.yaml} in its folder, in the order of the files' names. */
public final class Corrections {
    public static final String FOLDER = "corrections";
    /** Code of notices of corrections that fit nothing. */
    static final String UNFIT = "correction-unfit";

    public static final Corrections NONE = new Corrections(List.of());

    private final List<Correction> all;

    private Corrections(List<Correction> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Reads them.
     *
     * @param source the folder of the source
     * @param known its topics and types of research
     * @throws InvalidCorrectionsException if a file has a flaw
     */
    public static Corrections read(Path source, KnownLabels known) {
        Path folder = source.resolve(FOLDER);
        List<Correction> all = new ArrayList<>();
        List<String> flaws = new ArrayList<>();
        for (Path file : files(folder)) {
            String name = FOLDER + "/" + file.getFileName();
            List<Flaw> ofFile = new ArrayList<>();
            try {
                all.addAll(new CorrectionReader(name, known, ofFile::add).read(Documents.text(file)));
            } catch (MalformedDocumentException e) {
                ofFile.add(e.flaw());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
            ofFile.forEach(flaw -> flaws.add(file + ":" + flaw.line() + ": " + flaw.message()));
        }
        if (!flaws.isEmpty()) {
            throw new InvalidCorrectionsException(String.join("\n", flaws));
        }
        return new Corrections(all);
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /**
     * What is said of one summary.
     *
     * @param name its IRI
     * @param keys what else it is known by
     */
    public OfSummary of(String name, Collection<PostKey> keys) {
        return new OfSummary(
                all.stream().filter(correction -> isOf(correction, name, keys)).toList());
    }

    private static boolean isOf(Correction correction, String name, Collection<PostKey> keys) {
        return correction.summary().equals(name)
                || keys.stream().map(PostKey::normal).anyMatch(PostKey.ofAddress(correction.summary())::equals);
    }

    /**
     * What is to say of the corrections of summaries that nobody knows.
     *
     * @param isKnown whether an IRI or an address is that of a summary
     */
    public List<Notice> strangers(Predicate<String> isKnown) {
        return all.stream()
                .filter(correction -> !isKnown.test(correction.summary()))
                .map(correction -> Notice.warning(
                        UNFIT,
                        correction.where(),
                        "corrects " + correction.summary() + ", which is no summary of this source; it is kept"))
                .toList();
    }

    /** What is said of one summary, the last word on each field at the end. */
    public static final class OfSummary {
        public static final OfSummary NONE = new OfSummary(List.of());

        private final List<Correction> corrections;

        private OfSummary(List<Correction> corrections) {
            this.corrections = corrections;
        }

        /** Whether nothing is said. */
        public boolean isEmpty() {
            return corrections.isEmpty();
        }

        /** Topics and types that are to be added, as they are written. */
        public List<String> added() {
            return corrections.stream()
                    .flatMap(correction -> correction.set().added().stream())
                    .toList();
        }

        /** Topics and types that are to be taken away, as they are written. */
        public List<String> removed() {
            return corrections.stream()
                    .flatMap(correction -> correction.set().removed().stream())
                    .toList();
        }

        /**
         * The summary with all of it applied.
         *
         * @param unfit told of what does not fit any more
         */
        public Summary apply(Summary summary, Consumer<Notice> unfit) {
            Summary corrected = summary;
            for (Correction correction : corrections) {
                corrected = new Corrector(correction, corrected, unfit).correct();
            }
            return corrected;
        }

        /** All of it, for a digest: another text whenever anything is said in another way. */
        @Override
        public String toString() {
            return corrections.stream().map(Correction::toString).collect(Collectors.joining("\n"));
        }
    }
}
