import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures by mark-up, by irregularity, by place of the citation and so on. */
final class Tallies {
    private final Map<String, Map<String, Tally>> bySort = new LinkedHashMap<>();

    /** Those that a blog with these kinds counts for. */
    List<Tally> of(JsonNode kinds) {
        List<Tally> tallies = new ArrayList<>();
        kinds.properties().forEach(sort -> {
            Map<String, Tally> named = bySort.computeIfAbsent(sort.getKey(), key -> new LinkedHashMap<>());
            List<String> names = new ArrayList<>();
            if (sort.getValue().isArray()) {
                sort.getValue().forEach(name -> names.add(name.asText()));
                if (names.isEmpty()) {
                    names.add("none");
                }
            } else {
                names.add(sort.getValue().asText());
            }
            names.forEach(name -> tallies.add(named.computeIfAbsent(name, Tally::new)));
        });
        return tallies;
    }

    void print(int examples) {
        bySort.forEach((sort, tallies) -> {
            System.out.println("\nby " + sort + "\n" + Tally.head());
            tallies.values().stream()
                    .sorted(Comparator.comparingDouble(Tally::share))
                    .forEach(tally -> {
                        System.out.println(tally.row());
                        tally.examples(examples).forEach(example -> System.out.println("      " + example));
                    });
        });
        System.out.println();
    }
}
