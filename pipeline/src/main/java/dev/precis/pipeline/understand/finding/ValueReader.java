package dev.precis.pipeline.understand.finding;

import dev.precis.pipeline.domain.Relation;
import dev.precis.pipeline.domain.Statistic.Attachment;
import dev.precis.pipeline.domain.Words;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.util.Optional;
import java.util.Set;

/** Reads numbers that neither name nor unit explains but their neighbours do: ".21 for B", "21.3 (SD = 6.2)". */
final class ValueReader {
    private static final int LIST_REACH = 14;
    private static final Set<String> LISTED =
            Set.of(",", ";", "and", "but", "&", "versus", "vs", "to", "or", "than", "with", "(", "was", "were");
    private static final Set<String> COUNTED_BEFORE = Words.of(", and versus vs whom which");
    private static final Set<String> COUNTED_AFTER = Words.of("""
        in for from were had did received dropped completed withdrew reported
        """);
    private static final Set<String> DIFFERENCE = Words.of("""
        difference differences differed differ reduction reduced lower higher increase decrease
        decreased increased fell dropped rose improved improvement gain fewer longer shorter
        """);
    private static final Set<String> NOT_VALUES = Words.of("times point points fold th");

    private final StatisticLexicon lexicon;

    ValueReader(StatisticLexicon lexicon) {
        this.lexicon = lexicon;
    }

    Optional<Reading> read(Tokens tokens, Measure measure, Readings readings) {
        return multiple(tokens, measure)
                .or(() -> deviations(tokens, measure))
                .or(() -> mean(tokens, measure))
                .or(() -> listed(tokens, measure, readings))
                .or(() -> countedOn(tokens, measure, readings))
                .or(() -> unnamed(tokens, measure));
    }

    /** "0.26 standard deviations" is an effect, "within 2 standard deviations" is none. */
    private Optional<Reading> deviations(Tokens tokens, Measure measure) {
        int at = measure.end();
        boolean words =
                tokens.lower(at).equals("standard") && tokens.lower(at + 1).startsWith("deviation");
        boolean letters = tokens.isOneOf(at, Set.of("sd", "sds")) && !tokens.is(at + 1, "=");
        boolean wide = tokens.isOneOf(measure.start() - 1, Set.of("within", "than", "plus", "(", "["));
        return measure.hasFraction() && (words || letters) && !wide
                ? Optional.of(of("effect", measure, words ? at + 2 : at + 1))
                : Optional.empty();
    }

    /** "1.5 times as likely (95% CI ...)" is a risk ratio; without an interval it may be anything. */
    private Optional<Reading> multiple(Tokens tokens, Measure measure) {
        if (!tokens.lower(measure.end()).equals("times") || !intervalFollows(tokens, measure.end(), 12)) {
            return Optional.empty();
        }
        String notation = tokens.anyBefore(measure.start(), 8, Set.of("odds")) ? "OR" : "RR";
        return Optional.of(of(notation, measure, measure.end() + 1));
    }

    /** "21.3 (SD = 6.2)", "21.3 ± 6.2": a score with its SD is a mean. */
    private Optional<Reading> mean(Tokens tokens, Measure measure) {
        int at = measure.end();
        if (tokens.is(at, "±") && tokens.isNumber(at + 1)) {
            Reading reading = of("mean", measure, at);
            reading.attach(new Attachment.StandardDeviation(tokens.get(at + 1).value()), measure.start(), at + 2);
            return Optional.of(reading);
        }
        if (isCell(tokens, measure.start(), at) && (isCell(tokens, at + 3, at + 4) || isCell(tokens, at - 5, at - 4))) {
            Reading reading = of("mean", measure, at);
            reading.attach(new Attachment.StandardDeviation(tokens.get(at + 1).value()), measure.start(), at + 3);
            return Optional.of(reading);
        }
        if (tokens.lower(at).equals("on") && tokens.lower(at + 1).equals("average")) {
            return Optional.of(of("mean", measure, at + 2));
        }
        if (tokens.lower(measure.start() - 1).equals("of")
                && tokens.lower(measure.start() - 2).equals("out")) {
            return Optional.empty();
        }
        int named = tokens.isWord(at) && !tokens.lower(at).equals("sd") ? at + 1 : at;
        if (tokens.opens(named) || tokens.is(named, ",") || tokens.is(named, ";")) {
            named++;
        }
        boolean deviation = AttachmentReader.at(tokens, named)
                .filter(found -> found.attachment() instanceof Attachment.StandardDeviation)
                .isPresent();
        return deviation ? Optional.of(of("mean", measure, measure.end())) : Optional.empty();
    }

    /** One cell of a table that ran into text, "24.8 (9.1) 13.2 (8.7)": a mean and its SD, beside another such. */
    private static boolean isCell(Tokens tokens, int number, int open) {
        return open == number + 1
                && tokens.get(number).hasFraction()
                && tokens.opens(open)
                && tokens.isNumber(open + 1)
                && tokens.get(open + 1).hasFraction()
                && tokens.closes(open + 2);
    }

