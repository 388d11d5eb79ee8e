package dev.precis.pipeline.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precis.pipeline.app.run.Wiring;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.map.CslIds;
import dev.precis.pipeline.map.CslJson;
import dev.precis.pipeline.map.FindingsJson;
import dev.precis.pipeline.understand.citation.CitationParser;
import dev.precis.pipeline.understand.finding.FindingFinder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Reads single citations or sentences: standard input to standard output, a line in, an element of an array out. */
@Command(
        name = "read",
        description = "Read citations or findings: a line in, an element of a JSON array out.",
        synopsisSubcommandLabel = "(citations | findings)")
final class ReadCommand {
    @Spec
    private @Nullable CommandSpec command;

    @Command(name = "citations", description = "Citations, one a line, to CSL-JSON items in the same order.")
    int citations() {
        CitationParser parser = Wiring.citationParser();
        CslIds ids = new CslIds();
        return lines(line -> CslJson.of(parser.parse(line), ids));
    }

    @Command(name = "findings", description = "Sentences, one a line, to their findings in the same order.")
    int findings() {
        FindingFinder finder = Wiring.findingFinder("en");
        return lines(line -> FindingsJson.of(line, finder.find(new Passage(line, 0))));
    }

    private int lines(Function<String, JsonNode> read) {
        if (command == null) {
            throw new IllegalStateException("picocli sets the command before it calls it");
        }
        PrintWriter out = command.commandLine().getOut();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            String separator = "[";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.print(separator + "\n" + FindingsJson.write(read.apply(line)));
                separator = ",";
            }
            out.println(separator.equals("[") ? "[]" : "\n]");
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read standard input", e);
        }
        return 0;
    }
}
