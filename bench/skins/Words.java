import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the posts of one blog are put together from; no sentence is given out twice. */
final class Words {
    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

    final Locale locale;
    private final Random random;
    private final Map<String, List<String>> sections = new HashMap<>();
    private final Map<String, String> said = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private Map<String, String> matters = Map.of();

    Words(Path folder, String language, Random random) throws IOException {
        this.locale = Locale.forLanguageTag(language);
        this.random = random;
        List<String> section = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(locale.getLanguage() + ".txt"))) {
            if (line.startsWith("[")) {
                section = sections.computeIfAbsent(line.substring(1, line.length() - 1), name -> new ArrayList<>());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                section.add(line);
            }
        }
        for (String line : sections.get("said")) {
            String[] options = line.substring(line.indexOf('=') + 1).split("\\|");
            said.put(line.substring(0, line.indexOf('=')), options[random.nextInt(options.length)]);
        }
    }

    /** What the next post is about. */
    void newMatters(String author) {
        Map<String, String> next = new HashMap<>();
        for (String name : List.of("pop", "cond", "treat", "comp", "measure", "place")) {
            next.put(name, any(name));
        }
        next.put("author", author);
        matters = next;
    }

    /** One word of the blog for a part of a page, the same each time. */
    String say(String key) {
        String word = said.get(key);
        if (word == null) {
            throw new IllegalArgumentException("no word for " + key + " in " + locale);
        }
        return word;
    }

    String any(String section) {
        List<String> lines = sections.get(section);
        return lines.get(random.nextInt(lines.size()));
    }

    List<String> all(String section) {
        return sections.get(section);
    }

    /** A sentence or a title of a section, as no post of the blog has it yet. */
    String sentence(String section) {
        String filled = "";
        for (int attempt = 0; attempt < 600; attempt++) {
            String frame = any(section);
            if (attempt % 150 == 149) {
                // all is said about this: of something else, then
                newMatters(matters.getOrDefault("author", ""));
            }
            filled = fill(frame);
            if (used.add(filled) && (attempt > 40 || used.add(section + matters.hashCode() + frame))) {
                return filled;
            }
        }
        throw new IllegalStateException("nothing new to say about " + section + " in " + locale + ": " + filled);
    }

    private String fill(String frame) {
        String filled = SLOT.matcher(frame).replaceAll(match -> Matcher.quoteReplacement(value(match.group(1))));
        return switch (locale.getLanguage()) {
            case "es" -> filled.replace(" de el ", " del ").replace(" a el ", " al ");
            case "fr" ->
                filled.replace(" de le ", " du ").replace(" de les ", " des ").replace(" à le ", " au ");
            default -> filled;
        };
    }

    private String value(String name) {
        String known = matters.get(name.toLowerCase(Locale.ROOT));
        if (known != null) {
            return Character.isUpperCase(name.charAt(0)) ? capital(known) : known;
        }
        return switch (name) {
            case "n" -> String.valueOf(90 + random.nextInt(800));
            case "n2" -> String.valueOf(12 + random.nextInt(60));
            case "k" -> String.valueOf(3 + random.nextInt(9));
            case "pct" -> String.valueOf(41 + random.nextInt(35));
            case "pct2" -> String.valueOf(11 + random.nextInt(28));
            case "weeks" -> String.valueOf(4 + random.nextInt(20));
            case "months" -> String.valueOf(3 + random.nextInt(30));
            case "years" -> String.valueOf(4 + random.nextInt(26));
            case "year" -> String.valueOf(1990 + random.nextInt(20));
            case "d", "r" -> String.format(locale, "%.2f", 0.11 + random.nextInt(60) / 100.0);
            default -> throw new IllegalArgumentException("no value for {" + name + "}");
        };
    }

    String capital(String text) {
        return text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }

    /** Sentences in a row, of at least so many characters. */
    List<String> paragraph(String section, int least, int most) {
        List<String> sentences = new ArrayList<>();
        int length = 0;
        while (length < least) {
            String from = sentences.size() > 1 && random.nextInt(6) == 0 ? "aside" : section;
            String next;
            try {
                next = sentence(from);
            } catch (IllegalStateException exhausted) {
                next = sentence("result");
            }
            if (length > 0 && length + next.length() > most) {
                break;
            }
            sentences.add(next);
            length += next.length() + 1;
        }
        return sentences;
    }
}
