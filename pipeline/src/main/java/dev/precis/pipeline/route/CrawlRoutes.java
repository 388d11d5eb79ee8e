package dev.precis.pipeline.route;

import static dev.precis.pipeline.route.stage.Steps.sink;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.camel.builder.RouteBuilder;

/** Looks from time to time which sources are due, and crawls them one after the other. */
public final class CrawlRoutes extends RouteBuilder {
    private static final String LOOK = "scheduler:crawls?initialDelay=%1$d&delay=%1$d";

    private final long lookEvery;
    private final Supplier<List<String>> due;
    private final Consumer<String> crawl;

    /**
     * @param lookEvery milliseconds
     * @param due ids of the sources to crawl now
     * @param crawl crawls a source, and keeps and tells what became of it: it never fails
     */
    public CrawlRoutes(long lookEvery, Supplier<List<String>> due, Consumer<String> crawl) {
        this.lookEvery = lookEvery;
        this.due = due;
        this.crawl = crawl;
    }

    @Override
    public void configure() {
        from(LOOK.formatted(lookEvery))
                .routeId("crawl")
                .setBody(exchange -> due.get())
                .split(body())
                .process(sink(String.class, crawl));
    }
}
