package dev.precis.sparql.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Proactive content negotiation by the Accept field (RFC 9110 section 12.5.1). */
public final class Negotiation {
    private static final int EXACT = 2;
    private static final int SUBTYPES = 1;
    private static final int ANYTHING = 0;

    private Negotiation() {}

    /**
     * What of the offered the client accepts, what it likes best first. Between equals the one that it names comes
     * first, then the one that is offered first.
     *
     * @param accept the Accept field, several joined by commas; empty where there is none, which accepts everything
     */
    public static <T> List<T> acceptable(String accept, List<T> offered, Function<T, String> mediaType) {
        if (accept.isBlank()) {
            return offered;
        }
        List<Range> ranges = ranges(accept);
        return offered.stream()
                .map(offer -> new Choice<>(offer, best(ranges, mediaType.apply(offer))))
                .filter(choice -> choice.range().quality() > 0)
                .sorted(Comparator.comparingDouble(
                                (Choice<T> choice) -> choice.range().quality())
                        .thenComparingInt(choice -> choice.range().precision())
                        .reversed())
                .map(Choice::offer)
                .toList();
    }

    /** Whether the client accepts a type by its whole name. */
    static boolean names(String accept, String mediaType) {
        return ranges(accept).stream().anyMatch(range -> range.type().equals(mediaType) && range.quality() > 0);
    }

    /** Whether the client says by its whole name that it does not want a type, and nowhere that it does. */
    public static boolean refuses(String accept, String mediaType) {
        List<Range> named = ranges(accept).stream()
                .filter(range -> range.type().equals(mediaType))
                .toList();
        return !named.isEmpty() && named.stream().allMatch(range -> range.quality() == 0);
    }

    private record Choice<T>(T offer, Range range) {}

    private record Range(String type, double quality) {
        int precision() {
            return type.equals("*/*") ? ANYTHING : type.endsWith("/*") ? SUBTYPES : EXACT;
        }

        boolean matches(String mediaType) {
            return switch (precision()) {
                case ANYTHING -> true;
                case SUBTYPES -> mediaType.startsWith(type.substring(0, type.length() - 1));
                default -> mediaType.equals(type);
            };
        }
    }

    /** The most specific range decides, even if a wider one has a higher quality. */
    private static Range best(List<Range> ranges, String mediaType) {
        return ranges.stream()
                .filter(range -> range.matches(mediaType))
                .max(Comparator.comparingInt(Range::precision).thenComparingDouble(Range::quality))
                .orElse(new Range("", 0));
    }

    private static List<Range> ranges(String accept) {
        List<Range> ranges = new ArrayList<>();
        for (String element : split(accept, ',')) {
            List<String> parts = split(element, ';');
            String type = parts.getFirst().strip().toLowerCase(Locale.ROOT);
            double quality = 1;
            for (String parameter : parts.subList(1, parts.size())) {
                String stripped = parameter.strip().toLowerCase(Locale.ROOT);
                if (stripped.startsWith("q=")) {
                    quality = quality(stripped.substring("q=".length()));
                }
            }
            // a single star is not in the grammar, but old Java clients send it
            ranges.add(new Range(type.equals("*") ? "*/*" : type, quality));
        }
        return ranges;
    }

    /** RFC 9110 section 12.4.2; what is no quality makes its range unacceptable. */
    private static double quality(String text) {
        return text.matches("0(\\.\\d{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(text) : 0;
    }

    /** Splits at a separator outside of quoted strings (RFC 9110 section 5.6.4). */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }
}
