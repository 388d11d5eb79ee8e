package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.domain.CitationShape;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.extract.block.Block;
import dev.precis.pipeline.extract.date.MonthHeading;
import dev.precis.pipeline.extract.date.NumericDate;
import dev.precis.pipeline.extract.post.Mark.Kind;
import dev.precis.pipeline.extract.words.Furniture;
import dev.precis.pipeline.extract.words.Signature;
import dev.precis.pipeline.extract.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    /** "blogMentalizing ...": the page's own heading, glued to the title by lost mark-up. */
    private static final Pattern GLUED_HEADING = Pattern.compile("(?:Blog|blog|BLOG)(?=\\p{Lu}\\p{Ll})");

    /** The first page of a site, or of a folder of saved pages. */
    private static final Pattern FIRST_PAGE = Pattern.compile("https?://[^/?#]+/?|file:/+");

    /** A line that says the same twice is a title printed twice, unless it is very short. */
    private static final int SHORTEST_TWICE = 8;

    private static final int LONGEST_DATELINE = 120;
    private static final int LONGEST_NOISE = 200;

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

    /** What each block is by itself. */
    List<Mark> each(List<Block> blocks) {
        List<Mark> marks = new ArrayList<>();
        for (Block block : blocks) {
            mark(block, marks);
        }
        return marks;
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
        } else if (isNoise(block)) {
            marks.add(new Mark(Kind.NOISE, block));
        } else if (Furniture.isHeading(block)) {
            // a mere link leads to the comments, which may be below or on another page
            boolean heads = block.level() > 0 || !block.linked();
            marks.add(new Mark(heads ? Kind.AFTER_POST : Kind.NOISE, block));
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
        Optional<Wording.Place> inside = implications.inside(block.text());
        if (inside.isPresent()) {
            marks.add(new Mark(Kind.TEXT, unglued(block.upTo(inside.get().start()))));
            split(Kind.IMPLICATIONS, block, inside.get().end(), marks);
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
        return Furniture.isPassedOver(block)
                || HeaderLine.isReadingTime(text)
                || profile.labels().noise().stream().anyMatch(noise -> isAllOf(text, noise) && startsWith(text, noise))
                || signature.standsAlone(text)
                || isNameOfBlog(text)
                || leadsHome(block);
    }

    /** Whether it is but a link to the first page of the blog or of its site, as their names are. */
    private boolean leadsHome(Block block) {
        String address = block.leadsTo();
        String home = profile.home().toString();
        return !address.isEmpty()
                && (address.equals(home)
                        || (FIRST_PAGE.matcher(address).matches()
                                && (home.startsWith(address) || address.startsWith("file:"))));
    }

    /** Whether words begin a line that says no more than they do: a short one, or one that several words begin. */
    private static boolean isAllOf(String text, String noise) {
        return text.length() < noise.length() + 30
                || (text.length() < LONGEST_NOISE && noise.split(" ", -1).length >= 3);
    }

    private boolean isNameOfBlog(String text) {
        return text.length() <= profile.name().length() + 8
                && Stream.of("Blog", profile.name(), profile.name() + " Blog")
                        .anyMatch(name -> Texts.key(name).equals(Texts.key(text)));
    }

    private boolean isDateline(Block block) {
        if (block.length() > LONGEST_DATELINE) {
            return false;
        }
        if (!block.time().isEmpty() || NumericDate.isAll(block.text())) {
            return true;
        }
        return BYLINE.matcher(block.text()).matches()
                || HeaderLine.isByline(block.text())
                || (DATELINE.matcher(block.text()).matches()
                        && months.inside(block.text()).isPresent());
    }
}
