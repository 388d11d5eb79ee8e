package dev.precis.sparql.page;

import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Card;
import dev.precis.sparql.query.Catalogue.Count;
import dev.precis.sparql.query.Detail;
import dev.precis.sparql.query.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the first page of a blog shows.
 *
 * @param search where its summaries are sought
 * @param total how many there are
 * @param month the newest one
 * @param whole its first summaries, to be read at once
 * @param others the rest of them
 * @param years the archive by month
 * @param topics those that have summaries
 * @param blogs its sister blogs
 */
public record Home(
        Blog blog,
        String search,
        int total,
        Named month,
        List<Detail> whole,
        List<Card> others,
        List<Year> years,
        List<TopicGroup> topics,
        List<Blog> blogs) {
    /** How many summaries of a month are shown whole; blogs have a few a month. */
    public static final int WHOLE = 10;

    public Home {
        whole = List.copyOf(whole);
        others = List.copyOf(others);
        years = List.copyOf(years);
        topics = List.copyOf(topics);
        blogs = List.copyOf(blogs);
    }

    /** A year of the archive and its months, in the order they came. */
    public record Year(String label, List<Count> months) {
        public Year {
            months = List.copyOf(months);
        }

        /** The years of some months. */
        public static List<Year> of(List<Count> months) {
            Map<String, List<Count>> years = new LinkedHashMap<>();
            for (Count month : months) {
                String year = month.label().substring(month.label().lastIndexOf(' ') + 1);
                years.computeIfAbsent(year, y -> new ArrayList<>()).add(month);
            }
            return years.entrySet().stream()
                    .map(entry -> new Year(entry.getKey(), entry.getValue()))
                    .toList();
        }

        /** A month without its year. */
        public static String name(Count month) {
            int space = month.label().lastIndexOf(' ');
            return space < 0 ? month.label() : month.label().substring(0, space);
        }
    }

    /** Topics that readers look for in one place; those that are in no group come last, without a label. */
    public record TopicGroup(String label, List<Count> topics) {
        private static final Comparator<String> LAST_IF_EMPTY =
                Comparator.comparing(String::isEmpty).thenComparing(String.CASE_INSENSITIVE_ORDER);

        public TopicGroup {
            topics = List.copyOf(topics);
        }

        /** @param groups of topics, by the name of the topic */
        public static List<TopicGroup> of(List<Count> topics, Map<String, Named> groups) {
            Map<String, List<Count>> grouped = new TreeMap<>(LAST_IF_EMPTY);
            topics.forEach(topic -> grouped.computeIfAbsent(
                            groups.getOrDefault(topic.iri(), Named.NONE).name(), label -> new ArrayList<>())
                    .add(topic));
            return grouped.entrySet().stream()
                    .map(entry -> new TopicGroup(entry.getKey(), entry.getValue()))
                    .toList();
        }
    }
}
