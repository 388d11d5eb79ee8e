package dev.precis.pipeline.domain.serving;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A colour of sRGB. */
public record Colour(int red, int green, int blue) {
    private static final Pattern WRITTEN = Pattern.compile("#([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})");

    /**
     * As style sheets have it, such as {@code #1d5b79}.
     *
     * @throws IllegalArgumentException if it is not written so
     */
    public static Colour of(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            throw new IllegalArgumentException("expected a colour such as #1d5b79, found " + written);
        }
        return new Colour(
                Integer.parseInt(parts.group(1), 16),
                Integer.parseInt(parts.group(2), 16),
                Integer.parseInt(parts.group(3), 16));
    }

    /** How well one is read on the other, from 1 to 21 (WCAG 2.2, contrast ratio). */
    public double contrast(Colour other) {
        double one = luminance() + 0.05;
        double two = other.luminance() + 0.05;
        return Math.max(one, two) / Math.min(one, two);
    }

    /** WCAG 2.2, relative luminance. */
    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }
}
