package dev.precis.sparql.site;

import dev.precis.sparql.face.Face;
import dev.precis.sparql.face.Faces;
import dev.precis.sparql.language.Phrases;
import dev.precis.sparql.page.Frame;
import dev.precis.sparql.page.Link;
import dev.precis.sparql.page.Metadata;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Named;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes the frame of a page: that of its blog, or that of the whole site where there is none. */
public final class Frames {
    public static final String OPEN_SEARCH = "application/opensearchdescription+xml";
    private static final String SITE_NAME = "Précis";
    private static final String SITE_LANGUAGE = "en";

    private final Places places;
    private final Function<Optional<Blog>, List<Named>> navigation;
    private final Faces faces;

    /**
     * @param navigation what every page of a blog leads to, and every page that belongs to none
     * @param faces what blogs look like
     */
    public Frames(Places places, Function<Optional<Blog>, List<Named>> navigation, Faces faces) {
        this.places = places;
        this.navigation = navigation;
        this.faces = faces;
    }

    public Frame frame(Optional<Blog> blog, String title, String description, String canonical, List<Link> links) {
        return frame(blog, title, description, canonical, links, List.of(), List.of());
    }

    /**
     * @param feeds besides those of the blog
     * @param trail what lies between home and here
     */
    public Frame frame(
            Optional<Blog> blog,
            String title,
            String description,
            String canonical,
            List<Link> links,
            List<Link> feeds,
            List<Named> trail) {
        return new Frame(
                places.base(),
                places.ofEveryPage(),
                title,
                description,
                blog.map(Blog::language).filter(language -> !language.isEmpty()).orElse(SITE_LANGUAGE),
                places.base().address(canonical),
                links,
                Stream.concat(
                                feeds.stream(),
                                blog.map(FeedSource::of).stream().flatMap(source -> source.links().stream()))
                        .toList(),
                blog.map(b -> new Named(b.root(), b.name()))
                        .orElse(new Named(places.base().iri(), SITE_NAME)),
                navigation.apply(blog),
                trail,
                blog.map(Frames::search).stream().toList(),
                blog.map(this::own).orElse(Frame.Own.NONE),
                Metadata.NONE);
    }

    private Frame.Own own(Blog blog) {
        Face face = faces.of(blog.root());
        return new Frame.Own(
                face.logo()
                        .map(logo ->
                                new Frame.Logo(Places.faceFile(blog, logo.file().name()), logo.width(), logo.height())),
                face.style().map(style -> Places.faceFile(blog, style.name())).orElse(""),
                face.pages().stream().map(page -> own(blog, page)).toList(),
                face.footer());
    }

    /** Where a page is found that a blog wrote itself, and what it calls it. */
    public static Named own(Blog blog, Face.OwnPage page) {
        String title = page.title().isEmpty() ? Phrases.of(blog.language()).say(page.key()) : page.title();
        return new Named(Places.own(blog, page.key()), title);
    }

    private static Link search(Blog blog) {
        return new Link("search", Places.openSearch(blog), OPEN_SEARCH, blog.name());
    }
}
