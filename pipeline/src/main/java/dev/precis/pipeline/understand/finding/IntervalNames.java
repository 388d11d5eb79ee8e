package dev.precis.pipeline.understand.finding;

import dev.precis.pipeline.domain.Statistic.Attachment.Interval.Kind;
import dev.precis.pipeline.domain.Words;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How texts name an interval and its level: "95% CI", "CI 95%", "intervalle de confiance à 95 %", "95-%-KI". */
final class IntervalNames {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final Map<String, Kind> SHORT = kinds(
            """
            ci cis ci's cl ic ki konfidenzintervall konfidenzintervalle konfidenzintervallen konfidenzintervalls
            konfidenzbereich vertrauensintervall vertrauensbereich
            """,
            "cri cris icr hdi hpdi kredibilitätsintervall glaubwürdigkeitsintervall",
            "prädiktionsintervall vorhersageintervall prognoseintervall");

    private static final Set<String> LONG = Set.of("interval", "intervals", "limits", "bounds");
    private static final Map<String, Kind> KINDS =
            kinds("confidence compatibility", "credible credibility density hpd", "prediction");

    /** Behind "intervalle", with or without "de". */
    private static final Map<String, Kind> AFTER_INTERVALLE =
            kinds("confiance compatibilité", "crédibilité crédible crédibles", "prédiction");

    private static final Set<String> PERCENT = Words.of("% percent prozent prozentiges prozentige prozentigen");
    private static final Set<String> BEFORE_LEVEL = Words.of(", ( à zu");
    private static final int ADJECTIVES = 3;

    private IntervalNames() {}

    private static Map<String, Kind> kinds(String confidence, String credible, String prediction) {
        Map<String, Kind> kinds = new HashMap<>();
        Words.of(confidence).forEach(word -> kinds.put(word, Kind.CONFIDENCE));
        Words.of(credible).forEach(word -> kinds.put(word, Kind.CREDIBLE));
        Words.of(prediction).forEach(word -> kinds.put(word, Kind.PREDICTION));
        return kinds;
    }

    /** The name that starts at the token, with its level before or behind it; empty if none does. */
    static Optional<Name> at(Tokens tokens, int i) {
        boolean level = tokens.isNumber(i) && !tokens.get(i).isSpelled();
        int at = level ? afterPercent(tokens, i + 1) : i;
        BigDecimal before = level ? tokens.get(i).value() : BigDecimal.ZERO;
        return word(tokens, at, before.signum() > 0 ? ADJECTIVES : 0).map(word -> {
            int end = afterAbbreviation(tokens, word.end());
            return before.signum() == 0
                    ? withLevelBehind(tokens, word, end)
                    : new Name(word.kind(), fraction(before), end, end);
        });
    }

    /** "95%", "95-%-", "95 percent", "95-prozentiges", "95 pour cent": where the name may begin. */
    private static int afterPercent(Tokens tokens, int i) {
        int at = endOfPercent(tokens, i);
        return tokens.is(at, "-") ? at + 1 : at;
    }

    /** The token behind "%", "-%" or "pour cent"; the token itself where there is none. */
    private static int endOfPercent(Tokens tokens, int i) {
        int sign = tokens.is(i, "-") ? i + 1 : i;
        if (tokens.isOneOf(sign, PERCENT)) {
            return sign + 1;
        }
        return tokens.lower(i).equals("pour") && tokens.lower(i + 1).equals("cent") ? i + 2 : i;
    }

    /** Whether a level in per cent stands at the token. */
    static boolean isPercentage(Tokens tokens, int i) {
        return tokens.isNumber(i) && endOfPercent(tokens, i + 1) > i + 1;
    }

    private static Name withLevelBehind(Tokens tokens, Name word, int end) {
        int number = tokens.isOneOf(end, BEFORE_LEVEL) ? end + 1 : end;
        boolean percent = isPercentage(tokens, number);
        boolean joined = tokens.is(number + 1, "=") || tokens.is(number + 1, ":") || tokens.is(number + 1, "[");
        BigDecimal behind = percent || tokens.isNumber(number) && joined
                ? fraction(tokens.get(number).value())
                : BigDecimal.ZERO;
        if (behind.signum() > 0) {
            int at = percent ? afterPercent(tokens, number + 1) : number + 1;
            return new Name(word.kind(), behind, tokens.closes(at) ? at + 1 : at, end);
        }
        // "IC95 %"
        BigDecimal inName = fraction(levelInName(tokens.text(word.end() - 1)));
        int after = inName.signum() > 0 && tokens.is(end, "%") ? end + 1 : end;
        return new Name(word.kind(), inName, after, after);
    }

