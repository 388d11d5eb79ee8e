package dev.precis.sparql.page;

import dev.precis.sparql.query.Card;
import dev.precis.sparql.query.Catalogue.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How many summaries there are of each year, as a drawing of bars; years without any are in it.
 *
 * @param years oldest first, each with the address of its summaries, which is empty where it has none
 */
public record YearChart(List<Count> years) {
    public static final int WIDTH = 320;
    public static final int HEIGHT = 110;

    /** Where the bars stand. */
    public static final int FLOOR = 92;

    private static final int HIGHEST = 74;
    private static final int LABEL = 30;
    private static final int LONGEST = 60;

    public YearChart {
        years = List.copyOf(years);
    }

    /** A bar; lengths in the units of the drawing. */
    public record Bar(String year, int count, String x, String y, String width, String height, String middle) {}

    /**
     * @param all the cards of the blog: from its first to its newest year
     * @param cards those that are counted
     * @param address of the summaries of a year
     */
    public static YearChart of(List<Card> all, List<Card> cards, Function<String, String> address) {
        Map<String, Long> counts = counts(cards);
        List<String> years = new ArrayList<>(new TreeMap<>(counts(all)).keySet());
        if (!years.isEmpty()) {
            int first = Integer.parseInt(years.getFirst());
            int last = Integer.parseInt(years.getLast());
            // one mistaken date must not fill the drawing with centuries
            if (last - first < LONGEST) {
                years.clear();
                for (int year = first; year <= last; year++) {
                    years.add("%04d".formatted(year));
                }
            }
        }
        return new YearChart(years.stream()
                .map(year -> new Count(
                        counts.containsKey(year) ? address.apply(year) : "",
                        year,
                        counts.getOrDefault(year, 0L).intValue()))
                .toList());
    }

    private static Map<String, Long> counts(List<Card> cards) {
        return cards.stream()
                .map(Card::year)
                .filter(year -> year.matches("[0-9]{4}"))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** Whether there is anything to compare. */
    public boolean isWorthDrawing() {
        return years.size() > 1 && most() > 0;
    }

    private int most() {
        return years.stream().mapToInt(Count::count).max().orElse(0);
    }

    /** The bars from left to right. */
    public List<Bar> bars() {
        double slot = (double) WIDTH / years.size();
        double unit = (double) HIGHEST / Math.max(1, most());
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < years.size(); i++) {
            Count year = years.get(i);
            double height = year.count() * unit;
            bars.add(new Bar(
                    isNamed(i, slot) ? year.label() : "",
                    year.count(),
                    number(i * slot + slot * 0.15),
                    number(FLOOR - height),
                    number(slot * 0.7),
                    number(height),
                    number(i * slot + slot / 2)));
        }
        return bars;
    }

    /** As many years have their name below them as there is room for, the newest always. */
    private boolean isNamed(int index, double slot) {
        int every = (int) Math.ceil(LABEL / slot);
        return (years.size() - 1 - index) % every == 0;
    }

    private static String number(double length) {
        return String.format(Locale.ROOT, "%.1f", length);
    }

    /** The same in a sentence. */
    public String text() {
        return years.stream()
                .map(year -> year.label() + ": " + year.count())
                .collect(Collectors.joining(", ", "", "."));
    }
}
