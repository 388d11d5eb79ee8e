package dev.precis.pipeline.map;

import dev.precis.ontology.IriTemplate;
import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.CitationField;
import dev.precis.pipeline.domain.Contributor;
import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.SourceProfile;
import java.time.YearMonth;

/** Mints every IRI: a pure function of content and base, ASCII, readable. */
public final class Iris {
    private final String root;

    public Iris(SourceProfile profile) {
        this.root = profile.root();
    }

    public String blog() {
        return IriTemplate.BLOG.of(root);
    }

    public String catalogue() {
        return IriTemplate.CATALOGUE.of(root);
    }

    /** The summary's name and that of its graph, from title (citation where there is none) and month. */
    public String summary(Draft draft) {
        return IriTemplate.SUMMARY.of(root, draft.date().month(), Slug.of(draft.name()));
    }

    /** @param number of the summaries of that month with that title, from 1 */
    public String summary(Draft draft, int number) {
        return number == 1 ? summary(draft) : summary(draft) + "-" + number;
    }

    public String issue(YearMonth month) {
        return IriTemplate.ISSUE.of(root, month);
    }

    public String work(Citation citation) {
        return IriTemplate.WORK.of(root, workName(citation));
    }

    /**
     * A cited work: first author, year and main title, so that a citation without the subtitle or with other
     * punctuation names the same work. What could not be read is named by its printed string.
     */
    static String workName(Citation citation) {
        String title = citation.field(CitationField.TITLE).map(Iris::mainTitle).orElse("");
        if (title.isEmpty()) {
            return citation.doi()
                    .map(doi -> "doi-" + Slug.of(doi.value()))
                    .orElseGet(() -> Slug.of(citation.printed()));
        }
        String author = citation.authors().isEmpty()
                ? "anonymous"
                : Slug.of(citation.authors().getFirst().family());
        String year = citation.issued().isKnown() ? "" + citation.issued().year() : "undated";
        return author + "-" + year + "-" + Slug.of(title);
    }

    /** A person or a group. */
    public String contributor(Contributor contributor) {
        IriTemplate kind = contributor.isGroup() ? IriTemplate.ORGANIZATION : IriTemplate.PERSON;
        return kind.of(root, Slug.of(contributor.inverted()));
    }

    /** A body, by its name. */
    String organization(String name) {
        return IriTemplate.ORGANIZATION.of(root, Slug.of(name));
    }

    /** A person known by a full name in natural order, such as the blog's author. */
    public String person(String name) {
        return IriTemplate.PERSON.of(root, Slug.of(name));
    }

    public String venue(String name) {
        return IriTemplate.VENUE.of(root, Slug.of(name.replace("&", " and ")));
    }

    public String snapshot(String digest) {
        return IriTemplate.SNAPSHOT.of(root, digest);
    }

    /** @param name digest and suffix */
    public String picture(String name) {
        return IriTemplate.PICTURE.of(root, name);
    }

    /** What comes before a subtitle; a very short head such as "PTSD:" is no title by itself. */
    private static String mainTitle(String title) {
        int colon = title.indexOf(": ");
        return colon >= 12 ? title.substring(0, colon) : title;
    }
}
