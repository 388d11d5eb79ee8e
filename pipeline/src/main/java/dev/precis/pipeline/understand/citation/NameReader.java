package dev.precis.pipeline.understand.citation;

import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.Contributor;
import dev.precis.pipeline.domain.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a list of names, inverted ({@code Keefe, J. R.}) or natural ({@code J. R. Keefe}), as far as it goes. */
final class NameReader {
    private static final String WORD = "[\\p{Lu}\\p{Lt}][\\p{L}\\p{M}'-]{0,40}+";
    private static final String PARTICLE = "(?:(?:[dD][aeiu]|d[eo]s|[dD]el|das|della|dell|der|den|[vV][ao]n|vom|zu[mr]?"
            + "|te[nr]?|la|le|les|el|al|bin|ibn|af|av|y|St\\.) |[dl]'|'t )";
    private static final String FAMILY =
            "((?:" + PARTICLE + "){0,3}" + WORD + "(?: (?:" + PARTICLE + "){0,3}(?!Jr\\b|Sr\\b)" + WORD + "){0,3}?)";
    /** Two words before the comma are a whole name in natural order, where given names are printed in full. */
    private static final String ONE_FAMILY = "((?:" + PARTICLE + "){0,3}" + WORD + ")";

    private static final String LATE_FAMILY =
            "((?:" + PARTICLE + "){0,3}" + WORD + "(?: (?:" + PARTICLE + "){0,2}" + WORD + ")?)";

    private static final String INITIALS =
            "((?:\\p{Lu}\\p{L}{0,2}|\\p{Lu}-\\p{L})\\.(?: ?-? ?(?!St\\.)\\p{L}(?:-?\\p{L})?\\.){0,6}+)";
    private static final String BARE_INITIALS = "((?:\\p{Lu}[ -]?){0,3}\\p{Lu})";
    private static final String GIVEN =
            "(" + WORD + "(?: (?!\\p{Lu}\\.)" + WORD + "){0,2}(?: ?\\p{Lu}\\.(?:-?\\p{Lu}\\.){0,2}){0,3})";
    private static final String SUFFIX = "(?:,? (Jr|Sr|II|III|IV)\\b\\.?)?";
    private static final String NAME_END =
            "(?= ?(?:[,;&(\\[\u0001\u2026]|\\.(?= ?[.,(\\[&\u2026]|$)|(?:and|et|und|y|e|with)"
                    + " |(?:1[5-9]|20)\\d\\d[a-z]?[.,:]|$))";

    /** Each shape with the groups of family name, given names and suffix. */
    private enum Shape {
        INVERTED(FAMILY + SUFFIX + " ?, ?" + INITIALS + SUFFIX + NAME_END, 1, 3),
        INVERTED_BARE(FAMILY + SUFFIX + " ?, ?" + BARE_INITIALS + SUFFIX + NAME_END, 1, 3),
        COMMA_FORGOTTEN(FAMILY + "() " + INITIALS + SUFFIX + NAME_END, 1, 3),
        MEDICAL(FAMILY + "() " + BARE_INITIALS + SUFFIX + "(?= ?[,;.:(&]| (?:and|et) )(?!\\. ?\\p{Lu}\\.)", 1, 3),
        NATURAL("()" + INITIALS + " ?" + FAMILY + SUFFIX + NAME_END, 3, 2),
        /** Styles that print the date late go on with the title: a capital, then a small word. */
        INVERTED_BEFORE_TITLE(FAMILY + SUFFIX + ", " + INITIALS + "()(?= " + WORD + " \\p{Ll})", 1, 3),
        INVERTED_LAST(FAMILY + SUFFIX + ", " + INITIALS + "()(?= [\\p{Lu}\"])", 1, 3),
        /** {@code Gulin A. V. Title}. */
        COMMA_FORGOTTEN_BEFORE_TITLE(FAMILY + "() " + INITIALS + "()(?= [\\p{Lu}\"\u00ab])", 1, 3),
        INVERTED_FULL(ONE_FAMILY + SUFFIX + ", " + GIVEN + SUFFIX + "(?= ?(?:,? ?(?:&|and )|;|,? \\())", 1, 3),
        NATURAL_FULL("()" + GIVEN + " " + FAMILY + SUFFIX + NAME_END, 3, 2),
        /** Of lists that a stop, a colon or a quotation mark ends: {@code Sinclair, David A. Lifespan}. */
        INVERTED_FULL_LATE(
                LATE_FAMILY + SUFFIX + ", " + GIVEN + SUFFIX
                        + "(?=,? ?(?:[.;:\"\u0001]|&|(?:and|und|et|y|e|with) )|, |,? ?$)",
                1,
                3),
        NATURAL_FULL_LATE(
                "()" + GIVEN + " " + LATE_FAMILY + SUFFIX + "(?=,? ?(?:[,.:;\"\u0001]|&|(?:and|und|et|y|e|with) ))",
                3,
                2),
        NATURAL_FULL_MIDDLE(
                "()" + GIVEN + " " + LATE_FAMILY + SUFFIX + "(?=,? (?:&|(?:and|und|et|y|e|with) )|, " + GIVEN + " "
                        + WORD + ",? (?:&|and|und|et|y|e) )",
                3,
                2),
        FAMILY_ONLY(FAMILY + "()()()" + NAME_END, 1, 3);

