import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.ontology.Ontology;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.understand.citation.CitationParser;
import dev.precis.pipeline.understand.check.ConsistencyCheck;
import dev.precis.pipeline.understand.finding.FindingFinder;
import dev.precis.pipeline.understand.finding.StatisticReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * Reads the texts of two gold files again and again, in one thread: five seconds of processor time to warm up, then five
 * that count.
 */
final class Speed {
    private static final double SECONDS = 5;
    private static final double NANOS = 1e9;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    public static void main(String[] arguments) throws IOException {
        CitationParser parser = new CitationParser();
        measure("citations", texts(arguments[1], "citation"), text -> parser.parse(text).size());
        FindingFinder finder = new FindingFinder(
                new StatisticReader(Ontology.statistics()), new ConsistencyCheck(Ontology.statistics()));
        measure("sentences", texts(arguments[2], "text"), text -> finder.find(Passage.of(text)).size());
    }

    private static List<String> texts(String gold, String field) throws IOException {
        JsonNode file = new ObjectMapper().readTree(Path.of(gold).toFile());
        List<String> texts = new ArrayList<>();
        (file.isArray() ? file : file.path("items")).forEach(row -> texts.add(row.path(field).asText()));
        return texts;
    }

    private static void measure(String what, List<String> texts, ToIntFunction<String> read) {
        run(texts, read);
        long start = System.nanoTime();
        long cpu = THREADS.getCurrentThreadCpuTime();
        long done = run(texts, read);
        double elapsed = (System.nanoTime() - start) / NANOS;
        double used = (THREADS.getCurrentThreadCpuTime() - cpu) / NANOS;
        System.out.println(String.format(
                Locale.ROOT,
                "%,.0f %s for each second of one core (%,.0f a second by the clock; %d different ones)",
                done / used,
                what,
                done / elapsed,
                texts.size()));
    }

    private static long run(List<String> texts, ToIntFunction<String> read) {
        double until = THREADS.getCurrentThreadCpuTime() + SECONDS * NANOS;
        long done = 0;
        long found = 0;
        while (THREADS.getCurrentThreadCpuTime() < until) {
            for (String text : texts) {
                found += read.applyAsInt(text);
            }
            done += texts.size();
        }
        if (found == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return done;
    }
}
