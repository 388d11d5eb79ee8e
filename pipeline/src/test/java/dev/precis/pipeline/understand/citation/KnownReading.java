package dev.precis.pipeline.understand.citation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.map.CslJson;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The known reading of a line (CSL-JSON of a gold file), held against another: as the scorer of the gold files does,
 * without regard to case and punctuation, given names by their initials.
 */
final class KnownReading {
    private static final List<String> TEXTS = List.of("title", "container-title");
    private static final List<String> NUMBERS = List.of("volume", "issue");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}/\\S+");
    private static final int INITIALS = 4;

    private final JsonNode csl;

    KnownReading(JsonNode csl) {
        this.csl = csl;
    }

    /** Whether authors, year, title, source, volume, issue, pages and DOI are those that are known. */
    boolean isCoreOf(Citation citation) {
        JsonNode read = CslJson.of(List.of(citation));
        return TEXTS.stream().allMatch(name -> text(csl.path(name)).equals(text(read.path(name))))
                && NUMBERS.stream().allMatch(name -> number(csl.path(name)).equals(number(read.path(name))))
                && names(csl.path("author")).equals(names(read.path("author")))
                && year(csl).equals(year(read))
                && pages(csl.path("page")).equals(pages(read.path("page")))
                && doi(csl.path("DOI")).equals(doi(read.path("DOI")));
    }

    private static String text(JsonNode value) {
        String plain = Normalizer.normalize(value.asText(), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace("&", " and ")
                .replaceAll("[^\\p{L}\\p{M}\\p{N}\\s]", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return plain.startsWith("the ") ? plain.substring("the ".length()) : plain;
    }

    private static String number(JsonNode value) {
        return value.asText()
                .replaceFirst("(?i)^\\s*(vol(ume)?|no|issue|nr)\\b\\.?\\s*", "")
                .replaceAll("[\\s.():,;]", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String pages(JsonNode value) {
        return Normalizer.normalize(value.asText(), Normalizer.Form.NFKC)
                .replaceAll("[\\u2010-\\u2015\\u2212]", "-")
                .replaceFirst("(?i)^\\s*(pp?|pages?|s)\\b\\.?\\s*", "")
                .replaceAll("\\s*-+\\s*", "-")
                .replaceAll("[ .,;:()]", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String doi(JsonNode value) {
        Matcher doi = DOI.matcher(value.asText());
        return doi.find() ? doi.group().replaceAll("[.,;) ]+$", "").toLowerCase(Locale.ROOT) : "";
    }

    private static String year(JsonNode csl) {
        return csl.path("issued").path("date-parts").path(0).path(0).asText();
    }

    private static String names(JsonNode people) {
        StringBuilder names = new StringBuilder();
        for (JsonNode person : people) {
            String particle = person.path("non-dropping-particle").asText() + " "
                    + person.path("dropping-particle").asText() + " ";
            String family = person.path("literal")
                    .asText(particle + person.path("family").asText());
            names.append(text(com.fasterxml.jackson.databind.node.TextNode.valueOf(family)))
                    .append('/')
                    .append(initials(person.path("given").asText()))
                    .append(';');
        }
        return names.toString();
    }

    private static String initials(String given) {
        StringBuilder initials = new StringBuilder();
        Matcher word = WORD.matcher(given.replaceAll("\\b(Jr|Sr|III|II|IV)\\b\\.?", ""));
        while (word.find()) {
            String name = word.group();
            boolean capitals = name.equals(name.toUpperCase(Locale.ROOT)) && name.length() <= INITIALS;
            initials.append(capitals ? name : name.substring(0, 1).toUpperCase(Locale.ROOT));
        }
        return initials.toString();
    }
}
