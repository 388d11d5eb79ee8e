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
 * @param refusals one of a post whose graph breaks a shape
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
    record Refusal(String graph, String message, String report) {}

    static Result of(Page page) {
        List<dev.precis.pipeline.domain.Draft> drafts = page.drafts().stream()
                .map(draft -> draft.capturedAt(Optional.empty()))
                .toList();
        return new Result(List.of(page.withDrafts(drafts)), List.of(), List.of(), "");
    }

    static Result of(Described post) {
        NamedGraph graph = post.graph();
        String statements = new String(NQuads.write(graph), StandardCharsets.UTF_8);
        return new Result(
                List.of(), List.of(new Graph(graph.name(), graph.base(), statements, post.notices())), List.of(), "");
    }

    static Result of(NonConformance failure) {
        Refusal refusal = new Refusal(failure.graph(), String.valueOf(failure.getMessage()), failure.report());
        return new Result(List.of(), List.of(), List.of(refusal), "");
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

    /** @throws NonConformance if that is what became of it */
    Described described() {
        if (!refusals.isEmpty()) {
            Refusal refusal = refusals.getFirst();
            throw new NonConformance(refusal.graph(), refusal.message(), refusal.report());
        }
        Graph graph = graphs.getFirst();
        byte[] statements = graph.statements().getBytes(StandardCharsets.UTF_8);
        NamedGraph named = new NamedGraph(graph.name(), graph.base(), NQuads.read(statements, graph.name()));
        return new Described(named, graph.notices(), List.of());
    }

    byte[] json() {
        return RecordJson.write(this);
    }

    /** @throws IOException if this is no result */
    static Result read(byte[] json) throws IOException {
        Result result = RecordJson.read(json, Result.class);
        int parts = result == null
                ? 0
                : result.pages().size()
                        + result.graphs().size()
                        + result.refusals().size();
        if (result == null || parts != (result.isDone() ? 1 : 0)) {
            throw new IOException("expected a page, a graph, a refusal or a reason");
        }
        return result;
    }
}
