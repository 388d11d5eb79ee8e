package dev.precis.pipeline.route;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Sha256;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.understand.topic.TopicWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * Digests of all that a summary's graph is made from: the draft's words and labels, those settings of the source that
 * it is made by, the version of the software. Where and when the page was fetched is left out: a post that slid to
 * another page has not changed.
 */
public final class InputDigest {
    private final byte[] circumstances;

    public InputDigest(SourceProfile profile, String version) {
        MessageDigest digest = Sha256.begin();
        text(digest, version);
        text(digest, profile.settings());
        for (String file : List.of("topics.ttl", TopicWords.FILE)) {
            digest.update(content(profile.folder().resolve(file)));
        }
        this.circumstances = digest.digest();
    }

    /** Of the settings and the software alone, in 64 hexadecimal digits. */
    public String ofCircumstances() {
        return HexFormat.of().formatHex(circumstances);
    }

    /** Of a draft that nobody has corrected. */
    public String of(Draft draft) {
        return of(draft, "");
    }

    /**
     * 64 hexadecimal digits.
     *
     * @param beside all that an editor says of the summary, and a registry of its works
     */
    public String of(Draft draft, String beside) {
        MessageDigest digest = Sha256.begin();
        digest.update(circumstances);
        text(digest, draft.date().toString());
        text(digest, draft.author());
        for (List<Passage> part : List.of(
                List.of(draft.title()),
                draft.citations(),
                draft.references(),
                draft.preamble(),
                draft.body(),
                draft.implications())) {
            text(digest, "part");
            part.forEach(passage -> text(digest, passage.text()));
        }
        draft.implications().forEach(passage -> text(digest, passage.item() ? "item" : ""));
        text(digest, draft.rich().body());
        text(digest, draft.rich().implications());
        text(digest, beside);
        draft.labels().stream().sorted().forEach(label -> text(digest, label));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void text(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0); // so that "ab", "c" differs from "a", "bc"
    }

    private static byte[] content(Path file) {
        try {
            return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
