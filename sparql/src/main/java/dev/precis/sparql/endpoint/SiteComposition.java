package dev.precis.sparql.endpoint;

import dev.precis.sparql.face.Faces;
import dev.precis.sparql.guard.schedule.Conditions;
import dev.precis.sparql.page.Base;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.CompetencyQueries;
import dev.precis.sparql.release.Releases;
import dev.precis.sparql.site.Departures;
import dev.precis.sparql.site.Feeds.Hub;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.Section;
import dev.precis.sparql.site.Service;
import dev.precis.sparql.site.Site;
import dev.precis.sparql.site.ldes.EventStream;
import dev.precis.sparql.site.oai.OaiPmh;
import dev.precis.sparql.site.section.FacePages;
import dev.precis.sparql.site.section.HomePages;
import dev.precis.sparql.site.section.ListPages;
import dev.precis.sparql.site.section.OwnPages;
import dev.precis.sparql.site.section.PeoplePages;
import dev.precis.sparql.site.section.ReleasePages;
import dev.precis.sparql.site.section.ResourcePages;
import dev.precis.sparql.site.section.ReviewPages;
import dev.precis.sparql.site.section.SearchPages;
import dev.precis.sparql.site.section.StatisticPages;
import dev.precis.sparql.site.section.SummaryPages;
import dev.precis.sparql.site.section.VenuePages;
import dev.precis.sparql.site.section.VocabularyPages;
import dev.precis.sparql.site.section.WorkPages;
import dev.precis.sparql.site.service.Annotations;
import dev.precis.sparql.site.service.Api;
import dev.precis.sparql.site.service.DoiLookUp;
import dev.precis.sparql.site.service.EditorFiles;
import dev.precis.sparql.site.service.EffectSizeFiles;
import dev.precis.sparql.site.service.FaceFiles;
import dev.precis.sparql.site.service.FeedFiles;
import dev.precis.sparql.site.service.FinderFiles;
import dev.precis.sparql.site.service.OpenSearch;
import dev.precis.sparql.site.service.PictureFiles;
import dev.precis.sparql.site.service.ReleaseFiles;
import dev.precis.sparql.site.service.Sitemap;
import dev.precis.sparql.site.service.SnapshotTexts;
import dev.precis.sparql.site.service.StaticFiles;
import dev.precis.sparql.site.service.Unapi;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * What the site is made of: a kind of page is a line here, and so is a service.
 *
 * @param dataset its default graph is the union of the named graphs
 * @param version changes whenever the content of the dataset does
 * @param base the IRI that the names in the dataset begin with
 * @param snapshots the text of a page as it was read, by digest
 * @param pictures the bytes of a picture, by digest
 * @param conditions on which the endpoint answers
 * @param departures what became of names that were public once
 * @param changes which graphs changed since a version; empty if that is not known
 * @param contact the mailbox of who runs it; empty for the usual one
 * @param releases what can be had whole
 * @param hub that passes on what is new
 * @param faces what blogs look like
 */
public record SiteComposition(
        DatasetGraph dataset,
        Supplier<String> version,
        String base,
        Function<String, Optional<String>> snapshots,
        Function<String, Optional<byte[]>> pictures,
        InstantSource clock,
        Conditions conditions,
        Departures departures,
        Function<String, Optional<Set<String>>> changes,
        String contact,
        Releases releases,
        Hub hub,
        Faces faces) {
    /** A site where everything was published, and nothing taken back; it is not known what changes, or who runs it. */
    public SiteComposition(
            DatasetGraph dataset,
            Supplier<String> version,
            String base,
            Function<String, Optional<String>> snapshots,
            InstantSource clock) {
        this(
                dataset,
                version,
                base,
                snapshots,
                none -> Optional.empty(),
                clock,
                Conditions.standard(),
                Departures.NONE,
                unknown -> Optional.empty(),
                "",
                Releases.none(),
                Hub.NONE,
                Faces.NONE);
    }

    /** The site. */
    public Site site() {
        return site(List.of());
    }

    /**
     * The site as it can be written into files: it answers nothing that is not linked.
     *
     * @param answering the base of a site that answers questions; empty if none does
     */
    public Site ofFiles(String answering) {
        return site(List.of(), new Places(new Base(base, true), answering));
    }

    /** The site with further kinds of documents, which are asked first. */
    public Site site(List<Section> further) {
        return site(further, new Places(new Base(base)));
    }

    private Site site(List<Section> further, Places places) {
        Catalogue catalogue = new Catalogue(dataset);
        List<Section> sections = new ArrayList<>(further);
        sections.addAll(sections(catalogue, places));
        return new Site(
                catalogue,
                places,
                version,
                clock,
                changes,
                sections,
                services(catalogue, places, sections),
                departures,
                hub,
                faces);
    }

    private List<Section> sections(Catalogue catalogue, Places places) {
        ResourcePages resources = new ResourcePages(catalogue, places);
        return List.of(
                new HomePages(catalogue, places),
                new FacePages(faces),
                new OwnPages(places, CompetencyQueries.read(), conditions),
                new VocabularyPages(places),
                new SummaryPages(catalogue, places),
                new ListPages(catalogue, places),
                new StatisticPages(catalogue),
                new ReviewPages(catalogue),
                new SearchPages(catalogue, places),
                new WorkPages(catalogue, places),
                new PeoplePages(catalogue, places),
                new VenuePages(catalogue, places),
                new ReleasePages(places, releases, resources),
                resources);
    }

    private List<Service> services(Catalogue catalogue, Places places, List<Section> sections) {
        return List.of(
                new StaticFiles(places),
                new Api(places, CompetencyQueries.read()),
                new EffectSizeFiles(places, catalogue),
                new EditorFiles(places),
                new FeedFiles(catalogue),
                new OpenSearch(catalogue),
                new Sitemap(places, catalogue, sections, Sitemap.LONGEST),
                new DoiLookUp(catalogue),
                new Unapi(catalogue, places),
                new OaiPmh(catalogue, places, contact, InstantSource.system(), OaiPmh.MOST),
                new EventStream(catalogue, places, EventStream.MOST),
                new SnapshotTexts(places, snapshots),
                new Annotations(catalogue, snapshots),
                new PictureFiles(catalogue, pictures),
                new FaceFiles(faces),
                new ReleaseFiles(places, releases),
                new FinderFiles(places, catalogue));
    }
}
