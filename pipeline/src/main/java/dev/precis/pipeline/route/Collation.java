package dev.precis.pipeline.route;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Excerpts;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.PostKey;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.Home;
import dev.precis.pipeline.domain.page.Page;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brings together what many pages say of the same posts: a post stands on several listings, and each filtered listing
 * that shows it tells one of its topics.
 */
final class Collation {
    private final SourceProfile profile;
    private final Home home;
    private final Works works;
    private final List<Reading> readings = new ArrayList<>();

    Collation(SourceProfile profile, Works works) {
        this.profile = profile;
        this.home = Home.of(profile);
        this.works = works;
    }

    /**
     * What a page says of a post.
     *
     * @param page by its address under the home of the blog, wherever the blog was when it was captured
     */
    private record Reading(PostKey page, Draft draft) {
        Optional<Instant> captured() {
            return draft.origin().captured();
        }

        /** Whether the latest capture of the page says so, as far as captures say when. */
        boolean isLatest(Map<PostKey, Instant> latest) {
            return captured().isEmpty() || captured().get().equals(latest.get(page));
        }
    }

    /**
     * What all pages say.
     *
     * @param drafts each post once, with every label and key, by month and title
     * @param notices what they disagree in
     */
    record Collated(List<Draft> drafts, List<Notice> notices) {
        Collated {
            drafts = List.copyOf(drafts);
            notices = List.copyOf(notices);
        }
    }

    void add(Page page) {
        PostKey address = home.meant(PostKey.ofAddress(page.address().toString()));
        labelled(page).drafts().forEach(draft -> readings.add(new Reading(address, draft)));
    }

    /** The page, its posts with the labels that its address tells. */
    Page labelled(Page page) {
        List<String> filters = filters(page.address());
        return page.withDrafts(page.drafts().stream()
                .map(draft -> labelled(draft, filters.stream()))
                .toList());
    }

    Collated drafts() {
        Map<Reading, Identity> identities = new IdentityHashMap<>();
        readings.forEach(reading -> identities.put(reading, Identity.of(reading.draft())));
        Map<PostKey, Instant> latest = new HashMap<>();
        readings.forEach(reading -> reading.captured()
                .ifPresent(instant ->
                        latest.merge(reading.page(), instant, (one, other) -> one.isAfter(other) ? one : other)));
        List<Draft> drafts = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        for (SamePosts.Post<Reading> post : new SamePosts<Reading>(works).of(identities)) {
            List<Draft> ofPost = standing(post.readings(), latest).stream()
                    .collect(Collectors.groupingBy(
                            Reading::page, LinkedHashMap::new, Collectors.mapping(Reading::draft, Collectors.toList())))
                    .values()
                    .stream()
                    .map(Collation::latest)
                    .toList();
            Draft chosen = Collections.min(ofPost, Preference.READING);
            drafts.add(known(labelled(chosen, labels(ofPost)), post.readings()));
            disagreement(chosen, ofPost).ifPresent(notices::add);
        }
        return new Collated(drafts, notices);
    }

    /**
     * Without those of pages that show the post no more, by captures of the same run, if another page shows it now and
     * shows all of it: a run over an archive reads what many runs have read one after the other.
     */
    private static List<Reading> standing(List<Reading> readings, Map<PostKey, Instant> latest) {
        Set<PostKey> shown = readings.stream()
                .filter(reading -> reading.isLatest(latest))
                .map(Reading::page)
                .collect(Collectors.toSet());
        List<Reading> left = readings.stream()
                .filter(reading -> shown.contains(reading.page()))
                .toList();
        boolean whole = left.stream()
                .filter(reading -> reading.isLatest(latest))
                .map(Reading::draft)
                .min(Preference.READING)
                .filter(best -> !Excerpts.isExcerpt(best))
                .filter(best -> readings.stream()
                        .allMatch(other ->
                                best.notices().size() <= other.draft().notices().size()))
                .isPresent();
        return whole ? left : readings;
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

    /** With all keys that any reading knows; its own come first. */
    private static Draft known(Draft chosen, List<Reading> readings) {
        List<PostKey> keys = Stream.concat(
                        chosen.origin().keys().stream(),
                        readings.stream()
                                .flatMap(reading -> reading.draft().origin().keys().stream())
                                .sorted(Comparator.comparing(PostKey::value)))
                .distinct()
                .sorted(Comparator.comparing(PostKey::kind)) // a stable sort
                .toList();
        return chosen.withKeys(keys);
    }

    private Optional<Notice> disagreement(Draft chosen, List<Draft> readings) {
        List<String> cited = citations(chosen);
        return readings.stream()
                .filter(reading -> works.compare(cited, citations(reading)) == Works.Likeness.OTHER)
                .min(Comparator.comparing(reading -> reading.origin().address(), Preference.ADDRESS))
                .map(reading -> Notice.warning(
                        "citation-conflict",
                        chosen.origin().address().toString(),
                        "\"%s\" cites \"%s\", but at %s it cites \"%s\"; the former is published"
                                .formatted(
                                        chosen.name(),
                                        String.join("\", \"", cited),
                                        reading.origin().address(),
                                        String.join("\", \"", citations(reading)))));
    }

    private static List<String> citations(Draft draft) {
        return draft.citations().stream().map(Passage::text).toList();
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
