package dev.precis.sparql.site;

import dev.precis.sparql.page.Base;
import dev.precis.sparql.page.Frame;
import dev.precis.sparql.page.Link;
import dev.precis.sparql.page.Metadata;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the frame of a page: that of its blog, or that of the whole site where there is none. */
final class Frames {
    private static final String SITE_NAME = "Précis";
    private static final String SITE_LANGUAGE = "en";

    private final Base base;

    Frames(Base base) {
        this.base = base;
    }

    Frame frame(Optional<Blog> blog, String title, String description, String canonical, List<Link> links) {
        return frame(blog, title, description, canonical, links, List.of(), List.of());
    }

    /**
     * @param feeds besides those of the blog
     * @param trail what lies between home and here
     */
    Frame frame(
            Optional<Blog> blog,
            String title,
            String description,
            String canonical,
            List<Link> links,
            List<Link> feeds,
            List<Named> trail) {
        return new Frame(
                base,
                title,
                description,
                blog.map(Blog::language).filter(language -> !language.isEmpty()).orElse(SITE_LANGUAGE),
                canonical,
                links,
                Stream.concat(feeds.stream(), blog.map(Feeds::links).stream().flatMap(List::stream))
                        .toList(),
                blog.map(b -> new Named(b.root(), b.name())).orElse(new Named(base.iri(), SITE_NAME)),
                sections(blog),
                trail,
                blog.map(OpenSearch::link).stream().toList(),
                Metadata.NONE);
    }

    private List<Named> sections(Optional<Blog> blog) {
        List<Named> sections = new ArrayList<>();
        blog.ifPresent(b -> {
            sections.add(new Named(b.root() + "search", "Search"));
            sections.add(new Named(b.root() + "topic", "Topics"));
            sections.add(new Named(b.root() + "type", "Types of research"));
            sections.add(new Named(b.root() + WorkPages.WORKS, "Cited works"));
            sections.add(new Named(b.root() + StatisticPages.NAME, StatisticPages.TITLE));
        });
        sections.add(new Named(base.iri() + OwnPages.QUERIES, "Questions"));
        sections.add(new Named(base.iri() + OwnPages.SPARQL, "SPARQL"));
        return sections;
    }
}
