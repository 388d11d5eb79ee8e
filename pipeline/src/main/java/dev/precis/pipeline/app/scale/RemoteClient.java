package dev.precis.pipeline.app.scale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Speaks to a store by SPARQL 1.1 alone: queries, and either graphs that are put and deleted or updates. Every answer
 * but the expected one is a {@link RemoteException}.
 */
final class RemoteClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final Set<Integer> REFUSED = Set.of(401, 403, 407);
    private static final String TRIPLES = "application/n-triples";
    private static final String RESULTS = "application/sparql-results+json";
    /** Updates are joined up to so many bytes. */
    private static final int LARGEST_UPDATE = 1 << 20;

    private final RemoteAddress address;
    private final Optional<Credentials> credentials;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    RemoteClient(RemoteAddress address, Optional<Credentials> credentials) {
        this.address = address;
        this.credentials = credentials;
    }

    /**
     * What is to become of a graph.
     *
     * @param triples N-Triples of the whole graph, which takes the place of what is there; empty to take it out
     */
    record Write(String graph, byte[] triples) {
        boolean isRemoval() {
            return triples.length == 0;
        }
    }

    /** Does what is asked, in order; what is done already is done again, which changes nothing. */
    void write(List<Write> writes) {
        if (address.gsp().isPresent()) {
            writes.forEach(write -> put(address.gsp().get(), write));
        } else {
            update(address.update().orElseThrow(), writes);
        }
    }

    private void put(URI gsp, Write write) {
        String query = (gsp.getRawQuery() == null ? "?" : "&") + "graph=" + encoded(write.graph());
        HttpRequest.Builder request = request(URI.create(gsp + query));
        if (write.isRemoval()) {
            HttpResponse<byte[]> answer = send(request.DELETE(), "DELETE");
            if (answer.statusCode() != NOT_FOUND) {
                checkWritten(answer, "DELETE");
            }
            return;
        }
        request.header("Content-Type", TRIPLES).PUT(BodyPublishers.ofByteArray(write.triples()));
        checkWritten(send(request, "PUT"), "PUT");
    }

    /** That it was a store that answered: a page that asks to log in has status 200, too. */
    private void checkWritten(HttpResponse<byte[]> answer, String what) {
        checkStatus(answer, what);
        // Virtuoso says nothing, and that it is HTML
        if (answer.statusCode() == OK && type(answer).startsWith("text/html") && answer.body().length > 0) {
            throw RemoteException.of(address.host() + " answers " + what + " with a page of HTML, which is no store's");
        }
    }

    private void update(URI update, List<Write> writes) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (Write write : writes) {
            text.writeBytes(("DROP SILENT GRAPH <" + write.graph() + "> ;\n").getBytes(StandardCharsets.UTF_8));
            if (!write.isRemoval()) {
                text.writeBytes(("INSERT DATA { GRAPH <" + write.graph() + "> {\n").getBytes(StandardCharsets.UTF_8));
                text.writeBytes(write.triples());
                text.writeBytes("} } ;\n".getBytes(StandardCharsets.UTF_8));
            }
            if (text.size() > LARGEST_UPDATE) {
                update(update, text.toByteArray());
                text.reset();
            }
        }
        if (text.size() > 0) {
            update(update, text.toByteArray());
        }
    }

    private void update(URI update, byte[] text) {
        HttpRequest.Builder request = request(update)
                .header("Content-Type", "application/sparql-update; charset=utf-8")
                .POST(BodyPublishers.ofByteArray(text));
        checkWritten(send(request, "update"), "update");
    }

    /** All that is said in a graph; nothing if it is not there. */
    Graph graph(String name) {
        byte[] triples = ask("CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <" + name + "> { ?s ?p ?o } }", TRIPLES);
        Graph graph = GraphFactory.createDefaultGraph();
        try {
            RDFParser.source(new ByteArrayInputStream(triples))
                    .lang(Lang.NTRIPLES)
                    .checking(false)
                    .errorHandler(ErrorHandlerFactory.errorHandlerNoWarnings)
                    .parse(graph);
        } catch (RiotException e) {
            throw RemoteException.of(address.host() + " answers with what is no N-Triples: " + e.getMessage());
        }
        return graph;
    }

    /** How many statements there are in each graph that is there. */
    SortedMap<String, Long> counts() {
        return counted("");
    }

    /** The same of these graphs alone. */
    SortedMap<String, Long> counts(Collection<String> graphs) {
        return counted(graphs.stream()
                .map(graph -> "<" + graph + ">")
                .collect(Collectors.joining(" ", "VALUES ?g { ", " } ")));
    }

    private SortedMap<String, Long> counted(String which) {
        byte[] answer =
                ask("SELECT ?g (COUNT(*) AS ?n) WHERE { " + which + "GRAPH ?g { ?s ?p ?o } } GROUP BY ?g", RESULTS);
        SortedMap<String, Long> counts = new TreeMap<>();
        try {
            for (JsonNode row : JSON.readTree(answer).required("results").required("bindings")) {
                if (row.has("g")) { // one row without it says that there is no group
                    counts.put(
                            row.required("g").required("value").asText(),
                            row.required("n").required("value").asLong());
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw RemoteException.of(address.host() + " answers with what are no SPARQL results");
        }
        return counts;
    }

    private byte[] ask(String query, String type) {
        HttpRequest.Builder request = request(address.sparql())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", type)
                .POST(BodyPublishers.ofString("query=" + encoded(query)));
        HttpResponse<byte[]> answer = send(request, "query");
        checkStatus(answer, "query");
        if (!type(answer).startsWith(type)) {
            throw RemoteException.of(
                    address.host() + " answers a query as " + type(answer) + " where " + type + " was asked for");
        }
        return answer.body();
    }

    private void checkStatus(HttpResponse<byte[]> answer, String what) {
        int status = answer.statusCode();
        if (REFUSED.contains(status)) {
            throw RemoteException.refused(address.host() + " answers " + what + " with status " + status
                    + ": see to the credentials in " + Credentials.VARIABLE + " or their file");
        }
        if (status / 100 != 2) {
            throw RemoteException.of(address.host() + " answers " + what + " with status " + status);
        }
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request, String what) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw RemoteException.of(address.host() + " does not answer " + what + ": " + reason);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RemoteException.of("stopped while " + address.host() + " was asked");
        }
    }

    private HttpRequest.Builder request(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(TIMEOUT);
        credentials.ifPresent(known -> request.header("Authorization", known.header()));
        return request;
    }

    private static String type(HttpResponse<?> answer) {
        return answer.headers().firstValue("Content-Type").orElse("something without a type");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