    /** The name without level, with at most {@code adjectives} words before it. */
    private static Optional<Name> word(Tokens tokens, int i, int adjectives) {
        for (int at = i; at <= i + adjectives && tokens.isWord(at); at++) {
            Optional<Name> name = wordAt(tokens, i, at, adjectives > 0);
            if (name.isPresent()) {
                return name;
            }
        }
        return Optional.empty();
    }

    private static Optional<Name> wordAt(Tokens tokens, int from, int at, boolean levelled) {
        String word = tokens.lower(at);
        Kind kind = SHORT.get(word);
        if (kind == null && (word.startsWith("ci9") || word.startsWith("ic9"))) {
            kind = Kind.CONFIDENCE;
        }
        if (kind == null && tokens.is(at, "PI")) {
            kind = Kind.PREDICTION;
        }
        if (kind != null) {
            return Optional.of(name(kindOf(tokens, from, at, kind), at + 1));
        }
        if (word.equals("intervalle") || word.equals("intervalles")) {
            int noun = tokens.lower(at + 1).equals("de") ? at + 2 : at + 1;
            Kind french = AFTER_INTERVALLE.get(tokens.lower(noun));
            return Optional.ofNullable(french).map(known -> name(known, noun + 1));
        }
        boolean adjective = KINDS.containsKey(word) && !word.equals("hpd") || levelled && at > from;
        if (adjective && tokens.isOneOf(at + 1, LONG)) {
            return Optional.of(name(kindOf(tokens, from, at + 1, Kind.CONFIDENCE), at + 2));
        }
        return levelled && at == from && LONG.contains(word)
                ? Optional.of(name(Kind.CONFIDENCE, at + 1))
                : Optional.empty();
    }

    /** "95% highest density CI": the adjectives tell, a prediction before all. */
    private static Kind kindOf(Tokens tokens, int from, int to, Kind otherwise) {
        Kind kind = otherwise;
        for (int i = from; i < to; i++) {
            Kind said = KINDS.getOrDefault(tokens.lower(i), Kind.CONFIDENCE);
            kind = said == Kind.PREDICTION || kind == Kind.CONFIDENCE ? said : kind;
        }
        return kind;
    }

    private static Name name(Kind kind, int end) {
        return new Name(kind, BigDecimal.ZERO, end, end);
    }

    /** "confidence interval (CI)". */
    private static int afterAbbreviation(Tokens tokens, int i) {
        boolean repeated = tokens.opens(i) && SHORT.containsKey(tokens.lower(i + 1)) && tokens.closes(i + 2);
        return repeated ? i + 3 : i;
    }

    private static BigDecimal levelInName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String digits = lower.startsWith("ci") || lower.startsWith("ic") ? name.substring(2) : "";
        boolean two = digits.length() == 2 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return two ? new BigDecimal(digits) : BigDecimal.ZERO;
    }

    /** As a fraction; 0 where the number cannot be a level. */
    private static BigDecimal fraction(BigDecimal level) {
        if (level.compareTo(BigDecimal.valueOf(50)) >= 0 && level.compareTo(HUNDRED) < 0) {
            return level.movePointLeft(2);
        }
        boolean isFraction = level.compareTo(new BigDecimal("0.5")) >= 0 && level.compareTo(BigDecimal.ONE) < 0;
        return isFraction ? level : BigDecimal.ZERO;
    }

    /**
     * A name in the text.
     *
     * @param level as a fraction; 0 if none is printed
     * @param end index after its last token, the level behind it included
     * @param wordEnd the same without a level behind it
     */
    record Name(Kind kind, BigDecimal level, int end, int wordEnd) {
        boolean hasLevelBehind() {
            return end > wordEnd;
        }
    }
}
