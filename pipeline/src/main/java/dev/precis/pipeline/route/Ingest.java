package dev.precis.pipeline.route;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** Runs the ingest routes over the documents of one source. */
public final class Ingest implements AutoCloseable {
    private final CamelContext context = new DefaultCamelContext();
    private final Batch batch;
    private final ProducerTemplate template;

    public Ingest(Stages stages, Batch batch) {
        this.batch = batch;
        context.disableJMX();
        try {
            context.addRoutes(new IngestRoutes(stages, batch));
        } catch (Exception e) {
            throw new IllegalStateException("the ingest routes do not build", e);
        }
        context.start();
        this.template = context.createProducerTemplate();
    }

    /** Reads one document; its posts wait for {@link #finish}, since other pages may tell more of them. */
    public Page read(Capture capture) {
        return add(look(capture));
    }

    /** What a document says; its posts are not published, unless it is added. */
    public Page look(Capture capture) {
        return template.requestBody(IngestRoutes.CAPTURE, capture, Page.class);
    }

    /** Adds what was read to what is published by {@link #finish}. */
    public Page add(Page page) {
        return template.requestBody(IngestRoutes.PAGE, page, Page.class);
    }

    /** That the page of a post could not be had, which others call so. */
    public void miss(String title) {
        batch.miss(title);
    }

    public void note(Notice notice) {
        batch.note(notice);
    }

    /** Publishes the posts of the documents read so far; what others yet to come tell of them is added then. */
    public void keepSoFar() {
        publish(false);
    }

    /** Publishes the posts of all documents read, and tells what was done. */
    public Tally finish() {
        return publish(true);
    }

    private Tally publish(boolean all) {
        for (Draft draft : batch.drafts(all)) {
            template.sendBody(IngestRoutes.DRAFT, draft);
        }
        return batch.commit();
    }

    @Override
    public void close() {
        context.stop();
        batch.close();
    }
}
