package dev.precis.sparql.site;

import dev.precis.sparql.page.Link;
import dev.precis.sparql.query.Reference;
import dev.precis.sparql.write.Table;
import dev.precis.sparql.write.feed.FeedFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;

/** What a document holds; each kind is written in every representation of that kind, and only when it is asked for. */
public sealed interface Content {
    /**
     * Something to read.
     *
     * @param html renders it, given the links for its head
     * @param headers that it needs to be sent with
     */
    record Page(Function<List<Link>, String> html, List<Header> headers) implements Content {
        public Page {
            headers = List.copyOf(headers);
        }

        public Page(Function<List<Link>, String> html) {
            this(html, List.of());
        }
    }

    /** Statements about the resource. */
    record Data(Supplier<Graph> graph) implements Content {}

    /**
     * A table of numbers and texts.
     *
     * @param columns the names of the columns
     * @param rows as many cells each
     * @param summaries how many it is read from
     */
    record Rows(List<String> columns, Table rows, int summaries) implements Content {
        /** Of more a table is sent while it is made: it may be longer than there is memory. */
        public static final int LONG = 2_000;

        public Rows {
            columns = List.copyOf(columns);
        }

        boolean isLong() {
            return summaries > LONG;
        }
    }

    /** Cited works, in their order. */
    record Bibliography(Supplier<List<Reference>> references) implements Content {}

    /**
     * A list that can be followed.
     *
     * @param address where its feed in a format is found
     * @param feed in a format
     */
    record Followed(Function<FeedFormat, String> address, Function<FeedFormat, byte[]> feed) implements Content {}

    /** The links of the document and of those that describe it, by what they lead from. */
    record Links(Supplier<Map<String, List<Link>>> links) implements Content {}
}
