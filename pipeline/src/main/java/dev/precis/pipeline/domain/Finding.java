package dev.precis.pipeline.domain;

import java.util.List;

/**
 * A sentence that reports something in numbers, and the numbers.
 *
 * @param sentence the sentence as printed; places inside {@code numbers} count on the same page
 * @param numbers in printed order, at least one
 * @param remarks what is odd about them
 */
public record Finding(Passage sentence, List<Reported> numbers, List<Remark> remarks) {
    public Finding {
        numbers = List.copyOf(numbers);
        remarks = List.copyOf(remarks);
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException("a finding has at least one statistic: " + sentence.text());
        }
    }

    /** The numbers alone. */
    public List<Statistic> statistics() {
        return numbers.stream().map(Reported::statistic).toList();
    }

    /**
     * A number with what it is about.
     *
     * @param role what the number is about
     * @param claim what it relates to what, where the words say it plainly
     */
    public record Reported(Statistic statistic, Role role, Claim claim) {
        public Reported as(Role other) {
            return new Reported(statistic, other, claim);
        }
    }

    /** What a number is about. */
    public enum Role {
        /** A result of the summarised study. */
        RESULT,
        /** Who or what was studied. */
        SAMPLE,
        /** What was known before. */
        BACKGROUND
    }
}
