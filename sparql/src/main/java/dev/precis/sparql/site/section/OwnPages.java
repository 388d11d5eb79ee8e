package dev.precis.sparql.site.section;

import dev.precis.sparql.guard.schedule.Conditions;
import dev.precis.sparql.page.Asking;
import dev.precis.sparql.page.Asking.Example;
import dev.precis.sparql.page.Frame;
import dev.precis.sparql.page.Link;
import dev.precis.sparql.page.Pages;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.CompetencyQueries;
import dev.precis.sparql.query.QueryFile;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.Content;
import dev.precis.sparql.site.Document;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.Section;
import dev.precis.sparql.site.Section.NavigationEntry;
import dev.precis.sparql.site.service.Api;
import dev.precis.sparql.site.service.EditorFiles;
import dev.precis.sparql.site.service.ServiceDescription;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The pages that no resource of the store has: the blogs, the questions, the endpoint. */
public final class OwnPages implements Section {
    private final Places places;
    private final CompetencyQueries questions;
    private final Conditions conditions;

    public OwnPages(Places places, CompetencyQueries questions, Conditions conditions) {
        this.places = places;
        this.questions = questions;
        this.conditions = conditions;
    }

    @Override
    public List<NavigationEntry> navigation(Optional<Blog> blog) {
        if (blog.isPresent() || !places.areAnswered()) {
            return List.of(); // readers of a blog find them at the foot of its pages
        }
        return List.of(
                new NavigationEntry(60, "Questions", places.questions()),
                new NavigationEntry(70, "SPARQL", places.endpoint()));
    }

    @Override
    public Stream<String> resources(Edition edition) {
        return places.answers() ? Stream.of(places.questions(), places.endpoint()) : Stream.empty();
    }

    @Override
    public Optional<Document> find(Edition edition, Address address) {
        String iri = address.iri();
        if (places.answers() && iri.equals(places.questions())) {
            return Optional.of(queries(edition, iri));
        }
        if (places.answers() && iri.equals(places.endpoint())) {
            return Optional.of(sparql(edition, iri));
        }
        boolean hasHome = edition.blogs().stream().anyMatch(blog -> blog.root().equals(iri));
        return iri.equals(places.base().iri()) && !hasHome ? Optional.of(blogs(edition, iri)) : Optional.empty();
    }

    private Frame frame(Edition edition, String iri, String title, List<Link> links) {
        Optional<Blog> blog = edition.blogOf(iri);
        return edition.frames().frame(blog, title, "", iri, links);
    }

    private Document blogs(Edition edition, String iri) {
        return page(iri, new Content.Page(links -> Pages.blogs(frame(edition, iri, "Blogs", links), edition.blogs())));
    }

    private Document queries(Edition edition, String iri) {
        return page(
                        iri,
                        new Content.Page(links -> Pages.queries(
                                frame(edition, iri, "Questions", links),
                                questions.all(),
                                QueryFile.all(),
                                places.apiDescription(),
                                example(edition))))
                .linking(Api.links(places));
    }

    private String example(Edition edition) {
        return edition.blogs().stream()
                .map(Blog::iri)
                .findFirst()
                .orElse(places.base().iri());
    }

    /**
     * An editor for people; for programs the description of the service (www.w3.org/TR/sparql11-service-description).
     */
    private Document sparql(Edition edition, String iri) {
        return page(
                iri,
                new Content.Page(
                        links -> Pages.sparql(frame(edition, iri, "Ask in SPARQL", links), asking()),
                        List.of(EditorFiles.POLICY)),
                new Content.Data(() -> new ServiceDescription(places, conditions).graph()));
    }

    private Asking asking() {
        return new Asking(
                EditorFiles.library(places),
                places.editorFile("editor.css"),
                places.editorFile("editor.js"),
                QueryFile.read("recent-summaries").text() + "\nLIMIT 10",
                questions.all().stream().map(Example::of).toList(),
                ServiceDescription.sentence(conditions));
    }

    private static Document page(String iri, Content... contents) {
        // these have no other address than their own, so that a link to them is a link to the page
        return new Document(iri, false, iri, List.of(), List.of(contents));
    }
}