    /** The symbol is that of the list: "r = .30 for A, .21 for B". */
    private Optional<Reading> listed(Tokens tokens, Measure measure, Readings readings) {
        boolean value = measure.hasFraction() && !tokens.isOneOf(measure.end(), NOT_VALUES);
        boolean only = tokens.isOneOf(measure.start() - 1, Set.of("only", "just", "merely"));
        String before = tokens.lower(measure.start() - (only ? 2 : 1));
        boolean beside = tokens.opens(measure.start() - 1)
                && tokens.closes(measure.end())
                && tokens.isNumber(measure.start() - 2);
        boolean alone = !beside && !tokens.opens(measure.start() - 1)
                || !beside
                        && (tokens.closes(measure.end())
                                || tokens.is(measure.end(), ",")
                                || tokens.is(measure.end(), ";"));
        boolean continued =
                LISTED.contains(before) || tokens.lower(measure.start()).equals("between");
        if (!value || !alone || !continued && !isOfAnother(tokens, measure) && !isEstimated(tokens, measure)) {
            return Optional.empty();
        }
        return readings.last(last -> last.type().isInferential() && !last.type().isTest()
                        || last.type().isCentre())
                .filter(last -> tokens.wordsBetween(last.valueEnd(), measure.start()) <= LIST_REACH)
                .map(last -> Reading.of(last.type(), measure.quantity(), "", measure.start(), measure.end()));
    }

    /** "an OR of 1.84 (1.22, 2.46) and of 1.41 (1.10, 1.72)": a value in its bounds. */
    private static boolean isEstimated(Tokens tokens, Measure measure) {
        boolean joined = tokens.isOneOf(measure.start() - 1, Set.of("of", "only", "at"))
                && LISTED.contains(tokens.lower(measure.start() - 2));
        return joined && isInBounds(tokens, measure);
    }

    /** Whether two bounds in brackets follow that hold the value. */
    static boolean isInBounds(Tokens tokens, Measure measure) {
        return IntervalReader.bare(tokens, measure.end())
                .filter(found -> contains(found.interval(), measure))
                .isPresent();
    }

    /** "r = .30 for anxiety (p = .01) and for depth .22 (p < .001)": a value beside its p, after what it is for. */
    private static boolean isOfAnother(Tokens tokens, Measure measure) {
        boolean tested = tokens.opens(measure.end())
                && AttachmentReader.probability(tokens, measure.end() + 1).isPresent();
        return tested
                && tokens.isWord(measure.start() - 1)
                && tokens.anyBefore(measure.start(), 4, Set.of("for", "of", "in", "with"));
    }

    /** The thing counted is that of the count before: "23 patients in one group and 25 in the other". */
    private Optional<Reading> countedOn(Tokens tokens, Measure measure, Readings readings) {
        boolean whole = !measure.hasFraction() && !measure.isRange() && !measure.isYear();
        int end = measure.end();
        if (whole
                && tokens.opens(end)
                && tokens.isNumber(end + 1)
                && tokens.is(end + 2, "%")
                && tokens.closes(end + 3)) {
            // "400 (33%) replied"
            return Optional.of(of("count", measure, end));
        }
        boolean listed = tokens.isOneOf(measure.start() - 1, COUNTED_BEFORE)
                && (tokens.isOneOf(measure.end(), COUNTED_AFTER)
                        || tokens.lower(measure.end()).endsWith("ed"))
                && !tokens.isNumber(measure.end() + 1);
        boolean picked = tokens.isOneOf(measure.start() - 1, Set.of("whom", "which"));
        return readings.last()
                .filter(last -> whole && (listed || picked) && last.type().is("count"))
                .filter(last -> tokens.wordsBetween(last.valueEnd(), measure.start()) <= LIST_REACH)
                .map(last -> Reading.of(last.type(), measure.quantity(), "", measure.start(), measure.end()));
    }

    /** A value with an interval, but without a name: a difference if the words say so, else an unnamed effect. */
    private Optional<Reading> unnamed(Tokens tokens, Measure measure) {
        boolean bare = isInBounds(tokens, measure);
        boolean by = tokens.lower(measure.start() - 1).equals("by")
                || tokens.isOneOf(measure.end(), Set.of("point", "points"));
        boolean difference = tokens.anyBefore(measure.start(), 10, DIFFERENCE);
        int interval = intervalAfter(tokens, measure.end(), difference && by ? 10 : 2);
        boolean held = interval >= 0
                && IntervalReader.named(tokens, interval)
                        .map(found -> found.interval().reversed() || contains(found.interval(), measure))
                        .orElse(true);
        if (!(bare && difference) && !held) {
            return Optional.empty();
        }
        if (measure.isRange() || measure.relation() != Relation.EQUAL && measure.relation() != Relation.ABOUT) {
            return Optional.empty();
        }
        return Optional.of(of(difference ? "MD" : "effect", measure, measure.end()));
    }

    private static boolean contains(Attachment.Interval interval, Measure measure) {
        return interval.lower().compareTo(measure.low()) <= 0
                && interval.upper().compareTo(measure.high()) >= 0;
    }

    private static boolean intervalFollows(Tokens tokens, int i, int words) {
        return intervalAfter(tokens, i, words) >= 0;
    }

    /** Where an interval is named after so many words at most, or -1. */
    private static int intervalAfter(Tokens tokens, int i, int words) {
        int at = i;
        boolean far = words > 2;
        while (at < i + words
                && (tokens.isWord(at) || far && (tokens.isNumber(at) || tokens.is(at, "-")))
                && !IntervalReader.isNamed(tokens, at)) {
            at++;
        }
        if (tokens.opens(at) || tokens.is(at, ",") || tokens.is(at, ";")) {
            at++;
        }
        return IntervalReader.isNamed(tokens, at) ? at : -1;
    }

    private Reading of(String notation, Measure measure, int end) {
        return Reading.of(lexicon.type(notation), measure.quantity(), "", measure.start(), end);
    }
}
