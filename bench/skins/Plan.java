import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What one blog is to look like: chosen once, the same for all of its posts. */
final class Plan {
    enum Form {
        /** A page for each post. */
        POSTS,
        /** Pages with several posts in full. */
        LIST,
        /** A page for each post, and a list of their beginnings. */
        POSTS_AND_EXCERPTS,
        /** A page for each post, and a list with all of each. */
        POSTS_AND_LIST
    }

    final Random random;
    final Markup markup;
    final Words words;
    final Set<Irregularity> odd;
    final Place place;
    final Work.Style style;
    final boolean etAl;
    final boolean linked;
    final Form form;
    final int posts;
    final String id;
    final String site;
    final String home;
    final boolean implications;
    final boolean bothImplications;
    final boolean implicationsAsList;
    final boolean topics;
    final boolean american;
    /** Address and names of posts in links: {@code /slug.html}, or below the year with a canonical link in the page. */
    final boolean permalinks;
    /** Head says: nothing, OpenGraph, JSON-LD, both. */
    final int head;

    final String boxHeading;
    final boolean boxAbove;
    /** Lines that a person would tell to pass over. */
    final Set<String> noise = new LinkedHashSet<>();

    Plan(String id, Markup markup, Words words, Kinds kinds, Random random) {
        this.id = id;
        this.markup = markup;
        this.words = words;
        this.random = random;
        this.place = kinds.place(random);
        this.boxAbove = random.nextBoolean();
        this.odd = irregularities(kinds);
        this.style = Work.Style.values()[random.nextInt(4)];
        this.etAl = random.nextInt(3) == 0;
        this.linked = random.nextBoolean();
        this.form = form();
        if (form == Form.LIST) {
            odd.removeIf(i -> i.onPostsOnly);
        }
        this.posts = form == Form.LIST
                ? 2 + random.nextInt(5)
                : 1 + random.nextInt(words.locale.getLanguage().equals("en") ? 6 : 3);
        this.site = words.any("name");
        this.home = "https://" + id + ".example/";
        this.implications = odd.stream().anyMatch(i -> i.group.equals("implications"))
                || place == Place.BEFORE_IMPLICATIONS
                || random.nextInt(8) > 0;
        this.bothImplications = random.nextBoolean();
        this.implicationsAsList = !has(Irregularity.RUN_IN_IMPLICATIONS) && random.nextInt(3) == 0;
        this.topics =
                random.nextInt(4) > 0 && !markup.setting("topics", "label").equals("absent");
        this.american = random.nextInt(3) == 0 && markup.setting("lang", "yes").equals("yes");
        this.permalinks = random.nextBoolean();
        this.head = markup.setting("head", "").equals("none") ? 0 : random.nextInt(4);
        this.boxHeading = random.nextBoolean() ? words.say("reference") : "";
    }

    boolean has(Irregularity irregularity) {
        return odd.contains(irregularity);
    }

    /** One in so many. */
    boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    /** A line of the blog's own chrome that stands within its posts; most people would note most of them. */
    String chrome(String line) {
        if (!noise.contains(line) && !noise.contains("!" + line)) {
            noise.add(chance(5) ? "!" + line : line);
        }
        return line;
    }

    /** The block that headings of sections are. */
    String headingLevel() {
        if (has(Irregularity.SECTIONS_H2)) {
            return "h2";
        }
        if (has(Irregularity.SECTIONS_H3)) {
            return "h3";
        }
        return has(Irregularity.SECTIONS_BOLD) ? "b" : has(Irregularity.LEVELS_SKIPPED) ? "h5" : "h";
    }

    String languageTag() {
        return words.locale.getLanguage().equals("en") ? (american ? "en-US" : "en-GB") : words.locale.getLanguage();
    }

    private Set<Irregularity> irregularities(Kinds kinds) {
        Set<Irregularity> chosen = EnumSet.noneOf(Irregularity.class);
        List<Irregularity> left = new ArrayList<>(kinds.irregularities());
        String without = markup.setting("without", "");
        int many = random.nextInt(5);
        while (chosen.size() < many && !left.isEmpty()) {
            Irregularity next = left.remove(random.nextInt(left.size()));
            boolean free = next.group.isEmpty() || chosen.stream().noneMatch(other -> other.group.equals(next.group));
            boolean fits = !List.of(without.split(" ")).contains(next.toString());
            boolean dateTwice =
                    next == Irregularity.DATE_BEFORE_TITLE && chosen.stream().anyMatch(Irregularity::onlyInHead)
                            || next.onlyInHead() && chosen.contains(Irregularity.DATE_BEFORE_TITLE);
            boolean authorTwice = next == Irregularity.AUTHOR_ONLY_IN_BOX && chosen.contains(Irregularity.BYLINE_CAPS)
                    || next == Irregularity.BYLINE_CAPS && chosen.contains(Irregularity.AUTHOR_ONLY_IN_BOX);
            // a list of works under the plain heading: only where the study is cited above the text
            boolean stray =
                    next == Irregularity.REFERENCES_BESIDE && !(place.above() || place == Place.BOX && boxAbove);
            if (free && !stray && fits && !dateTwice && !authorTwice) {
                chosen.add(next);
            }
        }
        return chosen;
    }

    private Form form() {
        List<Form> possible = new ArrayList<>();
        String forms = markup.setting("forms", "posts list");
        if (forms.contains("posts")) {
            possible.addAll(List.of(Form.POSTS, Form.POSTS, Form.POSTS));
        }
        boolean dateOnPageOnly = odd.stream().noneMatch(Irregularity::onlyInHead);
        boolean sameOnBoth = !has(Irregularity.AUTHOR_ONLY_IN_BOX);
        if (forms.contains("list") && dateOnPageOnly && sameOnBoth) {
            possible.addAll(List.of(Form.LIST, Form.LIST));
            if (forms.contains("posts")) {
                possible.add(Form.POSTS_AND_LIST);
            }
        }
        if (forms.equals("posts list")) {
            possible.add(Form.POSTS_AND_EXCERPTS);
        }
        return possible.get(random.nextInt(possible.size()));
    }
}
