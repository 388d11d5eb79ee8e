package dev.precis.pipeline.domain;

import java.util.List;

/**
 * How far a reading may be believed.
 *
 * @param confidence the estimated probability that authors, year, title, container, volume, issue, pages and DOI are
 *     all right, from 0 to 1
 * @param accepted whether the reading may stand without review
 * @param reasons what speaks against it, each a short phrase
 */
public record Trust(double confidence, boolean accepted, List<String> reasons) {
    /** Of what was not read, and so not checked. */
    public static final Trust UNREAD = new Trust(0, false, List.of("nothing could be read"));

    public Trust {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence is from 0 to 1, not " + confidence);
        }
        reasons = List.copyOf(reasons);
    }
}
