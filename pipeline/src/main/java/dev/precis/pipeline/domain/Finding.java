package dev.precis.pipeline.domain;

import java.util.List;

/**
 * A sentence that reports something in numbers, and the numbers.
 *
 * @param sentence the sentence as printed; places inside {@code statistics} count on the same page
 * @param role what the numbers are about
 * @param statistics in printed order, at least one
 * @param remarks what is odd about them
 * @param claim what they relate to what, where the words say it plainly
 */
public record Finding(Passage sentence, Role role, List<Statistic> statistics, List<Remark> remarks, Claim claim) {
    public Finding {
        statistics = List.copyOf(statistics);
        remarks = List.copyOf(remarks);
        if (statistics.isEmpty()) {
            throw new IllegalArgumentException("a finding has at least one statistic: " + sentence.text());
        }
    }

    /** What a finding's numbers are about. */
    public enum Role {
        /** A result of the summarised study. */
        RESULT,
        /** Who or what was studied. */
        SAMPLE,
        /** What was known before. */
        BACKGROUND
    }
}
