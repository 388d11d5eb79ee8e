package dev.precis.sparql.index;

import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.BaseSwap;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.NamedGraph;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    // two blogs may have the same paths under different bases; served under one base they would be mixed
    void checkNames(List<ArchiveEntry> rows) {
        Map<String, String> owners = new HashMap<>();
        for (ArchiveEntry row : rows) {
            String served = name(row.graph(), row.base());
            String other = owners.putIfAbsent(served, row.graph());
            if (other != null) {
                throw new IllegalStateException("under the base <" + swap.base() + ">, both <" + other + "> and <"
                        + row.graph() + "> would be <" + served + ">");
            }
        }
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
