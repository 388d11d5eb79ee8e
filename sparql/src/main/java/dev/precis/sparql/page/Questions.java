package dev.precis.sparql.page;

import dev.precis.sparql.query.CompetencyQuery;
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
}
