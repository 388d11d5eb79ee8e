package dev.precis.sparql.write.bibliography;

import dev.precis.sparql.query.Reference;
import dev.precis.sparql.query.Reference.Contributor;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** RIS, what reference managers import (refman.com RIS format specification, 2011): a line a value, ended by CR LF. */
public final class Ris {
    private Ris() {}

    public static byte[] write(List<Reference> references) {
        StringBuilder text = new StringBuilder();
        Keys keys = new Keys();
        references.forEach(reference -> record(text, keys.of(reference), reference));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void record(StringBuilder text, String key, Reference reference) {
        Reference.Imprint imprint = reference.imprint();
        Reference.Identifiers identifiers = reference.identifiers();
        tag(text, "TY", type(reference.kind()));
        tag(text, "ID", key);
        reference.authors().forEach(author -> tag(text, "AU", name(author)));
        reference.editors().forEach(editor -> tag(text, "A2", name(editor)));
        tag(text, "TI", reference.title());
        tag(text, "T2", reference.container().name());
        List<Integer> date = Values.date(reference);
        tag(text, "PY", date.isEmpty() ? "" : date.getFirst().toString());
        tag(text, "DA", date.size() < 2 ? "" : date(date));
        tag(text, "VL", imprint.volume());
        tag(text, "IS", Values.issue(reference));
        tag(text, "C7", Values.articleNumber(reference));
        tag(text, "SP", Values.firstPage(reference));
        tag(text, "EP", imprint.lastPage());
        tag(text, "SE", imprint.chapter());
        tag(text, "ET", imprint.edition());
        tag(text, "PB", imprint.publisher());
        tag(text, "DO", identifiers.doi());
        identifiers.isbns().forEach(isbn -> tag(text, "SN", isbn));
        tag(text, "AN", identifiers.pmid());
        identifiers.addresses().forEach(address -> tag(text, "UR", address));
        tag(text, "N1", imprint.status());
        tag(text, "N1", Remarks.of(reference));
        text.append("ER  - \r\n\r\n");
    }

    private static String type(Reference.Kind kind) {
        return switch (kind) {
            case ARTICLE -> "JOUR";
            case CHAPTER -> "CHAP";
            case BOOK -> "BOOK";
            case REPORT -> "RPRT";
            case THESIS -> "THES";
            case WEBPAGE -> "ELEC";
            case DOCUMENT -> "GEN";
        };
    }

    /** Family, given, suffix. */
    private static String name(Contributor contributor) {
        boolean suffixOnly =
                contributor.given().isEmpty() && !contributor.suffix().isEmpty();
        return suffixOnly ? contributor.family() + ",, " + contributor.suffix() : contributor.inverted();
    }

    /** YYYY/MM/DD, with a slash for every part that is not known. */
    private static String date(List<Integer> date) {
        return "%04d/%02d/%s".formatted(date.get(0), date.get(1), date.size() < 3 ? "" : "%02d".formatted(date.get(2)));
    }

    private static void tag(StringBuilder text, String tag, String value) {
        String line = Values.line(value);
        if (!line.isEmpty()) {
            text.append(tag).append("  - ").append(line).append("\r\n");
        }
    }
}
