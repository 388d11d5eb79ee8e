package dev.precis.pipeline.route;

import static dev.precis.pipeline.route.stage.Steps.sink;
import static dev.precis.pipeline.route.stage.Steps.step;

import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.execute.Described;
import java.util.function.Function;
import org.apache.camel.builder.RouteBuilder;

/** What happens to a captured document, and to each post of a batch that has become a graph. */
public final class IngestRoutes extends RouteBuilder {
    public static final String CAPTURE = "direct:capture";
    public static final String PAGE = "direct:page";
    public static final String DESCRIBED = "direct:described";

    private final Batch batch;
    private final Function<Capture, Page> reader;

    /** @param reader reads a document that was not read before */
    IngestRoutes(Batch batch, Function<Capture, Page> reader) {
        this.batch = batch;
        this.reader = reader;
    }

    @Override
    public void configure() {
        // what fails is told by whoever asked for it, once
        errorHandler(noErrorHandler());

        from(CAPTURE)
                .routeId("read")
                .process(step(Capture.class, batch::snapshot))
                .process(step(Capture.class, capture -> batch.read(capture, reader)));

        from(PAGE).routeId("add").process(step(Page.class, batch::add));

        from(DESCRIBED).routeId("keep").process(sink(Described.class, batch::keep));
    }
}
