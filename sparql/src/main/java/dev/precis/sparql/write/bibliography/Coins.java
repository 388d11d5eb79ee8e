package dev.precis.sparql.write.bibliography;

import dev.precis.sparql.query.Reference;
import dev.precis.sparql.query.Reference.Contributor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The context object that stands in the title of a span.Z3988 (COinS 1.0; ANSI/NISO Z39.88-2004, KEV format). */
public final class Coins {
    private Coins() {}

    public static String write(Reference reference) {
        StringBuilder text = new StringBuilder("ctx_ver=Z39.88-2004");
        Reference.Imprint imprint = reference.imprint();
        add(text, "rft_val_fmt", "info:ofi/fmt:kev:mtx:" + format(reference.kind()));
        titles(text, reference);
        add(text, "rft.date", reference.date().text());
        add(text, "rft.volume", imprint.volume());
        add(text, "rft.issue", imprint.issue());
        add(text, "rft.spage", imprint.firstPage());
        add(text, "rft.epage", imprint.lastPage());
        add(text, "rft.pages", imprint.pages());
        add(text, "rft.edition", imprint.edition());
        add(text, "rft.pub", imprint.publisher());
        boolean dublinCore = format(reference.kind()).equals("dc");
        for (Contributor author : reference.authors()) {
            add(text, dublinCore ? "rft.creator" : "rft.au", author.inverted());
        }
        Reference.Identifiers identifiers = reference.identifiers();
        identifiers.isbns().forEach(isbn -> add(text, "rft.isbn", isbn));
        add(text, "rft_id", identifiers.doi().isEmpty() ? "" : "info:doi/" + identifiers.doi());
        add(text, "rft_id", identifiers.pmid().isEmpty() ? "" : "info:pmid/" + identifiers.pmid());
        identifiers.addresses().forEach(address -> add(text, "rft_id", address));
        return text.toString();
    }

    private static String format(Reference.Kind kind) {
        return switch (kind) {
            case ARTICLE -> "journal";
            case CHAPTER, BOOK, REPORT -> "book";
            case THESIS -> "dissertation";
            case WEBPAGE, DOCUMENT -> "dc";
        };
    }

    private static void titles(StringBuilder text, Reference reference) {
        String title = reference.heading();
        String container = reference.container().name();
        switch (reference.kind()) {
            case ARTICLE -> {
                add(text, "rft.genre", "article");
                add(text, "rft.atitle", title);
                add(text, "rft.jtitle", container);
            }
            case CHAPTER -> {
                add(text, "rft.genre", "bookitem");
                add(text, "rft.atitle", title);
                add(text, "rft.btitle", container);
            }
            case BOOK, REPORT -> {
                add(text, "rft.genre", reference.kind() == Reference.Kind.BOOK ? "book" : "report");
                add(text, "rft.btitle", title);
            }
            case THESIS -> add(text, "rft.title", title);
            case WEBPAGE, DOCUMENT -> {
                add(text, "rft.type", reference.kind() == Reference.Kind.WEBPAGE ? "webpage" : "document");
                add(text, "rft.title", title);
            }
        }
    }

    private static void add(StringBuilder text, String key, String value) {
        String line = Values.line(value);
        if (!line.isEmpty()) {
            // a plus sign means a blank in forms only, which a context object is not
            text.append('&')
                    .append(key)
                    .append('=')
                    .append(URLEncoder.encode(line, StandardCharsets.UTF_8).replace("+", "%20"));
        }
    }
}
