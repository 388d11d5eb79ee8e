package dev.precis.pipeline.understand.check;

import dev.precis.ontology.Concept;
import dev.precis.ontology.ConceptScheme;
import dev.precis.pipeline.domain.Remark;
import dev.precis.pipeline.domain.Statistic;
import dev.precis.pipeline.domain.Statistic.Attachment;
import java.math.BigDecimal;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Says which printed numbers lie where their kind cannot lie: a correlation of 1.32, a p of 1.6, 120 % of patients. */
final class RangeCheck {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final Set<String> ARTICLES = Set.of("the", "all", "these", "those", "our", "their");
    private static final int ADJECTIVES = 3;

    private final Map<URI, Concept> types = new HashMap<>();
    private final Set<String> counted = new HashSet<>();

    RangeCheck(ConceptScheme statistics) {
        for (Concept concept : statistics.concepts()) {
            types.put(concept.iri(), concept);
            if (concept.form().equals("count")) {
                concept.hiddenLabels().forEach(label -> counted.add(label.toLowerCase(Locale.ROOT)));
            }
        }
    }

    List<Remark> check(Statistic statistic, String sentence) {
        return Stream.concat(
                        value(statistic, sentence).stream(),
                        statistic.attachments().stream()
                                .flatMap(attachment -> attached(attachment, statistic).stream()))
                .toList();
    }

    private Optional<Remark> value(Statistic statistic, String sentence) {
        Concept type = types.get(statistic.type());
        if (type == null || !(statistic instanceof Statistic.Estimate estimate)) {
            return Optional.empty();
        }
        BigDecimal low = estimate.quantity().low();
        BigDecimal high = estimate.quantity().high();
        if (type.form().equals("percentage")) {
            boolean possible = low.signum() >= 0 && high.compareTo(WHOLE) <= 0;
            return possible || !isShare(estimate.printed().text(), sentence)
                    ? Optional.empty()
                    : Optional.of(new Remark(
                            statistic,
                            "percentage-out-of-range",
                            "The text prints a share of \"" + estimate.printed().text() + "\"."));
        }
        boolean possible = type.admits(low) && type.admits(high);
        return possible
                ? Optional.empty()
                : Optional.of(new Remark(
                        statistic,
                        "value-out-of-range",
                        "The text prints \"%s\"; no %s has such a value."
                                .formatted(estimate.printed().text(), type.prefLabel())));
    }

    /** "120% of the patients" is a share; "rose by 120%" and "120% of the usual dose" are not. */
    private boolean isShare(String printed, String sentence) {
        for (int at = sentence.indexOf(printed); at >= 0; at = sentence.indexOf(printed, at + 1)) {
            String[] words = sentence.substring(at + printed.length()).strip().split("\\s+", ADJECTIVES + 3);
            if (!words[0].equals("of")) {
                continue;
            }
            int first = words.length > 1 && ARTICLES.contains(words[1]) ? 2 : 1;
            for (int i = first; i < Math.min(words.length, first + ADJECTIVES); i++) {
                if (counted.contains(words[i].replaceFirst("[.,;:]$", "").toLowerCase(Locale.ROOT))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Optional<Remark> attached(Attachment attachment, Statistic statistic) {
        return switch (attachment) {
            case Attachment.Probability p
            when !p.isInRange() ->
                Optional.of(new Remark(
                        statistic,
                        "p-out-of-range",
                        inWordsOnly("p " + p.relation().sign() + " " + p.value().toPlainString())));
            case Attachment.StandardError error
            when error.value().signum() < 0 ->
                Optional.of(new Remark(statistic, "value-out-of-range", inWordsOnly("SE = " + error.value())));
            case Attachment.StandardDeviation deviation
            when deviation.value().signum() < 0 ->
                Optional.of(new Remark(statistic, "value-out-of-range", inWordsOnly("SD = " + deviation.value())));
            default -> Optional.empty();
        };
    }

    private static String inWordsOnly(String printed) {
        return "The text prints " + printed + "; it stays here in the printed words only.";
    }
}
