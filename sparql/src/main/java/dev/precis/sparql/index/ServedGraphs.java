package dev.precis.sparql.index;

import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.BaseSwap;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.NamedGraph;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;

/**
 * The graphs of an archive as they are served: under the base of the site, and, where they were read from a page, with
 * the instant at which they were modified last. That instant belongs to the history of the archive and not to what the
 * page says, so it stands in the manifest and not in the canonical file.
 */
final class ServedGraphs {
    private final GraphArchive archive;
    private final BaseSwap swap;

    ServedGraphs(GraphArchive archive, BaseSwap swap) {
        this.archive = archive;
        this.swap = swap;
    }

    /** The name under which a graph is served. */
    String name(String graph, String base) {
        return swap.apply(graph, base);
    }

    NamedGraph read(ArchiveEntry row) {
        NamedGraph served = swap.apply(archive.read(row));
        if (!row.isRead()) {
            return served;
        }
        Graph dated = GraphFactory.createDefaultGraph();
        served.graph().find().forEachRemaining(dated::add);
        dated.add(Triple.create(
                served.node(),
                DCTerms.modified.asNode(),
                NodeFactory.createLiteralDT(row.modified().toString(), XSDDatatype.XSDdateTime)));
        return new NamedGraph(served.name(), served.base(), dated);
    }
}
