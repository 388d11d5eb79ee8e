package dev.precis.pipeline.app.scale.broker;

import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.execute.Described;
import dev.precis.pipeline.reading.RecordJson;
import dev.precis.pipeline.validate.NonConformance;
import dev.precis.sparql.archive.NQuads;
import dev.precis.sparql.archive.NamedGraph;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What became of a task.
 *
 * @param pages one of a document that was read
 * @param graphs one of a post that was described
 * @param refusals one of a graph that breaks a shape
 * @param reason why it was not done; empty if it was
 */
record Result(List<Page> pages, List<Graph> graphs, List<Refusal> refusals, String reason) {
    Result {
        pages = List.copyOf(pages);
        graphs = List.copyOf(graphs);
        refusals = List.copyOf(refusals);
    }

    /** A graph as canonical N-Quads; see {@link Described}. */
    record Graph(String name, String base, String statements, List<Notice> notices) {
        Graph {
            notices = List.copyOf(notices);
        }
    }

    /** See {@link NonConformance}. */
    record Refusal(String message, String report) {}

    static Result of(Page page) {
        return new Result(List.of(page.capturedAt(Optional.empty())), List.of(), List.of(), "");
    }

    static Result of(Described post) {
        NamedGraph graph = post.graph();
        String statements = new String(NQuads.write(graph), StandardCharsets.UTF_8);
        return new Result(
                List.of(),
                List.of(new Graph(graph.name(), graph.base(), statements, post.notices())),
                post.refusal().stream()
                        .map(why -> new Refusal(String.valueOf(why.getMessage()), why.report()))
                        .toList(),
                "");
    }

    /** That it was not done. */
    static Result not(String reason) {
        return new Result(List.of(), List.of(), List.of(), reason);
    }

    boolean isDone() {
        return reason.isEmpty();
    }

    Page page() {
        return pages.getFirst();
    }

    Described described() {
        Graph graph = graphs.getFirst();
        byte[] statements = graph.statements().getBytes(StandardCharsets.UTF_8);
        NamedGraph named = new NamedGraph(graph.name(), graph.base(), NQuads.read(statements, graph.name()));
        return new Described(
                named,
                graph.notices(),
                List.of(),
                refusals.stream()
                        .map(why -> new NonConformance(graph.name(), why.message(), why.report()))
                        .findFirst());
    }

    byte[] json() {
        return RecordJson.write(this);
    }

    /** @throws IOException if this is no result */
    static Result read(byte[] json) throws IOException {
        Result result = RecordJson.read(json, Result.class);
        if (result == null
                || result.pages().size() + result.graphs().size() != (result.isDone() ? 1 : 0)
                || result.refusals().size() > result.graphs().size()) {
            throw new IOException("expected a page, a graph or a reason");
        }
        return result;
    }
}
