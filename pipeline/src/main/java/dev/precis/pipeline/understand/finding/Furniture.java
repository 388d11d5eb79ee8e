package dev.precis.pipeline.understand.finding;

import dev.precis.pipeline.domain.Words;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.util.Set;

/** Tells what a page says beside its text: headings, how long it reads, prices, and small talk in numbers. */
final class Furniture {
    private static final Set<String> TRADE = Words.of("""
        subscription subscriptions subscribe discount ticket tickets fee mwst ust tva vat refund
        coupon inbox newsletter unsubscribe click checkout kostet rabatt gebühr coûte remise tarif anmeldung inscription ermäßigt paperback hardcover hardback shipping voucher
        """);
    private static final Set<String> WEATHER = Words.of("humidity showers forecast rain sunny regen pluie snowfall");
    private static final Set<String> KITCHEN = Words.of("""
        flour cocoa sugar bake recipe recipes shopping tbsp tsp butter cook oven stir boil simmer cups
        tablespoons teaspoon dough eggs
        """);
    private static final Set<String> GAME = Words.of("won lost goal goals match score home kick-off");
    private static final Set<String> SAYING = Words.of("dentists proverbial proverb slogan");
    private static final Set<String> PAGE =
            Words.of("read reading comments views likes posted shares subscribers followers loading stars");
    private static final Set<String> EVENTS = Words.of("workshop course seminar webinar conference kurs seminaire");
    private static final Set<String> MONEY = Set.of("€", "$", "£", "euro", "dollars");
    private static final Set<String> PARTS = Set.of("step", "session", "module", "lesson", "chapter");
    private static final Set<String> SIGNS = Set.of("|", "\u00B7", "\u2605");

    private Furniture() {}

    static boolean is(Tokens tokens) {
        return isHeading(tokens) || isSmallTalk(tokens) || isManual(tokens);
    }

    /**
     * "First 5 Minutes", "6 min read", "Box 1 | Box 2": no full stop, no sign of a statistic, and capitals or a word of
     * pages.
     */
    private static boolean isHeading(Tokens tokens) {
        int last = tokens.size() - 1;
        if (has(tokens, SIGNS) && !has(tokens, Set.of("=", "%"))) {
            return true;
        }
        boolean open = last > 0 && (tokens.isWord(last) || tokens.isNumber(last));
        if (!open) {
            return false;
        }
        int words = 0;
        int small = 0;
        for (int i = 0; i <= last; i++) {
            String text = tokens.text(i);
            if (text.equals("=") || text.equals("%") || tokens.get(i).hasFraction() || text.endsWith("ed")) {
                return false;
            }
            words += tokens.isWord(i) ? 1 : 0;
            small += tokens.isWord(i) && text.length() > 3 && Character.isLowerCase(text.codePointAt(0)) ? 1 : 0;
        }
        return words > 0 && (small == 0 || has(tokens, PAGE));
    }

    /** Prices, weather, food, games, proverbs. */
    private static boolean isSmallTalk(Tokens tokens) {
        if (has(tokens, EVENTS) && has(tokens, MONEY) && !isInferred(tokens)) {
            return true;
        }
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.isWord(i)) {
                continue;
            }
            boolean talk = tokens.isOneOf(i, TRADE)
                    || tokens.isOneOf(i, WEATHER)
                    || tokens.isOneOf(i, KITCHEN)
                    || tokens.isOneOf(i, SAYING)
                    || tokens.isOneOf(i, GAME) && isGame(tokens);
            if (talk) {
                return !isInferred(tokens);
            }
        }
        return false;
    }

    private static boolean isGame(Tokens tokens) {
        for (int i = 1; i < tokens.size() - 1; i++) {
            if (tokens.is(i, "-") && isGoals(tokens, i - 1) && isGoals(tokens, i + 1) && !tokens.opens(i - 2)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isGoals(Tokens tokens, int i) {
        return tokens.isNumber(i)
                && !tokens.get(i).hasFraction()
                && tokens.get(i).value().intValue() < 10;
    }

    /** "Module 5 deals with avoidance for 20 minutes", "the manual plans 16 sessions". */
    private static boolean isManual(Tokens tokens) {
        boolean part = tokens.isOneOf(0, PARTS) && tokens.isNumber(1);
        boolean book = tokens.lower(0).equals("the") && tokens.isOneOf(1, Set.of("manual", "protocol"));
        return (part || book) && !has(tokens, Set.of("=", "was", "were", "had", "did")) && !isInferred(tokens);
    }

    private static boolean isInferred(Tokens tokens) {
        return has(tokens, Set.of("=", "<", "ci", "interval"));
    }

    private static boolean has(Tokens tokens, Set<String> words) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.isOneOf(i, words)) {
                return true;
            }
        }
        return false;
    }
}
