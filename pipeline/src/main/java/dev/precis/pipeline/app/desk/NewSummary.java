package dev.precis.pipeline.app.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import dev.precis.pipeline.domain.SourceProfile;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** A summary as somebody wrote it in the form: a file of Markdown with its fields in front. */
record NewSummary(String fileName, String text) {
    private static final int LONGEST = 60;
    private static final ObjectMapper YAML = new ObjectMapper(
            YAMLFactory.builder().disable(YAMLGenerator.Feature.SPLIT_LINES).build());

    static NewSummary of(DeskRequest form, SourceProfile profile) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (String name : List.of("title", "month", "author", "citation")) {
            String value = form.value(name).replaceAll("\\s+", " ");
            if (!value.isEmpty()) {
                fields.put(name, value);
            }
        }
        List<String> topics = form.values("topic");
        if (!topics.isEmpty()) {
            ArrayNode list = fields.putArray("topics");
            topics.forEach(list::add);
        }
        if (!form.value("type").isEmpty()) {
            fields.put("type", form.value("type"));
        }
        String heading = profile.labels().implications().stream().findFirst().orElse("Practice Implications");
        String implications = form.value("implications");
        try {
            return new NewSummary(
                    name(form.value("title")),
                    YAML.writeValueAsString(fields) + "---\n\n"
                            + form.value("body").replace("\r\n", "\n") + "\n"
                            + (implications.isEmpty()
                                    ? ""
                                    : "\n## " + heading + "\n\n" + implications.replace("\r\n", "\n") + "\n"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Letters, digits and hyphens: whatever the title is, it names a file in this folder. */
    private static String name(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String name = plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("-$", "");
        return (name.isEmpty() ? "summary" : name) + ".md";
    }
}
