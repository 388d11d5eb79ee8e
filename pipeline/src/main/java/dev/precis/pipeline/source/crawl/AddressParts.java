package dev.precis.pipeline.source.crawl;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Parts of addresses, as a profile names them: {@code *} in one stands for anything but a slash. */
final class AddressParts {
    private final List<Pattern> parts;

    AddressParts(List<String> parts) {
        this.parts = parts.stream().map(part -> pattern(part, "[^/]*")).toList();
    }

    /** @param anything what {@code *} stands for, as a pattern */
    static Pattern pattern(String text, String anything) {
        return Pattern.compile(
                Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(anything)));
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Whether any of the parts stands in the address. */
    boolean in(URI address) {
        String text = address.toString();
        return parts.stream().anyMatch(part -> part.matcher(text).find());
    }
}
