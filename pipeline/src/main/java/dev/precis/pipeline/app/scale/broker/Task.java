package dev.precis.pipeline.app.scale.broker;

import dev.precis.pipeline.correct.Corrections;
import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.execute.PostTask;
import dev.precis.pipeline.reading.RecordJson;
import dev.precis.pipeline.reconcile.Answer;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a worker is asked to do: to read a document, or to describe a post, whichever it has.
 *
 * @param source id of the source
 * @param settings digest of its settings and of the program: who has others must not do it
 * @param captured when the page was captured, ISO 8601; empty if nobody knows
 * @param document empty where there is a post
 * @param post empty where there is a document
 */
record Task(String source, String settings, String captured, List<Document> document, List<Post> post) {
    Task {
        document = List.copyOf(document);
        post = List.copyOf(post);
    }

    /** What was captured; see {@link Capture}. */
    record Document(String address, String contentType, String directives, byte[] content) {}

    /** A draft that nobody has corrected; see {@link PostTask}. */
    record Post(String name, Draft draft, List<Answer> answers) {
        Post {
            answers = List.copyOf(answers);
        }
    }

    static Task of(String source, String settings, Capture capture) {
        return new Task(
                source,
                settings,
                captured(capture.captured()),
                List.of(new Document(
                        capture.address().toString(), capture.contentType(), capture.directives(), capture.content())),
                List.of());
    }

    static Task of(String source, String settings, PostTask task) {
        return new Task(
                source,
                settings,
                captured(task.draft().origin().captured()),
                List.of(),
                List.of(new Post(task.name(), task.draft().capturedAt(Optional.empty()), task.answers())));
    }

    Capture capture() {
        Document one = document.getFirst();
        return Capture.of(
                URI.create(one.address()), captured(captured), one.contentType(), one.content(), one.directives());
    }

    PostTask postTask() {
        Post one = post.getFirst();
        return new PostTask(
                one.draft().capturedAt(captured(captured)), one.name(), Corrections.OfSummary.NONE, one.answers());
    }

    private static String captured(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse("");
    }

    private static Optional<Instant> captured(String text) {
        return Optional.of(text).filter(one -> !one.isEmpty()).map(Instant::parse);
    }

    /** What it is about, for people and as the key of its record. */
    String subject() {
        return post.isEmpty() ? document.getFirst().address() : post.getFirst().name();
    }

    byte[] json() {
        return RecordJson.write(this);
    }

    /** @throws IOException if this is no task */
    static Task read(byte[] json) throws IOException {
        Task task = RecordJson.read(json, Task.class);
        if (task == null || task.document().size() + task.post().size() != 1) {
            throw new IOException("expected a document or a post");
        }
        return task;
    }
}
