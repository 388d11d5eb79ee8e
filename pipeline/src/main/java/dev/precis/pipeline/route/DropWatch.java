package dev.precis.pipeline.route;

import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** Watches a drop folder until it is closed. */
public final class DropWatch implements AutoCloseable {
    private final CamelContext context = new DefaultCamelContext();

    public DropWatch(DropRoutes routes) {
        context.disableJMX();
        context.getShutdownStrategy().setTimeout(20);
        try {
            context.addRoutes(routes);
        } catch (Exception e) {
            throw new IllegalStateException("the drop route does not build", e);
        }
        context.start();
    }

    /** Finishes the file in work, then stops. */
    @Override
    public void close() {
        context.stop();
    }
}
