import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.ontology.Ontology;
import dev.precis.pipeline.domain.Claim;
import dev.precis.pipeline.domain.Finding;
import dev.precis.pipeline.domain.Finding.Reported;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.understand.check.ConsistencyCheck;
import dev.precis.pipeline.understand.finding.FindingFinder;
import dev.precis.pipeline.understand.finding.StatisticReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Scores what is read of each number against sentences labelled by number: a part (predictor, comparator, outcome,
 * timepoint, subgroup) is right if its words are one of the labelled ones, case and articles left out. A part that is
 * labelled as optional is right where it is read so and not missed where it is not.
 */
final class Claims {
    private static final List<String> PARTS = List.of("predictor", "comparator", "outcome", "timepoint", "subgroup");

    private final Map<String, int[]> counts = new TreeMap<>();
    private final boolean shown;
    private int numbers;
    private int found;
    private int roles;

    private Claims(boolean shown) {
        this.shown = shown;
    }

    public static void main(String[] arguments) throws IOException {
        FindingFinder finder = new FindingFinder(
                new StatisticReader(Ontology.statistics()), new ConsistencyCheck(Ontology.statistics()));
        Path gold = Path.of(arguments[0]);
        Claims claims = new Claims(arguments.length > 1 && arguments[1].equals("--all"));
        for (JsonNode item : new ObjectMapper().readTree(gold.toFile()).path("items")) {
            String text = item.path("text").asText();
            List<Reported> read = finder.find(Passage.of(text)).stream()
                    .map(Finding::numbers)
                    .flatMap(List::stream)
                    .collect(Collectors.toCollection(ArrayList::new));
            claims.score(item, read);
        }
        claims.print(gold);
    }

    private void score(JsonNode item, List<Reported> read) {
        for (JsonNode label : item.path("estimates")) {
            numbers++;
            String printed = label.path("printed").asText();
            Reported number = read.stream()
                    .filter(one -> holds(one.statistic().printed().text(), printed))
                    .findFirst()
                    .orElse(null);
            if (number == null) {
                show(item, printed, "number", "", "not read");
                PARTS.forEach(part -> count(part)[2] += label.has(part) && !isOptional(label, part) ? 1 : 0);
                continue;
            }
            read.remove(number);
            found++;
            String role = number.role().name().toLowerCase(Locale.ROOT);
            if (role.equals(label.path("role").asText())) {
                roles++;
            } else {
                show(item, printed, "role", role, label.path("role").asText());
            }
            PARTS.forEach(part -> score(item, printed, part, words(part, number.claim()), label));
        }
    }

    private void score(JsonNode item, String printed, String part, String words, JsonNode label) {
        List<String> right = StreamSupport.stream(label.path(part).spliterator(), false)
                .map(one -> fold(one.asText()))
                .toList();
        int[] count = count(part);
        boolean required = !right.isEmpty() && !isOptional(label, part);
        if (words.isEmpty()) {
            count[2] += required ? 1 : 0;
            if (required) {
                show(item, printed, part, "-", right.toString());
            }
        } else if (right.contains(fold(words))) {
            count[0]++;
            count[3] += required ? 1 : 0;
        } else {
            count[1]++;
            count[2] += required ? 1 : 0;
            show(item, printed, part, "WRONG " + words, right.toString());
        }
    }

    private static boolean isOptional(JsonNode label, String part) {
        return StreamSupport.stream(label.path("optional").spliterator(), false)
                .anyMatch(one -> one.asText().equals(part));
    }

    private static boolean holds(String text, String printed) {
        int at = text.indexOf(printed);
        boolean whole = at >= 0
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)) && text.charAt(at - 1) != '.')
                && (at + printed.length() == text.length()
                        || !Character.isLetterOrDigit(text.charAt(at + printed.length())));
        return whole;
    }

    private static String words(String part, Claim claim) {
        return switch (part) {
            case "predictor" -> claim.predictor().text();
            case "comparator" -> claim.comparator().text();
            case "outcome" -> claim.outcomes().stream().map(Passage::text).collect(Collectors.joining("; "));
            case "timepoint" -> claim.timepoint().text();
            default -> claim.subgroup().text();
        };
    }

    private static String fold(String words) {
        return words.toLowerCase(Locale.ROOT).replaceFirst("^(?:the|a|an|their|its|his|her) ", "");
    }

    private int[] count(String part) {
        return counts.computeIfAbsent(part, one -> new int[4]);
    }

    private void show(JsonNode item, String printed, String part, String read, String label) {
        if (shown) {
            System.out.printf("%s %s %s: %s / %s%n", item.path("id").asText(), printed, part, read, label);
        }
    }

    private void print(Path gold) {
        System.out.println("claims of " + gold.getFileName());
        int[] all = new int[4];
        counts.forEach((part, count) -> {
            row(part, count);
            for (int i = 0; i < all.length; i++) {
                all[i] += count[i];
            }
        });
        row("all", all);
        System.out.printf(Locale.ROOT, "numbers   read %d of %d, role right %.1f %%%n", found, numbers, 100.0 * roles / found);
    }

    /** Right, wrong, missed, and those of the right ones that were required. */
    private static void row(String part, int[] count) {
        System.out.printf(
                Locale.ROOT,
                "%-10s read %3d  P %5.1f  R %5.1f%n",
                part,
                count[0] + count[1],
                100.0 * count[0] / Math.max(1, count[0] + count[1]),
                100.0 * count[3] / Math.max(1, count[3] + count[2]));
    }
}
