package dev.precis.pipeline.route;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Passage;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Which of several readings of one post is published, whatever order they came in (the preferred one is the least). Of
 * two captures of one address the later tells more, and one that says when it was made more than one that does not;
 * between addresses the fullest reading does, since an excerpt never replaces a text. Neither the order of a file
 * system nor the time of a file nor the folder that it lies in tells anything.
 */
final class Preference {
    /** The web's before that of a file, of which the name alone counts: its folder is named by whoever copied it. */
    static final Comparator<URI> ADDRESS = Comparator.comparing(Preference::isFile)
            .thenComparingInt(address -> name(address).length())
            .thenComparing(Preference::name);

    private static final Comparator<Draft> WHOLE =
            Comparator.comparingInt(draft -> draft.notices().size());
    private static final Comparator<Draft> LATEST =
            Comparator.comparing(Preference::captured, Comparator.reverseOrder());

    /** Between readings at different addresses. */
    static final Comparator<Draft> READING = WHOLE.thenComparing(
                    draft -> draft.date().hasDay(), Comparator.reverseOrder())
            .thenComparing(Preference::length, Comparator.reverseOrder())
            .thenComparing(draft -> draft.origin().address(), ADDRESS)
            .thenComparing(LATEST)
            .thenComparing(draft -> draft.origin().snapshot());

    /** Between readings of captures of one address: the later, unless it lacks a part that the earlier has. */
    static final Comparator<Draft> CAPTURE = WHOLE.thenComparing(LATEST).thenComparing(READING);

    private Preference() {}

    private static boolean isFile(URI address) {
        return "file".equals(address.getScheme());
    }

    private static String name(URI address) {
        String whole = address.toString();
        return isFile(address) ? whole.substring(whole.lastIndexOf('/') + 1) : whole;
    }

    private static Instant captured(Draft draft) {
        return draft.origin().captured().orElse(Instant.MIN);
    }

    private static int length(Draft draft) {
        return Stream.concat(draft.body().stream(), draft.implications().stream())
                .map(Passage::text)
                .mapToInt(String::length)
                .sum();
    }
}
