package dev.precis.sparql.site;

import dev.precis.sparql.query.Blog;
import dev.precis.sparql.write.feed.FeedFormat;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A hub that passes on what is new in the feeds of blogs (<a href="https://www.w3.org/TR/websub/">WebSub</a>).
 *
 * @param address where it is, if there is one
 */
public record Hub(Optional<URI> address) {
    /** That there is none. */
    public static final Hub NONE = new Hub(Optional.empty());

    /** The feeds of a blog that it is told of: those of all of it. */
    public static Stream<String> topics(Blog blog) {
        return Arrays.stream(FeedFormat.values()).map(FeedSource.of(blog)::address);
    }

    /**
     * The same answer; if it is one of these feeds, with the links by which a subscriber finds hub and topic (section
     * 4).
     *
     * @param asked what was asked for; one that was negotiated tells by itself where it is
     */
    Response told(Response response, List<Blog> blogs, String asked) {
        if (address.isEmpty() || response.status() != 200) {
            return response;
        }
        String self = response.header("Content-Location").orElse(asked);
        if (blogs.stream().flatMap(Hub::topics).noneMatch(self::equals)) {
            return response;
        }
        List<Header> headers = new ArrayList<>(response.headers());
        headers.add(new Header("Link", "<" + address.get() + ">; rel=\"hub\""));
        headers.add(new Header("Link", "<" + self + ">; rel=\"self\""));
        return new Response(
                response.status(), response.contentType(), response.body(), response.lastModified(), headers);
    }
}
