package dev.precis.sparql.page;

import dev.precis.sparql.query.Catalogue.Count;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A year of the archive and its months, in the order they came. */
public record Year(String label, List<Count> months) {
    public Year {
        months = List.copyOf(months);
    }

    static List<Year> of(List<Count> months) {
        Map<String, List<Count>> years = new LinkedHashMap<>();
        for (Count month : months) {
            String year = month.label().substring(month.label().lastIndexOf(' ') + 1);
            years.computeIfAbsent(year, y -> new ArrayList<>()).add(month);
        }
        return years.entrySet().stream()
                .map(entry -> new Year(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** A month without its year. */
    public static String name(Count month) {
        int space = month.label().lastIndexOf(' ');
        return space < 0 ? month.label() : month.label().substring(0, space);
    }
}
