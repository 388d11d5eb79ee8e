package dev.precis.pipeline.route;

import static dev.precis.pipeline.route.Steps.sink;
import static dev.precis.pipeline.route.Steps.step;
import static dev.precis.pipeline.route.Steps.when;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Summary;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.validate.NonConformance;
import dev.precis.sparql.archive.NamedGraph;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** What happens to a captured document, and to each post that a batch of them shows. */
public final class IngestRoutes extends RouteBuilder {
    public static final String CAPTURE = "direct:capture";
    public static final String PAGE = "direct:page";
    public static final String DRAFT = "direct:draft";

    private final Stages stages;
    private final Batch batch;

    public IngestRoutes(Stages stages, Batch batch) {
        this.stages = stages;
        this.batch = batch;
    }

    @Override
    public void configure() {
        // what fails is told by whoever asked for it, once
        errorHandler(defaultErrorHandler().logExhausted(false));
        onException(NonConformance.class)
                .handled(true)
                .process(exchange ->
                        batch.refuse(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, NonConformance.class)));

        from(CAPTURE)
                .routeId("read")
                .process(step(Capture.class, batch::snapshot))
                .process(step(Capture.class, batch::read));

        from(PAGE).routeId("add").process(step(Page.class, batch::add));

        from(DRAFT)
                .routeId("ingest")
                .filter(when(Draft.class, batch::isNew))
                .process(step(Draft.class, stages.understanding()::understand))
                .process(step(Summary.class, batch::map))
                .process(step(NamedGraph.class, stages.validator()::validate))
                .process(sink(NamedGraph.class, batch::keep))
                .end();
    }
}
