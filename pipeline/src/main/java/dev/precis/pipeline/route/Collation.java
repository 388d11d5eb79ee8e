package dev.precis.pipeline.route;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Page;
import dev.precis.pipeline.domain.SourceProfile;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Brings together what many pages say of the same posts: a post stands on several listings, and each filtered listing
 * that shows it tells one of its topics.
 */
final class Collation {
    /**
     * The fullest reading first; among equals the one from the shortest address, so that the order of pages is nothing.
     */
    private static final Comparator<Draft> FULLEST = Comparator.<Draft>comparingInt(
                    draft -> draft.notices().size())
            .thenComparingInt(draft -> draft.date().hasDay() ? 0 : 1)
            .thenComparingInt(draft -> -length(draft))
            .thenComparingInt(draft -> draft.origin().address().toString().length())
            .thenComparing(draft -> draft.origin().address().toString());

    private final SourceProfile profile;
    private final SequencedMap<String, Draft> drafts = new TreeMap<>();
    private final Map<String, SequencedSet<String>> labels = new TreeMap<>();

    Collation(SourceProfile profile) {
        this.profile = profile;
    }

    void add(Page page) {
        List<String> filters = filters(page.address());
        for (Draft draft : page.drafts()) {
            String key = draft.key();
            drafts.merge(key, draft, (one, other) -> FULLEST.compare(one, other) <= 0 ? one : other);
            SequencedSet<String> known = labels.computeIfAbsent(key, k -> new TreeSet<>());
            known.addAll(draft.labels());
            known.addAll(filters);
        }
    }

    /** Each post once, with every label, by month and title. */
    List<Draft> drafts() {
        List<Draft> all = new ArrayList<>();
        drafts.forEach(
                (key, draft) -> all.add(draft.withLabels(new ArrayList<>(labels.getOrDefault(key, new TreeSet<>())))));
        return all;
    }

    /** The filters that a listing's address names: {@code cat_2=11}. */
    private List<String> filters(URI address) {
        List<String> filters = new ArrayList<>();
        String query = address.getQuery();
        if (query != null) {
            for (String parameter : query.split("&")) {
                int equals = parameter.indexOf('=');
                if (equals > 0 && profile.listing().filters().contains(parameter.substring(0, equals))) {
                    filters.add(parameter);
                }
            }
        }
        return filters;
    }

    private static int length(Draft draft) {
        return draft.body().stream()
                        .mapToInt(passage -> passage.text().length())
                        .sum()
                + draft.implications().stream()
                        .mapToInt(passage -> passage.text().length())
                        .sum();
    }
}
