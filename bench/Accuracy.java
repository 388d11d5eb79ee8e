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
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the texts of a gold file and lets the scorer beside it compare: what is right is the scorer's word. For citations,
 * what was accepted and how confidence and truth go together are counted from its rows.
 */
final class Accuracy {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double[] BINS = {0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99};

    /** As the scorer counts {@code exact-core}. */
    private static final Set<String> CORE = Set.of(
            "author", "author-given", "year", "title", "container-title", "volume", "issue", "page", "DOI");

    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean citations = arguments[1].equals("citations");
        Path gold = Path.of(arguments[2]);
        Path read = Files.createTempFile("read", ".json");
        Path scores = Files.createTempFile("scores", ".json");
        try {
            ArrayNode ours = citations ? citations(rows(gold)) : findings(rows(gold));
            Files.writeString(read, FindingsJson.write(ours));
            System.out.println(arguments[1] + " of " + gold.getFileName());
            List<String> command = new ArrayList<>(
                    List.of("python3", arguments[3], "--gold", gold.toString(), "--pred", read.toString()));
            if (citations) {
                command.addAll(List.of("--json", scores.toString()));
            }
            int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (exit == 0 && citations) {
                calibration(ours, JSON.readTree(scores.toFile()).path("rows"));
            }
            System.exit(exit);
        } finally {
            Files.delete(read);
            Files.delete(scores);
        }
    }

    /** How often readings are right in the core parts, by the confidence that they came with. */
    private static void calibration(ArrayNode ours, JsonNode rows) {
        int[] many = new int[BINS.length];
        int[] right = new int[BINS.length];
        int accepted = 0;
        int acceptedRight = 0;
        for (int i = 0; i < rows.size(); i++) {
            boolean isRight = true;
            for (JsonNode wrong : rows.get(i).path("wrong")) {
                isRight &= !CORE.contains(wrong.path(0).asText());
            }
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
                "accepted %d of %d (%.1f %%), of them right in the core parts %.2f %%%n",
                accepted,
                rows.size(),
                100.0 * accepted / rows.size(),
                100.0 * acceptedRight / Math.max(1, accepted));
        for (int bin = 0; bin < BINS.length; bin++) {
            if (many[bin] > 0) {
                double upTo = bin + 1 < BINS.length ? BINS[bin + 1] : 1;
                double share = 100.0 * right[bin] / many[bin];
                System.out.printf(
                        Locale.ROOT, "confidence %.2f-%.2f n=%4d right %5.1f%n", BINS[bin], upTo, many[bin], share);
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
