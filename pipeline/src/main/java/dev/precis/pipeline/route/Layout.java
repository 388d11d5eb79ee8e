package dev.precis.pipeline.route;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.extract.block.RichParagraphs;
import dev.precis.sparql.archive.DurableFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the pages of a source have alike, kept in {@code <store>/layouts/<id>.json}: it is learned where all posts of a
 * source are read together, and an input of whatever is read afterwards, so that one page more never changes what other
 * pages say (ADR 31).
 */
final class Layout {
    static final Layout NONE = new Layout(Set.of());

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int VERSION = 1;
    /** In fewer posts something may stand by chance. */
    private static final int FEWEST = 4;
    /** A paragraph; what is shorter may be the heading of a section, unless it ends a text. */
    private static final int WORDS = 6;

    private final TreeSet<String> furniture;
    private final Set<String> keys;

    private Layout(Collection<String> furniture) {
        this.furniture = new TreeSet<>(furniture);
        this.keys = furniture.stream().map(Texts::key).collect(toCollection(HashSet::new));
    }

    /** The form of the file. */
    record Stored(int version, List<String> furniture) {}

    /** What stands in most of these posts, each of which is there once. */
    static Layout learn(List<Draft> drafts) {
        List<Draft> read = drafts.stream()
                .filter(draft -> parts(draft).anyMatch(part -> !part.isEmpty()))
                .toList();
        TreeMap<String, TreeSet<String>> printed = new TreeMap<>();
        TreeMap<String, Integer> times = new TreeMap<>();
        for (Draft draft : read) {
            parts(draft)
                    .flatMap(List::stream)
                    .map(Passage::text)
                    .peek(text -> printed.computeIfAbsent(Texts.key(text), key -> new TreeSet<>())
                            .add(text))
                    .map(Texts::key)
                    .distinct()
                    .forEach(key -> times.merge(key, 1, Integer::sum));
        }
        Set<String> repeated = new HashSet<>();
        times.forEach((key, count) -> {
            if (!key.isEmpty() && count >= FEWEST && 2 * count > read.size()) {
                repeated.add(key);
            }
        });
        Set<String> inside = new HashSet<>();
        for (List<Passage> part : read.stream().flatMap(Layout::parts).toList()) {
            List<String> ofPart =
                    part.stream().map(Passage::text).map(Texts::key).toList();
            int end = ofPart.size();
            while (end > 0 && repeated.contains(ofPart.get(end - 1))) {
                end--;
            }
            inside.addAll(ofPart.subList(0, end));
        }
        return new Layout(repeated.stream()
                .filter(key -> isLong(key) || !inside.contains(key))
                .flatMap(key -> Stream.ofNullable(printed.get(key)))
                .map(TreeSet::first)
                .toList());
    }

    private static Stream<List<Passage>> parts(Draft draft) {
        return Stream.of(draft.body(), draft.implications());
    }

    private static boolean isLong(String key) {
        return key.split(" ", -1).length >= WORDS;
    }

    /** The post without what is text of none. */
    Draft read(Draft draft) {
        if (keys.isEmpty()) {
            return draft;
        }
        Draft left = draft.withTexts(without(draft.body()), without(draft.implications()));
        return left.withRich(RichParagraphs.left(draft, left));
    }

    /** A part of which nothing would be left stays: then it is the reading that is wrong, and not the page. */
    private List<Passage> without(List<Passage> part) {
        List<Passage> left = new ArrayList<>(part);
        while (!left.isEmpty() && keys.contains(Texts.key(left.getLast().text()))) {
            left.removeLast();
        }
        left.removeIf(passage -> {
            String key = Texts.key(passage.text());
            return isLong(key) && keys.contains(key);
        });
        return left.isEmpty() ? part : left;
    }

    /**
     * The layout of a source that is kept in a store; {@link #NONE} if there is none, or one that is not understood.
     */
    static Layout read(Path store, String source) {
        try {
            Stored stored = JSON.readValue(file(store, source).toFile(), Stored.class);
            return stored != null && stored.furniture() != null && stored.version() == VERSION
                    ? new Layout(stored.furniture())
                    : NONE;
        } catch (JacksonException | FileNotFoundException e) {
            return NONE; // it is learned again where all posts are read
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file(store, source), e);
        }
    }

    /** Keeps it, whole or not at all. */
    void write(Path store, String source) {
        try {
            DurableFiles.write(
                    file(store, source), JSON.writeValueAsBytes(new Stored(VERSION, List.copyOf(furniture))));
        } catch (JacksonException e) {
            throw new IllegalStateException("a list of texts is JSON", e);
        }
    }

    private static Path file(Path store, String source) {
        return store.resolve("layouts").resolve(source + ".json");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Layout layout && layout.furniture.equals(furniture);
    }

    @Override
    public int hashCode() {
        return furniture.hashCode();
    }
}
