package dev.precis.pipeline.domain.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a capture was asked for and answered: the heads of the two HTTP messages, a start line and a line each header.
 *
 * @param request empty where nobody noted it
 * @param response empty where the capture came without HTTP: from a file
 */
public record Exchange(List<String> request, List<String> response) {
    public static final Exchange NONE = new Exchange(List.of(), List.of());

    /** What web archives call a header that was true of the message and is not of what is kept (pywb, warcprox). */
    private static final String ORIGINAL = "X-Archive-Orig-";

    private static final String LENGTH = "content-length";
    private static final Set<String> CODINGS = Set.of("content-encoding", "transfer-encoding");

    public Exchange {
        request = List.copyOf(request);
        response = List.copyOf(response);
    }

    /** All that the response has under a name, as they came. */
    public List<String> all(String name) {
        return response.stream()
                .skip(1)
                .filter(line -> name(line).equals(name.toLowerCase(Locale.ROOT)))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .toList();
    }

    /**
     * The same with a response that is true of its content as it is kept, without transfer and content coding: what
     * told of these is kept under another name.
     *
     * @param length of the content, in bytes
     */
    public Exchange decoded(int length) {
        if (response.isEmpty()) {
            return this;
        }
        boolean coded = Stream.of("content-encoding", "transfer-encoding")
                .flatMap(name -> all(name).stream())
                .anyMatch(value -> !value.equalsIgnoreCase("identity"));
        boolean asSaid = all(LENGTH).stream().allMatch(value -> value.equals(Integer.toString(length)));
        if (!coded && asSaid) {
            return this;
        }
        List<String> kept = new ArrayList<>();
        for (String line : response) {
            boolean untrue = CODINGS.contains(name(line)) || name(line).equals(LENGTH);
            kept.add(untrue && !kept.isEmpty() ? ORIGINAL + line : line);
        }
        kept.add("Content-Length: " + length);
        return new Exchange(request, kept);
    }

    private static String name(String line) {
        int colon = line.indexOf(':');
        return colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    }
}
