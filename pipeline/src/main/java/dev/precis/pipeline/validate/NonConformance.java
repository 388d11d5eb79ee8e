package dev.precis.pipeline.validate;

import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.validation.ReportEntry;

/** A graph broke the shapes; carries the SHACL report. */
public final class NonConformance extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient ValidationReport report;
    private final String graph;

    NonConformance(String graph, List<ReportEntry> violations, ValidationReport report) {
        super(violations.stream()
                .map(entry -> "%s: %s%s"
                        .formatted(
                                entry.focusNode(),
                                entry.message(),
                                entry.value() == null ? "" : ", not " + entry.value()))
                .distinct()
                .collect(Collectors.joining("; ")));
        this.graph = graph;
        this.report = report;
    }

    /** Name of the graph. */
    public String graph() {
        return graph;
    }

    /** The SHACL validation report in Turtle. */
    public String report() {
        StringWriter turtle = new StringWriter();
        RDFDataMgr.write(turtle, Objects.requireNonNull(report).getGraph(), Lang.TURTLE);
        return turtle.toString();
    }
}
