package dev.precis.pipeline.route;

import dev.precis.ontology.Ontology;
import dev.precis.ontology.Precis;
import dev.precis.ontology.SourceConcepts;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.map.BlogMapper;
import dev.precis.pipeline.map.Iris;
import dev.precis.pipeline.route.stage.Stages;
import dev.precis.sparql.archive.ArchiveBatch;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.NamedGraph;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.rdf.model.Model;

/** The graphs of a source besides its summaries: the blog, as the pages of a run tell of it, and the vocabularies. */
final class BlogGraphs {
    /** Pages that show later posts first: only the newest page's blurb is this month's. */
    private static final Comparator<Page> NEWEST = Comparator.comparing(BlogGraphs::latest)
            .reversed()
            .thenComparing(Page::address, Preference.ADDRESS)
            .thenComparing(Page::snapshot);

    private final GraphArchive archive;
    private final Stages stages;
    private Optional<Page> newest = Optional.empty();

    BlogGraphs(GraphArchive archive, Stages stages) {
        this.archive = archive;
        this.stages = stages;
    }

    void add(Page page) {
        if (!page.introduction().isEmpty() || !page.blurb().isEmpty()) {
            newest = newest.filter(other -> NEWEST.compare(other, page) <= 0).or(() -> Optional.of(page));
        }
    }

    private static String latest(Page page) {
        return page.drafts().stream()
                .map(draft -> draft.date().toString())
                .max(Comparator.naturalOrder())
                .orElse("");
    }

    /** Puts all of them into a batch; what no page of this run says of the blog stays as it was said before. */
    void put(ArchiveBatch batch) {
        batch.put(blog());
        batch.put(stages.blogMapper().catalogue());
        String base = stages.profile().base().toString();
        SourceConcepts concepts = stages.concepts();
        put(concepts.topics().iri().toString(), base, concepts.of(concepts.topics()), batch);
        put(concepts.types().iri().toString(), base, concepts.of(concepts.types()), batch);
        put(Precis.STATISTICS, "", Ontology.statisticsModel(), batch);
        put(Precis.FLAGS, "", Ontology.flagsModel(), batch);
        put(Precis.COMPARATORS, "", Ontology.comparatorsModel(), batch);
        put("https://w3id.org/precis/ns", "", Ontology.terms(), batch);
    }

    private NamedGraph blog() {
        Optional<NamedGraph> before = archive.entry(new Iris(stages.profile()).blog())
                .filter(archive::isWhole) // a damaged graph is made anew
                .map(archive::read);
        BlogMapper mapper = stages.blogMapper();
        return newest.isEmpty() && before.isPresent()
                ? mapper.blogAsIn(before.get())
                : mapper.blog(
                        newest.map(Page::introduction).orElse(List.of()),
                        newest.map(Page::blurb).orElse(List.of()));
    }

    private static void put(String name, String base, Model model, ArchiveBatch batch) {
        batch.put(new NamedGraph(name, base, model.getGraph()));
    }
}
