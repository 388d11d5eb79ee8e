package dev.precis.pipeline.validate;

import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.validation.ReportEntry;

/** A graph broke the shapes; carries the SHACL report. */
public final class NonConformance extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String report;
    private final String graph;

    /**
     * @param message what is broken, in words
     * @param report the SHACL validation report in Turtle
     */
    public NonConformance(String graph, String message, String report) {
        super(message);
        this.graph = graph;
        this.report = report;
    }

    static NonConformance of(String graph, List<ReportEntry> violations, ValidationReport report) {
        String message = violations.stream()
                .map(entry -> "%s: %s%s"
                        .formatted(
                                entry.focusNode(),
                                entry.message(),
                                entry.value() == null ? "" : ", not " + entry.value()))
                .distinct()
                .collect(Collectors.joining("; "));
        StringWriter turtle = new StringWriter();
        RDFDataMgr.write(turtle, report.getGraph(), Lang.TURTLE);
        return new NonConformance(graph, message, turtle.toString());
    }

    /** Name of the graph. */
    public String graph() {
        return graph;
    }

    /** The SHACL validation report in Turtle. */
    public String report() {
        return report;
    }
}
