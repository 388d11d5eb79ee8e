package dev.precis.sparql.plot;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The axis of a plot; a place on it is a number from 0 to 1.
 *
 * @param low its left end, as a power of ten if the axis is logarithmic
 * @param high its right end, likewise
 */
public record Axis(double low, double high, boolean logarithmic, List<Tick> ticks) {
    private static final double MARGIN = 0.04;
    /** A point so many times farther from the middle than usual would leave no room for the others. */
    private static final double OUTLYING = 20;

    private static final double FINEST = 1e-9;

    public Axis {
        ticks = List.copyOf(ticks);
    }

    /** A round number and its place. */
    public record Tick(String label, double place) {}

    /**
     * An axis that has room for no effect, for every estimate that is not far out, and for all bounds but those that
     * reach much farther than the others.
     */
    static Axis of(List<Interval> intervals, OptionalDouble noEffect, boolean logarithmic) {
        List<Double> points =
                intervals.stream().map(i -> scaled(i.value(), logarithmic)).toList();
        double middle = median(points);
        double half = median(intervals.stream()
                .map(i -> (scaled(i.upper(), logarithmic) - scaled(i.lower(), logarithmic)) / 2)
                .filter(Double::isFinite)
                .toList());
        double none = noEffect.isPresent() ? scaled(noEffect.getAsDouble(), logarithmic) : middle;
        double spread = Math.max(
                Math.max(half, Math.abs(none - middle)),
                median(points.stream().map(point -> Math.abs(point - middle)).toList()));
        double low = Math.min(none, middle);
        double high = Math.max(none, middle);
        for (double point : points) {
            if (Math.abs(point - middle) <= OUTLYING * spread) {
                low = Math.min(low, point);
                high = Math.max(high, point);
            }
        }
        double reach = Math.max(high - low, 2 * half);
        double leftmost = low - reach;
        double rightmost = high + reach;
        for (Interval interval : intervals) {
            low = Math.min(low, Math.max(leftmost, scaled(interval.lower(), logarithmic)));
            high = Math.max(high, Math.min(rightmost, scaled(interval.upper(), logarithmic)));
        }
        double narrowest = FINEST * Math.max(1, Math.max(Math.abs(low), Math.abs(high)));
        double margin = Math.max(MARGIN * (high - low), narrowest);
        Axis axis = new Axis(low - margin, high + margin, logarithmic, List.of());
        List<Tick> ticks = Ticks.of(axis.low, axis.high, logarithmic).stream()
                .map(number -> new Tick(Ticks.label(number), axis.place(number.doubleValue())))
                .toList();
        return new Axis(axis.low, axis.high, logarithmic, ticks);
    }

    private static double scaled(double value, boolean logarithmic) {
        return logarithmic ? Math.log10(Math.max(0, value)) : value;
    }

    private static double median(List<Double> numbers) {
        return numbers.isEmpty() ? 0 : numbers.stream().sorted().toList().get(numbers.size() / 2);
    }

    /** The place of a value; what lies off the axis is at its end. */
    double place(double value) {
        return Math.max(0, Math.min(1, (scaled(value, logarithmic) - low) / (high - low)));
    }

    boolean isBefore(double value) {
        return scaled(value, logarithmic) < low;
    }

    boolean isBehind(double value) {
        return scaled(value, logarithmic) > high;
    }
}
