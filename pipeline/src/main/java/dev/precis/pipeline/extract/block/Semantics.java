package dev.precis.pipeline.extract.block;

import dev.precis.pipeline.domain.Texts;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** What elements are by their classes, roles and links, as microformats and the common systems for blogs name them. */
final class Semantics {
    /** hCard and h-entry (https://microformats.org/wiki/h-entry), and what themes call the name of an author. */
    private static final Pattern AUTHOR = Pattern.compile(
            "(?:\\w+[-_]+)*(?:author|contributor|writer)s?(?:[-_]+name)?|fn|by-?line(?:[-_]+(?:name|author))?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern AUTHORS_PAGE =
            Pattern.compile("(?:.*/)?(?:authors?|profile|contributors?|people)/[^/?#]+/?|.*[?&]author=.*");

    /** Words in the names of boxes that hold no post. */
    private static final Set<String> FURNITURE =
            Set.of(("comments comment commentlist respond disqus replies reply related yarpp jp relatedposts sidebar"
                + " share sharing sharedaddy social addtoany addthis newsletter subscribe subscription signup cookie"
                + " cookies gdpr consent breadcrumb breadcrumbs pagination pager pagenavi navigation nav navbar menu"
                + " promo sponsor sponsored advert advertisement ads popup modal bio authorbox toc recommended"
                + " trending popular donate login search skip")
                    .split(" "));

    /** A box about the author, not the name of the author. */
    private static final Pattern AUTHOR_BOX = Pattern.compile(
            "(?:.*[-_])?(?:author|writer)[-_](?:box|info|bio|card|profile|description|details|about)|about[-_](?:the[-_])?author|(?:post|entry)[-_]author[-_]box");

    private static final Pattern TAXONOMY =
            Pattern.compile("(?:category|tag|cat|postid|post|type|status|format|page|author|topic|taxonomy)-.+");
    private static final Pattern WORD = Pattern.compile("[^A-Za-z]+|(?<=[a-z])(?=[A-Z])");
    private static final int LONGEST_NAME = 80;
    /** What themes call the list of topics of a post. */
    private static final Pattern TAGS = Pattern.compile(
            "(?i)(?!tag-|category-|topic-|cat-)(?:\\w+[-_]+)*(?:tags?|categor(?:y|ies)|topics?|cats?)(?:[-_]+(?:links?|list|items?))?");

    private static final Pattern ARTICLE = Pattern.compile("(?i).*schema\\.org/(?:\\w*Article|BlogPosting)");
    private static final Pattern BELOW_POST =
            Pattern.compile("(?i)(?:post|page)-(?:nav\\w*|navigation|comments?|share|sharing|pagination|related)");

    /** How far above a link its list may be named. */
    private static final int TAGS_WITHIN = 4;

    private Semantics() {}

    /** Who the element says wrote the post; empty if it says nothing. */
    static String author(Element element) {
        boolean link = element.normalName().equals("a");
        boolean named = element.attr("rel").equals("author")
                || element.attr("itemprop").equals("author")
                || (link && AUTHORS_PAGE.matcher(element.attr("href")).matches())
                || element.classNames().stream()
                        .anyMatch(name -> AUTHOR.matcher(name).matches());
        Element name = named ? element.selectFirst(".p-name, .fn") : null;
        String text = named ? Texts.normalise((name == null ? element : name).text()) : "";
        return text.length() <= LONGEST_NAME ? text : "";
    }

    /** The HTML Living Standard's rel=tag, and WordPress's rel="category tag". */
    static boolean isTag(Element element) {
        if (!element.normalName().equals("a")) {
            return false;
        }
        String rel = " " + element.attr("rel") + " ";
        return rel.contains(" tag ")
                || rel.contains(" category ")
                || Stream.iterate(element, Objects::nonNull, Element::parent)
                        .limit(TAGS_WITHIN)
                        .flatMap(outer -> outer.classNames().stream())
                        .anyMatch(name -> TAGS.matcher(name).matches());
    }

    /**
     * Whether it is a day with a link right behind it, not so much as a space between: a style sheet sets them apart.
     */
    static boolean isDayOfLink(Element element) {
        return element.normalName().equals("time")
                && element.nextSibling() instanceof Element next
                && next.normalName().equals("a")
                && next.hasAttr("href")
                && author(next).isEmpty()
                && !isTag(next);
    }

    /** hAtom's and h-entry's root, HTML's article, microdata of schema.org. */
    static boolean isArticle(Element element) {
        return element.normalName().equals("article")
                || element.hasClass("hentry")
                || element.hasClass("h-entry")
                || (element.hasAttr("itemtype")
                        && ARTICLE.matcher(element.attr("itemtype")).matches());
    }

    /** Whether a box is by its name one that stands around posts: comments, a sidebar, links to share. */
    static boolean isFurniture(Element element) {
        return switch (element.normalName()) {
            case "html", "body", "main", "article" -> false;
            case "nav", "form", "aside" -> true;
            case "div", "section", "ul", "ol", "footer", "header", "table", "details", "dl", "fieldset" ->
                isFurniture(element.id()) || element.classNames().stream().anyMatch(Semantics::isFurniture);
            default -> false; // one paragraph is no box, whatever it is called
        };
    }

    private static boolean isFurniture(String name) {
        if (name.isEmpty() || TAXONOMY.matcher(name).matches()) {
            return AUTHOR_BOX.matcher(name).matches()
                    || BELOW_POST.matcher(name).matches();
        }
        if (AUTHOR_BOX.matcher(name).matches()) {
            return true;
        }
        for (String word : WORD.split(name)) {
            if (FURNITURE.contains(word.toLowerCase(java.util.Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
