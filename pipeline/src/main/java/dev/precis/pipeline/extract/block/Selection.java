package dev.precis.pipeline.extract.block;

import dev.precis.pipeline.domain.SourceProfile.Selectors;
import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.extract.block.Declaration.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** What a profile selects of pages whose mark-up tells nothing: selectors of CSS, as jsoup reads them. */
public final class Selection {
    /** Of a source that selects nothing. */
    static final Selection NOTHING = new Selection(Selectors.NONE);

    private final List<Evaluator> posts;
    private final List<Evaluator> skipped;
    private final Map<Field, List<Evaluator>> fields;

    /** @throws InvalidSelectorException if one of them is no selector */
    public Selection(Selectors selectors) {
        this.posts = parse("post", selectors.post());
        this.skipped = parse("skip", selectors.skip());
        this.fields = Map.of(
                Field.TITLE, parse("title", selectors.title()),
                Field.DATE, parse("date", selectors.date()),
                Field.AUTHOR, parse("author", selectors.author()));
    }

    private static List<Evaluator> parse(String key, String selector) {
        try {
            return selector.isEmpty() ? List.of() : List.of(QueryParser.parse(selector));
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new InvalidSelectorException(
                    "field 'selectors." + key + "': expected a selector of CSS such as div.entry, found '" + selector
                            + "' (" + e.getMessage() + ")");
        }
    }

    /** Leaves of a page what is selected, and gives what that says of the post; a page that has none of it stays. */
    List<Declaration> apply(Document document) {
        List<Declaration> told = new ArrayList<>();
        fields.forEach((field, selectors) -> select(document, selectors)
                .limit(1)
                .forEach(element -> told.add(new Declaration(field, text(element), "selectors." + name(field)))));
        told.removeIf(declaration -> declaration.value().isEmpty());
        select(document, skipped).forEach(Element::remove);
        List<Element> selected = select(document, posts).toList();
        if (!selected.isEmpty()) {
            // one within another is part of it
            List<Element> outer = selected.stream()
                    .filter(element -> element.parents().stream().noneMatch(selected::contains))
                    .toList();
            outer.forEach(Element::remove);
            document.body().empty();
            outer.forEach(element -> document.body().appendElement("article").appendChild(element));
            if (outer.size() == 1) {
                told.addFirst(new Declaration(Field.KIND, "article", "selectors.post"));
            }
        }
        return told;
    }

    private static Stream<Element> select(Document document, List<Evaluator> selectors) {
        return selectors.stream().map(document::select).flatMap(Elements::stream);
    }

    /** A machine-readable date says more than its words. */
    private static String text(Element element) {
        return Texts.normalise(
                element.hasAttr("datetime")
                        ? element.attr("datetime")
                        : element.hasAttr("content") ? element.attr("content") : element.text());
    }

    private static String name(Field field) {
        return field.name().toLowerCase(java.util.Locale.ROOT);
    }
}
