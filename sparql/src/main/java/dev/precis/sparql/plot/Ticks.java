package dev.precis.sparql.plot;

import dev.precis.sparql.plot.Axis.Tick;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Finds round numbers along an axis: a few, evenly spread, and short enough to stand side by side. */
final class Ticks {
    private static final int MOST = 6;
    private static final int FEWEST = 3;
    /** Characters that there is room for below an axis. */
    private static final int ROOM = 32;

    private static final int GAP = 2;

    private Ticks() {}

    static List<Tick> of(Axis axis) {
        List<BigDecimal> numbers = axis.logarithmic() ? logarithmic(axis) : linear(axis.low(), axis.high());
        int longest = numbers.stream()
                .mapToInt(number -> label(number).length())
                .max()
                .orElse(0);
        int every = Math.max(1, (numbers.size() * (longest + GAP) + ROOM - 1) / ROOM);
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i += every) {
            ticks.add(new Tick(label(numbers.get(i)), axis.place(numbers.get(i).doubleValue())));
        }
        return ticks;
    }

    private static String label(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString().replace('-', '\u2212');
    }

    /** Multiples of 1, 2 or 5 times a power of ten. */
    private static List<BigDecimal> linear(double low, double high) {
        double rough = (high - low) / MOST;
        int exponent = (int) Math.floor(Math.log10(rough));
        int factor = 10;
        for (int candidate : List.of(5, 2, 1)) {
            if (candidate * Math.pow(10, exponent) >= rough) {
                factor = candidate;
            }
        }
        double step = factor * Math.pow(10, exponent);
        List<BigDecimal> numbers = new ArrayList<>();
        for (long k = (long) Math.ceil(low / step); k <= Math.floor(high / step); k++) {
            numbers.add(BigDecimal.valueOf(k * factor).scaleByPowerOfTen(exponent));
        }
        return numbers;
    }

    /** Powers of ten, with 2 and 5 of each or with more between where the axis is short. */
    private static List<BigDecimal> logarithmic(Axis axis) {
        for (List<Integer> digits : List.of(List.of(10, 15, 20, 30, 50, 70), List.of(10, 20, 50), List.of(10))) {
            List<BigDecimal> numbers = between(axis, digits);
            if (numbers.size() >= FEWEST && numbers.size() <= MOST) {
                return numbers;
            }
        }
        List<BigDecimal> powers = between(axis, List.of(10));
        if (powers.size() <= MOST) {
            return linear(Math.pow(10, axis.low()), Math.pow(10, axis.high()));
        }
        int every = (powers.size() + MOST - 1) / MOST;
        return IntStream.range(0, powers.size())
                .filter(i -> i % every == 0)
                .mapToObj(powers::get)
                .toList();
    }

    private static List<BigDecimal> between(Axis axis, List<Integer> digits) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (int power = (int) Math.floor(axis.low()); power <= Math.ceil(axis.high()); power++) {
            for (int digit : digits) {
                BigDecimal number = BigDecimal.valueOf(digit, 1).scaleByPowerOfTen(power);
                double place = Math.log10(number.doubleValue());
                if (place >= axis.low() && place <= axis.high()) {
                    numbers.add(number);
                }
            }
        }
        return numbers;
    }
}
