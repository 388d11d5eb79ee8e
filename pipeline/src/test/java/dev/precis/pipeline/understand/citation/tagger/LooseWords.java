package dev.precis.pipeline.understand.citation.tagger;

import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Strings words together without sense, and makes up words that nobody knows: what is learned from these is the look of
 * titles and sources, not their words.
 */
final class LooseWords {
    private static final String[] ONSETS = {
        "b", "br", "c", "ch", "cl", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pl", "pr",
        "qu", "r", "s", "sc", "sh", "sp", "st", "str", "t", "th", "tr", "v", "w", "z", ""
    };
    private static final String[] NUCLEI = {"a", "e", "i", "o", "u", "ai", "ea", "ie", "io", "ou", "y", "é", "ö"};
    private static final String[] CODAS = {
        "", "", "", "l", "m", "n", "nd", "ng", "nt", "r", "rs", "s", "st", "t", "x", "ck"
    };
    private static final String[] ENDINGS = {
        "", "", "", "", "tion", "ing", "ness", "ity", "al", "ic", "ism", "ology", "ment", "er", "ed", "ous", "ive", "s",
        "son", "ly"
    };
    private static final String[] SMALL = {
        "of", "the", "and", "in", "for", "a", "an", "to", "on", "with", "from", "by", "as", "at", "or", "&", "de", "la",
        "et", "der", "und", "is"
    };

    private static final String[][] FOREIGN = {
        "der die das und für zur von mit im zu des bei als eine".split(" "),
        "le la les des du de l'étude et en dans sur une chez pour".split(" "),
        "el la los las de y en un una para del con por su".split(" "),
        "o a os as de e em um uma para do da com no na".split(" "),
        "il la gli le di e in un una per dei nella con".split(" "),
        "de het een en van in op voor met bij".split(" "),
        "och i en att av för på med till".split(" "),
        "i w na z do oraz o dla".split(" ")
    };

    private final RandomGenerator random;
    private final WordLists lists;

    LooseWords(RandomGenerator random, WordLists lists) {
        this.random = random;
        this.lists = lists;
    }

    private boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }

    private String oneOf(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** A word that is in no list, in small letters. */
    String madeUp() {
        StringBuilder word = new StringBuilder();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            word.append(oneOf(ONSETS)).append(oneOf(NUCLEI)).append(oneOf(CODAS));
        }
        return word.append(oneOf(ENDINGS)).toString();
    }

    /** A title of 2 to 18 words with what titles hold: names, numbers, brackets, colons, questions. */
    String title() {
        int length = 2 + random.nextInt(happens(60) ? 9 : 17);
        boolean capitals = happens(25);
        String[] small = happens(70) ? SMALL : FOREIGN[random.nextInt(FOREIGN.length)];
        StringBuilder title = new StringBuilder(capital(word()));
        for (int i = 1; i < length; i++) {
            boolean begins = false;
            if (i < length - 1 && happens(7)) {
                title.append(happens(75) ? ":" : happens(50) ? "?" : happens(70) ? "." : " -");
                begins = happens(80);
            } else if (i < length - 1 && happens(5)) {
                title.append(",");
            }
            String word = happens(30) ? oneOf(small) : word();
            title.append(' ').append(begins || capitals && !isSmall(word) ? capital(word) : word);
        }
        if (happens(6)) {
            title.append(" (")
                    .append(happens(50) ? word().toUpperCase(Locale.ROOT) : word())
                    .append(")");
        } else if (happens(4)) {
            title.append(" [")
                    .append(capital(word()))
                    .append(' ')
                    .append(word())
                    .append(" ")
                    .append(word())
                    .append("]");
        }
        return title.append(happens(6) ? "?" : happens(2) ? "!" : "").toString();
    }

    /** A source of 1 to 8 words. */
    String source() {
        int length = 1 + random.nextInt(happens(70) ? 4 : 8);
        boolean capitals = happens(80);
        StringBuilder source = new StringBuilder(capital(content()));
        for (int i = 1; i < length; i++) {
            String word = i < length - 1 && happens(40) ? oneOf(SMALL) : content();
            boolean colon = i < length - 2 && happens(5);
            source.append(colon ? ": " : i < length - 2 && happens(4) ? ", " : " ");
            source.append(isSmall(word) || !capitals && happens(85) ? word : capital(word));
        }
        return source.toString();
    }

    /** A body with a made-up name. */
    String group() {
        return switch (random.nextInt(4)) {
            case 0 -> capital(content()) + " " + capital(content()) + (happens(50) ? "" : oneOf(BODIES));
            case 1 ->
                oneOf(OFFICES)
                        + (happens(50) ? capital(madeUp()) : capital(lists.common()))
                        + (happens(40)
                                ? " " + oneOf(new String[] {"and", "&", "und", "et", "y", "e"}) + " "
                                        + capital(content())
                                : "");
            default -> (happens(50) ? acronym() : capital(madeUp()) + " " + capital(lists.common())) + oneOf(BODIES);
        };
    }

    private static final String[] BODIES = {
        " Investigators",
        " Study Group",
        " Consortium",
        " Collaboration",
        " 2000 Investigators",
        " Institute",
        " Association",
        " Society",
        " Foundation",
        " Organization",
        " Inc.",
        " Corporation",
        " Ltd",
        " GmbH",
        " Team",
        " Network",
        " Council",
        " Committee",
        " University",
        " Centre",
        " & Company",
        " Research Group",
        " Task Force"
    };

    private static final String[] OFFICES = {
        "Ministry of ",
        "Department of ",
        "U.S. Department of ",
        "National Institute for ",
        "National Institute of ",
        "National Center for ",
        "Royal College of ",
        "Office of ",
        "Institute of ",
        "Ministerie van ",
        "Ministère de la ",
        "Ministerio de ",
        "Ministério da ",
        "Bundesministerium für ",
        "Deutsche Gesellschaft für ",
        "Institut für ",
        "Institut national de ",
        "Associação Brasileira de ",
        "Sociedad Española de ",
        "Società Italiana di ",
        "Universidad de ",
        "Universidade Federal de ",
        "Université de ",
        "University of ",
        "World ",
        "European ",
        "American Academy of ",
        "Canadian ",
        "International Society for ",
        "Council on "
    };

    private static boolean isSmall(String word) {
        return word.length() < 4;
    }

    private String word() {
        return happens(4)
                ? number()
                : happens(2)
                        ? stopped()
                        : happens(2)
                                ? "\"" + content() + "\""
                                : happens(7) ? lists.family() : happens(4) ? acronym() : content();
    }

    private String content() {
        return happens(55) ? madeUp() : happens(10) ? madeUp() + "-" + lists.common() : lists.common();
    }

    String acronym() {
        return madeUp().toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "")
                + (happens(20) ? "-" + random.nextInt(30) : "X");
    }

    /** {@code U.K.}: capitals with stops that end no sentence. */
    private static final String[] STOPPED = {"U.K.", "U.S.", "N.I.C.E.", "e.g.", "vs.", "Dr.", "St."};

    private String stopped() {
        return oneOf(STOPPED);
    }

    private String number() {
        return switch (random.nextInt(6)) {
            case 0 -> String.valueOf(1700 + random.nextInt(330));
            case 1 -> 1900 + random.nextInt(100) + "-" + (2000 + random.nextInt(30));
            case 2 -> 1 + random.nextInt(9) + "." + random.nextInt(10);
            default -> String.valueOf(1 + random.nextInt(400));
        };
    }

    static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
