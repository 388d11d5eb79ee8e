package dev.precis.pipeline.extract.entry;

import dev.precis.pipeline.domain.Notice;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a blog that comes as data says.
 *
 * @param all its published posts, in order
 * @param attachments where its pictures and other files are
 * @param notices what was odd
 */
public record Entries(List<Entry> all, List<URI> attachments, List<Notice> notices) {
    /** More than any blog has; what exceeds it is no blog but an attack. */
    private static final int MOST = 50_000;

    /** The code of what is told of a feed that is none. */
    static final String UNREADABLE = "feed-unreadable";

    public Entries {
        all = List.copyOf(all);
        attachments = List.copyOf(attachments);
        notices = List.copyOf(notices);
    }

    /** Collects what a reader finds. */
    static final class Collector {
        private final URI document;
        private final List<Entry> entries = new ArrayList<>();
        private final List<URI> attachments = new ArrayList<>();
        private final List<Notice> notices = new ArrayList<>();
        private final SortedMap<String, Integer> unpublished = new TreeMap<>();

        Collector(URI document) {
            this.document = document;
        }

        void add(Entry entry) {
            entries.add(entry);
        }

        void attachment(URI address) {
            attachments.add(address);
        }

        /** @param kind of what the blog does not show: draft, page */
        void unpublished(String kind) {
            unpublished.merge(kind, 1, Integer::sum);
        }

        void warning(String code, String message) {
            notices.add(Notice.warning(code, document.toString(), message));
        }

        /** The document cannot be read, or only as far as it was read before. */
        void broken(String code, String reason) {
            String whole = entries.isEmpty() ? "" : "; read before that: " + entries.size() + " posts";
            notices.add(Notice.violation(code, document.toString(), reason + whole));
        }

        Entries entries() {
            if (!unpublished.isEmpty()) {
                String kinds = unpublished.entrySet().stream()
                        .map(kind -> kind.getValue() + " × " + kind.getKey())
                        .collect(Collectors.joining(", "));
                notices.add(Notice.info("not-published", document.toString(), "left out, as no post: " + kinds));
            }
            if (entries.size() > MOST) {
                broken("too-many-entries", "has more than " + MOST + " posts, the others are left out");
                entries.subList(MOST, entries.size()).clear();
            }
            return new Entries(distinguished(), attachments, notices);
        }

        /** A guid or an address that several posts share tells none of them from the others. */
        private List<Entry> distinguished() {
            Set<String> guids = shared(Entry::guid, entry -> entry.address().toString());
            Set<String> addresses = shared(entry -> entry.address().toString(), Entry::guid);
            guids.remove("");
            addresses.remove(document.toString());
            if (!guids.isEmpty()) {
                notices.add(Notice.info(
                        "guid-not-unique",
                        document.toString(),
                        "several posts have the guid " + guids.iterator().next()));
            }
            return entries.stream()
                    .map(entry -> guids.contains(entry.guid()) ? entry.withoutGuid() : entry)
                    .map(entry -> addresses.contains(entry.address().toString()) ? entry.at(document) : entry)
                    .toList();
        }

        /** The keys under which stand posts with several others, or, under the same other one, several titles. */
        private Set<String> shared(Function<Entry, String> key, Function<Entry, String> other) {
            Map<String, Set<String>> others = new HashMap<>();
            Map<String, Set<String>> titles = new HashMap<>();
            for (Entry entry : entries) {
                others.computeIfAbsent(key.apply(entry), one -> new HashSet<>()).add(other.apply(entry));
                titles.computeIfAbsent(key.apply(entry), one -> new HashSet<>()).add(entry.title());
            }
            return Stream.concat(others.entrySet().stream(), titles.entrySet().stream())
                    .filter(entry -> entry.getValue().size() > 1)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(HashSet::new));
        }
    }
}
