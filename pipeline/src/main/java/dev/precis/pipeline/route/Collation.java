package dev.precis.pipeline.route;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Page;
import dev.precis.pipeline.domain.SourceProfile;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Brings together what many pages say of the same posts: a post stands on several listings, and each filtered listing
 * that shows it tells one of its topics.
 */
final class Collation {
    private final SourceProfile profile;
    private final SequencedMap<String, Map<URI, List<Draft>>> readings = new TreeMap<>();

    Collation(SourceProfile profile) {
        this.profile = profile;
    }

    void add(Page page) {
        List<String> filters = filters(page.address());
        for (Draft draft : page.drafts()) {
            readings.computeIfAbsent(draft.key(), key -> new TreeMap<>())
                    .computeIfAbsent(page.address(), address -> new ArrayList<>())
                    .add(labelled(draft, filters.stream()));
        }
    }

    /** Each post once, with every label, by month and title. */
    List<Draft> drafts() {
        return readings.values().stream()
                .map(byPage -> byPage.values().stream().map(Collation::latest).toList())
                .map(ofPost -> labelled(Collections.min(ofPost, Preference.READING), labels(ofPost)))
                .toList();
    }

    /** Of the readings at one address; where one capture shows the post twice, both tell its labels. */
    private static Draft latest(List<Draft> readings) {
        Draft latest = Collections.min(readings, Preference.CAPTURE);
        String snapshot = latest.origin().snapshot();
        return labelled(
                latest,
                labels(readings.stream()
                        .filter(draft -> draft.origin().snapshot().equals(snapshot))
                        .toList()));
    }

    private static Stream<String> labels(List<Draft> drafts) {
        return drafts.stream().map(Draft::labels).flatMap(List::stream);
    }

    private static Draft labelled(Draft draft, Stream<String> more) {
        return draft.withLabels(
                Stream.concat(draft.labels().stream(), more).distinct().sorted().toList());
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
}
