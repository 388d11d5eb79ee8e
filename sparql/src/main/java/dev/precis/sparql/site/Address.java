package dev.precis.sparql.site;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a client asks for.
 *
 * @param iri base and path, without a query
 * @param parameters those of the query, decoded; sorted by name, several values of one name in their order
 */
public record Address(String iri, Map<String, List<String>> parameters) {
    public Address {
        parameters = new TreeMap<>(parameters);
        parameters.replaceAll((name, values) -> List.copyOf(values));
    }

    /**
     * Reads the target of a request (RFC 9112 section 3.2.1) without its first slash.
     *
     * @param target path and, after a question mark, parameters as forms send them (WHATWG URL section 5.1)
     */
    public static Address of(String base, String target) {
        int mark = target.indexOf('?');
        Map<String, List<String>> parameters = new TreeMap<>();
        if (mark >= 0) {
            for (String pair : target.substring(mark + 1).split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                if (!name.isEmpty()) {
                    parameters.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
                }
            }
        }
        return new Address(base + (mark < 0 ? target : target.substring(0, mark)), parameters);
    }

    /** What is no encoding stays as it is: nobody can be asked what it should have been. */
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    /** The same without the end of its path. */
    Address without(String suffix) {
        return new Address(iri.substring(0, iri.length() - suffix.length()), parameters);
    }

    /** The values of a parameter; none if it is not there. */
    public List<String> values(String parameter) {
        return parameters.getOrDefault(parameter, List.of());
    }
}
