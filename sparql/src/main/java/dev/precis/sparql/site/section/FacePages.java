package dev.precis.sparql.site.section;

import dev.precis.sparql.face.Face;
import dev.precis.sparql.face.Face.OwnPage;
import dev.precis.sparql.face.Faces;
import dev.precis.sparql.page.Pages;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.Content;
import dev.precis.sparql.site.Document;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Frames;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.Section;
import dev.precis.sparql.site.Section.NavigationEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The pages that blogs wrote themselves: about them, and who answers for them. */
public final class FacePages implements Section {
    private final Faces faces;

    public FacePages(Faces faces) {
        this.faces = faces;
    }

    @Override
    public List<NavigationEntry> navigation(Optional<Blog> blog) {
        return blog.stream()
                .flatMap((Blog one) -> faces.of(one.root()).pages().stream()
                        .filter(OwnPage::inMenu)
                        .map(page -> new NavigationEntry(80, Frames.own(one, page))))
                .toList();
    }

    @Override
    public Stream<String> resources(Edition edition) {
        return edition.blogs().stream()
                .flatMap((Blog blog) ->
                        faces.of(blog.root()).pages().stream().map(page -> Places.own(blog, page.key())));
    }

    @Override
    public Optional<Document> find(Edition edition, Address address) {
        return edition.blogOf(address.iri()).flatMap((Blog blog) -> {
            Face face = faces.of(blog.root());
            return Places.own(blog, address).flatMap(face::page).map(page -> document(edition, blog, page));
        });
    }

    private static Document document(Edition edition, Blog blog, OwnPage page) {
        String iri = Places.own(blog, page.key());
        String title = Frames.own(blog, page).name();
        Content.Page content = new Content.Page(links ->
                Pages.own(edition.frames().frame(Optional.of(blog), title, page.opening(), iri, links), page.html()));
        return new Document(iri, false, iri, List.of(), List.of(content));
    }
}
