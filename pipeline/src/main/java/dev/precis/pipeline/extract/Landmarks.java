package dev.precis.pipeline.extract;

import dev.precis.pipeline.domain.CitationShape;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.extract.Mark.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what each block of a page is, as far as the block alone tells it. */
final class Landmarks {
    private static final Pattern CITATION_LABEL =
            Pattern.compile("(?:citation|reference|source|study|article)s?\\s*:\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATELINE = Pattern.compile(
            "(?:posted|published|date|written|by|on)\\b.{0,120}", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern COPYRIGHT = Pattern.compile(
            "(?:©|\\(c\\) |copyright\\b|all rights reserved).{0,200}", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern PAGER = Pattern.compile(
            "(?:[«‹<←]+ ?)?(?:next|previous|older|newer|first|last|back to top|page \\d+|\\d+)( posts?| entries|"
                    + " page)?(?: ?[»›>→]+)?|[«‹›»←→|\\s\\d]+",
            Pattern.CASE_INSENSITIVE);
    /** How many letters a label may be misspelt by. */
    private static final int SLIPS = 2;

    private final SourceProfile profile;
    private final MonthHeading months;

    Landmarks(SourceProfile profile, MonthHeading months) {
        this.profile = profile;
        this.months = months;
    }

    List<Mark> of(List<Block> blocks) {
        List<Mark> marks = new ArrayList<>();
        for (Block block : blocks) {
            mark(block, marks);
        }
        return marks;
    }

    private void mark(Block block, List<Mark> marks) {
        SourceProfile.Labels labels = profile.labels();
        int implications = labelled(block, labels.implications());
        int blurb = labelled(block, labels.blurb());
        int topics = opening(block.text(), labels.topics());
        if (months.heading(block.text()).isPresent()) {
            marks.add(new Mark(Kind.MONTH, block));
        } else if (implications > 0) {
            split(Kind.IMPLICATIONS, Kind.TEXT, block, implications, marks);
        } else if (blurb > 0) {
            split(Kind.BLURB, Kind.TEXT, block, blurb, marks);
        } else if (isNoise(block)) {
            marks.add(new Mark(Kind.NOISE, block));
        } else if (isDateline(block)) {
            marks.add(new Mark(Kind.DATELINE, block));
        } else if (topics > 0 && block.length() < 400) {
            marks.add(new Mark(Kind.TOPICS, block.from(topics)));
        } else if (labels.boilerplate().stream().anyMatch(start -> startsWith(block.text(), start))) {
            marks.add(new Mark(Kind.BOILERPLATE, block));
        } else {
            Matcher label = CITATION_LABEL.matcher(block.text());
            Block unlabelled = label.lookingAt() ? block.from(label.end()) : block;
            boolean cites = unlabelled.length() > 0 && CitationShape.looksLikeCitation(unlabelled.text());
            marks.add(cites ? new Mark(Kind.CITATION, unlabelled) : new Mark(Kind.TEXT, block));
        }
    }

    private static void split(Kind label, Kind rest, Block block, int end, List<Mark> marks) {
        marks.add(new Mark(label, block));
        Block after = block.from(end);
        if (after.length() > 0) {
            marks.add(new Mark(rest, after));
        }
    }

    /**
     * Whether the block is one of the labels, or begins with one: then where what follows it begins, else 0. A label
     * runs in with a colon or dash, or because only it is bold.
     */
    private static int labelled(Block block, List<String> labels) {
        String text = block.text();
        for (String label : labels) {
            String wanted = Texts.key(label);
            if (block.lead() > 0 && isSlip(Texts.key(text.substring(0, block.lead())), wanted)) {
                return afterPunctuation(text, block.lead());
            }
            if (text.length() <= label.length() + 12 && isSlip(Texts.key(text), wanted)) {
                return text.length();
            }
            int colon = colon(text, label.length() + 8);
            if (colon > 0 && isSlip(Texts.key(text.substring(0, colon)), wanted)) {
                return afterPunctuation(text, colon);
            }
        }
        return 0;
    }

    /** Where the text goes on after one of the words that it begins with, else 0: "Posted in Training". */
    private static int opening(String text, List<String> words) {
        for (String word : words) {
            int end = word.length();
            if (text.length() > end
                    && text.regionMatches(true, 0, word, 0, end)
                    && !Character.isLetterOrDigit(text.charAt(end))
                    && afterPunctuation(text, end) < text.length()) {
                return afterPunctuation(text, end);
            }
        }
        return 0;
    }

    private static int colon(String text, int within) {
        for (int i = 0; i < Math.min(text.length(), within); i++) {
            if (":–—".indexOf(text.charAt(i)) >= 0
                    || (i > 3 && (text.startsWith(". ", i) || text.startsWith(" - ", i)))) {
                return i;
            }
        }
        return 0;
    }

    private static int afterPunctuation(String text, int from) {
        int at = from;
        while (at < text.length() && " :.–—-".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static boolean startsWith(String text, String start) {
        return Texts.key(text.substring(0, Math.min(text.length(), start.length() + 40)))
                .startsWith(Texts.key(start));
    }

    private boolean isNoise(Block block) {
        String text = block.text();
        return PAGER.matcher(text).matches()
                || COPYRIGHT.matcher(text).matches()
                || text.codePoints().noneMatch(Character::isLetterOrDigit)
                || profile.labels().noise().stream()
                        .anyMatch(noise -> text.length() < noise.length() + 30 && startsWith(text, noise))
                || isSignature(text);
    }

    /** The author's name standing alone, with or without title and middle initial. */
    private boolean isSignature(String text) {
        List<String> name = List.of(Texts.key(profile.author()).split(" "));
        List<String> words = List.of(Texts.key(text).split(" "));
        return name.size() > 1
                && words.size() <= name.size() + 4
                && words.contains(name.getFirst())
                && words.contains(name.getLast())
                && words.stream()
                        .allMatch(word -> name.contains(word) || word.length() <= 3 || word.equals("professor"));
    }

    private boolean isDateline(Block block) {
        boolean dated = !block.time().isEmpty() || months.inside(block.text()).isPresent();
        return dated
                && block.length() <= 120
                && (!block.time().isEmpty() || DATELINE.matcher(block.text()).matches());
    }

    private static boolean isSlip(String text, String wanted) {
        if (text.equals(wanted) || text.equals(wanted + "s") || wanted.equals(text + "s")) {
            return true;
        }
        return wanted.length() >= 8
                && Math.abs(text.length() - wanted.length()) <= SLIPS
                && distance(text, wanted) <= SLIPS;
    }

    /** Levenshtein distance; both strings are short. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                int substitution = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(Math.min(above, row[j - 1]) + 1, substitution);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
