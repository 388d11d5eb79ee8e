package dev.precis.pipeline.understand.topic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What words of a heading tell of a source's topics, learned from its tagged summaries: a file for people, too. */
public record TopicWords(List<TopicWord> words) {
    /** The file in a source's folder. */
    public static final String FILE = "topic-words.tsv";

    public static final TopicWords NONE = new TopicWords(List.of());

    private static final String HEAD = """
        # Words in titles (of summaries and of the works they cite) that tell topics: how likely, from 0 to 1.
        # Learned from the topics that the source names; "precis learn" rewrites this file.
        # topic\tword\tweight
        """;
    private static final Pattern LINE = Pattern.compile("([^\\t]+)\\t([^\\t]+)\\t(0|1|0?\\.\\d+)");

    public TopicWords {
        words = words.stream()
                .sorted(Comparator.comparing(TopicWord::topic)
                        .thenComparing(TopicWord::weight, Comparator.reverseOrder())
                        .thenComparing(TopicWord::word))
                .toList();
    }

    /**
     * What one word tells.
     *
     * @param topic the topic's notation; its preferred label where it has none
     * @param word in the form that {@link WordForms} gives it
     * @param weight how likely a summary with the word in a heading has the topic
     */
    public record TopicWord(String topic, String word, double weight) {}

    /** Reads the file; where there is none, nothing was learned. */
    public static TopicWords read(Path file) {
        try {
            return Files.exists(file) ? parse(file, Files.readAllLines(file)) : NONE;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static TopicWords parse(Path file, List<String> lines) {
        List<TopicWord> words = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Matcher fields = LINE.matcher(line);
            if (!fields.matches()) {
                throw new IllegalArgumentException(
                        file + ":" + (i + 1) + ": expected topic, word and a weight from 0 to 1, tabs between them");
            }
            words.add(new TopicWord(fields.group(1), fields.group(2), Double.parseDouble(fields.group(3))));
        }
        return new TopicWords(words);
    }

    /** The file's text: the same words give the same bytes. */
    public String text() {
        StringBuilder text = new StringBuilder(HEAD);
        for (TopicWord word : words) {
            text.append(String.format(Locale.ROOT, "%s\t%s\t%.2f%n", word.topic(), word.word(), word.weight())
                    .replace("\r", ""));
        }
        return text.toString();
    }

    public void write(Path file) {
        try {
            Files.writeString(file, text(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
