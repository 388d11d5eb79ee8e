package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.SourceProfile.Layout;
import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.extract.block.Block;
import dev.precis.pipeline.extract.block.Declaration;
import dev.precis.pipeline.extract.block.Declaration.Field;
import dev.precis.pipeline.extract.block.Declared;
import dev.precis.pipeline.extract.post.Mark.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a page is, before posts are cut out of it: one post, if it says so or if the title of the document is that of a
 * heading with text below; else a list.
 *
 * @param title index of the title of the one post; -1 where no block has it
 * @param words the title of the one post as the page prints or declares it
 * @param from what told the title
 */
record PageShape(Page.Kind kind, int title, Passage words, String from) {
    private static final PageShape LIST = new PageShape(Page.Kind.LIST, -1, Passage.NONE, "");
    private static final String SEPARATORS = "|–—-·•»«:/\\~";

    /** The shape of a page that is one post with the only heading of the first level for its title, if there is one. */
    static Optional<PageShape> byOnlyHeading(
            List<Mark> marks, Declared declared, SourceProfile profile, HeaderLine lines) {
        Finder finder = new Finder(marks, declared, profile, lines);
        OptionalInt only = profile.layout() == Layout.LIST ? OptionalInt.empty() : finder.onlyHeading();
        return only.stream().mapToObj(title -> finder.post(title, "h1")).findFirst();
    }

    static PageShape of(List<Mark> marks, Declared declared, SourceProfile profile, HeaderLine lines) {
        return switch (profile.layout()) {
            case EITHER -> new Finder(marks, declared, profile, lines).find();
            case LIST -> LIST;
            case POST -> {
                PageShape found = new Finder(marks, declared, profile, lines).find();
                yield found.kind() == Page.Kind.POST
                        ? found
                        : byOnlyHeading(marks, declared, profile, lines).orElse(found);
            }
        };
    }

    /** @param sites the names of the blog and its publisher, as keys */
    private record Finder(
            List<Mark> marks, Declared declared, SourceProfile profile, HeaderLine lines, Set<String> sites) {
        Finder(List<Mark> marks, Declared declared, SourceProfile profile, HeaderLine lines) {
            this(
                    marks,
                    declared,
                    profile,
                    lines,
                    Stream.concat(
                                    Stream.of(profile.name(), profile.publisher()),
                                    declared.of(Field.SITE).stream().map(Declaration::value))
                            .map(Texts::key)
                            .collect(Collectors.toSet()));
        }

        PageShape find() {
            Optional<PageShape> declaredTitle = declared.of(Field.TITLE).stream()
                    .flatMap(title -> at(title).stream())
                    .findFirst();
            boolean says = declared.isArticle();
            if (declaredTitle.isPresent()
                    && (says || hasText(declaredTitle.get().title()))) {
                return declaredTitle.get();
            }
            if (says) {
                OptionalInt only = onlyHeading();
                if (only.isPresent()) {
                    return post(only.getAsInt(), "h1");
                }
                Optional<Declaration> named = declared.of(Field.TITLE).stream()
                        .filter(title -> !isSite(title.value()))
                        .findFirst();
                if (named.isPresent()) {
                    return new PageShape(
                            Page.Kind.POST,
                            -1,
                            Passage.of(withoutSite(named.get().value())),
                            named.get().from());
                }
            }
            return LIST;
        }

        private PageShape post(int title, String from) {
            return new PageShape(Page.Kind.POST, title, marks.get(title).block().passage(), from);
        }

        /** The first block that has the declared title, or all of it but the name of the site. */
        private Optional<PageShape> at(Declaration title) {
            String wanted = Texts.key(title.value());
            return IntStream.range(0, marks.size())
                    .filter(i -> marks.get(i).is(Kind.TEXT, Kind.IMPLICATIONS, Kind.CITATION)
                            && isTitle(marks.get(i).block(), title.value(), wanted))
                    .mapToObj(i -> i)
                    .min(Comparator.comparing(
                                    (Integer i) -> marks.get(i).block().level() == 0)
                            .thenComparing(i -> marks.get(i).block().linked())
                            .thenComparing(i -> i))
                    .map(i -> post(i, title.from()));
        }

        private boolean isTitle(Block block, String declaredTitle, String wanted) {
            String text = block.text();
            if ((block.item() || block.linked()) && block.level() == 0) {
                return false;
            }
            String key = Texts.key(text);
            if (sites.contains(key) || key.equals(wanted)) {
                return !sites.contains(key);
            }
            int at = declaredTitle.indexOf(text);
            return text.length() >= 8
                    && ((at == 0 && isSeparated(declaredTitle.substring(text.length())))
                            || (at > 0
                                    && at + text.length() == declaredTitle.length()
                                    && isSeparated(new StringBuilder(declaredTitle.substring(0, at)).reverse())));
        }

        private static boolean isSeparated(CharSequence rest) {
            String words = rest.toString();
            return words.length() > 2
                    && words.charAt(0) == ' '
                    && SEPARATORS.indexOf(words.charAt(1)) >= 0
                    && words.charAt(2) == ' ';
        }

        private boolean isSite(String text) {
            return sites.contains(Texts.key(text));
        }

        private String withoutSite(String declaredTitle) {
            return Stream.concat(declared.of(Field.SITE).stream().map(Declaration::value), Stream.of(profile.name()))
                    .filter(site -> declaredTitle.endsWith(site)
                            && declaredTitle.length() > site.length() + 3
                            && isSeparated(declaredTitle.substring(declaredTitle.length() - site.length() - 3)))
                    .map(site -> declaredTitle.substring(0, declaredTitle.length() - site.length() - 3))
                    .findFirst()
                    .orElse(declaredTitle);
        }

        /** Whether the text of one post comes right below a title, not titles of others with their own lines. */
        private boolean hasText(int title) {
            boolean heading = marks.get(title).block().level() > 0;
            for (int i = title + 1; i < marks.size(); i++) {
                Mark mark = marks.get(i);
                if (mark.is(Kind.CITATION, Kind.IMPLICATIONS)) {
                    return true;
                }
                if (mark.is(Kind.TEXT) && mark.block().isProse()) {
                    return !isIntroduction(i);
                }
                if (mark.is(Kind.TEXT)
                        && mark.block().linked()
                        && mark.block().level() > 0
                        && heading
                        && mark.block().meaning().author().isEmpty()) {
                    return false;
                }
            }
            return false;
        }

        /** Whether what comes below a paragraph is a list of posts, each of which cites a study. */
        private boolean isIntroduction(int from) {
            List<Mark> below = marks.subList(from, marks.size());
            return PostCards.find(below, lines)
                    .or(() -> PostCards.flat(below, lines))
                    .filter(PostCards::mostCite)
                    .isPresent();
        }

        private OptionalInt onlyHeading() {
            int[] headings = IntStream.range(0, marks.size())
                    .filter(i -> marks.get(i).block().level() == 1
                            && marks.get(i).is(Kind.TEXT)
                            && !isSite(marks.get(i).block().text()))
                    .toArray();
            return headings.length == 1 ? OptionalInt.of(headings[0]) : OptionalInt.empty();
        }
    }
}
