package dev.precis.pipeline.trial;

import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.extract.Clues;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The first settings of a blog that nobody has described yet: guesses, each from what its pages tell alike.
 *
 * @param name of the blog
 * @param home where it lives; empty where nothing tells
 * @param language BCP 47
 * @param implications headings that read like those of implications
 * @param otherHeadings that stand on most pages and may be
 * @param topicLabels words before links to topics, beyond what every blog says
 * @param topics categories and tags, the most frequent first
 */
public record Sketch(
        String name,
        String home,
        String language,
        List<String> implications,
        List<String> otherHeadings,
        List<String> topicLabels,
        List<Counted> topics) {
    /** Stands for the home of a blog until that is known. */
    static final String NOWHERE = "https://blog.example/";

    private static final int MOST_HEADINGS = 6;
    private static final String PARTS_OF_TITLE = "\\s+[|–—·•»«-]+\\s+";

    public Sketch {
        implications = List.copyOf(implications);
        otherHeadings = List.copyOf(otherHeadings);
        topicLabels = List.copyOf(topicLabels);
        topics = List.copyOf(topics);
    }

    /** Something and on how many pages it stands. */
    public record Counted(String text, int times) {}

    /**
     * What the clues say alike.
     *
     * @param addresses of the pages
     */
    public static Sketch of(List<Clues> clues, List<URI> addresses) {
        String home = mostFrequent(clues, one -> Stream.of(one.home()))
                .filter(Sketch::isWeb)
                .findFirst()
                .orElseGet(() -> site(addresses));
        List<Counted> headings = counted(clues, one -> one.headings().stream());
        int few = clues.size() == 1 ? 1 : 2;
        List<String> implications = headings.stream()
                .filter(heading -> heading.times() >= few && HeadingWords.areImplications(heading.text()))
                .map(Counted::text)
                .limit(MOST_HEADINGS)
                .toList();
        List<String> others = headings.stream()
                .filter(heading -> clues.size() > 1 && 2 * heading.times() > clues.size())
                .map(Counted::text)
                .filter(heading -> !implications.contains(heading) && !HeadingWords.areSection(heading))
                .limit(MOST_HEADINGS)
                .toList();
        return new Sketch(
                name(clues, home),
                home,
                mostFrequent(clues, one -> Stream.of(one.language()))
                        .flatMap(language -> language(language).stream())
                        .findFirst()
                        .orElse("en"),
                implications,
                others,
                mostFrequent(clues, one -> one.beforeTags().stream())
                        .limit(MOST_HEADINGS)
                        .toList(),
                counted(clues, one -> one.tags().stream()));
    }

    private static String name(List<Clues> clues, String home) {
        List<List<String>> titles = clues.stream()
                .map(Clues::title)
                .filter(title -> !title.isEmpty())
                .map(title -> Arrays.asList(title.split(PARTS_OF_TITLE)))
                .toList();
        Stream<String> common = titles.isEmpty()
                ? Stream.empty()
                : titles.size() == 1
                        ? titles.getFirst().stream().skip(1).limit(1)
                        : titles.getFirst().stream()
                                .filter(part -> titles.stream().allMatch(title -> title.contains(part)));
        return Stream.of(mostFrequent(clues, one -> one.blog().stream()), common, Stream.of(host(home)))
                .flatMap(Function.identity())
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("A blog");
    }

    private static String host(String home) {
        return home.isEmpty() ? "" : String.valueOf(URI.create(home).getHost());
    }

    private static boolean isWeb(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getHost() != null && uri.getScheme().matches("https?");
        } catch (IllegalArgumentException broken) {
            return false;
        }
    }

    /** The root of the site that most pages lie on. */
    private static String site(List<URI> addresses) {
        return count(addresses.stream()
                        .filter(address ->
                                address.getHost() != null && !address.toString().startsWith(NOWHERE))
                        .map(address -> address.getScheme() + "://" + address.getRawAuthority() + "/"))
                .map(Counted::text)
                .findFirst()
                .orElse("");
    }

    private static List<String> language(String told) {
        try {
            String tag = new Locale.Builder()
                    .setLanguageTag(told.replace('_', '-'))
                    .build()
                    .toLanguageTag();
            return tag.equals("und") ? List.of() : List.of(tag);
        } catch (IllformedLocaleException nonsense) {
            return List.of();
        }
    }

    private static Stream<String> mostFrequent(List<Clues> clues, Function<Clues, Stream<String>> texts) {
        return counted(clues, texts).stream().map(Counted::text);
    }

    /** Spellings of one key are one text, each counted once for a page; the most frequent first, then as met. */
    private static List<Counted> counted(List<Clues> clues, Function<Clues, Stream<String>> texts) {
        return count(clues.stream()
                        .flatMap(one -> texts
                                .apply(one)
                                .filter(text -> !text.isBlank())
                                .collect(Collectors.toMap(
                                        Texts::key, text -> text, (first, same) -> first, LinkedHashMap::new))
                                .values()
                                .stream()))
                .toList();
    }

    private static Stream<Counted> count(Stream<String> texts) {
        SequencedMap<String, List<String>> groups = new LinkedHashMap<>();
        texts.forEach(text -> groups.computeIfAbsent(Texts.key(text), key -> new ArrayList<>())
                .add(text));
        List<Counted> all = new ArrayList<>();
        groups.values().forEach(group -> all.add(new Counted(group.getFirst(), group.size())));
        all.sort(Comparator.comparingInt(Counted::times).reversed());
        return all.stream();
    }
}
