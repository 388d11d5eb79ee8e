package dev.precis.sparql.write.bibliography;

import dev.precis.sparql.query.Reference;
import dev.precis.sparql.query.Reference.Contributor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The citation_* names that Google Scholar's inclusion guidelines ask for and reference managers read from a page. */
public final class HighwireTags {
    private final List<Map.Entry<String, String>> tags = new ArrayList<>();

    private HighwireTags() {}

    /**
     * Name and content of each, in order.
     *
     * @param page where the work is shown
     */
    public static List<Map.Entry<String, String>> of(Reference reference, String page) {
        HighwireTags made = new HighwireTags();
        made.add(reference);
        made.add("citation_abstract_html_url", page);
        return List.copyOf(made.tags);
    }

    private void add(Reference reference) {
        Reference.Imprint imprint = reference.imprint();
        Reference.Identifiers identifiers = reference.identifiers();
        add("z:itemType", itemType(reference));
        add("citation_title", reference.heading());
        reference.authors().stream().map(HighwireTags::name).forEach(name -> add("citation_author", name));
        reference.editors().stream().map(HighwireTags::name).forEach(name -> add("citation_editor", name));
        add("citation_publication_date", reference.date().text().replace('-', '/'));
        add(container(reference.kind()), reference.container().name());
        add("citation_volume", imprint.volume());
        add("citation_issue", imprint.issue());
        add("citation_firstpage", Values.firstPage(reference));
        add("citation_lastpage", imprint.lastPage());
        add("citation_publisher", imprint.publisher());
        add("citation_doi", identifiers.doi());
        add("citation_pmid", identifiers.pmid());
        identifiers.isbns().forEach(isbn -> add("citation_isbn", isbn));
        add("citation_language", reference.language().toLowerCase(Locale.ROOT));
    }

    /** Zotero takes an article for one by the title of its journal; other kinds must be named. */
    private static String itemType(Reference reference) {
        return switch (reference.kind()) {
            case ARTICLE -> reference.container().isPresent() ? "" : "journalArticle";
            case CHAPTER -> "bookSection";
            case BOOK -> "book";
            case REPORT -> "report";
            case THESIS -> "thesis";
            case WEBPAGE -> "webpage";
            case DOCUMENT -> "document";
        };
    }

    /** Zotero takes the last word of a name without a comma for the family's: a group ends in one. */
    private static String name(Contributor contributor) {
        return contributor.inverted() + (contributor.isGroup() ? "," : "");
    }

    private static String container(Reference.Kind kind) {
        return kind == Reference.Kind.CHAPTER ? "citation_inbook_title" : "citation_journal_title";
    }

    private void add(String name, String content) {
        String line = Values.line(content);
        if (!line.isEmpty()) {
            tags.add(Map.entry(name, line));
        }
    }
}
