package dev.precis.sparql.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The questions that researchers ask of the data, by name: all files of the folder {@code competency}. */
public final class CompetencyQueries {
    private static final String ANCHOR = "competency/audit-trail";

    private final List<CompetencyQuery> all;
    private final Map<String, CompetencyQuery> byName;

    private CompetencyQueries(List<CompetencyQuery> all) {
        this.all = List.copyOf(all);
        this.byName = all.stream().collect(Collectors.toMap(CompetencyQuery::name, Function.identity()));
    }

    /** Reads the files. */
    public static CompetencyQueries read() {
        return new CompetencyQueries(QueryFolder.texts(ANCHOR).entrySet().stream()
                .map(file -> CompetencyQuery.parse(file.getKey(), file.getValue()))
                .toList());
    }

    /** All of them, by name. */
    public List<CompetencyQuery> all() {
        return all;
    }

    /** The question of that name. */
    public Optional<CompetencyQuery> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
