package dev.precis.pipeline.correct;

import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.Citation.Field;
import dev.precis.pipeline.domain.Citation.Issued;
import dev.precis.pipeline.domain.CitationField;
import dev.precis.pipeline.domain.Contributor;
import dev.precis.pipeline.domain.Identifier;
import dev.precis.pipeline.domain.Span;
import dev.precis.pipeline.domain.Trust;
import dev.precis.pipeline.domain.WorkType;
import dev.precis.pipeline.fields.Value;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A citation in pieces that can be exchanged, each called as CSL-JSON 1.0.2 (csl-data.json) calls it. */
final class CitedParts {
    /** What a person has looked at is as sure as it gets. */
    private static final Trust LOOKED_AT = new Trust(1, true, List.of());

    private static final Map<String, Function<String, Identifier>> IDENTIFIERS = Map.of(
            "DOI",
            Identifier.Doi::of,
            "PMID",
            Identifier.Pmid::new,
            "ISBN",
            text -> new Identifier.Isbn(text.replaceAll("[^0-9Xx]", "")),
            "URL",
            text -> new Identifier.WebAddress(URI.create(text)));

    private final String printed;
    private WorkType type;
    private List<Contributor> authors;
    private List<Contributor> editors;
    private int elidedAfter;
    private Issued issued;
    private final Map<CitationField, Field> fields = new EnumMap<>(CitationField.class);
    private final List<Identifier> identifiers;
    private final List<String> repairs;

    CitedParts(Citation citation) {
        this.printed = citation.printed();
        this.type = citation.type();
        this.authors = citation.authors();
        this.editors = citation.editors();
        this.elidedAfter = citation.elidedAfter();
        this.issued = citation.issued();
        this.fields.putAll(citation.fields());
        this.identifiers = new ArrayList<>(citation.identifiers());
        this.repairs = citation.repairs();
    }

    /** The names of all variables that can be set. */
    static List<String> names() {
        return Stream.concat(
                        Stream.of("type", "author", "editor", "issued"),
                        Stream.concat(
                                Stream.of(CitationField.values()).map(CitationField::csl),
                                IDENTIFIERS.keySet().stream()))
                .sorted()
                .toList();
    }

    /** What is meant by a variable, for a message. */
    static String expected(String name) {
        return switch (name) {
            case "type" ->
                "one of " + Stream.of(WorkType.values()).map(WorkType::csl).collect(Collectors.joining(", "));
            case "author", "editor" -> "a list of names: 'Family, Given', or family, given and suffix, or literal";
            case "issued" -> "a year, a month or a day: 2021, 2021-05, 2021-05-14";
            case "DOI" -> "a DOI such as 10.1037/pst0000361";
            case "PMID" -> "a PubMed identifier: digits";
            case "URL" -> "an address of the web";
            default -> "text";
        };
    }

    /**
     * Exchanges one piece.
     *
     * @throws IllegalArgumentException if the value is none for it
     * @throws DateTimeException the same of a date
     */
    void set(String name, Value value) {
        switch (name) {
            case "type" -> type = value instanceof Value.Nothing ? WorkType.DOCUMENT : type(text(value));
            case "author" -> {
                List<Contributor> corrected = names(value);
                if (!corrected.equals(authors)) {
                    authors = corrected;
                    elidedAfter = Citation.COMPLETE;
                }
            }
            case "editor" -> editors = names(value);
            case "issued" -> issued = value instanceof Value.Nothing ? Issued.UNKNOWN : issued(isoDate(value));
            default -> {
                Optional<CitationField> field = field(name);
                if (field.isPresent()) {
                    set(field.get(), value);
                } else {
                    identify(name, value);
                }
            }
        }
    }

    private void set(CitationField field, Value value) {
        if (value instanceof Value.Nothing) {
            fields.remove(field);
        } else {
            String text = text(value);
            Span span = span(text);
            fields.put(field, new Field(text, span.start(), span.end()));
        }
    }

    private void identify(String name, Value value) {
        Function<String, Identifier> maker = IDENTIFIERS.get(name);
        if (maker == null) {
            throw new IllegalArgumentException("no variable: " + name);
        }
        Optional<Identifier> identifier =
                value instanceof Value.Nothing ? Optional.empty() : Optional.of(maker.apply(text(value)));
        identifiers.removeIf(other -> isCalled(name, other));
        identifier.ifPresent(identifiers::addFirst);
    }

