package dev.precis.sparql.plot;

import dev.precis.sparql.plot.ForestPlot.Row;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the parts of a plot are drawn, in the units of the drawing: for a page, and for a screen as wide as a hand. */
public enum Drawing {
    /** Columns: study and outcome, the interval, the numbers, those of studies and people, heterogeneity. */
    WIDE(880, 232, 478, 42, 16, 20, 34),
    /** Study, outcome and numbers above each interval. */
    NARROW(320, 8, 312, 82, 14, 64, 42);

    private static final Pattern COUNTED = Pattern.compile(" \\([0-9]+\\)$");
    private static final int LEADING = 17;
    private static final int REACH = 11;
    private static final double SMALLEST = 5;
    private static final double LARGEST = 12;
    private static final int BELOW = 38;
    /** For the words that say which side favours what. */
    private static final int SIDES = 20;

    private static final int HEAD = 26;
    private static final int STUDIES = 200;
    private static final int PEOPLE = 266;
    private static final double ARROW = 5;

    private final int width;
    private final int left;
    private final int right;
    private final int row;
    private final int text;
    private final int line;
    private final int longest;

    Drawing(int width, int left, int right, int row, int text, int line, int longest) {
        this.width = width;
        this.left = left;
        this.right = right;
        this.row = row;
        this.text = text;
        this.line = line;
        this.longest = longest;
    }

    /** The name of its class in the style sheet. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isWide() {
        return this == WIDE;
    }

    public int width() {
        return width;
    }

    public int left() {
        return left;
    }

    public int right() {
        return right;
    }

    /** Where the column of the numbers of studies ends. */
    public int studies() {
        return right + STUDIES;
    }

    /** Where that of the numbers of people ends, and beside it heterogeneity begins. */
    public int people() {
        return right + PEOPLE;
    }

    public int height(ForestPlot plot) {
        return floor(plot) + BELOW + (plot.rightFavours().isEmpty() ? 0 : isWide() ? SIDES : 2 * SIDES);
    }

    /** Where the axis is. */
    public int floor(ForestPlot plot) {
        return HEAD + plot.rows().size() * row + 4;
    }

    /** The line that the words of a row stand on. */
    public int text(int index) {
        return HEAD + index * row + text;
    }

    /** The line below it. */
    public int below(int index) {
        return text(index) + LEADING;
    }

    /** The line that the interval of a row lies on. */
    public int line(int index) {
        return HEAD + index * row + line;
    }

    public String x(double place) {
        return number(left + place * (right - left));
    }

    /** Where words about a side of no effect stand: from the line itself, if there is one, to that side. */
    public String aside(ForestPlot plot, int distance) {
        return number(left + plot.noEffect().orElse(0.5) * (right - left) + distance);
    }

    /** The length of the sides of a row's square. */
    public double side(Row row) {
        return row.isWeighted() ? SMALLEST + row.weight() * (LARGEST - SMALLEST) : SMALLEST + 1;
    }

    public String squareX(Row row) {
        return number(left + row.at() * (right - left) - side(row) / 2);
    }

    public String squareY(Row row, int index) {
        return number(line(index) - side(row) / 2);
    }

    /** The head of an arrow that points off the axis. */
    public String arrow(int index, boolean toTheLeft) {
        double tip = toTheLeft ? left : right;
        double back = toTheLeft ? left + ARROW : right - ARROW;
        return "M%s %s L%s %s L%s %s"
                .formatted(
                        number(back),
                        number(line(index) - ARROW + 1),
                        number(tip),
                        number(line(index)),
                        number(back),
                        number(line(index) + ARROW - 1));
    }

    /** The line that the numbers of a row stand on. */
    public int numbers(int index) {
        return isWide() ? text(index) : text(index) + 2 * LEADING;
    }

    /** Where the line of no effect begins beside a row; words are not crossed out. */
    public int top(int index) {
        return isWide() ? HEAD + index * row : line(index) - REACH;
    }

    /** Where it ends. */
    public int bottom(int index) {
        return isWide() ? HEAD + (index + 1) * row : line(index) + REACH;
    }

    /** As much of a label as there is room for, with the count at its end. */
    public String fit(String label) {
        if (label.codePointCount(0, label.length()) <= longest) {
            return label;
        }
        Matcher counted = COUNTED.matcher(label);
        String end = counted.find() ? counted.group() : "";
        return label.substring(0, label.offsetByCodePoints(0, longest - 1 - end.length()))
                        .strip() + "…" + end;
    }

    public static String number(double length) {
        return String.format(Locale.ROOT, "%.1f", length);
    }
}
