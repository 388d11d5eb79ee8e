package dev.precis.pipeline.source.crawl;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.source.Addresses;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Addresses that a program makes without end (days of a calendar, orders of a list): those that differ in numbers or in
 * the values of parameters only are a family. One that brings nothing many times in a row is left.
 */
final class Families {
    private static final int MOST_IN_VAIN = 20;
    private static final int LONGEST = 2_000;
    /** A link that was meant to be absolute grows by itself: {@code /blog/blog/blog}. */
    private static final Pattern GROWN = Pattern.compile("(/[^/]+(?:/[^/]+)?)\\1\\1(?:/.*)?");

    private final CrawlScope scope;
    private final Map<String, Integer> inVain = new HashMap<>();
    private final Map<String, Integer> lengths = new HashMap<>();
    private final Set<String> alone = new HashSet<>();

    Families(CrawlScope scope) {
        this.scope = scope;
    }

    /** Whether the address should not be asked for, unlike what the profile names. */
    boolean areLeft(URI address) {
        String path = address.getRawPath();
        boolean endless = address.toString().length() > LONGEST
                || Stream.iterate(path.indexOf('/'), from -> from >= 0, from -> path.indexOf('/', from + 1))
                        .limit(LONGEST)
                        .anyMatch(from -> GROWN.matcher(path.substring(from)).matches());
        return !scope.isNamed(address) && (endless || inVain.getOrDefault(family(address), 0) >= MOST_IN_VAIN);
    }

    /** Notes what an address brought, nothing if it gave no page; a notice if its family is left from now on. */
    Optional<Notice> visited(URI address, Optional<Page> page) {
        String family = family(address);
        boolean news = page.isPresent() && bringsNews(page.get());
        if (family.isEmpty() || scope.isNamed(address)) {
            return Optional.empty();
        }
        int times = inVain.merge(family, 1, (before, one) -> news ? 0 : before + one);
        if (news) {
            inVain.put(family, 0);
        }
        return times == MOST_IN_VAIN && !news
                ? Optional.of(Notice.warning(
                        "trap",
                        address.toString(),
                        "addresses like this (" + family + ") brought no post " + MOST_IN_VAIN
                                + " times in a row and are left from here on; name them in the profile to go on"
                                + " (listing.posts) or to pass them over from the start (listing.skip)"))
                : Optional.empty();
    }

    /** A post not seen yet, more of one than was seen, or a page for a post alone. */
    private boolean bringsNews(Page page) {
        boolean news =
                page.drafts().size() == 1 && alone.add(page.drafts().getFirst().key());
        for (Draft draft : page.drafts()) {
            int length = Stream.of(draft.body(), draft.implications(), draft.citations())
                    .flatMap(List::stream)
                    .map(Passage::text)
                    .mapToInt(String::length)
                    .sum();
            news |= length > lengths.getOrDefault(draft.key(), -1);
            lengths.merge(draft.key(), length, Math::max);
        }
        return news;
    }

    /** Empty for an address without numbers and parameters: it is like no other. */
    static String family(URI address) {
        String path = address.getRawPath().replaceAll("\\d+", "#");
        String names = Addresses.parameters(address).stream()
                .map(parameter -> parameter.split("=", 2)[0].replaceAll("\\d+", "#"))
                .distinct()
                .sorted()
                .collect(Collectors.joining("&"));
        return names.isEmpty() && !path.contains("#") ? "" : path + (names.isEmpty() ? "" : "?" + names);
    }
}
