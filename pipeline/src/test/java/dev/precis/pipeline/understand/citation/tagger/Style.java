package dev.precis.pipeline.understand.citation.tagger;

import dev.precis.pipeline.understand.citation.tagger.Work.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A way to print works of one kind, as a line of {@code styles.txt} tells it.
 *
 * @param weight how often it is met
 * @param keptBack whether only calibration sees it
 */
record Style(int weight, boolean keptBack, String pattern) {
    private static final java.util.regex.Pattern CYRILLIC = java.util.regex.Pattern.compile("\\p{IsCyrillic}");
    private static final int ITALICS_PERCENT = 40;
    private static final int CYRILLIC_PERCENT = 60;
    private static final Map<String, List<Style>> STYLES = read();

    private static final Map<String, Label> LABELS = Map.ofEntries(
            Map.entry("date", Label.DATE),
            Map.entry("year", Label.DATE),
            Map.entry("ymd", Label.DATE),
            Map.entry("title", Label.TITLE),
            Map.entry("Title", Label.TITLE),
            Map.entry("container", Label.CONTAINER),
            Map.entry("abbreviation", Label.CONTAINER),
            Map.entry("conference", Label.CONTAINER),
            Map.entry("volume", Label.VOLUME),
            Map.entry("issue", Label.ISSUE),
            Map.entry("pages", Label.PAGE),
            Map.entry("first", Label.PAGE),
            Map.entry("auflage", Label.NOTE),
            Map.entry("series", Label.NOTE),
            Map.entry("original", Label.NOTE),
            Map.entry("number", Label.NUMBER),
            Map.entry("elocator", Label.PAGE),
            Map.entry("publisher", Label.PUBLISHER),
            Map.entry("school", Label.PUBLISHER),
            Map.entry("repository", Label.PUBLISHER),
            Map.entry("season", Label.DATE),
            Map.entry("place", Label.PLACE),
            Map.entry("city", Label.PLACE),
            Map.entry("doi", Label.IDENTIFIER),
            Map.entry("url", Label.IDENTIFIER),
            Map.entry("pmid", Label.IDENTIFIER),
            Map.entry("edition", Label.NOTE),
            Map.entry("chapter", Label.NOTE),
            Map.entry("thesis", Label.NOTE),
            Map.entry("status", Label.NOTE),
            Map.entry("month", Label.DATE),
            Map.entry("ymonth", Label.DATE),
            Map.entry("abntmonth", Label.DATE),
            Map.entry("epub", Label.NOTE),
            Map.entry("edicao", Label.NOTE),
            Map.entry("uppl", Label.NOTE),
            Map.entry("npages", Label.NOTE),
            Map.entry("teses", Label.NOTE),
            Map.entry("meeting", Label.NOTE),
            Map.entry("paper", Label.NOTE),
            Map.entry("translator", Label.NOTE),
            Map.entry("groups", Label.FAMILY),
            Map.entry("site", Label.CONTAINER),
            Map.entry("supplement", Label.ISSUE),
            Map.entry("bare", Label.IDENTIFIER),
            Map.entry("web", Label.IDENTIFIER),
            Map.entry("pmidnumber", Label.IDENTIFIER),
            Map.entry("isbn", Label.IDENTIFIER),
            Map.entry("arxiv", Label.IDENTIFIER),
            Map.entry("longdate", Label.DATE),
            Map.entry("parts", Label.DATE),
            Map.entry("seen", Label.NOTE),
            Map.entry("days", Label.NOTE),
            Map.entry("code", Label.NOTE),
            Map.entry("about", Label.NOTE),
            Map.entry("edits", Label.NOTE),
            Map.entry("remark", Label.NOTE),
            Map.entry("translation", Label.NOTE),
            Map.entry("seriestitle", Label.NOTE),
            Map.entry("issn", Label.IDENTIFIER),
            Map.entry("total", Label.NOTE),
            Map.entry("eds", Label.MARK),
            Map.entry("edsplain", Label.MARK));

    static Style any(String kind, RandomGenerator random, boolean keptBack) {
        List<Style> styles = STYLES.get(kind);
        while (true) {
            Style style = styles.get(random.nextInt(styles.size()));
            boolean mayBe = keptBack || !style.keptBack;
            if (mayBe && random.nextInt(60) < style.weight) {
                return style;
            }
        }
    }

