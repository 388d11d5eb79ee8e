package dev.precis.sparql.site;

import dev.precis.sparql.write.feed.FeedFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The representations that a client takes.
 *
 * @param named the one that the address itself names, which leaves no choice
 * @param accept the Accept field
 */
record Wanted(Optional<Representation> named, String accept) {
    private static final List<Representation> ALL = List.of(Representation.values());

    /** The formats of feeds that have a type of their own, by which they can be asked for. */
    static final List<FeedFormat> FEEDS = Stream.of(FeedFormat.values())
            .filter(format -> ALL.stream()
                    .noneMatch(representation -> representation.mediaType().equals(format.mediaType())))
            .toList();

    /** What an address is of, without the suffix that names a representation. */
    Address resource(Address address) {
        return named.map(representation -> address.without(representation.suffix()))
                .orElse(address);
    }

    /** All that may be sent of what is offered, best first. */
    List<Representation> of(List<Representation> offered) {
        return named.map(representation ->
                        offered.stream().filter(representation::equals).toList())
                .orElseGet(() -> acceptable(offered));
    }

    private List<Representation> acceptable(List<Representation> offered) {
        Map<String, Representation> called = new LinkedHashMap<>();
        offered.forEach(representation -> types(representation).forEach(type -> called.put(type, representation)));
        return Negotiation.acceptable(accept, List.copyOf(called.keySet()), Function.identity()).stream()
                .map(called::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Its own type, and others by which it is called where the client names them, unless it refuses its own. */
    private Stream<String> types(Representation representation) {
        String own = representation.mediaType();
        return representation.types().stream()
                .filter(type ->
                        type.equals(own) || Negotiation.names(accept, type) && !Negotiation.refuses(accept, own));
    }

    /**
     * The format of the feed that it would rather have than anything that is offered. Only who names a type of feeds
     * wants one; pages come first between equals, since whoever reads pages finds the feeds in them; data come last,
     * since feed readers take RDF for RSS 1.0.
     */
    Optional<FeedFormat> feed(List<Representation> offered) {
        return named.isPresent()
                ? Optional.empty()
                : Negotiation.acceptable(accept, withFeeds(offered), Function.identity()).stream()
                        .findFirst()
                        .flatMap(best -> FEEDS.stream()
                                .filter(format -> format.mediaType().equals(best))
                                .findFirst());
    }

    private List<String> withFeeds(List<Representation> offered) {
        Map<Boolean, List<String>> pagesAndData = offered.stream()
                .collect(Collectors.partitioningBy(
                        representation -> representation == Representation.HTML,
                        Collectors.flatMapping(this::types, Collectors.toList())));
        return Stream.of(
                        pagesAndData.getOrDefault(true, List.of()).stream(),
                        FEEDS.stream()
                                .map(FeedFormat::mediaType)
                                .filter(mediaType -> Negotiation.names(accept, mediaType)),
                        pagesAndData.getOrDefault(false, List.of()).stream())
                .flatMap(types -> types)
                .toList();
    }

    /** Two clients with the same key get the same, whatever is offered. */
    String key() {
        // between equals the order of the offer decides: from both ends it tells what is equal
        List<String> all = withFeeds(ALL);
        return named.map(Representation::name)
                .orElseGet(() -> Negotiation.acceptable(accept, all, Function.identity()) + " "
                        + Negotiation.acceptable(accept, all.reversed(), Function.identity()));
    }

    boolean prefersPages() {
        List<Representation> best = of(ALL);
        return !best.isEmpty() && best.getFirst() == Representation.HTML;
    }
}
