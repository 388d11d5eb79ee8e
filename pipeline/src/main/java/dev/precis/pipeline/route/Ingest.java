package dev.precis.pipeline.route;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.execute.Described;
import dev.precis.pipeline.execute.StageExecutor;
import dev.precis.pipeline.execute.StageExecutors;
import dev.precis.pipeline.route.stage.StageRoutes;
import dev.precis.pipeline.route.stage.Stages;
import dev.precis.pipeline.route.stage.Steps;
import dev.precis.pipeline.source.picture.PictureSource;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** Runs the ingest routes over the documents of one source. */
public final class Ingest implements AutoCloseable {
    private final CamelContext context = new DefaultCamelContext();
    private final Batch batch;
    private final ProducerTemplate template;
    private final StageExecutor executor;
    private final Map<Capture, Supplier<Page>> foreseen = new IdentityHashMap<>();
    private final Consumer<Ingest> published;

    public Ingest(Stages stages, Batch batch) {
        this(stages, batch, StageExecutors.DIRECT, ingest -> {});
    }

    /**
     * @param executors where the pure stages are run
     * @param published told after each post that is published
     */
    public Ingest(Stages stages, Batch batch, StageExecutors executors, Consumer<Ingest> published) {
        this.batch = batch;
        this.published = published;
        context.disableJMX();
        try {
            context.addRoutes(new StageRoutes(stages));
            context.addRoutes(new IngestRoutes(batch, this::document));
        } catch (Exception e) {
            throw new IllegalStateException("the ingest routes do not build", e);
        }
        context.start();
        this.template = context.createProducerTemplate();
        this.executor = executors.of(stages.profile().id(), batch.circumstances(), StageRoutes.through(template));
    }

    /** How many documents may be foreseen before the first of them is read. */
    public int ahead() {
        return executor.ahead();
    }

    /** That a document will be read: who has hands free may begin. */
    public void foresee(Capture capture) {
        if (!batch.isRead(capture)) {
            foreseen.put(capture, executor.read(capture));
        }
    }

    private Page document(Capture capture) {
        Supplier<Page> begun = foreseen.remove(capture);
        return (begun == null ? executor.read(capture) : begun).get();
    }

    /** Reads one document; its posts wait for {@link #finish}, since other pages may tell more of them. */
    public Page read(Capture capture) {
        return add(look(capture));
    }

    /** What a document says; its posts are not published, unless it is added. */
    public Page look(Capture capture) {
        return Steps.ask(template, IngestRoutes.CAPTURE, capture, Page.class);
    }

    /**
     * The page with the pictures that were captured with it; each that is shown is kept.
     *
     * @param source where they are had from
     */
    public Page withPictures(Page page, PictureSource source) {
        return batch.withPictures(page, source);
    }

    /** Adds what was read to what is published by {@link #finish}. */
    public Page add(Page page) {
        return Steps.ask(template, IngestRoutes.PAGE, page, Page.class);
    }

    /** That the page of a post could not be had, which others call so. */
    public void miss(String title) {
        batch.miss(title);
    }

    /**
     * That a crawl of the site of that address has come to its end.
     *
     * @param complete whether all that leads to posts was looked at, and answered
     * @param missing addresses where nothing is
     */
    public void crawled(URI address, boolean complete, Set<URI> missing) {
        batch.crawled(address, complete, missing);
    }

    /** That what is read is all there is of the source: what it does not show is taken out. */
    public void complete() {
        batch.complete();
    }

    /** That nothing is read but what was read before: it brings nothing back, and what it lacks is told. */
    public void again() {
        batch.again();
    }

    /** Whether a stored summary of this source was read at an address, or has it for its own. */
    public boolean isSource(URI address) {
        return batch.isSource(address);
    }

    /** The addresses of stored summaries that nothing read so far shows. */
    public List<URI> unmet() {
        return batch.unmet();
    }

    /** That other pages which tell of the same posts are not read: what they told stays. */
    public void partly() {
        batch.partly();
    }

    /** That something was looked at that is no page yet, such as a file, by the name that notices have for it. */
    public void looked(String what) {
        batch.looked(what);
    }

    /** That something was fetched which is no document: a picture. */
    public void fetched(Capture capture) {
        batch.fetched(capture);
    }

    public void note(Notice notice) {
        batch.note(notice);
    }

    /** Publishes the posts of the documents read so far; what others yet to come tell of them is added then. */
    public void keepSoFar() {
        publish(false);
    }

    /** Keeps durably what is published so far; the posts that wait for others still do. */
    public Tally commit() {
        return batch.commit();
    }

    /** Publishes the posts of all documents read, and tells what was done. */
    public Tally finish() {
        return publish(true);
    }

    private Tally publish(boolean all) {
        Queue<Supplier<Described>> begun = new ArrayDeque<>();
        for (Draft draft : batch.drafts(all)) {
            batch.task(draft).map(executor::describe).ifPresentOrElse(begun::add, () -> published.accept(this));
            keep(begun, executor.ahead());
        }
        keep(begun, 0);
        return batch.commit();
    }

    /** Keeps what posts have become, in their order, until so many are left. */
    private void keep(Queue<Supplier<Described>> begun, int left) {
        while (begun.size() > left) {
            Steps.ask(template, IngestRoutes.DESCRIBED, begun.remove().get(), Object.class);
            published.accept(this);
        }
    }

    @Override
    public void close() {
        executor.close();
        context.stop();
        batch.close();
    }
}
