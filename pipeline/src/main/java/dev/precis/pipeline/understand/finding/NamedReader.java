package dev.precis.pipeline.understand.finding;

import dev.precis.pipeline.domain.Relation;
import dev.precis.pipeline.domain.Statistic.Attachment;
import dev.precis.pipeline.domain.Words;
import dev.precis.pipeline.understand.finding.StatisticLexicon.Term;
import dev.precis.pipeline.understand.finding.token.RangeWords;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a statistic that its name announces: "OR = 1.42", "t(121) = 3.09", "mean age of patients was 38.4 years". */
final class NamedReader {
    private static final int REACH = 12;
    private static final Set<String> JOINS = Words.of("""
        was were is are of at : = being equals be reached averaged came
        war waren betrug beträgt lag liegt bei ist von erreichte
        était étaient est de à atteignait
        """);
    private static final Set<String> RANGE_JOINS =
            Words.of("ranged ranging ranges range ran run running spanned from between varied zwischen entre");
    private static final Set<String> BREAKS = Set.of(";", "set", "but", "whereas", "while", "although");
    private static final Set<String> CHANGES = Words.of("increase increment change gain rise decrease");
    private static final Set<String> PERCENTAGES = Words.of("sensitivity specificity I2 R2 AUC ICC dR2 RD PPV NPV");
    private static final Set<String> WHOLE = Words.of("OR RR HR IRR NNT NNH MD BF cost mean median");
    private static final Set<String> LENGTHS = Words.of("m cm mm km kg ml s m/s ms ° min h hours minutes seconds");
    private static final Set<String> CURRENCIES = Set.of("dollars", "pounds", "euros");

    private final StatisticLexicon lexicon;
    private final MeasureReader measures;

    NamedReader(StatisticLexicon lexicon, MeasureReader measures) {
        this.lexicon = lexicon;
        this.measures = measures;
    }

    /** The statistic whose name is the term, if its number follows at once. */
    Optional<Reading> read(Tokens tokens, Term term) {
        List<Attachment> inName = new ArrayList<>();
        int at = afterModifiers(tokens, tokens.is(term.end(), "+") ? term.end() + 1 : term.end());
        if (tokens.opens(at)) {
            at = afterBracket(tokens, term, at, inName);
        }
        boolean bracketed = at < term.end() + 1 && tokens.opens(at);
        RelationWords.Match sign = RelationWords.signAt(tokens, at);
        boolean joined = sign.end() > at;
        int number = joined ? sign.end() : at;
        while (number < at + 3
                && !RangeWords.isBetween(tokens, number)
                && (joins(tokens, number)
                        || RANGE_JOINS.contains(tokens.lower(number))
                        || tokens.lower(number).equals("by") && term.type().is("R2"))) {
            number++;
            joined = true;
        }
        if (!joined && bracketed && !term.symbol()) {
            number++;
        }
        if (!joined && isSetOff(tokens, term, number)) {
            number++;
            joined = true;
        }
        Optional<Measure> measure = measures.at(tokens, number);
        if (measure.isEmpty()) {
            return Optional.empty();
        }
        Measure found = measure.get();
        if (isFormula(tokens, found.end())) {
            return Optional.empty();
        }
        boolean direct = number == at;
        if (!fits(tokens, term, found, joined && sign.end() > at)
                || direct && !mayFollowAtOnce(tokens, term, found)
                || bracketed && number > at && !joined && !tokens.closes(found.end())) {
            return Optional.empty();
        }
        if (sign.relation() != Relation.EQUAL && found.relation() == Relation.EQUAL) {
            found = found.withRelation(sign.relation(), at);
        }
        Reading reading = reading(tokens, term, found);
        inName.forEach(attachment -> reading.attach(attachment, term.start(), reading.end()));
        return Optional.of(reading);
    }