        private final Pattern pattern;
        private final int family;
        private final int given;

        Shape(String pattern, int family, int given) {
            this.pattern = Pattern.compile(pattern);
            this.family = family;
            this.given = given;
        }
    }

    /** What can stand in a list of authors at the beginning of a citation, the surest first. */
    private static final List<Shape> AUTHORS = List.of(
            Shape.INVERTED,
            Shape.NATURAL,
            Shape.INVERTED_BARE,
            Shape.COMMA_FORGOTTEN,
            Shape.MEDICAL,
            Shape.INVERTED_BEFORE_TITLE,
            Shape.COMMA_FORGOTTEN_BEFORE_TITLE);

    /** What else can stand where a year or "(Eds.)" ends the list and so vouches for it. */
    private static final List<Shape> ANY = List.of(
            Shape.INVERTED,
            Shape.NATURAL,
            Shape.INVERTED_BARE,
            Shape.COMMA_FORGOTTEN,
            Shape.INVERTED_FULL,
            Shape.NATURAL_FULL,
            Shape.FAMILY_ONLY);

    /** What can be the last of a list of which the title follows directly. */
    private static final List<Shape> LAST = List.of(Shape.INVERTED_LAST);

    /** What may begin a line that prints given names in full and the date late. */
    private static final List<Shape> LATE = List.of(Shape.INVERTED_FULL_LATE, Shape.NATURAL_FULL_LATE);

    /** What may follow there: another inverted name, or a natural one that an "and" follows or stands before. */
    private static final List<Shape> LATE_NEXT = List.of(Shape.INVERTED_FULL_LATE, Shape.NATURAL_FULL_MIDDLE);

    private static final List<Shape> LATE_LAST = List.of(Shape.NATURAL_FULL_LATE, Shape.NATURAL);

    private static final Pattern SEPARATOR =
            Pattern.compile("[ ,;]{0,4}(?:&|(?:and|et(?! al\\b)|und|with|y|e)(?= ))?[ ,]{0,3}");
    private static final Pattern ELLIPSIS =
            Pattern.compile("[ ,.]{0,3}(?:\\. ?\\.(?: ?\\.){1,5}|\u2026) ?\\.?[ ,&]{0,3}");
    private static final Pattern AND_OTHERS = Pattern.compile(
            "[ ,;]{0,3}(?:& ?|and )?(?:et al(?:ii)?\\b\\.?|al, ?e\\b\\.?|and others\\b|et coll\\b\\.?|y cols?\\b\\.?|e"
                    + " cols?\\b\\.?|u\\. ?a\\.|\u0438 \u0434\u0440\\.)[ ,]{0,2}");

    static final Names NONE = new Names(List.of(), List.of(), Citation.COMPLETE, 0);

    private NameReader() {}

    /** Names in printed order; {@code elidedAfter} and {@code end} as in {@link Citation}. */
    record Names(List<Contributor> people, List<Span> places, int elidedAfter, int end) {
        /** One group of which the name is known. */
        static Names group(CitationReading reading, int from, int to) {
            Contributor group = new Contributor(reading.printed(from, to), "", "");
            return new Names(List.of(group), List.of(new Span(from, to)), Citation.COMPLETE, to);
        }
    }

