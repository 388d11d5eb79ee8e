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
    private static final Pattern CITATION_LABEL = Pattern.compile(
            "(?:full |original )?(?:citation|reference|source|study|article|paper)s?\\s*:\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DATELINE = Pattern.compile(
            "(?:(?:blog )?(?:posted|published|submitted|created|written|added)|(?:last"
                    + " )?(?:updated|modified)|date|by|on)\\b.{0,120}",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** Who wrote it and when by the clock; not a sentence. */
    private static final Pattern BYLINE = Pattern.compile(
            "(?:posted|published|submitted|written|blogged) (?:by|on|at)\\b[^.;]{0,80}(?:\\b[Jd]r\\.[^.;]{0,60})?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern COPYRIGHT = Pattern.compile(
            "(?:©|\\(c\\) |copyright\\b|.{0,60}\\ball rights reserved).{0,200}",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** An address of electronic mail or a telephone number. */
    private static final Pattern CONTACT = Pattern.compile(
            ".{0,80}(?:[\\w.+-]{1,40}@[\\w-]{1,40}\\.\\w|\\b(?:tel|phone|fax)\\b[.:]? ?[+(\\d]).{0,80}",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PAGER = Pattern.compile(
            "(?:[«‹<←]+ ?)?(?:next|previous|older|newer|first|last|back to top|page \\d+|\\d+)( posts?| entries|"
                    + " page)?(?: ?[»›>→]+)?|[«‹›»←→|\\s\\d]+",
            Pattern.CASE_INSENSITIVE);
    /** Headings of what the common systems put below a post, beside the posts, or below them all. */
    private static final Pattern AFTER_POST = Pattern.compile(
            "(?:(?:no|\\d{1,4}|one|leave an?|post an?|add an?|new|your|recent|latest|view all)?"
                + " ?(?:comments?|repl(?:y|ies)|responses?|trackbacks?|pingbacks?|thoughts?)(?:"
                + " (?:on|to)\\b.{0,200})?|(?:related|recent|similar|popular|more|other|latest|previous|next)"
                + " (?:posts?|articles?|stories|entries|news)|(?:you )?(?:may|might) also (?:like|enjoy|be interested"
                + " in)|share this.{0,20}|like this|about (?:us|me|this blog|the authors?)|(?:blog"
                + " )?archives?|blogroll|(?:upcoming )?events|latest news|news|subscribe.{0,40}|follow"
                + " us.{0,20}|contact(?: us)?|search|navigation|quick links|links|categories|tags|tag"
                + " cloud|pagination|pages)\\s*[:.…]{0,3}\\s*(?:\\(?\\d{1,4}\\)?)?",
            Pattern.CASE_INSENSITIVE);
    /** "blogMentalizing ...": the page's own heading, glued to the title by lost mark-up. */
    private static final Pattern GLUED_HEADING = Pattern.compile("(?:Blog|blog|BLOG)(?=\\p{Lu}\\p{Ll})");

    /** A line that says the same twice is a title printed twice, unless it is very short. */
    private static final int SHORTEST_TWICE = 8;

    private static final int LONGEST_DATELINE = 120;

    private final SourceProfile profile;
    private final MonthHeading months;
    private final Wording implications;
    private final Wording blurb;
    private final Signature signature;

    Landmarks(SourceProfile profile, MonthHeading months) {
        this.profile = profile;
        this.months = months;
        this.implications = new Wording(profile.labels().implications());
        this.blurb = new Wording(profile.labels().blurb());
        this.signature = new Signature(profile.author());
    }

    List<Mark> of(List<Block> blocks) {
        List<Mark> marks = new ArrayList<>();
        for (Block block : blocks) {
            mark(block, marks);
        }
        return MonthLines.sort(marks);
    }

    private void mark(Block block, List<Mark> marks) {
        SourceProfile.Labels labels = profile.labels();
        int afterImplications = implications.opens(block);
        int afterBlurb = blurb.opens(block);
        int topics = Wording.opening(block.text(), labels.topics());
        if (months.heading(block.text()).isPresent()) {
            marks.add(new Mark(Kind.MONTH, block));
        } else if (afterImplications > 0) {
            split(Kind.IMPLICATIONS, block, afterImplications, marks);
        } else if (afterBlurb > 0) {
            split(Kind.BLURB, block, afterBlurb, marks);
        } else if (AFTER_POST.matcher(block.text()).matches()) {
            marks.add(new Mark(Kind.AFTER_POST, block));
        } else if (isNoise(block)) {
            marks.add(new Mark(Kind.NOISE, block));
        } else if (isDateline(block)) {
            marks.add(new Mark(Kind.DATELINE, block));
        } else if (topics > 0 && block.length() < 400) {
            marks.add(new Mark(Kind.TOPICS, block.from(topics)));
        } else if (labels.boilerplate().stream().anyMatch(start -> startsWith(block.text(), start))) {
            marks.add(new Mark(Kind.BOILERPLATE, block));
        } else {
            citationOrText(block, marks);
        }
    }

    private static void split(Kind label, Block block, int end, List<Mark> marks) {
        marks.add(new Mark(label, block));
        Block after = block.from(end);
        if (after.length() > 0) {
            marks.add(new Mark(Kind.TEXT, after));
        }
    }

    private void citationOrText(Block block, List<Mark> marks) {
        Matcher label = CITATION_LABEL.matcher(block.text());
        Block unlabelled = label.lookingAt() ? block.from(label.end()) : block;
        if (unlabelled.length() > 0 && CitationShape.looksLikeCitation(unlabelled.text())) {
            marks.add(new Mark(Kind.CITATION, unlabelled));
            return;
        }
        int label2 = implications.inside(block.text());
        if (label2 > 0) {
            marks.add(new Mark(Kind.TEXT, unglued(block.upTo(label2))));
            Block rest = block.from(label2);
            split(Kind.IMPLICATIONS, rest, Math.max(1, implications.opens(rest)), marks);
        } else if (unlabelled.length() > 0) {
            marks.add(new Mark(Kind.TEXT, unglued(block)));
        }
    }

    private Block unglued(Block block) {
        int half = block.length() / 2;
        if (half >= SHORTEST_TWICE
                && block.text().charAt(half) == ' '
                && block.text().substring(0, half).equals(block.text().substring(half + 1))) {
            return block.upTo(half);
        }
        Matcher heading = GLUED_HEADING.matcher(block.text());
        int glued = heading.lookingAt() ? heading.end() : signature.gluedTo(block.text());
        return glued > 0 ? block.without(glued) : block;
    }

    private static boolean startsWith(String text, String start) {
        return Texts.key(text.substring(0, Math.min(text.length(), start.length() + 40)))
                .startsWith(Texts.key(start));
    }

    private boolean isNoise(Block block) {
        String text = block.text();
        return PAGER.matcher(text).matches()
                || COPYRIGHT.matcher(text).matches()
                || (!block.isProse() && CONTACT.matcher(text).matches())
                || (block.linked() && block.links().size() > 1)
                || text.codePoints().noneMatch(Character::isLetterOrDigit)
                || profile.labels().noise().stream()
                        .anyMatch(noise -> text.length() < noise.length() + 30 && startsWith(text, noise))
                || signature.standsAlone(text);
    }

    private boolean isDateline(Block block) {
        if (block.length() > LONGEST_DATELINE) {
            return false;
        }
        if (!block.time().isEmpty()) {
            return true;
        }
        return BYLINE.matcher(block.text()).matches()
                || (DATELINE.matcher(block.text()).matches()
                        && months.inside(block.text()).isPresent());
    }
}
