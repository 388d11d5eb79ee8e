package dev.precis.sparql.site;

import dev.precis.sparql.page.Base;
import java.util.Optional;
import java.util.function.Function;

/** The texts of the pages as they were read, each under its digest. */
final class SnapshotTexts implements Service {
    private static final String DIGEST = "[0-9a-f]{64}";

    private final Base base;
    private final Function<String, Optional<String>> texts;

    SnapshotTexts(Base base, Function<String, Optional<String>> texts) {
        this.base = base;
        this.texts = texts;
    }

    @Override
    public Optional<Response> get(Edition edition, Address address) {
        String iri = address.iri();
        String digest = iri.substring(iri.lastIndexOf('/') + 1);
        String folder = iri.substring(0, iri.length() - digest.length());
        String root = edition.blogOf(iri).map(blog -> blog.root()).orElse(base.iri());
        return digest.matches(DIGEST) && folder.equals(root + "snapshot/")
                ? texts.apply(digest)
                        .map(text -> Response.of(200, Answers.TEXT, text, edition.since(), Answers.REVALIDATE))
                : Optional.empty();
    }
}
