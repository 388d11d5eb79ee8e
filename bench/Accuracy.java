import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precis.ontology.Ontology;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.map.CslJson;
import dev.precis.pipeline.map.FindingsJson;
import dev.precis.pipeline.understand.CitationParser;
import dev.precis.pipeline.understand.ConsistencyCheck;
import dev.precis.pipeline.understand.FindingFinder;
import dev.precis.pipeline.understand.StatisticReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the texts of a gold file and lets the scorer beside it compare: every figure is the scorer's. */
final class Accuracy {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean citations = arguments[1].equals("citations");
        Path gold = Path.of(arguments[2]);
        Path read = Files.createTempFile("read", ".json");
        try {
            Files.writeString(read, FindingsJson.write(citations ? citations(rows(gold)) : findings(rows(gold))));
            System.out.println(arguments[1] + " of " + gold.getFileName());
            int exit = new ProcessBuilder(
                            "python3", arguments[3], "--gold", gold.toString(), "--pred", read.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            System.exit(exit);
        } finally {
            Files.delete(read);
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
