package dev.precis.sparql.plot;

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

    /**
     * The numbers, in their order.
     *
     * @param low left end of the axis, as a power of ten if it is logarithmic
     * @param high right end, likewise
     */
    static List<BigDecimal> of(double low, double high, boolean logarithmic) {
        List<BigDecimal> numbers = logarithmic ? logarithmic(low, high) : linear(low, high);
        int longest = numbers.stream()
                .mapToInt(number -> label(number).length())
                .max()
                .orElse(0);
        int every = Math.max(1, (numbers.size() * (longest + GAP) + ROOM - 1) / ROOM);
        return every(every, numbers);
    }

    /** A number as it is written below an axis. */
    static String label(BigDecimal number) {
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
    private static List<BigDecimal> logarithmic(double low, double high) {
        for (List<Integer> digits : List.of(List.of(10, 15, 20, 30, 50, 70), List.of(10, 20, 50), List.of(10))) {
            List<BigDecimal> numbers = between(low, high, digits);
            if (numbers.size() >= FEWEST && numbers.size() <= MOST) {
                return numbers;
            }
        }
        List<BigDecimal> powers = between(low, high, List.of(10));
        if (powers.size() <= MOST) {
            return linear(Math.pow(10, low), Math.pow(10, high));
        }
        int every = (powers.size() + MOST - 1) / MOST;
        return every(every, powers);
    }

    private static List<BigDecimal> every(int step, List<BigDecimal> numbers) {
        return IntStream.range(0, numbers.size())
                .filter(i -> i % step == 0)
                .mapToObj(numbers::get)
                .toList();
    }

    private static List<BigDecimal> between(double low, double high, List<Integer> digits) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (int power = (int) Math.floor(low); power <= Math.ceil(high); power++) {
            for (int digit : digits) {
                BigDecimal number = BigDecimal.valueOf(digit, 1).scaleByPowerOfTen(power);
                double place = Math.log10(number.doubleValue());
                if (place >= low && place <= high) {
                    numbers.add(number);
                }
            }
        }
        return numbers;
    }
}
