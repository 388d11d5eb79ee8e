package dev.precis.ontology;

import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;

/** The terms of other vocabularies that the graphs use and Jena has no constants for, one class a vocabulary. */
public final class Reused {
    private Reused() {}

    /** schema.org, whose context maps to http (schemaorg/schemaorg issue 2886): the other spelling is another term. */
    public static final class Schema {
        public static final String NS = "http://schema.org/";
        public static final Resource Blog = resource(NS, "Blog");
        public static final Resource BlogPosting = resource(NS, "BlogPosting");
        public static final Resource PublicationIssue = resource(NS, "PublicationIssue");
        public static final Resource Periodical = resource(NS, "Periodical");
        public static final Resource Person = resource(NS, "Person");
        public static final Resource Organization = resource(NS, "Organization");
        public static final Resource Book = resource(NS, "Book");
        public static final Resource ImageObject = resource(NS, "ImageObject");
        public static final Property headline = property(NS, "headline");
        public static final Property isPartOf = property(NS, "isPartOf");
        public static final Property datePublished = property(NS, "datePublished");
        public static final Property articleBody = property(NS, "articleBody");
        public static final Property inLanguage = property(NS, "inLanguage");
        public static final Property author = property(NS, "author");
        public static final Property editor = property(NS, "editor");
        public static final Property publisher = property(NS, "publisher");
        public static final Property citation = property(NS, "citation");
        public static final Property name = property(NS, "name");
        public static final Property description = property(NS, "description");
        public static final Property abstractText = property(NS, "abstract");
        public static final Property text = property(NS, "text");
        public static final Property url = property(NS, "url");
        public static final Property about = property(NS, "about");
        public static final Property position = property(NS, "position");
        public static final Property roleName = property(NS, "roleName");
        public static final Property sameAs = property(NS, "sameAs");
        public static final Property pageStart = property(NS, "pageStart");
        public static final Property pageEnd = property(NS, "pageEnd");
        public static final Property bookEdition = property(NS, "bookEdition");
        public static final Property creativeWorkStatus = property(NS, "creativeWorkStatus");
        public static final Property isbn = property(NS, "isbn");
        public static final Property value = property(NS, "value");
        public static final Property unitText = property(NS, "unitText");
        public static final Property image = property(NS, "image");
        public static final Property encodingFormat = property(NS, "encodingFormat");

        private Schema() {}

        /** A class of schema.org by its name, for the kinds of cited works. */
        public static Resource type(String name) {
            return resource(NS, name);
        }
    }

    /** BIBO: identifiers and numbers of publications. */
    public static final class Bibo {
        public static final String NS = "http://purl.org/ontology/bibo/";
        public static final Property doi = property(NS, "doi");
        public static final Property pmid = property(NS, "pmid");
        public static final Property issn = property(NS, "issn");
        public static final Property volume = property(NS, "volume");
        public static final Property issue = property(NS, "issue");
        public static final Property number = property(NS, "number");
        public static final Property chapter = property(NS, "chapter");

        private Bibo() {}
    }

    /** CiTO: why one publication cites another. */
    public static final class Cito {
        /** Of a work that is cited besides the one that is summarised. */
        public static final Property cites = property("http://purl.org/spar/cito/", "cites");

        public static final Property citesAsSourceDocument =
                property("http://purl.org/spar/cito/", "citesAsSourceDocument");

        private Cito() {}
    }

    /** PRO: roles in publishing, which keep the order of authors. */
    public static final class Pro {
        public static final String NS = "http://purl.org/spar/pro/";
        public static final Resource author = resource(NS, "author");
        public static final Resource editor = resource(NS, "editor");
        public static final Property isDocumentContextFor = property(NS, "isDocumentContextFor");
        public static final Property withRole = property(NS, "withRole");
        public static final Property isHeldBy = property(NS, "isHeldBy");

        private Pro() {}
    }

    /** PROV-O: what was made from what, by which activity. */
    public static final class Prov {
        public static final String NS = "http://www.w3.org/ns/prov#";
        public static final Resource Activity = resource(NS, "Activity");
        public static final Property wasDerivedFrom = property(NS, "wasDerivedFrom");
        public static final Property wasGeneratedBy = property(NS, "wasGeneratedBy");
        public static final Property wasAttributedTo = property(NS, "wasAttributedTo");
        public static final Property wasAssociatedWith = property(NS, "wasAssociatedWith");
        public static final Property used = property(NS, "used");
        public static final Property endedAtTime = property(NS, "endedAtTime");
        public static final Property wasInvalidatedBy = property(NS, "wasInvalidatedBy");
        public static final Property invalidatedAtTime = property(NS, "invalidatedAtTime");
        public static final Property generatedAtTime = property(NS, "generatedAtTime");

        private Prov() {}
    }

    /** Web Annotation: what is said about something else. */
    public static final class Oa {
        public static final String NS = "http://www.w3.org/ns/oa#";
        public static final Resource Annotation = resource(NS, "Annotation");
        public static final Resource classifying = resource(NS, "classifying");
        public static final Property hasTarget = property(NS, "hasTarget");
        public static final Property hasBody = property(NS, "hasBody");
        public static final Property motivatedBy = property(NS, "motivatedBy");

        private Oa() {}
    }

    /** DQV: quality annotations. */
    public static final class Dqv {
        public static final String NS = "http://www.w3.org/ns/dqv#";
        public static final Resource QualityAnnotation = resource(NS, "QualityAnnotation");
        public static final Resource qualityAssessment = resource(NS, "qualityAssessment");

        private Dqv() {}
    }

    /** ITS RDF: confidence of what software read. */
    public static final class Itsrdf {
        public static final Property taConfidence = property("http://www.w3.org/2005/11/its/rdf#", "taConfidence");

        private Itsrdf() {}
    }

    private static Resource resource(String namespace, String name) {
        return ResourceFactory.createResource(namespace + name);
    }

    private static Property property(String namespace, String name) {
        return ResourceFactory.createProperty(namespace, name);
    }
}
