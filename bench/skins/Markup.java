import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The mark-up that one system emits, as a file: first lines of settings, then {@code === part} and its lines. In a part
 * {@code {{name}}} is filled in, and what stands in {@code [[ ]]} is left out where a name in it has no value.
 */
final class Markup {
    final String name;
    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, String> parts = new LinkedHashMap<>();

    Markup(Path file) throws IOException {
        this.name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        String part = "";
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("=== ")) {
                part = line.substring(4).strip();
            } else if (!part.isEmpty()) {
                parts.merge(part, line + "\n", String::concat);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String[] words = line.split(" ", 2);
                settings.put(words[0], words.length > 1 ? words[1] : "");
            }
        }
    }

    String setting(String key, String otherwise) {
        return settings.getOrDefault(key, otherwise);
    }

    boolean has(String part) {
        return parts.containsKey(part);
    }

    String part(String part, Map<String, String> values) {
        String text = parts.get(part);
        if (text == null) {
            throw new IllegalArgumentException("no part " + part + " in " + name);
        }
        return fill(text.strip(), values);
    }

    /** A block of text in this mark-up: {@code p h2 h3 h4 b ul li quote caption box}. */
    String block(String block, String inner) {
        String pattern = settings.get(block);
        if (pattern == null) {
            pattern = switch (block) {
                case "h" -> "<h3>{{x}}</h3>";
                case "b" -> "<p><strong>{{x}}</strong></p>";
                case "quote" -> "<blockquote>{{x}}</blockquote>";
                case "caption" -> "<figure><img src=\"/i/1.jpg\" alt=\"\"><figcaption>{{x}}</figcaption></figure>";
                case "box" -> "<div>{{x}}</div>";
                case "tdp" -> "{{x}}";
                default -> "<" + block + ">{{x}}</" + block + ">";
            };
        }
        return pattern.replace("{{x}}", inner);
    }

    private static String fill(String template, Map<String, String> values) {
        StringBuilder out = new StringBuilder();
        fill(template, 0, values, out, new boolean[1]);
        return out.toString();
    }

    /**
     * Fills up to the end of the part in brackets that begins at {@code from}; tells in {@code empty} whether a name
     * had no value.
     */
    private static int fill(String template, int from, Map<String, String> values, StringBuilder out, boolean[] empty) {
        int at = from;
        while (at < template.length()) {
            if (template.startsWith("[[", at)) {
                StringBuilder inner = new StringBuilder();
                boolean[] lacks = new boolean[1];
                at = fill(template, at + 2, values, inner, lacks);
                if (!lacks[0]) {
                    out.append(inner);
                }
            } else if (template.startsWith("]]", at)) {
                return at + 2;
            } else if (template.startsWith("{{", at)) {
                int end = template.indexOf("}}", at);
                String value = values.getOrDefault(template.substring(at + 2, end), "");
                empty[0] |= value.isEmpty();
                out.append(value);
                at = end + 2;
            } else {
                out.append(template.charAt(at++));
            }
        }
        return at;
    }
}
