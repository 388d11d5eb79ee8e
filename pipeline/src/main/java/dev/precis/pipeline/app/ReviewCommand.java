package dev.precis.pipeline.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import dev.precis.pipeline.app.settings.Settings;
import dev.precis.pipeline.correct.Corrections;
import dev.precis.pipeline.correct.ReviewItem;
import dev.precis.pipeline.correct.ReviewList;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.quarantine.Quarantine;
import dev.precis.pipeline.quarantine.Withheld;
import dev.precis.pipeline.route.Missed;
import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.GraphArchive;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what a person should look at, each with a correction ready to paste. */
@Command(
        name = "review",
        description = "Print what a person should look at, doubtful citations first, each with a correction to paste.")
final class ReviewCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build());

    @Mixin
    private Settings settings = new Settings();

    @Option(names = "--source", paramLabel = "ID", description = "One source only.")
    private String source = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, json or yaml (default: text).")
    private Form format = Form.text;

    /** For whom it is written; named as on the command line. */
    enum Form {
        text,
        json,
        /** A file of corrections that leaves all as it is, to be changed. */
        yaml
    }

    @Override
    public Integer call() throws JsonProcessingException {
        SequencedMap<String, SourceProfile> profiles = settings.profiles(Path.of(""));
        settings.checkSource(source, profiles);
        try (GraphArchive archive = GraphArchive.openForReading(settings.existingStore())) {
            List<ReviewItem> items = ReviewList.of(archive.entries().stream()
                    .filter(ArchiveEntry::isRead)
                    .filter(entry -> source.isEmpty()
                            || Settings.owner(profiles.values(), entry.graph())
                                    .filter(profile -> profile.id().equals(source))
                                    .isPresent())
                    .map(archive::read));
            List<Notice> withheld = new Quarantine(archive.store())
                    .kept().stream().map(Withheld::notice).toList();
            List<String> missed = profiles.keySet().stream()
                    .filter(id -> source.isEmpty() || id.equals(source))
                    .flatMap(id -> Missed.of(archive.store(), id).names().stream())
                    .toList();
            PrintWriter out = settings.command().commandLine().getOut();
            switch (format) {
                case text -> text(items, missed, withheld, out);
                case json -> out.println(JSON.writeValueAsString(json(items, missed, withheld)));
                case yaml -> yaml(items, out);
            }
            out.flush();
        }
        return 0;
    }

    private static void text(List<ReviewItem> items, List<String> missed, List<Notice> withheld, PrintWriter out)
            throws JsonProcessingException {
        for (ReviewItem item : items) {
            out.println(item.title() + "  <" + item.summary() + ">");
            out.println("  " + item.label() + (item.explanation().isEmpty() ? "" : ": " + item.explanation()));
            if (!item.printed().isEmpty()) {
                out.println("  printed: " + item.printed());
            }
            if (!item.page().isEmpty()) {
                out.println("  page: " + item.page());
            }
            out.println();
            YAML.writeValueAsString(List.of(item.correction())).lines().forEach(line -> out.println("    " + line));
            out.println();
        }
        missed.forEach(name -> out.println(
                "missed: " + name + ": the last crawl has not found it; the next that misses it takes it out."
                        + " ./precis redirect says that another is the same, ./precis remove takes"
                        + " it out now\n"));
        withheld.forEach(notice -> out.println("withheld: " + notice + "\n"));
        out.println(items.size() + " to look at, " + missed.size() + " missed, " + withheld.size()
                + " withheld; what you change goes into " + "data/sources/<id>/" + Corrections.FOLDER + "/<name>.yaml");
    }

    private static ObjectNode json(List<ReviewItem> items, List<String> missed, List<Notice> withheld) {
        ObjectNode document = JSON.createObjectNode();
        ArrayNode list = document.putArray("items");
        for (ReviewItem item : items) {
            list.addObject()
                    .put("summary", item.summary())
                    .put("title", item.title())
                    .put("page", item.page())
                    .put("flag", item.flag())
                    .put("explanation", item.explanation())
                    .put("printed", item.printed())
                    .set("correction", item.correction());
        }
        missed.forEach(document.putArray("missed")::add);
        ArrayNode refused = document.putArray("withheld");
        withheld.forEach(notice -> refused.addObject()
                .put("what", notice.where())
                .put("code", notice.code())
                .put("reason", notice.message()));
        return document;
    }

    private static void yaml(List<ReviewItem> items, PrintWriter out) throws JsonProcessingException {
        for (ReviewItem item : items) {
            out.println("# " + item.label() + (item.explanation().isEmpty() ? "" : ": " + item.explanation()));
            if (!item.printed().isEmpty()) {
                out.println("# printed: " + item.printed());
            }
            out.print(YAML.writeValueAsString(List.of(item.correction())));
        }
    }
}
