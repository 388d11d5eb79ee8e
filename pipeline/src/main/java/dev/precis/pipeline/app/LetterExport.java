package dev.precis.pipeline.app;

import dev.precis.pipeline.app.run.Published;
import dev.precis.pipeline.app.settings.Settings;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.sparql.mail.Letter;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes a month as an e-mail: of the blogs whose profile says who sends it.
 *
 * @param source the only one that is written; empty for all that have the month
 */
record LetterExport(Settings settings, YearMonth month, String source) {
    static final String SUFFIX = ".eml";

    /**
     * Writes messages.
     *
     * @param target a file that ends in {@code .eml}, for one message, or a folder, for a file of each blog
     * @return what was written; none if there is nothing of that month
     */
    List<Path> write(Path target) {
        Collection<SourceProfile> profiles = senders();
        SortedMap<String, byte[]> messages = new TreeMap<>();
        try (Published published = Published.of(settings)) {
            Catalogue catalogue = new Catalogue(published.index().dataset());
            String base = published.site().places().base().iri();
            for (SourceProfile profile : profiles) {
                message(catalogue, base, profile).ifPresent(message -> messages.put(profile.id(), message));
            }
        }
        boolean file = target.toString().endsWith(SUFFIX);
        if (file && messages.size() > 1) {
            throw settings.usage("several blogs have " + month + " (" + String.join(", ", messages.keySet())
                    + "): name one by --source, or a folder");
        }
        return messages.entrySet().stream()
                .map(message -> write(
                        file ? target : target.resolve(message.getKey() + "-" + month + SUFFIX), message.getValue()))
                .toList();
    }

    private Collection<SourceProfile> senders() {
        SortedMap<String, SourceProfile> all = new TreeMap<>(settings.profiles(Path.of("")));
        if (!source.isEmpty() && !all.containsKey(source)) {
            throw settings.usage("--source " + source + ": expected one of " + String.join(", ", all.keySet()));
        }
        List<SourceProfile> senders = all.values().stream()
                .filter(profile -> source.isEmpty() || profile.id().equals(source))
                .filter(profile -> !profile.serving().letter().from().isEmpty())
                .toList();
        if (senders.isEmpty()) {
            throw settings.usage("no profile says who sends it: write `letter.from`, an e-mail address, into that of "
                    + (source.isEmpty() ? "the blog" : source));
        }
        return senders;
    }

    private Optional<byte[]> message(Catalogue catalogue, String base, SourceProfile profile) {
        String root = base + profile.path();
        Letter letter = new Letter(
                profile.serving().letter().from(),
                profile.name(),
                profile.serving().letter().subject());
        return catalogue.blogs().stream()
                .filter(blog -> blog.root().equals(root))
                .findFirst()
                .flatMap((Blog blog) -> letter.of(catalogue, blog, month));
    }

    /** Whole or not at all. */
    private static Path write(Path file, byte[] message) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.write(part, message);
            return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
