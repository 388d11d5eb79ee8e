package dev.precis.pipeline.app.serve;

import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.Representation;
import dev.precis.sparql.site.Site;
import dev.precis.sparql.write.feed.FeedFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out at the start, beside everything else, what the first pages and the first drop would have to wait for: what
 * is kept of all summaries, and the words and rules that new ones are read by.
 */
final class Warming implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Warming.class);

    /** Of fewer all pages are quick. */
    private static final int MANY = 1_000;

    private final Thread thread;
    private volatile boolean ending;

    /** @param reading loads what new summaries are read by: a drop is promised within two seconds */
    Warming(Site site, Runnable reading) {
        this.thread = Thread.ofVirtual().name("warm-up").start(() -> warm(site, reading));
    }

    private void warm(Site site, Runnable reading) {
        try {
            reading.run();
            List<String> resources = site.resources().takeWhile(iri -> !ending).toList();
            if (resources.size() > MANY) {
                oneOfEachKind(site, resources).takeWhile(page -> !ending).forEach(page -> site.get(page, ""));
            }
        } catch (RuntimeException cold) {
            // whoever needs it first meets the same, and is told
            LOG.debug("not warmed up", cold);
        }
    }

    /** Where there is much to show, the first page of each kind would wait for what all of that kind need. */
    private static Stream<String> oneOfEachKind(Site site, List<String> resources) {
        Map<String, String> kinds = new LinkedHashMap<>();
        resources.stream().map(site.places().base()::local).forEach(page -> kinds.putIfAbsent(kind(page), page));
        return Stream.concat(
                Stream.of("", FeedFormat.RSS.file()),
                kinds.values().stream()
                        .filter(page -> !page.isEmpty())
                        .flatMap(page -> Stream.of(Places.page(page), page + Representation.JSON_LD.suffix())));
    }

    /** What it is in, whatever its month; a list is a kind of its own. */
    private static String kind(String page) {
        int folder = page.lastIndexOf('/');
        return folder < 0 ? page : page.substring(0, folder).replaceAll("[0-9]", "") + "/";
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
