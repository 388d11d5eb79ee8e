package dev.precis.pipeline.app.serve;

import dev.precis.sparql.site.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out at the start, beside everything else, what the first pages and the first drop would have to wait for: what
 * is kept of all summaries, and the words and rules that new ones are read by.
 */
final class Warming implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Warming.class);

    private final Thread thread;
    private volatile boolean ending;

    /** @param reading loads what new summaries are read by: a drop is promised within two seconds */
    Warming(Site site, Runnable reading) {
        this.thread = Thread.ofVirtual().name("warm-up").start(() -> warm(site, reading));
    }

    private void warm(Site site, Runnable reading) {
        try {
            reading.run();
            site.resources().takeWhile(iri -> !ending).forEach(iri -> {});
        } catch (RuntimeException cold) {
            // whoever needs it first meets the same, and is told
            LOG.debug("not warmed up", cold);
        }
    }

    /** Waits for what is being read: the index must not be closed meanwhile. */
    @Override
    public void close() {
        ending = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
