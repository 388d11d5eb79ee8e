package dev.precis.sparql.write.bibliography;

import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.PublicationDate;
import dev.precis.sparql.query.Reference;
import dev.precis.sparql.query.Reference.Contributor;
import java.util.List;
import java.util.Locale;

/** Made-up works for the tests of the writers. */
final class Works {
    private Works() {}

    /** An article with this title and these authors. */
    static Reference article(String title, Contributor... authors) {
        return work(Reference.Kind.ARTICLE, title, "Journal of Invented Results", List.of(authors), false);
    }

    static Reference work(
            Reference.Kind kind, String title, String container, List<Contributor> authors, boolean elided) {
        return work(kind, title, container, authors, elided, false);
    }

    static Reference work(
            Reference.Kind kind,
            String title,
            String container,
            List<Contributor> authors,
            boolean elided,
            boolean doubtful) {
        return new Reference(
                "http://localhost/works/wren-2021-" + kind.name().toLowerCase(Locale.ROOT),
                kind,
                title,
                "en",
                authors,
                elided,
                List.of(),
                new PublicationDate("2021-03"),
                container.isEmpty() ? Named.NONE : new Named("http://localhost/venue/v", container),
                new Reference.Imprint("12", "3", "101", "119", "", "", "", "", ""),
                new Reference.Identifiers("10.5555/a_b%c", "", List.of(), List.of()),
                "Wren, Q. (2021). " + title,
                doubtful,
                Reference.Registry.NOTHING,
                List.of());
    }

    /** An article with a number and no pages. */
    static Reference numbered(String title, String number, String longerKey) {
        return new Reference(
                "http://localhost/works/wren-2021-article" + longerKey,
                Reference.Kind.ARTICLE,
                title,
                "en",
                List.of(person("Wren", "Q.")),
                false,
                List.of(),
                new PublicationDate("2021-03"),
                new Named("http://localhost/venue/v", "Journal of Invented Results"),
                new Reference.Imprint("12", "", "", "", number, "", "", "", ""),
                new Reference.Identifiers("10.5555/a", "", List.of(), List.of()),
                "Wren, Q. (2021). " + title,
                false,
                Reference.Registry.NOTHING,
                List.of());
    }

    static Contributor person(String family, String given) {
        return new Contributor("http://localhost/person/p", family, given, "", false);
    }
}
