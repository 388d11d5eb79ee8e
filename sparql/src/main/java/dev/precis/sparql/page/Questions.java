package dev.precis.sparql.page;

import dev.precis.sparql.query.CompetencyQuery;
import dev.precis.sparql.query.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Questions about one subject.
 *
 * @param subject in lower case
 */
public record Questions(String subject, List<CompetencyQuery> queries) {
    public Questions {
        queries = List.copyOf(queries);
    }

    /** All questions by subject. */
    public static List<Questions> bySubject(List<CompetencyQuery> queries) {
        Map<String, List<CompetencyQuery>> subjects = queries.stream()
                .collect(Collectors.groupingBy(CompetencyQuery::subject, TreeMap::new, Collectors.toList()));
        return subjects.entrySet().stream()
                .map(subject -> new Questions(subject.getKey(), subject.getValue()))
                .toList();
    }

    /** The subject as a heading. */
    public String heading() {
        return subject.substring(0, 1).toUpperCase(Locale.ROOT) + subject.substring(1);
    }

    /**
     * A parameter of a question as a field of its form.
     *
     * @param id of the field in the page
     */
    public record Field(String id, Parameter parameter) {
        /** The fields of the form of a question. */
        public static List<Field> of(CompetencyQuery query) {
            return query.parameters().stream()
                    .map(parameter -> new Field(query.name() + "-" + parameter.name(), parameter))
                    .toList();
        }

        /** Whether the field takes several lines, one value each. */
        public boolean tall() {
            return parameter.list();
        }

        /** The type of the input element (HTML, section 4.10.5). */
        public String type() {
            return switch (parameter.type()) {
                case TEXT, DOI -> "text";
                case YEAR, INTEGER, NUMBER -> "number";
                case DATE -> "date";
                case IRI -> "url";
            };
        }

        /** The step between two values of a number; nothing elsewhere. */
        public String step() {
            return switch (parameter.type()) {
                case YEAR, INTEGER -> "1";
                case NUMBER -> "any";
                case TEXT, DATE, IRI, DOI -> "";
            };
        }

        /** What it says before anybody writes something. */
        public String value() {
            return String.join("\n", parameter.values());
        }

        /** How to fill it in. */
        public String hint() {
            String lines = parameter.list() ? "One a line. " : "";
            String each = parameter.type() == Parameter.Type.TEXT
                    ? ""
                    : capital(parameter.type().expected()) + ". ";
            return (lines + each + (parameter.optional() ? "Leave it empty for any." : "")).strip();
        }

        private static String capital(String words) {
            return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        }
    }
}
