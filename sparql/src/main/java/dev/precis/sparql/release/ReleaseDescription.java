package dev.precis.sparql.release;

import dev.precis.ontology.IriTemplate;
import dev.precis.sparql.write.Turtle;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;

/** What catalogues are told of releases (DCAT-AP 3.0.1), and linked-data clients (VoID, section 3.4). */
public final class ReleaseDescription {
    /** What the file is called. */
    static final String NAME = "dcat.ttl";

    /** Of DCAT 3, section 11.4. */
    private static final Property VERSION = ResourceFactory.createProperty(DCAT.NS + "version");

    private static final String SPDX = "http://spdx.org/rdf/terms#";
    private static final Resource CHECKSUM = ResourceFactory.createResource(SPDX + "Checksum");
    private static final Property HAS_CHECKSUM = ResourceFactory.createProperty(SPDX + "checksum");
    private static final Property ALGORITHM = ResourceFactory.createProperty(SPDX + "algorithm");
    private static final Property VALUE = ResourceFactory.createProperty(SPDX + "checksumValue");
    private static final Resource SHA_256 = ResourceFactory.createResource(SPDX + "checksumAlgorithm_sha256");
    private static final String MEDIA_TYPES = "http://www.iana.org/assignments/media-types/";

    private final Model model = ModelFactory.createDefaultModel();

    private ReleaseDescription() {}

    /** The catalogue of some releases, the newest first, of one site. */
    public static Graph of(List<Release> releases) {
        ReleaseDescription description = new ReleaseDescription();
        if (!releases.isEmpty()) {
            Resource catalog = description.catalog(releases.getFirst());
            releases.forEach(release -> catalog.addProperty(DCAT.dataset, description.dataset(release)));
        }
        return description.model.getGraph();
    }

    /** That the data set which is queried can be had whole, as the newest release: to be added to its description. */
    public static Graph dumps(Release newest, String described) {
        Model model = ModelFactory.createDefaultModel();
        dumps(newest, model.createResource(described));
        return model.getGraph();
    }

    static byte[] write(Release release) {
        return Turtle.write(of(List.of(release)), release.iri());
    }

    private Resource catalog(Release newest) {
        return model.createResource(IriTemplate.DATA_SETS.of(newest.base()), DCAT.Catalog)
                .addProperty(DCTerms.title, "Data sets to download")
                .addProperty(DCTerms.description, "All that is published here, as it was at some time, in files.")
                .addProperty(DCTerms.publisher, publisher(newest))
                .addProperty(DCTerms.modified, newest.instant(), XSDDatatype.XSDdateTime)
                .addProperty(FOAF.homepage, model.createResource(newest.base()));
    }

    private Resource publisher(Release release) {
        return model.createResource(IriTemplate.DATA_SETS.of(release.base()) + "#publisher", FOAF.Agent)
                .addProperty(FOAF.name, release.publisher());
    }

    private Resource dataset(Release release) {
        Resource dataset = model.createResource(release.iri(), DCAT.Dataset)
                .addProperty(RDF.type, VOID.Dataset)
                .addProperty(DCTerms.title, release.title())
                .addProperty(
                        DCTerms.description,
                        "Summaries of studies with the works they cite, their findings and their implications for"
                                + " practice, as they were published on " + release.day() + ".")
                .addProperty(DCTerms.publisher, publisher(release))
                .addProperty(DCTerms.issued, release.instant(), XSDDatatype.XSDdateTime)
                .addProperty(DCTerms.identifier, release.iri())
                .addProperty(VERSION, release.name())
                .addProperty(DCAT.landingPage, model.createResource(IriTemplate.DATA_SETS.of(release.base())))
                .addProperty(VOID.uriSpace, release.base());
        license(release, dataset);
        release.previous()
                .ifPresent(previous -> dataset.addProperty(
                        DCTerms.replaces,
                        model.createResource(IriTemplate.DATA_SETS.of(release.base()) + "#" + previous)));
        release.files().forEach(file -> dataset.addProperty(DCAT.distribution, distribution(release, file)));
        dumps(release, dataset);
        return dataset;
    }

    private void license(Release release, Resource of) {
        if (!release.license().isEmpty()) {
            of.addProperty(DCTerms.license, model.createResource(release.license(), DCTerms.LicenseDocument));
        }
    }

    private static void dumps(Release release, Resource dataset) {
        release.files().stream()
                .filter(ReleasedFile::linkedData)
                .forEach(file -> dataset.addProperty(
                        VOID.dataDump, ResourceFactory.createResource(release.address(file.name()))));
    }

    private Resource distribution(Release release, ReleasedFile file) {
        String iri = release.iri() + "/" + file.name();
        Resource distribution = model.createResource(iri, DCAT.Distribution)
                .addProperty(DCTerms.title, file.title())
                .addProperty(DCAT.accessURL, model.createResource(IriTemplate.DATA_SETS.of(release.base())))
                .addProperty(DCAT.downloadURL, model.createResource(release.address(file.name())))
                .addProperty(DCAT.mediaType, mediaType(file.mediaType()))
                .addProperty(DCAT.compressFormat, mediaType("application/gzip"))
                .addProperty(DCAT.byteSize, Long.toString(file.bytes()), XSDDatatype.XSDnonNegativeInteger)
                .addProperty(DCTerms.modified, release.instant(), XSDDatatype.XSDdateTime)
                .addProperty(
                        HAS_CHECKSUM,
                        model.createResource(iri + "/sha256", CHECKSUM)
                                .addProperty(ALGORITHM, SHA_256)
                                .addProperty(VALUE, file.sha256(), XSDDatatype.XSDhexBinary));
        license(release, distribution);
        return distribution;
    }

    private Resource mediaType(String name) {
        return model.createResource(MEDIA_TYPES + name, DCTerms.MediaType);
    }
}