    /** The authors at the place given, where their form alone shows that they are names. */
    static Names authors(CitationReading reading, int from) {
        return read(reading, from, AUTHORS, AUTHORS, LAST);
    }

    /** Names of every form, for a place where something else shows that they are names. */
    static Names anyForm(CitationReading reading, int from) {
        return read(reading, from, ANY, ANY, LAST);
    }

    /** Names with given names in full where no date follows; something else must confirm them. */
    static Names late(CitationReading reading, int from) {
        return read(reading, from, LATE, LATE_NEXT, LATE_LAST);
    }

    private static Names read(
            CitationReading reading, int from, List<Shape> first, List<Shape> next, List<Shape> last) {
        CharSequence text = reading.unread();
        List<Contributor> people = new ArrayList<>();
        List<Span> places = new ArrayList<>();
        int elidedAfter = Citation.COMPLETE;
        int end = from;
        int at = from;
        while (true) {
            char following = people.isEmpty() ? ' ' : afterSeparators(text, end);
            int others = "eayu\u0438".indexOf(following) >= 0 ? after(AND_OTHERS, text, end) : end;
            if (others > end) {
                return new Names(people, places, people.size(), others);
            }
            int ellipsis = following == '.' || following == '\u2026' ? after(ELLIPSIS, text, end) : end;
            if (ellipsis > end) {
                elidedAfter = people.size();
                end = ellipsis;
                at = ellipsis;
            }
            int nameEnd = readOne(reading, at, people.isEmpty() ? first : next, people);
            if (nameEnd < 0 && isAfterMark(text, end, at)) {
                nameEnd = readOne(reading, at, last, people);
            }
            if (nameEnd < 0) {
                return new Names(people, places, elidedAfter, end);
            }
            places.add(new Span(at, nameEnd));
            end = nameEnd;
            Matcher separator = SEPARATOR.matcher(text).region(end, text.length());
            at = separator.lookingAt() ? separator.end() : end;
        }
    }

    /** Whether a semicolon, "&" or "and" stands between two places: a name must follow. */
    private static boolean isAfterMark(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == ';' || c == '&' || Character.isLetter(c)) {
                return true;
            }
        }
        return false;
    }

    /** The first character that is not between two names. */
    private static char afterSeparators(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && " ,;&".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : ' ';
    }

    private static int after(Pattern elision, CharSequence text, int from) {
        Matcher matcher = elision.matcher(text).region(from, text.length()).useTransparentBounds(true);
        return matcher.lookingAt() ? matcher.end() : from;
    }

    private static int readOne(CitationReading reading, int from, List<Shape> shapes, List<Contributor> people) {
        CharSequence text = reading.unread();
        if (from >= text.length() || !(Character.isLetter(text.charAt(from)) || text.charAt(from) == '\'')) {
            return -1;
        }
        int plain = PlainName.end(text, from);
        if (plain > from) {
            int comma = from;
            while (text.charAt(comma) != ',') {
                comma++;
            }
            people.add(new Contributor(reading.printed(from, comma), reading.printed(comma + 2, plain), ""));
            return plain;
        }
        for (Shape shape : shapes) {
            Matcher name =
                    shape.pattern.matcher(text).region(from, text.length()).useTransparentBounds(true);
            if (name.lookingAt()) {
                String before = shape.family == 1 ? printed(reading, name, 2) : "";
                String suffix = before.isEmpty() ? printed(reading, name, 4) : before;
                String family = printed(reading, name, shape.family);
                String given = printed(reading, name, shape.given);
                boolean hasInitial = shape == Shape.NATURAL
                        && family.length() > 2
                        && family.charAt(1) == ' '
                        && "O\u00d3".indexOf(family.charAt(0)) < 0;
                people.add(
                        hasInitial
                                ? new Contributor(family.substring(2), given + " " + family.charAt(0), suffix)
                                : new Contributor(family, given, suffix));
                return name.end();
            }
        }
        return -1;
    }

    private static String printed(CitationReading reading, Matcher name, int group) {
        return name.start(group) < 0 ? "" : reading.printed(name.start(group), name.end(group));
    }
}
