package dev.precis.pipeline.app.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precis.pipeline.correct.ReviewItem;
import dev.precis.sparql.page.Desk.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.StreamSupport;

/** The fields of the form for a correction, and the correction that a form with such fields means. */
final class CorrectionFields {
    private static final String CITATION = "citation.";
    private static final String AUTHOR = "author";
    /** How each variable of a citation is called on the page. */
    private static final SequencedMap<String, String> VARIABLES = new LinkedHashMap<>();
    /** What of a summary itself can be corrected. */
    private static final List<Field> OF_SUMMARY = List.of(
            new Field("title", "Title of the summary", "", "Empty: as it was read", 1),
            new Field("date", "Date of the summary", "", "2021-05, or 2021-05-14. Empty: as it was read", 1),
            new Field(AUTHOR, "Author of the summary", "", "Empty: as it was read", 1),
            new Field("add", "Topics and types that are missing", "", "Labels of the source, one a line", 2),
            new Field("remove", "Topics and types that do not belong", "", "Labels of the source, one a line", 2));

    private static final Map<String, String> HINTS =
            Map.of(AUTHOR, "Family, Given; one a line", "issued", "2021, 2021-05 or 2021-05-14");

    static {
        VARIABLES.put(AUTHOR, "Authors of the study");
        VARIABLES.put("issued", "Published");
        VARIABLES.put("title", "Title of the study");
        VARIABLES.put("container-title", "Journal or book");
        VARIABLES.put("volume", "Volume");
        VARIABLES.put("issue", "Issue");
        VARIABLES.put("page", "Pages");
        VARIABLES.put("DOI", "DOI");
    }

    private CorrectionFields() {}

    /** How a variable of a citation is called on the page. */
    static String label(String variable) {
        return VARIABLES.getOrDefault(variable, variable);
    }

    /** The fields for a doubt, or for a summary. */
    static List<Field> of(ReviewItem item) {
        List<Field> fields = new ArrayList<>();
        JsonNode set = item.correction().path("set");
        if (set.has("citation")) {
            VARIABLES.forEach((name, label) -> fields.add(new Field(
                    CITATION + name,
                    label,
                    text(set.path("citation").path(name)),
                    HINTS.getOrDefault(name, ""),
                    name.equals(AUTHOR) ? 4 : 1)));
        } else if (item.correction().has("findings")) {
            fields.add(new Field("estimate", "The number that is meant", "", "Such as -0.45", 1));
        }
        if (fields.isEmpty() || item.flag().isEmpty()) {
            fields.addAll(OF_SUMMARY);
        }
        return fields;
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? String.join(
                        "\n",
                        StreamSupport.stream(value.spliterator(), false)
                                .map(JsonNode::asText)
                                .toList())
                : value.asText();
    }

    /**
     * The correction that a form means.
     *
     * @param asRead that would leave all as it is, and the flag that it dismisses
     */
    static ObjectNode correction(DeskRequest form, JsonNode asRead) {
        String what = form.value("do");
        ObjectNode correction = JsonNodeFactory.instance.objectNode();
        correction.put("summary", form.value("summary"));
        Optional.of(form.value("reason"))
                .filter(reason -> !reason.isEmpty())
                .ifPresent(reason -> correction.put("reason", reason));
        Optional.of(form.value("by")).filter(by -> !by.isEmpty()).ifPresent(by -> correction.put("by", by));
        JsonNode citation = asRead.path("set").path("citation");
        String quote = asRead.path("findings").path(0).path("quote").asText();
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        switch (what) {
            case "accept" -> set.set("citation", citation.deepCopy());
            case "drop" ->
                correction.putArray("findings").addObject().put("quote", quote).put("drop", true);
            case "correct" -> {
                set(set, form, asRead);
                if (!form.value("estimate").isEmpty()) {
                    estimate(correction.putArray("findings").addObject().put("quote", quote), form.value("estimate"));
                }
            }
            default -> {
                // a flag is dismissed, and nothing else
            }
        }
        if (!set.isEmpty()) {
            correction.set("set", set);
        }
        JsonNode flags = asRead.path("flags");
        // what is still odd about a citation that was corrected is flagged anew
        boolean judgedAnew = what.equals("correct") && asRead.path("set").has("citation");
        if (!flags.isMissingNode() && !judgedAnew) {
            correction.set("flags", flags.deepCopy());
        }
        return correction;
    }

    private static void estimate(ObjectNode finding, String number) {
        try {
            finding.put("estimate", new BigDecimal(number));
        } catch (NumberFormatException none) {
            finding.put("estimate", number); // whoever reads it says what is wrong
        }
    }

    private static void set(ObjectNode set, DeskRequest form, JsonNode asRead) {
        for (Field field : OF_SUMMARY.subList(0, 3)) {
            if (!form.value(field.name()).isEmpty()) {
                set.put(field.name(), form.value(field.name()));
            }
        }
        ObjectNode topics = JsonNodeFactory.instance.objectNode();
        for (String change : List.of("add", "remove")) {
            List<String> labels = lines(form.value(change));
            if (!labels.isEmpty()) {
                topics.set(change, list(labels));
            }
        }
        if (!topics.isEmpty()) {
            set.set("topics", topics);
        }
        if (asRead.path("set").has("citation")) {
            ObjectNode citation = citation(form, asRead.path("set").path("citation"));
            if (!citation.isEmpty()) {
                set.set("citation", citation);
            }
        }
    }

    /** What is another one than was read; nothing takes a variable away. */
    private static ObjectNode citation(DeskRequest form, JsonNode asRead) {
        ObjectNode citation = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, String> variable : VARIABLES.entrySet()) {
            String name = variable.getKey();
            String value = String.join("\n", lines(form.value(CITATION + name)));
            if (value.equals(text(asRead.path(name)))) {
                continue;
            }
            if (value.isEmpty()) {
                citation.putNull(name);
            } else if (name.equals(AUTHOR)) {
                citation.set(name, list(lines(value)));
            } else {
                citation.put(name, value);
            }
        }
        return citation;
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static ArrayNode list(List<String> values) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        values.forEach(list::add);
        return list;
    }
}