    /** The statistic that an earlier name announced: "the correlation between a and b was .31". */
    Optional<Reading> announced(Tokens tokens, Term term, Measure measure) {
        int distance = measure.start() - term.end();
        // "Owen, B. E. (2014)": a letter needs a value that only a statistic can be
        boolean letter = term.symbol() && term.type().notation().length() == 1 && !measure.hasFraction();
        if (letter || distance < 0 || distance > REACH || tokens.anyBetween(term.end(), measure.start(), BREAKS)) {
            return Optional.empty();
        }
        String before = tokens.lower(measure.start() - 1);
        boolean by = before.equals("by") && term.type().is("R2");
        boolean range =
                measure.isRange() && (RANGE_JOINS.contains(before) || RangeWords.isBetween(tokens, measure.start()));
        boolean bracket = !term.type().isCentre() && tokens.opens(measure.start() - 1) && tokens.closes(measure.end());
        boolean joined = joins(tokens, measure.start() - 1) || range || bracket || by;
        // "mean age 36"
        boolean noun = term.type().isCentre() && distance == 1 && !isCounted(tokens, measure.end());
        boolean adverb = tokens.lower(term.start()).equals("on")
                && lexicon.unit(tokens, measure.end()).isPresent();
        boolean counted = before.equals("of") && isCounted(tokens, measure.end());
        if (!(joined || noun || adverb) || counted || !fits(tokens, term, measure, false)) {
            return Optional.empty();
        }
        return Optional.of(reading(tokens, term, measure));
    }

    /** Whether the number can be of that type: a correlation in words is no whole number, a cost has a currency. */
    private boolean fits(Tokens tokens, Term term, Measure measure, boolean equated) {
        StatisticType type = term.type();
        if (type.is("cost")) {
            return MeasureReader.isMoney(tokens, measure.end() - 2) || tokens.isOneOf(measure.end(), CURRENCIES);
        }
        if (measure.percent()) {
            return !type.isCentre() && (PERCENTAGES.contains(type.notation()) || equated && term.symbol());
        }
        if (tokens.lower(measure.end()).equals("times")
                || tokens.isOneOf(measure.end(), Set.of("in", "out")) && tokens.isNumber(measure.end() + 1)) {
            return false;
        }
        return equated || measure.hasFraction() || term.symbol() || WHOLE.contains(type.notation());
    }

    /** "I2 = 100% × (Q - df)/Q" computes, and "r = 5 m" measures a pond. */
    private static boolean isFormula(Tokens tokens, int end) {
        return tokens.isOneOf(end, Set.of("×", "*", "√")) || tokens.isOneOf(end, LENGTHS) && !tokens.is(end + 1, "=");
    }

    /** "HR 101" and "RR 2" are names, "OR 3 (95% CI ...)" is none. */
    private static boolean ends(Tokens tokens, int i) {
        return i >= tokens.size() || tokens.isOneOf(i, Set.of(".", ",", ":")) && !tokens.isNumber(i + 1);
    }

    /** "was", "of", "came to". */
    private static boolean joins(Tokens tokens, int i) {
        return tokens.isOneOf(i, JOINS)
                || tokens.lower(i).equals("to") && tokens.lower(i - 1).equals("came");
    }

    /** "odds ratio, 1.45; 95% CI, 1.10-1.92" (AMA Manual of Style, 11th ed., 19.5). */
    private static boolean isSetOff(Tokens tokens, Term term, int i) {
        boolean letter = term.symbol() && term.type().notation().length() == 1;
        return !letter && tokens.is(i, ",") && tokens.get(i + 1).hasFraction() && i == term.end();
    }

    private static boolean mayFollowAtOnce(Tokens tokens, Term term, Measure measure) {
        boolean letter = term.symbol() && term.type().notation().length() == 1;
        // "sensitivity was 81% and specificity 74%"
        boolean share = measure.percent() && PERCENTAGES.contains(term.type().notation());
        boolean whole = term.type().is("NNT")
                || term.type().is("NNH")
                || !tokens.isWord(measure.end()) && !ends(tokens, measure.end());
        boolean dearer = term.type().is("cost") && tokens.isOneOf(measure.end(), Set.of("less", "more", "per"));
        return measure.hasFraction() || dearer || term.type().isCentre() || share || term.symbol() && !letter && whole;
    }