    private static boolean isCalled(String name, Identifier identifier) {
        return switch (identifier) {
            case Identifier.Doi doi -> name.equals("DOI");
            case Identifier.Pmid pmid -> name.equals("PMID");
            case Identifier.Isbn isbn -> name.equals("ISBN");
            case Identifier.WebAddress address -> name.equals("URL");
            case Identifier.ArxivId arxiv -> false;
            case Identifier.Pmcid pmcid -> false;
            case Identifier.Handle handle -> false;
        };
    }

    /** What is there now, as a person would write it; empty if nothing is. */
    String get(String name) {
        return switch (name) {
            case "type" -> type.csl();
            case "author" -> authors.stream().map(Contributor::inverted).collect(Collectors.joining("; "));
            case "editor" -> editors.stream().map(Contributor::inverted).collect(Collectors.joining("; "));
            case "issued" -> date();
            default ->
                field(name)
                        .map(field -> Optional.ofNullable(fields.get(field))
                                .map(Field::value)
                                .orElse(""))
                        .orElseGet(() -> identifiers.stream()
                                .filter(identifier -> isCalled(name, identifier))
                                .map(Identifier::value)
                                .collect(Collectors.joining("; ")));
        };
    }

    private String date() {
        if (!issued.isKnown()) {
            return "";
        }
        String month = issued.month() > 0 ? "-%02d".formatted(issued.month()) : "";
        return "%04d%s%s".formatted(issued.year(), month, issued.day() > 0 ? "-%02d".formatted(issued.day()) : "");
    }

    Citation citation() {
        return new Citation(
                printed,
                type,
                authors,
                elidedAfter,
                editors,
                issued,
                fields,
                identifiers,
                new Citation.Places(
                        authors.stream().map(name -> span(name.family())).toList(),
                        editors.stream().map(name -> span(name.family())).toList(),
                        issued.isKnown() ? span(Integer.toString(issued.year())) : Span.NONE,
                        identifiers.stream()
                                .map(identifier -> span(identifier.value()))
                                .toList()),
                repairs,
                LOOKED_AT);
    }

    /** Where a piece is printed; nowhere, if it is not. */
    private Span span(String text) {
        int start = printed.indexOf(text);
        return start < 0 ? Span.NONE : new Span(start, start + text.length());
    }

    private static Optional<CitationField> field(String name) {
        return Stream.of(CitationField.values())
                .filter(field -> field.csl().equals(name))
                .findFirst();
    }

    private static String text(Value value) {
        String text = switch (value) {
            case Value.Text written -> written.text().strip();
            case Value.Literal literal -> literal.text();
            default -> "";
        };
        if (text.isEmpty()) {
            throw new IllegalArgumentException("no text: " + value.description());
        }
        return text;
    }

    private static WorkType type(String csl) {
        return Stream.of(WorkType.values())
                .filter(type -> type.csl().equals(csl))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no type: " + csl));
    }

    /** A date as text: CSL-JSON has it in parts, as {@code date-parts: [[2021, 5, 14]]}. */
    private static String isoDate(Value value) {
        if (value instanceof Value.Mapping date
                && date.fields().get("date-parts") instanceof Value.Sequence dates
                && dates.items().size() == 1
                && dates.items().getFirst() instanceof Value.Sequence parts) {
            return parts.items().stream()
                    .map(part -> text(part).length() == 1 ? "0" + text(part) : text(part))
                    .collect(Collectors.joining("-"));
        }
        return text(value);
    }

    private static Issued issued(String text) {
        if (!text.matches("[12]\\d{3}(?:-\\d{2}){0,2}")) {
            throw new IllegalArgumentException("no date: " + text);
        }
        LocalDate day = LocalDate.parse(text + "-01-01".substring(text.length() - 4));
        return new Issued(
                day.getYear(),
                text.length() > 4 ? day.getMonthValue() : 0,
                text.length() > 7 ? day.getDayOfMonth() : 0);
    }

    private static List<Contributor> names(Value value) {
        return switch (value) {
            case Value.Nothing none -> List.of();
            case Value.Sequence list ->
                list.items().stream().map(CitedParts::name).toList();
            case Value one -> List.of(name(one));
        };
    }

    private static Contributor name(Value value) {
        if (value instanceof Value.Mapping name) {
            String family = part(name, "family") + part(name, "literal");
            if (!List.of("family", "given", "suffix", "literal")
                    .containsAll(name.fields().keySet())) {
                throw new IllegalArgumentException("no name: " + value.description());
            }
            return new Contributor(family, part(name, "given"), part(name, "suffix"));
        }
        String[] parts = text(value).split("\\s*,\\s*", 3);
        return new Contributor(parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "");
    }

    private static String part(Value.Mapping name, String part) {
        Value value = name.fields().get(part);
        return value == null ? "" : text(value);
    }
}
