package dev.precis.sparql.write;

import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.BaseSwap;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.NQuads;
import dev.precis.sparql.archive.NamedGraph;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.VOID;

/** Writes a whole archive into one file, in any of three formats, each byte for byte the same for the same content. */
public final class Export {
    /** What an archive can be exported as. */
    public enum Format implements Listed {
        /** Every quad, the lines in the order of their bytes. */
        NQUADS(Form.N_QUADS),
        /** The union of all graphs; subjects, predicates and objects in the order of their bytes. */
        TURTLE(Form.TURTLE),
        /** JSON-LD 1.1 with its context inside; one node a graph, in the order of their names. */
        JSONLD(Form.JSON_LD);

        private final Form form;

        Format(Form form) {
            this.form = form;
        }

        @Override
        public Form form() {
            return form;
        }
    }

    private final GraphArchive archive;
    private final BaseSwap swap;
    private final String context;
    private final boolean answered;

    /**
     * @param base the base that IRIs are to have; empty for each graph's own
     * @param context the JSON-LD context, which is also where Turtle takes its prefixes from
     */
    public Export(GraphArchive archive, String base, String context) {
        this(archive, new BaseSwap(base), context, true);
    }

    private Export(GraphArchive archive, BaseSwap swap, String context, boolean answered) {
        this.archive = archive;
        this.swap = swap;
        this.context = context;
        this.answered = answered;
    }

    /** The same without where it can be queried, which is no part of what it says and may not last as long. */
    public Export withoutEndpoint() {
        return new Export(archive, swap, context, false);
    }

    /** Writes everything and flushes; the stream stays open. */
    public void write(Format format, OutputStream target) {
        try {
            OutputStream out = new BufferedOutputStream(target, 1 << 16);
            switch (format) {
                case NQUADS -> nquads(out);
                case TURTLE -> turtle(out);
                case JSONLD -> jsonld(out);
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot export: " + e.getMessage(), e);
        }
    }

    /** Writes the pictures that the graphs show into a folder, each under the name that its address ends in. */
    public void pictures(Path folder) {
        try {
            Files.createDirectories(folder);
            for (ArchiveEntry row : archive.entries()) {
                for (String name : archive.read(row).pictures()) {
                    String digest = name.substring(0, name.indexOf('.'));
                    byte[] bytes = archive.pictures()
                            .bytes(digest)
                            .orElseThrow(() -> new IOException(
                                    row.graph() + ": its picture " + name + " is missing; ingest its source again"));
                    Files.write(folder.resolve(name), bytes);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot export: " + e.getMessage(), e);
        }
    }

    private void nquads(OutputStream out) throws IOException {
        try (SortedLines lines = new SortedLines()) {
            for (ArchiveEntry row : archive.entries()) {
                lines.addAll(NQuads.lines(read(row)));
            }
            lines.forEach(out::write);
        }
    }

    private void turtle(OutputStream out) throws IOException {
        try (SortedLines lines = new SortedLines()) {
            for (ArchiveEntry row : archive.entries()) {
                lines.addAll(NQuads.triples(read(row).graph()));
            }
            TurtleStatements writer = new TurtleStatements(out, Prefixes.of(context));
            lines.forEach(line -> writer.accept(NQuads.triple(line)));
            writer.finish();
        }
    }

    private void jsonld(OutputStream out) throws IOException {
        // by the name that a graph has in the export, which another base may put elsewhere
        List<ArchiveEntry> rows = archive.entries().stream()
                .sorted(Comparator.comparing(row -> swap.apply(row.graph(), row.base())))
                .toList();
        try (JsonLdExport writer = new JsonLdExport(out, context)) {
            rows.forEach(row -> writer.accept(read(row)));
        }
        out.write('\n');
    }

    private NamedGraph read(ArchiveEntry row) {
        NamedGraph graph = swap.apply(archive.read(row));
        if (answered || !graph.graph().contains(Node.ANY, VOID.sparqlEndpoint.asNode(), Node.ANY)) {
            return graph;
        }
        Graph others = GraphFactory.createDefaultGraph();
        graph.graph()
                .find()
                .filterDrop(triple -> triple.predicateMatches(VOID.sparqlEndpoint.asNode()))
                .forEach(others::add);
        return new NamedGraph(graph.name(), graph.base(), others);
    }
}
