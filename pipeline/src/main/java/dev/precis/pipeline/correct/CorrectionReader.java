package dev.precis.pipeline.correct;

import dev.precis.ontology.Concept;
import dev.precis.ontology.Ontology;
import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.Identifier;
import dev.precis.pipeline.domain.KnownLabels;
import dev.precis.pipeline.domain.PublicationDate;
import dev.precis.pipeline.domain.Spelling;
import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.fields.Documents;
import dev.precis.pipeline.fields.FieldReader;
import dev.precis.pipeline.fields.Flaw;
import dev.precis.pipeline.fields.MalformedDocumentException;
import dev.precis.pipeline.fields.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads one file of corrections: a YAML list. */
final class CorrectionReader {
    private static final int NEAREST = 3;
    private static final String WHEN = "a month such as 2021-05, or a day such as 2021-05-14";

    private final String file;
    private final KnownLabels known;
    private final Consumer<Flaw> flaws;

    /**
     * @param file its name, for whoever asks where a correction stands
     * @param known topics and types of research of the source
     */
    CorrectionReader(String file, KnownLabels known, Consumer<Flaw> flaws) {
        this.file = file;
        this.known = known;
        this.flaws = flaws;
    }

    List<Correction> read(String text) {
        List<Correction> corrections = new ArrayList<>();
        try {
            Value document = Documents.yaml(text, 1);
            if (document instanceof Value.Nothing) {
                return List.of(); // all of it is commented out
            }
            List<Value> items = document instanceof Value.Sequence list ? list.items() : List.of(document);
            for (int i = 0; i < items.size(); i++) {
                if (items.get(i) instanceof Value.Mapping mapping) {
                    corrections.add(correction(mapping, "[" + i + "]."));
                } else {
                    wrong(items.get(i), "expected a correction: fields such as summary and set");
                }
            }
        } catch (MalformedDocumentException e) {
            flaws.accept(e.flaw());
        }
        return corrections;
    }

    private void wrong(Value value, String message) {
        flaws.accept(new Flaw(value.line(), "wrong-type", message + ", found " + value.description()));
    }

    private Correction correction(Value.Mapping mapping, String path) {
        FieldReader fields = new FieldReader(mapping, path, flaws);
        String summary = fields.required("summary", "the IRI of a summary or the address of its page");
        FieldReader flags = fields.section("flags");
        List<String> dismissed = flags.texts("dismiss", List.of(), CorrectionReader::unknownFlag);
        flags.finish();
        Correction correction = new Correction(
                file + ":" + mapping.line(),
                summary,
                Texts.normalise(fields.text("reason", "")),
                Texts.normalise(fields.text("by", "")),
                set(fields.section("set")),
                findings(fields.value("findings"), path),
                new HashSet<>(dismissed));
        fields.finish();
        return correction;
    }

    private static String unknownFlag(String flag) {
        List<String> names = Ontology.flags().concepts().stream()
                .map(Concept::iri)
                .map(iri -> iri.getFragment())
                .toList();
        return names.contains(flag)
                ? ""
                : "'" + flag + "' is no flag, the nearest known is '" + Spelling.nearest(flag, names) + "'";
    }

    private Correction.Fields set(FieldReader set) {
        FieldReader topics = set.section("topics");
        Correction.Fields fields = new Correction.Fields(
                text(set, "title"),
                set.parsed("date", Optional.empty(), WHEN, text -> Optional.of(date(text))),
                text(set, "author"),
                citation(set),
                set.parsed(
                        "doi",
                        Optional.empty(),
                        CitedParts.expected("DOI"),
                        text -> Optional.of(Identifier.Doi.of(text).value())),
                topics.texts("add", List.of(), this::unknownLabel),
                topics.texts("remove", List.of(), this::unknownLabel));
        topics.finish();
        set.finish();
        return fields;
    }

    private static Optional<String> text(FieldReader set, String name) {
        return Optional.of(Texts.normalise(set.text(name, ""))).filter(text -> !text.isEmpty());
    }

    private static PublicationDate date(String text) {
        PublicationDate date = text.length() > "2021-05".length()
                ? PublicationDate.of(LocalDate.parse(text))
                : PublicationDate.of(YearMonth.parse(text));
        if (date.month().getYear() < 1000) {
            throw new DateTimeException("no year of a blog: " + text);
        }
        return date;
    }

    private String unknownLabel(String label) {
        return known.knows(Texts.normalise(label))
                ? ""
                : "'" + label + "' is no topic or type of research of this source, the nearest known are '"
                        + String.join("', '", known.nearest(label, NEAREST)) + "'";
    }

    private Optional<Value.Mapping> citation(FieldReader set) {
        Value value = set.value("citation");
        if (value instanceof Value.Nothing) {
            return Optional.empty();
        }
        if (!(value instanceof Value.Mapping citation)) {
            wrong(value, "field 'set.citation': expected variables of CSL-JSON such as title and author");
            return Optional.empty();
        }
        CitedParts parts = new CitedParts(Citation.unread(""));
        citation.fields().forEach((name, piece) -> {
            int line = citation.lines().getOrDefault(name, citation.line());
            if (!CitedParts.names().contains(name)) {
                flaws.accept(new Flaw(
                        line,
                        "unknown-field",
                        "field 'set.citation." + name + "': is unknown, the nearest known is '"
                                + Spelling.nearest(name, CitedParts.names()) + "'"));
                return;
            }
            try {
                parts.set(name, piece);
            } catch (IllegalArgumentException | DateTimeException e) {
                flaws.accept(new Flaw(
                        line,
                        "wrong-format",
                        "field 'set.citation." + name + "': expected " + CitedParts.expected(name) + ", found "
                                + piece.description()));
            }
        });
        return Optional.of(citation);
    }

    private List<Correction.OfFinding> findings(Value value, String path) {
        if (value instanceof Value.Nothing) {
            return List.of();
        }
        List<Correction.OfFinding> findings = new ArrayList<>();
        List<Value> items = value instanceof Value.Sequence list ? list.items() : List.of(value);
        for (int i = 0; i < items.size(); i++) {
            Value.Mapping mapping = items.get(i) instanceof Value.Mapping found
                    ? found
                    : new Value.Mapping(
                            new LinkedHashMap<>(), Map.of(), items.get(i).line());
            FieldReader fields = new FieldReader(mapping, path + "findings[" + i + "].", flaws);
            String quote = Texts.normalise(fields.required("quote", "words of the sentence, with the number"));
            Optional<BigDecimal> estimate = fields.parsed(
                    "estimate", Optional.empty(), "a number such as -0.45", text -> Optional.of(new BigDecimal(text)));
            boolean drop = fields.truth("drop", false);
            if (drop == estimate.isPresent()) {
                fields.flaw(
                        mapping.line(), "wrong-format", "drop", "expected 'drop: true' or an 'estimate', one of both");
            }
            fields.finish();
            findings.add(new Correction.OfFinding(quote, estimate));
        }
        return findings;
    }
}
