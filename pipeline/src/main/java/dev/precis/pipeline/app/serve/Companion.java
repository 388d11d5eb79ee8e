package dev.precis.pipeline.app.serve;

import com.sun.net.httpserver.HttpHandler;
import dev.precis.pipeline.execute.StageExecutors;
import dev.precis.sparql.archive.GraphArchive;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** What goes along with a store while it is served: it takes part in nothing, and serving waits for it nowhere. */
public interface Companion extends AutoCloseable {
    /** Nothing does. */
    Companion NONE = new Companion() {
        @Override
        public void begin(Served served) {}

        @Override
        public void close() {}
    };

    /**
     * What is served.
     *
     * @param base that graphs are to have elsewhere; empty for each graph's own
     * @param registry takes figures
     * @param log takes what a person should know, a line each
     * @param follow makes readers see what was committed
     */
    record Served(GraphArchive archive, String base, MeterRegistry registry, PrintWriter log, Runnable follow) {}

    /** Whether this alone changes the store, so that nothing else is to be taken in. */
    default boolean isOnlyWriter() {
        return false;
    }

    /** What is on the admin port for it, by the beginnings of its paths. */
    default Map<String, HttpHandler> rooms(GraphArchive archive) {
        return Map.of();
    }

    /** Where stages of what commands read are run that need nothing but their input. */
    default StageExecutors executors() {
        return StageExecutors.DIRECT;
    }

    /** Refuses wrong usage before anything is touched. */
    default void check() {}

    /** Begins, once, on threads of its own. */
    void begin(Served served);

    /** What is to be told with the health of the server, a line each. */
    default List<String> remarks() {
        return List.of();
    }

    /** Ends before the archive is closed. */
    @Override
    void close();
}