    private boolean isCounted(Tokens tokens, int i) {
        for (int at = i; at < i + 3 && tokens.isWord(at); at++) {
            Optional<Term> unit = lexicon.unit(tokens, at);
            if (unit.isPresent()) {
                return unit.get().type().form().equals("count")
                        && !tokens.lower(at).startsWith("session");
            }
        }
        return false;
    }

    private Reading reading(Tokens tokens, Term term, Measure measure) {
        Optional<Term> unit = tokens.is(measure.end(), "-") ? Optional.empty() : lexicon.unit(tokens, measure.end());
        boolean hasUnit =
                unit.isPresent() && (term.type().isCentre() || term.type().is("MD"));
        int end = hasUnit ? unit.get().end() : measure.end();
        String words = hasUnit ? tokens.text(end - 1) : measure.percent() ? "%" : "";
        int start = Math.min(term.start(), measure.start());
        return Reading.of(type(tokens, term, measure), measure.quantity(), words, start, end);
    }

    /** "increased R2 by .05" and "an increase in R2 of .05" print a change. */
    private StatisticType type(Tokens tokens, Term term, Measure measure) {
        boolean change = tokens.lower(measure.start() - 1).equals("by")
                || tokens.lower(term.start() - 1).equals("in") && tokens.isOneOf(term.start() - 2, CHANGES);
        return change && term.type().is("R2") ? lexicon.type("dR2") : term.type();
    }

    /** "B adjusted = ...", "r between them = ...": up to three words between a name and its sign. */
    private int afterModifiers(Tokens tokens, int i) {
        for (int at = i; at <= i + 3; at++) {
            if (RelationWords.signAt(tokens, at).end() > at) {
                return at;
            }
            if (!tokens.isWord(at) || lexicon.name(tokens, at).isPresent()) {
                break;
            }
        }
        return i;
    }

    /** Degrees of freedom in brackets become attachments; "(SE)" or "(95% CI)" before the sign is passed over. */
    private static int afterBracket(Tokens tokens, Term term, int open, List<Attachment> inName) {
        int at = open + 1;
        if (tokens.lower(at).equals("df")) {
            at += tokens.is(at + 1, "=") ? 2 : 1;
        }
        boolean hasFreedom = term.type().isTest()
                || term.type().is("r")
                || term.type().is("B")
                || term.type().is("beta");
        if (hasFreedom && tokens.isNumber(at)) {
            List<BigDecimal> freedom = new ArrayList<>(List.of(tokens.get(at).value()));
            at++;
            if ((tokens.is(at, ",") || tokens.is(at, ";")) && tokens.isNumber(at + 1)) {
                freedom.add(tokens.get(at + 1).value());
                at += 2;
            }
            if (tokens.is(at, ",")
                    && tokens.lower(at + 1).equals("n")
                    && tokens.is(at + 2, "=")
                    && tokens.isNumber(at + 3)) {
                inName.add(new Attachment.SampleSize(tokens.get(at + 3).value()));
                at += 4;
            }
            if (tokens.closes(at) && isJoin(tokens, at + 1)) {
                inName.add(new Attachment.DegreesOfFreedom(freedom));
                return at + 1;
            }
            inName.clear();
            return open;
        }
        for (int close = open + 2; close <= open + 6; close++) {
            if (tokens.closes(close) && tokens.group(close) == tokens.group(open)) {
                return isJoin(tokens, close + 1) || tokens.isNumber(close + 1) ? close + 1 : open;
            }
        }
        return open;
    }

    private static boolean isJoin(Tokens tokens, int i) {
        return RelationWords.signAt(tokens, i).end() > i || JOINS.contains(tokens.lower(i));
    }
}
