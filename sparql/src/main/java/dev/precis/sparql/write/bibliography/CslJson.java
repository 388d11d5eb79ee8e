package dev.precis.sparql.write.bibliography;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precis.sparql.query.Reference;
import dev.precis.sparql.query.Reference.Contributor;
import dev.precis.sparql.write.InMemory;
import dev.precis.sparql.write.JsonTree;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;

/** CSL-JSON, what citation processors read (CSL 1.0.2, csl-data.json). */
public final class CslJson {
    private CslJson() {}

    public static byte[] write(List<Reference> references) {
        return InMemory.write(out -> write(references.stream(), out));
    }

    /** The same while they come; the stream stays open. */
    public static void write(Stream<Reference> references, OutputStream out) throws IOException {
        Keys keys = new Keys();
        JsonTree.list(
                items -> references.forEachOrdered(reference -> {
                    ObjectNode item = JsonTree.node().put("id", keys.of(reference));
                    item(item, reference);
                    items.accept(item);
                }),
                out);
    }

    private static void item(ObjectNode item, Reference reference) {
        item.put("type", type(reference.kind()));
        put(item, "title", reference.title());
        names(item, "author", reference.authors());
        names(item, "editor", reference.editors());
        List<Integer> date = Values.date(reference);
        if (!date.isEmpty()) {
            ArrayNode parts = item.putObject("issued").putArray("date-parts").addArray();
            date.forEach(parts::add);
        }
        Reference.Imprint imprint = reference.imprint();
        put(item, "container-title", reference.container().name());
        put(item, "volume", imprint.volume());
        put(item, "issue", imprint.issue());
        // journals that print no range number their articles (APA Publication Manual, 7th edition, section 9.27)
        boolean isArticleNumber = reference.kind() == Reference.Kind.ARTICLE
                && imprint.lastPage().isEmpty()
                && imprint.number().isEmpty();
        // processors of before CSL 1.0.2 look for it among the pages
        put(item, "page", imprint.pages().isEmpty() ? Values.articleNumber(reference) : imprint.pages());
        put(item, "number", isArticleNumber ? imprint.pages() : imprint.number());
        put(item, "chapter-number", imprint.chapter());
        put(item, "edition", imprint.edition());
        put(item, "publisher", imprint.publisher());
        put(item, "status", imprint.status());
        Reference.Identifiers identifiers = reference.identifiers();
        put(item, "DOI", identifiers.doi());
        put(item, "PMID", identifiers.pmid());
        put(item, "ISBN", String.join(" ", identifiers.isbns()));
        put(item, "URL", identifiers.addresses().stream().findFirst().orElse(""));
        put(item, "note", Remarks.of(reference));
    }

    /** CSL 1.0.2, appendix III. */
    private static String type(Reference.Kind kind) {
        return switch (kind) {
            case ARTICLE -> "article-journal";
            case CHAPTER -> "chapter";
            case BOOK -> "book";
            case REPORT -> "report";
            case THESIS -> "thesis";
            case WEBPAGE -> "webpage";
            case DOCUMENT -> "document";
        };
    }

    private static void names(ObjectNode item, String variable, List<Contributor> contributors) {
        contributors.forEach(contributor -> {
            ObjectNode name = item.withArray(variable).addObject();
            if (contributor.isGroup()) {
                put(name, "literal", contributor.family());
            } else {
                put(name, "family", contributor.family());
                put(name, "given", contributor.given());
                put(name, "suffix", contributor.suffix());
            }
        });
    }

    private static void put(ObjectNode node, String variable, String value) {
        JsonTree.put(node, variable, Values.line(value));
    }
}