    private static Map<String, List<Style>> read() {
        Map<String, List<Style>> styles = new java.util.TreeMap<>();
        WordLists.sections("styles.txt").forEach((kind, lines) -> {
            List<Style> list = new ArrayList<>();
            for (String line : lines) {
                int space = line.indexOf(' ');
                boolean keptBack = line.startsWith("*");
                int weight = Integer.parseInt(line.substring(keptBack ? 1 : 0, space));
                list.add(new Style(weight, keptBack, line.substring(space + 1)));
            }
            styles.put(kind, List.copyOf(list));
        });
        return styles;
    }

    LabelledText print(Work work, RandomGenerator random) {
        LabelledText text = new LabelledText();
        boolean italics = random.nextInt(100) < ITALICS_PERCENT;
        print(pattern, work, text, random, italics, random.nextInt(3));
        if (CYRILLIC.matcher(pattern).find() && random.nextInt(100) < CYRILLIC_PERCENT) {
            text.toCyrillic();
        }
        return text;
    }

    private void print(String part, Work work, LabelledText text, RandomGenerator random, boolean italics, int much) {
        int at = 0;
        while (at < part.length()) {
            char c = part.charAt(at);
            int end = at + 1;
            if (c == '<') {
                end = part.indexOf('>', at) + 1;
                String optional = part.substring(at + 1, end - 1);
                if (isComplete(optional, work)) {
                    print(optional, work, text, random, italics, much);
                }
            } else if (c == '{') {
                end = part.indexOf('}', at) + 1;
                String name = part.substring(at + 1, end - 1);
                text.emphasise(italics && isItalic(name, work, much));
                field(name, work, text, random);
                text.emphasise(false);
            } else {
                while (end < part.length() && part.charAt(end) != '<' && part.charAt(end) != '{') {
                    end++;
                }
                text.add(part.substring(at, end), Label.MARK);
            }
            at = end;
        }
    }

    /** A book, a journal and sometimes its volume; of what stands alone the title. */
    private static boolean isItalic(String field, Work work, int much) {
        return switch (field) {
            case "book", "Book", "container", "abbreviation", "conference" -> true;
            case "volume" -> much == 1;
            case "title", "Title" -> work.kind().equals("other") && much > 0;
            default -> false;
        };
    }

