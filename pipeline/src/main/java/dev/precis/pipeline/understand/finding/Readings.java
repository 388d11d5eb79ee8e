package dev.precis.pipeline.understand.finding;

import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Relation;
import dev.precis.pipeline.domain.Statistic.Attachment;
import dev.precis.pipeline.understand.finding.claim.Located;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The statistics of a sentence so far; decides to which of them an attachment belongs. */
final class Readings {
    private static final int NEAR = 12;

    private final Tokens tokens;
    private final StatisticLexicon lexicon;
    private final List<Reading> readings = new ArrayList<>();

    Readings(Tokens tokens, StatisticLexicon lexicon) {
        this.tokens = tokens;
        this.lexicon = lexicon;
    }

    void add(Reading reading) {
        // "(n = 62, 53%)" is a share of 62; "(n = 86; 71% women)" describes 86 people
        boolean share = reading.type().is("percentage") && tokens.closes(reading.end());
        if (reading.type().isInferential() || share) {
            adoptSizes(reading);
        }
        readings.add(reading);
    }

    /** "(k = 53, r = .29)": sizes printed before their effect in the same brackets belong to it. */
    private void adoptSizes(Reading reading) {
        int group = tokens.group(reading.first());
        int next = reading.first();
        while (group != Tokens.OUTSIDE && !readings.isEmpty()) {
            Reading last = readings.getLast();
            boolean beside = last.type().isSize()
                    && last.quantity().relation() == Relation.EQUAL
                    && tokens.group(last.first()) == group
                    && tokens.wordsBetween(last.end(), next) == 0;
            if (!beside) {
                return;
            }
            readings.removeLast();
            reading.attach(asAttachment(last), last.first(), reading.end());
            next = last.first();
        }
    }

    private static Attachment asAttachment(Reading reading) {
        return reading.type().is("n")
                ? new Attachment.SampleSize(reading.quantity().low())
                : new Attachment.Studies(reading.quantity().low());
    }

    /** A number of people or studies: attached to the effect or percentage beside it, else a statistic of its own. */
    void size(Reading reading) {
        Optional<Reading> last = last().filter(host -> mayBear(host, reading));
        if (last.isPresent()) {
            last.get().attach(asAttachment(reading), reading.first(), reading.end());
        } else {
            readings.add(reading);
        }
    }

    private boolean mayBear(Reading host, Reading size) {
        boolean kind = host.type().isInferential()
                || host.type().isCentre()
                || host.type().is("percentage");
        boolean sameBrackets = tokens.group(size.first()) != Tokens.OUTSIDE
                && tokens.group(size.first()) == tokens.group(host.valueEnd() - 1);
        boolean beside = sameBrackets || tokens.wordsBetween(host.end(), size.first()) == 0;
        return kind
                && beside
                && size.quantity().exact().isPresent()
                && !host.has(asAttachment(size).getClass());
    }

    /** An interval belongs to the nearest statistic before it that can have one and has none. */
    void interval(Attachment.Interval interval, int from, int to) {
        lastNear(from, host -> canBeEstimated(host) && !host.has(Attachment.Interval.class))
                .ifPresent(host -> host.attach(interval, from, to));
    }

    private static boolean canBeEstimated(Reading host) {
        return host.type().isInferential() && !host.type().isTest()
                || host.type().isCentre()
                || host.type().is("percentage")
                || host.type().is("cost");
    }

    /** An SE, SD or df belongs to the nearest statistic before it; a value with an SD is a mean. */
    void attach(Attachment attachment, int from, int to) {
        switch (attachment) {
            case Attachment.StandardDeviation deviation -> {
                last().filter(host -> isMeasured(host) && tokens.wordsBetween(host.end(), from) <= 1)
                        .ifPresent(host -> host.rename(lexicon.type("mean"), host.end()));
                lastNear(from, host -> host.type().isCentre() || canBeEstimated(host))
                        .ifPresent(host -> host.attach(deviation, from, to));
            }
            case Attachment.DegreesOfFreedom freedom ->
                lastNear(from, host -> host.type().isInferential()).ifPresent(host -> host.attach(freedom, from, to));
            default ->
                lastNear(from, host -> canBeEstimated(host) || host.type().isTest())
                        .ifPresent(host -> host.attach(attachment, from, to));
        }
    }

    /** "12 days (IQR 8-19)": what has quartiles in the brackets behind it is a median. */
    void spreadByQuartiles(int from) {
        last().filter(host -> isMeasured(host) && host.end() == from - 1 && tokens.opens(from - 1))
                .ifPresent(host -> host.rename(lexicon.type("median"), host.end()));
    }

    /** "rs = .12 and .31" are correlations, a single "rs = .31" is that of Spearman. */
    Reading listedByPlural(Reading reading) {
        boolean plural = tokens.is(reading.first(), "rs")
                && (reading.quantity().isRange()
                        || tokens.isOneOf(reading.end(), Set.of("and", ",", "to", "-"))
                                && tokens.isNumber(reading.end() + 1));
        if (plural) {
            reading.rename(lexicon.type("r"), reading.end());
        }
        return reading;
    }

    private static boolean isMeasured(Reading host) {
        return host.type().is("duration") || host.type().is("count");
    }

    Optional<Reading> last() {
        return readings.isEmpty() ? Optional.empty() : Optional.of(readings.getLast());
    }

    Optional<Reading> last(Predicate<Reading> wanted) {
        for (int i = readings.size() - 1; i >= Math.max(0, readings.size() - 4); i--) {
            if (wanted.test(readings.get(i))) {
                return Optional.of(readings.get(i));
            }
        }
        return Optional.empty();
    }

    private Optional<Reading> lastNear(int from, Predicate<Reading> wanted) {
        return last(wanted).filter(host -> tokens.wordsBetween(host.valueEnd(), from) <= NEAR);
    }

    /** The last statistics that a p can belong to, the latest first, at most {@code most}. */
    List<Reading> tested(int most) {
        List<Reading> hosts = new ArrayList<>();
        int oldest = Math.max(0, readings.size() - 2 * most);
        for (int i = readings.size() - 1; i >= oldest && hosts.size() < most; i--) {
            StatisticType type = readings.get(i).type();
            if (type.isInferential() || type.isCentre() || type.is("percentage")) {
                hosts.add(readings.get(i));
            }
        }
        return hosts;
    }

    List<Located> in(Passage sentence) {
        return readings.stream().map(reading -> reading.in(sentence, tokens)).toList();
    }
}
