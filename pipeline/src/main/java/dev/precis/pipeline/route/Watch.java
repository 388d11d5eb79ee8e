package dev.precis.pipeline.route;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Runs routes that begin by themselves, until it is closed. */
public final class Watch implements AutoCloseable {
    private final CamelContext context = new DefaultCamelContext();

    public Watch(RouteBuilder... routes) {
        context.disableJMX();
        context.getShutdownStrategy().setTimeout(20);
        try {
            for (RouteBuilder one : routes) {
                context.addRoutes(one);
            }
        } catch (Exception e) {
            throw new IllegalStateException("a route does not build", e);
        }
        context.start();
    }

    /** Finishes what is in work, then stops. */
    @Override
    public void close() {
        context.stop();
    }
}
