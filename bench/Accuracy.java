import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precis.ontology.Ontology;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.map.CslJson;
import dev.precis.pipeline.map.FindingsJson;
import dev.precis.pipeline.understand.citation.CitationParser;
import dev.precis.pipeline.understand.check.ConsistencyCheck;
import dev.precis.pipeline.understand.finding.FindingFinder;
import dev.precis.pipeline.understand.finding.StatisticReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the texts of a gold file and lets the scorer beside it compare: what is right is the scorer's word. For citations,
 * what was accepted and how confidence and truth go together are counted from its rows.
 */
final class Accuracy {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double[] BINS = {0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.97, 0.99};

    /** Of the normal distribution, for intervals of 95 %. */
    private static final double Z = 1.96;

    /** What a row of a gold file may say of itself, to count by. */
    private static final List<String> KINDS = List.of("style_family", "style", "language", "lang", "source_kind");

    private static final int LEAST_ROWS = 5;

    /** As the scorer counts {@code exact-core}. */
    private static final Set<String> CORE = Set.of(
            "author", "author-given", "year", "title", "container-title", "volume", "issue", "page", "DOI");

    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean citations = arguments[1].equals("citations");
        Path gold = arguments[2].contains(",") ? together(arguments[2].split(",")) : Path.of(arguments[2]);
        Path read = Files.createTempFile("read", ".json");
        Path scores = Files.createTempFile("scores", ".json");
        try {
            ArrayNode ours = citations ? citations(rows(gold)) : findings(rows(gold));
            Files.writeString(read, FindingsJson.write(ours));
            System.out.println(arguments[1] + " of " + arguments[2]);
            List<String> command = new ArrayList<>(
                    List.of("python3", arguments[3], "--gold", gold.toString(), "--pred", read.toString()));
            if (citations) {
                command.addAll(List.of("--json", scores.toString()));
            }
            int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (exit == 0 && citations) {
                JsonNode scored = JSON.readTree(scores.toFile()).path("rows");
                byKind(rows(gold), ours, scored);
                calibration(ours, scored);
            }
            System.exit(exit);
        } finally {
            Files.delete(read);
            Files.delete(scores);
        }
    }

    /** Several gold files as one. */
    private static Path together(String[] files) throws IOException {
        ArrayNode all = JSON.createArrayNode();
        for (String file : files) {
            rows(Path.of(file)).forEach(all::add);
        }
        Path gold = Files.createTempFile("gold", ".json");
        gold.toFile().deleteOnExit();
        Files.writeString(gold, JSON.writeValueAsString(all));
        return gold;
    }

    private static boolean isRight(JsonNode scored) {
        boolean isRight = true;
        for (JsonNode wrong : scored.path("wrong")) {
            isRight &= !CORE.contains(wrong.path(0).asText());
        }
        return isRight;
    }

    /** How many are right and how many accepted by what the rows say of themselves, the most frequent first. */
    private static void byKind(JsonNode gold, ArrayNode ours, JsonNode scored) {
        for (String kind : KINDS) {
            Map<String, int[]> counts = new TreeMap<>();
            for (int i = 0; i < scored.size(); i++) {
                String value = gold.path(i).path(kind).asText();
                int[] count = counts.computeIfAbsent(value.isEmpty() ? "-" : value, any -> new int[4]);
                boolean right = isRight(scored.get(i));
                boolean accepted = ours.get(i).path("csl").path("custom").path("accepted").asBoolean();
                count[0]++;
                count[1] += right ? 1 : 0;
                count[2] += accepted ? 1 : 0;
                count[3] += accepted && !right ? 1 : 0;
            }
            counts.entrySet().stream()
                    .filter(entry -> entry.getValue()[0] >= LEAST_ROWS && counts.size() > 1)
                    .sorted(Comparator.comparing(entry -> -entry.getValue()[0]))
                    .forEach(entry -> System.out.printf(
                            Locale.ROOT,
                            "%-12s %-40.40s n=%4d core %5.1f accepted %4d, wrong %d%n",
                            kind,
                            entry.getKey(),
                            entry.getValue()[0],
                            100.0 * entry.getValue()[1] / entry.getValue()[0],
                            entry.getValue()[2],
                            entry.getValue()[3]));
        }
    }

    /** An end of the interval of a share (E. B. Wilson, Journal of the American Statistical Association 22, 1927). */
    private static double wilson(int right, int all, double z) {
        double share = (double) right / all;
        double square = z * z / all;
        double root = Math.sqrt(share * (1 - share) / all + square / (4 * all));
        return 100 * (share + square / 2 + z * root) / (1 + square);
    }

    /** How often readings are right in the core parts, by the confidence that they came with. */
    private static void calibration(ArrayNode ours, JsonNode rows) {
        int[] many = new int[BINS.length];
        int[] right = new int[BINS.length];
        int accepted = 0;
        int acceptedRight = 0;
        for (int i = 0; i < rows.size(); i++) {
            boolean isRight = isRight(rows.get(i));
            JsonNode trust = ours.get(i).path("csl").path("custom");
            int bin = 0;
            while (bin + 1 < BINS.length && trust.path("confidence").asDouble() >= BINS[bin + 1]) {
                bin++;
            }
            many[bin]++;
            right[bin] += isRight ? 1 : 0;
            if (trust.path("accepted").asBoolean()) {
                accepted++;
                acceptedRight += isRight ? 1 : 0;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "accepted %d of %d (%.1f %%), of them right in the core parts %.2f %%, %d wrong (Wilson 95 %%: %.1f to %.1f)%n",
                accepted,
                rows.size(),
                100.0 * accepted / rows.size(),
                100.0 * acceptedRight / Math.max(1, accepted),
                accepted - acceptedRight,
                wilson(acceptedRight, Math.max(1, accepted), -Z),
                wilson(acceptedRight, Math.max(1, accepted), Z));
        for (int bin = 0; bin < BINS.length; bin++) {
            if (many[bin] > 0) {
                double upTo = bin + 1 < BINS.length ? BINS[bin + 1] : 1;
                double share = 100.0 * right[bin] / many[bin];
                System.out.printf(
                        Locale.ROOT,
                        "confidence %.2f-%.2f n=%4d right %5.1f (Wilson 95 %%: %.1f to %.1f)%n",
                        BINS[bin],
                        upTo,
                        many[bin],
                        share,
                        wilson(right[bin], many[bin], -Z),
                        wilson(right[bin], many[bin], Z));
            }
        }
    }

    private static JsonNode rows(Path gold) throws IOException {
        JsonNode file = JSON.readTree(gold.toFile());
        return file.isArray() ? file : file.path("items");
    }

    private static ArrayNode citations(JsonNode rows) {
        CitationParser parser = new CitationParser();
        ArrayNode read = JSON.createArrayNode();
        for (JsonNode row : rows) {
            ObjectNode item = read.addObject().put("id", row.path("id").asText());
            item.set("csl", CslJson.of(parser.parse(row.path("citation").asText())));
        }
        return read;
    }

    private static ArrayNode findings(JsonNode rows) {
        FindingFinder finder = new FindingFinder(
                new StatisticReader(Ontology.statistics()), new ConsistencyCheck(Ontology.statistics()));
        ArrayNode read = JSON.createArrayNode();
        for (JsonNode row : rows) {
            String text = row.path("text").asText();
            ObjectNode item = FindingsJson.of(text, finder.find(Passage.of(text)));
            read.add(item.put("id", row.path("id").asText()));
        }
        return read;
    }
}
