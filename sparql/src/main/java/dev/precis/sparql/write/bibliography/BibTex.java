package dev.precis.sparql.write.bibliography;

import dev.precis.sparql.query.Reference;
import dev.precis.sparql.query.Reference.Contributor;
import dev.precis.sparql.write.InMemory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * BibTeX (O. Patashnik, BibTeXing, 1988), in UTF-8. BibTeX counts a brace even behind a backslash, so that a single one
 * would swallow the entries that follow: where braces of a value are not in pairs, they are written as commands.
 */
public final class BibTex {
    private static final Pattern AND = Pattern.compile("(?i)(^|\\s)and(\\s|$)");

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private BibTex() {}

    public static byte[] write(List<Reference> references) {
        return InMemory.write(out -> write(references.stream(), out));
    }

    /** The same while they come; the stream stays open. */
    public static void write(Stream<Reference> references, OutputStream out) throws IOException {
        Keys keys = new Keys();
        Iterator<Reference> each = references.iterator();
        while (each.hasNext()) {
            Reference reference = each.next();
            StringBuilder text = new StringBuilder();
            entry(text, keys.of(reference), reference);
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void entry(StringBuilder text, String key, Reference reference) {
        Reference.Imprint imprint = reference.imprint();
        Reference.Identifiers identifiers = reference.identifiers();
        boolean chapter = reference.kind() == Reference.Kind.CHAPTER;
        text.append('@').append(type(reference.kind())).append('{').append(key).append(",\n");
        field(text, "author", names(reference.authors()));
        field(text, "title", escape(reference.title()));
        field(
                text,
                chapter ? "booktitle" : "journal",
                escape(reference.container().name()));
        field(text, "editor", names(reference.editors()));
        List<Integer> date = Values.date(reference);
        field(text, "year", date.isEmpty() ? "" : date.getFirst().toString());
        month(text, date);
        field(text, "volume", escape(imprint.volume()));
        field(text, "number", escape(Values.issue(reference)));
        // of biblatex and REVTeX; styles of before print nothing of it
        field(text, "eid", escape(Values.articleNumber(reference)));
        field(text, "pages", escape(imprint.pages()).replaceFirst("-", "--"));
        field(text, "chapter", escape(imprint.chapter()));
        field(text, "edition", escape(imprint.edition()));
        field(
                text,
                reference.kind() == Reference.Kind.REPORT ? "institution" : "publisher",
                escape(imprint.publisher()));
        field(
                text,
                "howpublished",
                reference.kind() == Reference.Kind.THESIS ? reference.kind().label() : "");
        field(text, "doi", verbatim(identifiers.doi()));
        field(text, "pmid", verbatim(identifiers.pmid()));
        field(text, "isbn", verbatim(String.join(" ", identifiers.isbns())));
        field(text, "url", verbatim(identifiers.addresses().stream().findFirst().orElse("")));
        field(text, "note", escape((imprint.status() + " " + Remarks.of(reference)).strip()));
        text.append("}\n\n");
    }

    /** Of a thesis BibTeX wants to know for which degree, which citations do not always tell. */
    private static String type(Reference.Kind kind) {
        return switch (kind) {
            case ARTICLE -> "article";
            case CHAPTER -> "incollection";
            case BOOK -> "book";
            case REPORT -> "techreport";
            case THESIS, WEBPAGE, DOCUMENT -> "misc";
        };
    }

    private static void field(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append("  ").append(name).append(" = {").append(value).append("},\n");
        }
    }

    /** The abbreviations of months that styles know stand without braces. */
    private static void month(StringBuilder text, List<Integer> date) {
        if (date.size() > 1 && date.get(1) >= 1 && date.get(1) <= MONTHS.size()) {
            text.append("  month = ").append(MONTHS.get(date.get(1) - 1)).append(",\n");
        }
    }

    private static String names(List<Contributor> contributors) {
        return contributors.stream().map(BibTex::name).collect(Collectors.joining(" and "));
    }

    /** BibTeXing section 4: family, suffix, given; what is in braces is one word. */
    private static String name(Contributor contributor) {
        if (contributor.isGroup()) {
            return "{" + escape(contributor.family()) + "}";
        }
        String suffix = contributor.suffix().isEmpty() ? "" : ", " + part(contributor.suffix());
        String given = contributor.given().isEmpty() ? "" : ", " + part(contributor.given());
        // a suffix counts as one between two commas only
        return part(contributor.family()) + suffix + (given.isEmpty() && !suffix.isEmpty() ? "," : given);
    }

    private static String part(String name) {
        String line = escape(name);
        boolean ambiguous = line.contains(",") || AND.matcher(line).find();
        return ambiguous ? "{" + line + "}" : line;
    }

    static String escape(String value) {
        StringBuilder escaped = new StringBuilder();
        boolean pairs = isInPairs(value);
        for (char c : Values.line(value).toCharArray()) {
            switch (c) {
                case '\\' -> escaped.append("\\textbackslash{}");
                case '{' -> escaped.append(pairs ? "\\{" : "\\textbraceleft{}");
                case '}' -> escaped.append(pairs ? "\\}" : "\\textbraceright{}");
                case '~' -> escaped.append("\\textasciitilde{}");
                case '^' -> escaped.append("\\textasciicircum{}");
                case '&', '%', '$', '#', '_' -> escaped.append('\\').append(c);
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static boolean isInPairs(String value) {
        int open = 0;
        for (char c : value.toCharArray()) {
            open += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (open < 0) {
                return false;
            }
        }
        return open == 0;
    }

    /**
     * Addresses are not TeX: nothing is escaped in them, and what would end the field is percent-encoded (RFC 3986).
     */
    private static String verbatim(String value) {
        return Values.line(value).replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C");
    }
}
