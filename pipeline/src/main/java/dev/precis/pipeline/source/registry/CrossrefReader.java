package dev.precis.pipeline.source.registry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precis.pipeline.domain.Identifier;
import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.domain.registry.RegistryDate;
import dev.precis.pipeline.domain.registry.RegistryName;
import dev.precis.pipeline.domain.registry.RegistryWork;
import dev.precis.pipeline.domain.registry.UpdateNotice;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads what Crossref's service says of a work (api_format.md); whatever is not as it should be is passed over. */
final class CrossrefReader {
    /** Nobody compares more, and some works have thousands. */
    private static final int MOST_AUTHORS = 60;

    /** No title is longer, and whatever is goes into no store. */
    private static final int LONGEST_TEXT = 2000;

    private CrossrefReader() {}

    /** Nothing if it has no DOI that is one. */
    static Optional<RegistryWork> work(JsonNode item) {
        return doi(item.path("DOI")).map(doi -> work(doi, item));
    }

    private static RegistryWork work(String doi, JsonNode item) {
        Map<Boolean, List<JsonNode>> updates = list(item.path("update-to"))
                .collect(java.util.stream.Collectors.partitioningBy(
                        update -> doi(update.path("DOI")).filter(doi::equals).isPresent()));
        return new RegistryWork(
                doi,
                item.path("type").asText(),
                texts(item, "title").findFirst().orElse(""),
                texts(item, "subtitle").findFirst().orElse(""),
                Stream.of("container-title", "short-container-title")
                        .flatMap(name -> texts(item, name))
                        .distinct()
                        .toList(),
                list(item.path("author"))
                        .limit(MOST_AUTHORS)
                        .map(CrossrefReader::name)
                        .filter(name -> !name.family().isEmpty())
                        .toList(),
                Stream.of("issued", "published-print", "published-online", "published")
                        .flatMap(name -> date(item.path(name)).stream())
                        .distinct()
                        .toList(),
                text(item.path("volume")),
                text(item.path("issue")),
                text(item.path("page")),
                text(item.path("article-number")),
                texts(item, "ISSN")
                        .filter(CrossrefReader::isIssn)
                        .distinct()
                        .sorted()
                        .toList(),
                // a work that was changed in place tells it of itself
                notices(Stream.concat(list(item.path("updated-by")), updates.getOrDefault(true, List.of()).stream())),
                updates.getOrDefault(false, List.of()).stream()
                        .map(update -> update.path("type").asText().toLowerCase(Locale.ROOT))
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** One event stands there once for each source that knows of it. */
    private static List<UpdateNotice> notices(Stream<JsonNode> updates) {
        TreeMap<String, UpdateNotice> notices = new TreeMap<>();
        updates.forEach(update -> {
            String type = text(update.path("type"));
            String doi = doi(update.path("DOI")).orElse("");
            if (type.isEmpty() || doi.isEmpty()) {
                return;
            }
            List<String> sources = Stream.of(text(update.path("source")))
                    .filter(Predicate.not(String::isEmpty))
                    .toList();
            notices.merge(
                    type.toLowerCase(Locale.ROOT) + " " + doi,
                    new UpdateNotice(type, doi, day(update.path("updated")), sources),
                    CrossrefReader::merge);
        });
        return List.copyOf(notices.values());
    }

    private static UpdateNotice merge(UpdateNotice one, UpdateNotice other) {
        SortedSet<String> sources = new TreeSet<>(one.sources());
        sources.addAll(other.sources());
        String date = Stream.of(one.date(), other.date())
                .filter(Predicate.not(String::isEmpty))
                .min(String::compareTo)
                .orElse("");
        return new UpdateNotice(one.type(), one.doi(), date, List.copyOf(sources));
    }

    private static String day(JsonNode updated) {
        return date(updated)
                .map(date -> "%04d".formatted(date.year())
                        + (date.month() > 0 ? "-%02d".formatted(date.month()) : "")
                        + (date.day() > 0 ? "-%02d".formatted(date.day()) : ""))
                .orElse("");
    }

    /** {@code {"date-parts": [[2021, 5, 14]]}}, cut anywhere; {@code [[null]]} where nothing is known. */
    private static Optional<RegistryDate> date(JsonNode node) {
        JsonNode parts = node.path("date-parts").path(0);
        int year = parts.path(0).asInt();
        int month = parts.path(1).asInt();
        int day = parts.path(2).asInt();
        boolean hasMonth = month >= 1 && month <= 12;
        boolean hasDay =
                hasMonth && day >= 1 && day <= java.time.Month.of(month).maxLength();
        return year >= 1500 && year <= 2100
                ? Optional.of(new RegistryDate(year, hasMonth ? month : 0, hasDay ? day : 0))
                : Optional.empty();
    }

    private static RegistryName name(JsonNode author) {
        String family = text(author.path("family"));
        return new RegistryName(
                family.isEmpty() ? text(author.path("name")) : family,
                text(author.path("given")),
                orcid(text(author.path("ORCID"))));
    }

    /** Without the address before it; empty unless its check character is right (ISO 7064, MOD 11-2). */
    private static String orcid(String text) {
        String id = text.replaceFirst("^https?://orcid\\.org/", "").toUpperCase(Locale.ROOT);
        if (!id.matches("\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX]")) {
            return "";
        }
        String digits = id.replace("-", "");
        int total = 0;
        for (int i = 0; i < digits.length() - 1; i++) {
            total = (total + (digits.charAt(i) - '0')) * 2;
        }
        int check = (12 - total % 11) % 11;
        return digits.endsWith(check == 10 ? "X" : String.valueOf(check)) ? id : "";
    }

    /** ISO 3297: weights 8 to 2, MOD 11. */
    private static boolean isIssn(String text) {
        if (!text.matches("\\d{4}-\\d{3}[\\dX]")) {
            return false;
        }
        String digits = text.replace("-", "");
        int total = 0;
        for (int i = 0; i < digits.length(); i++) {
            total += (8 - i) * (digits.charAt(i) == 'X' ? 10 : digits.charAt(i) - '0');
        }
        return total % 11 == 0;
    }

    private static Optional<String> doi(JsonNode node) {
        try {
            return Optional.of(Identifier.Doi.of(node.asText()).value());
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Stream<String> texts(JsonNode item, String field) {
        return list(item.path(field)).map(CrossrefReader::text).filter(Predicate.not(String::isEmpty));
    }

    private static Stream<JsonNode> list(JsonNode node) {
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.empty();
    }

    /** Titles have mark-up of publishers (JATS, HTML), and characters escaped once more than needed. */
    private static String text(JsonNode node) {
        if (!node.isTextual() && !node.isNumber()) {
            return "";
        }
        String whole = node.asText();
        String text =
                whole.substring(0, Math.min(whole.length(), LONGEST_TEXT)).replaceAll("</?[A-Za-z][^<>]{0,80}>", "");
        for (String[] escape : new String[][] {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}}) {
            text = text.replace(escape[0], escape[1]);
        }
        return Texts.normalise(text);
    }
}
