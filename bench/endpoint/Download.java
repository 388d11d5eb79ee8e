import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes all that an endpoint has as N-Quads: more than an export, since the server adds what describes it. */
final class Download {
    private static final String GRAPHS = "SELECT DISTINCT ?graph { GRAPH ?graph { ?subject ?property ?value } }";
    private static final String STATEMENTS = "CONSTRUCT { ?subject ?property ?value } { GRAPH <%s> { ?subject ?property ?value } }";

    public static void main(String[] arguments) throws IOException {
        try (Connection connection = new Connection(URI.create(arguments[0]));
                Writer out = Files.newBufferedWriter(Path.of(arguments[1]))) {
            for (String graph : lines(connection, GRAPHS, "text/csv")) {
                if (!graph.equals("graph")) {
                    for (String triple : lines(connection, STATEMENTS.formatted(graph), "application/n-triples")) {
                        out.write(triple.replaceFirst("\\.$", "<" + graph + "> .\n"));
                    }
                }
            }
        }
    }

    private static List<String> lines(Connection connection, String query, String form) throws IOException {
        Connection.Answer answer = connection.get(query, form, "");
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.status() != 200) {
            throw new IOException(answer.status() + ": " + text);
        }
        return text.lines().toList();
    }
}
