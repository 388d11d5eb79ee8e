package dev.precis.ontology;

import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;

/** The terms of {@code ontology.ttl}; a test holds both to each other. */
public final class Precis {
    public static final String NS = "https://w3id.org/precis/ns#";
    public static final String PREFIX = "precis";
    /** The scheme of {@code statistics.ttl}. */
    public static final String STATISTICS = "https://w3id.org/precis/statistic";
    /** The scheme of {@code flags.ttl}. */
    public static final String FLAGS = "https://w3id.org/precis/flag";
    /** The scheme of {@code comparators.ttl}. */
    public static final String COMPARATORS = "https://w3id.org/precis/comparator";

    public static final Resource Finding = resource("Finding");
    public static final Resource Estimate = resource("Estimate");
    public static final Resource Sample = resource("Sample");
    public static final Resource PracticeImplication = resource("PracticeImplication");
    public static final Resource Convention = resource("Convention");
    public static final Resource DerivedEstimate = resource("DerivedEstimate");
    public static final Resource Formula = resource("Formula");
    public static final Resource Correction = resource("Correction");
    public static final Resource RegistryRecord = resource("RegistryRecord");
    public static final Resource UpdateNotice = resource("UpdateNotice");

    public static final Property finding = property("finding");
    public static final Property reading = property("reading");
    public static final Property practiceImplication = property("practiceImplication");
    public static final Property estimate = property("estimate");
    public static final Property sample = property("sample");
    public static final Property statistic = property("statistic");
    public static final Property role = property("role");

    public static final Property richBody = property("richBody");
    public static final Property richImplications = property("richImplications");

    public static final Property relation = property("relation");
    public static final Property upperValue = property("upperValue");
    public static final Property ciLower = property("ciLower");
    public static final Property ciUpper = property("ciUpper");
    public static final Property ciLevel = property("ciLevel");
    public static final Property standardError = property("standardError");
    public static final Property standardDeviation = property("standardDeviation");
    public static final Property df = property("df");
    public static final Property df2 = property("df2");
    public static final Property pValue = property("pValue");
    public static final Property pRelation = property("pRelation");
    public static final Property size = property("size");
    public static final Property sizeRelation = property("sizeRelation");
    public static final Property studies = property("studies");
    public static final Property paragraph = property("paragraph");
    public static final Property asPrinted = property("asPrinted");
    public static final Property year = property("year");
    public static final Property predictor = property("predictor");
    public static final Property comparator = property("comparator");
    public static final Property outcome = property("outcome");
    public static final Property timepoint = property("timepoint");
    public static final Property subgroup = property("subgroup");
    public static final Property comparatorType = property("comparatorType");
    public static final Property favours = property("favours");
    public static final Property intervalType = property("intervalType");

    public static final Property correction = property("correction");
    public static final Property correctedField = property("correctedField");
    public static final Property asRead = property("asRead");

    public static final Property registryRecord = property("registryRecord");
    public static final Property addedField = property("addedField");
    public static final Property orcid = property("orcid");
    public static final Property joinedBecause = property("joinedBecause");
    public static final Property updateNotice = property("updateNotice");
    public static final Property updateType = property("updateType");
    public static final Property toldBy = property("toldBy");

    public static final Property nullValue = property("nullValue");
    public static final Property convention = property("convention");
    public static final Property formula = property("formula");
    public static final Property small = property("small");
    public static final Property medium = property("medium");
    public static final Property large = property("large");
    public static final Property notFor = property("notFor");
    public static final Property minimum = property("minimum");
    public static final Property maximum = property("maximum");
    public static final Property form = property("form");
    public static final Property scale = property("scale");
    public static final Property measure = property("measure");
    public static final Property dimensionless = property("dimensionless");
    public static final Property distribution = property("distribution");

    private Precis() {}

    private static Resource resource(String name) {
        return ResourceFactory.createResource(NS + name);
    }

    private static Property property(String name) {
        return ResourceFactory.createProperty(NS, name);
    }
}
