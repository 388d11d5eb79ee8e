import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The settings and topics of a blog as a person writes them who has looked at it for a minute: names and labels. */
final class Settings {
    private Settings() {}

    static void write(Plan plan, List<Post> posts, Path folder) throws IOException {
        Words words = plan.words;
        StringBuilder yaml = new StringBuilder();
        yaml.append("name: ")
                .append(quoted(plan.site))
                .append("\nhome: ")
                .append(plan.home)
                .append("\nlanguage: ")
                .append(words.locale.getLanguage())
                .append("\npublisher: ")
                .append(quoted(plan.site))
                .append("\nlicence: https://creativecommons.org/licenses/by/4.0/\npath: ")
                .append(plan.id)
                .append("/\n");
        StringBuilder labels = new StringBuilder();
        List<String> implications = new ArrayList<>();
        if (plan.has(Irregularity.KEY_POINTS_FIRST)) {
            implications.add(words.say("points"));
        } else if (plan.implications) {
            implications.add(words.say("implications"));
            if (plan.has(Irregularity.TWO_IMPLICATIONS) && plan.bothImplications) {
                implications.add(words.say("research"));
            }
        }
        label(labels, "implications", implications);
        label(
                labels,
                "topics",
                plan.topics && plan.markup.setting("topics", "label").equals("label")
                        ? List.of(words.say("topics"))
                        : List.of());
        label(
                labels,
                "noise",
                plan.noise.stream().filter(line -> !line.startsWith("!")).toList());
        Files.writeString(folder.resolve("profile.yaml"), yaml + (labels.isEmpty() ? "" : "labels:\n" + labels));
        StringBuilder topics = new StringBuilder("@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
                + "@prefix dct: <http://purl.org/dc/terms/> .\n"
                + "<topic> a skos:ConceptScheme ; dct:title \"Topics\"@en .\n"
                + "<type> a skos:ConceptScheme ; dct:title \"Types\"@en .\n");
        String language = words.locale.getLanguage();
        List<String> known = plan.topics
                ? posts.stream()
                        .flatMap(post -> post.topics.stream())
                        .distinct()
                        .toList()
                : words.all("topic").subList(0, 1);
        for (String topic : known) {
            topics.append("<topic/")
                    .append(BlogWriter.slug(topic))
                    .append("> a skos:Concept ; skos:prefLabel \"")
                    .append(topic)
                    .append("\"@")
                    .append(language)
                    .append(" ; skos:inScheme <topic> ; skos:topConceptOf <topic> .\n");
        }
        Files.writeString(folder.resolve("topics.ttl"), topics);
    }

    private static void label(StringBuilder yaml, String key, List<String> lines) {
        if (!lines.isEmpty()) {
            yaml.append("  ")
                    .append(key)
                    .append(": [")
                    .append(String.join(
                            ", ", lines.stream().map(Settings::quoted).toList()))
                    .append("]\n");
        }
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\\\"") + "\"";
    }
}