    private static boolean isComplete(String part, Work work) {
        for (int open = part.indexOf('{'); open >= 0; open = part.indexOf('{', open + 1)) {
            if (work.field(part.substring(open + 1, part.indexOf('}', open))).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private void field(String field, Work work, LabelledText text, RandomGenerator random) {
        String[] parts = field.split("\\|");
        switch (parts[0]) {
            case "authors" ->
                new Names(parts, Label.FAMILY, Label.GIVEN, Label.NAME_OTHER).print(work.authors(), text, random);
            case "again" -> new Names(parts, Label.NOTE, Label.NOTE, Label.NOTE).print(work.authors(), text, random);
            case "editors" ->
                new Names(parts, Label.EDITOR, Label.EDITOR, Label.EDITOR).print(work.editors(), text, random);
            case "book", "Book" ->
                text.add(work.field(field), work.kind().equals("book") ? Label.TITLE : Label.CONTAINER);
            default -> text.add(work.field(field), LABELS.get(field));
        }
    }

    /** How a list of names is printed. */
    private record Names(char form, String between, String last, Label family, Label given, Label other) {
        private static final int MANY = 7;
        private static final int[] ET_AL_AFTER = {1, 1, 1, 2, 3, 3, 6};
        private static final String[] ET_AL = {
            ", et al.", ", et al.", " et al.", " et al.", " et al", ", [et al.]", " & al.", " et coll.", " et al",
            " u. a.", " y cols.", " y otros", " e.a.", " e outros", " и др.", ", and others", " m.fl.", ", & al, e."
        };

        Names(String[] parts, Label family, Label given, Label other) {
            this(parts[1].charAt(0), parts[2], parts[3], family, given, other);
        }

        void print(List<Person> people, LabelledText text, RandomGenerator random) {
            int shown = people.size();
            boolean elided = shown > MANY && random.nextInt(100) < 60;
            int named = random.nextInt(100) < 9 ? ET_AL_AFTER[random.nextInt(ET_AL_AFTER.length)] : shown;
            for (int i = 0; i < shown; i++) {
                if (elided && i >= MANY - 1 && i < shown - 1) {
                    if (i == MANY - 1) {
                        text.add(
                                random.nextInt(3) == 0 ? ", … " : random.nextInt(3) == 0 ? ", ... " : ", . . . ",
                                other);
                    }
                    continue;
                }
                if (!elided && i == named) {
                    text.add(
                            random.nextInt(3) > 0 ? ET_AL[random.nextInt(4)] : ET_AL[random.nextInt(ET_AL.length)],
                            other);
                    return;
                }
                boolean afterDots = elided && i == shown - 1;
                if (i > 0 && !afterDots) {
                    text.add(i == shown - 1 ? last : between.endsWith(" ") ? between : between + " ", other);
                }
                print(people.get(i), i > 0, text);
            }
        }

        private void print(Person person, boolean later, LabelledText text) {
            if (person.isGroup()) {
                text.add(form == 'k' || form == 'l' ? upper(person.family()) : person.family(), family);
                return;
            }
            switch (form) {
                case 'a' -> inverted(person, ", ", initials(person, ".", " "), text);
                case 'b' -> inverted(person, ", ", initials(person, ".", ""), text);
                case 'c' -> inverted(person, " ", initials(person, ".", ""), text);
                case 'd' -> inverted(person, " ", initials(person, "", ""), text);
                case 'e' -> inverted(person, ", ", person.given(), text);
                case 'f' -> natural(person, initials(person, ".", " "), text);
                case 'g' -> natural(person, person.given(), text);
                case 'h' -> {
                    if (later) {
                        natural(person, person.given(), text);
                    } else {
                        inverted(person, ", ", person.given(), text);
                    }
                }
                case 'i' -> {
                    if (later) {
                        natural(person, initials(person, ".", " "), text);
                    } else {
                        inverted(person, ", ", initials(person, ".", " "), text);
                    }
                }
                case 'k' -> inverted(capitals(person), ", ", person.given(), text);
                case 'l' -> inverted(capitals(person), ", ", initials(person, ".", " "), text);
                case 'm' -> inverted(capitals(person), " ", initials(person, ".", " "), text);
                case 'o' -> natural(person, initials(person, "", " "), text);
                case 'p' -> natural(person, initials(person, ".", ""), text);
                case 'q' -> inverted(person, " ", person.given(), text);
                case 'r' -> text.add(person.family(), family);
                case 's' -> glued(person, text);
                case 'u' -> inverted(capitals(person), " ", initials(person, "", ""), text);
                case 'v' -> inverted(capitals(person), " ", person.given(), text);
                case 'y' -> natural(capitals(person), person.given(), text);
                case 'j' -> inverted(person, ", ", initials(person, "", " "), text);
                default -> throw new IllegalArgumentException("no form of names: " + form);
            }
        }

        private static Person capitals(Person person) {
            return new Person(upper(person.family()), person.given(), person.suffix());
        }

        private static String upper(String text) {
            return text.toUpperCase(java.util.Locale.ROOT);
        }

        private void inverted(Person person, String comma, String givens, LabelledText text) {
            text.add(person.family(), family);
            boolean glued = !person.suffix().isEmpty() && person.family().length() % 2 == 0;
            if (glued) {
                text.add(" " + person.suffix(), other);
            }
            text.add(comma, other);
            text.add(givens, given);
            if (!glued) {
                suffix(person, text);
            }
        }

        private void natural(Person person, String givens, LabelledText text) {
            text.add(givens, given);
            text.add(" ", other);
            text.add(person.family(), family);
            suffix(person, text);
        }

        /** No space after the initials. */
        private void glued(Person person, LabelledText text) {
            text.add(initials(person, ".", ""), given);
            text.add(person.family(), family);
        }

        private void suffix(Person person, LabelledText text) {
            if (!person.suffix().isEmpty()) {
                text.add(form == 'd' ? " " : ", ", other);
                text.add(person.suffix(), other);
            }
        }

        private static String initials(Person person, String stop, String space) {
            StringBuilder initials = new StringBuilder();
            for (String name : person.given().split(" ")) {
                if (Character.isLowerCase(name.charAt(0))) {
                    initials.append(' ').append(name).append(' ');
                    continue;
                }
                initials.append(initials.isEmpty() || initials.charAt(initials.length() - 1) == ' ' ? "" : space);
                String[] parts = name.split("-");
                for (int i = 0; i < parts.length; i++) {
                    initials.append(i > 0 ? "-" : "").append(parts[i].charAt(0)).append(stop);
                }
            }
            return initials.toString();
        }
    }
}
