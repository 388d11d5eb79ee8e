package dev.precis.pipeline.extract.block;

import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.extract.block.Declaration.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page declares of itself, the surest first: JSON-LD, OpenGraph and its like, microdata, the tags of
 * bibliographies, a heading in its banner, its title.
 */
public record Declared(List<Declaration> all) {
    /**
     * Names of meta elements: OpenGraph (https://ogp.me/), Highwire Press's as Google Scholar reads them, Dublin Core
     * (DCMI "Expressing Dublin Core in HTML"), and those of common systems.
     */
    private static final Map<String, Field> META = Map.ofEntries(
            Map.entry("og:title", Field.TITLE),
            Map.entry("twitter:title", Field.TITLE),
            Map.entry("citation_title", Field.TITLE),
            Map.entry("dc.title", Field.TITLE),
            Map.entry("dcterms.title", Field.TITLE),
            Map.entry("parsely-title", Field.TITLE),
            Map.entry("og:site_name", Field.SITE),
            Map.entry("application-name", Field.SITE),
            Map.entry("article:published_time", Field.DATE),
            Map.entry("og:article:published_time", Field.DATE),
            Map.entry("citation_publication_date", Field.DATE),
            Map.entry("citation_online_date", Field.DATE),
            Map.entry("citation_date", Field.DATE),
            Map.entry("dc.date", Field.DATE),
            Map.entry("dc.date.issued", Field.DATE),
            Map.entry("dcterms.date", Field.DATE),
            Map.entry("dcterms.issued", Field.DATE),
            Map.entry("dcterms.created", Field.DATE),
            Map.entry("date", Field.DATE),
            Map.entry("pubdate", Field.DATE),
            Map.entry("publish-date", Field.DATE),
            Map.entry("parsely-pub-date", Field.DATE),
            Map.entry("article:author", Field.AUTHOR),
            Map.entry("author", Field.AUTHOR),
            Map.entry("citation_author", Field.AUTHOR),
            Map.entry("dc.creator", Field.AUTHOR),
            Map.entry("dcterms.creator", Field.AUTHOR),
            Map.entry("parsely-author", Field.AUTHOR),
            Map.entry("article:section", Field.LABEL),
            Map.entry("article:tag", Field.LABEL));

    private static final Pattern NAME =
            Pattern.compile("(?:\\p{Lu}[\\p{L}.'’-]*|\\p{Ll}{1,3})(?: (?:\\p{Lu}[\\p{L}.'’-]*|\\p{Ll}{1,3})){1,5}");

    private static final Map<String, Field> ITEM_PROPERTIES = Map.of(
            "headline", Field.TITLE,
            "datePublished", Field.DATE,
            "author", Field.AUTHOR,
            "articleSection", Field.LABEL);

    public Declared {
        all = List.copyOf(all);
    }

    /** Of a page that declares nothing. */
    public static Declared nothing() {
        return new Declared(List.of());
    }

    /** The same, after something that is surer. */
    Declared after(List<Declaration> surer) {
        return new Declared(Stream.concat(surer.stream(), all.stream()).toList());
    }

    static Declared read(Document document) {
        List<Declaration> all = new ArrayList<>(StructuredData.of(document));
        meta(document, all);
        microdata(document, all);
        authorsByMarkup(document, all);
        // a banner is no text to read, but the title of a post may stand in it
        Element banner = document.selectFirst("header h1");
        if (banner != null && banner.closest("article, main, section") == null) {
            add(Field.TITLE, banner.text(), "h1 in the banner", all);
        }
        add(Field.TITLE, document.title(), "title", all);
        return new Declared(all);
    }

    private static void meta(Document document, List<Declaration> all) {
        for (Element meta : document.select("meta[content]")) {
            String name =
                    (meta.hasAttr("property") ? meta.attr("property") : meta.attr("name")).toLowerCase(Locale.ROOT);
            String content = meta.attr("content");
            if (name.equals("og:type")) {
                add(Field.KIND, content.equals("article") ? "article" : "", name, all);
            }
            Field field = META.get(name);
            // OpenGraph says that an author is the address of a profile
            if (field != null && !(field == Field.AUTHOR && content.contains("://"))) {
                add(field, content, name, all);
            }
        }
    }

    /** Of the one article that the page is about. */
    private static void microdata(Document document, List<Declaration> all) {
        List<Element> articles =
                document.select("[itemscope][itemtype~=(?i)schema\\.org/(?:\\w*Article|BlogPosting)$]").stream()
                        .filter(article -> article.parents().stream()
                                .noneMatch(outer -> outer.hasAttr("itemprop")
                                        && outer.attr("itemprop").matches("blogPosts?|comment|citation")))
                        .toList();
        if (articles.size() != 1) {
            return;
        }
        add(Field.KIND, "article", "microdata", all);
        for (Element property : articles.getFirst().select("[itemprop]")) {
            Field field = ITEM_PROPERTIES.get(property.attr("itemprop"));
            if (field != null
                    && property.parents().stream()
                            .noneMatch(outer -> outer.attr("itemprop").equals("comment"))) {
                add(field, itemValue(property), "itemprop " + property.attr("itemprop"), all);
            }
        }
    }

    /** HTML Living Standard, microdata: "the value of a property"; of an item, its name. */
    private static String itemValue(Element property) {
        Element name = property.hasAttr("itemscope") ? property.selectFirst("[itemprop=name]") : null;
        Element told = name == null ? property : name;
        return Stream.of("content", "datetime")
                .filter(told::hasAttr)
                .map(told::attr)
                .findFirst()
                .orElseGet(told::text);
    }

    /** Names that stand where nothing is read, such as a foot with the author's picture. */
    private static void authorsByMarkup(Document document, List<Declaration> all) {
        document.select("[rel=author], [class*=author], [class*=byline]").stream()
                .filter(element ->
                        element.closest("[class*=comment], [id*=comment], .h-cite, [class*=related]") == null)
                .map(Semantics::author)
                .filter(name -> NAME.matcher(name).matches())
                .limit(1)
                .forEach(name -> add(Field.AUTHOR, name, "mark-up of an author", all));
    }

    private static void add(Field field, String value, String from, List<Declaration> all) {
        String text = Texts.normalise(value);
        if (!text.isEmpty()) {
            all.add(new Declaration(field, text, from));
        }
    }

    /** The declarations of a field, the surest first. */
    public List<Declaration> of(Field field) {
        return all.stream().filter(declaration -> declaration.field() == field).toList();
    }

    /** Whether the page says that it shows one post. */
    public boolean isArticle() {
        return of(Field.KIND).stream()
                .findFirst()
                .filter(kind -> kind.value().equals("article"))
                .isPresent();
    }
}
