package dev.precis.sparql.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a request, as forms send them (url.spec.whatwg.org section 5.1), in strict UTF-8. */
final class Parameters {
    private static final int HEX = 16;

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private Parameters() {}

    /**
     * Those in the address of a request.
     *
     * @throws HttpProblem if they are encoded wrongly
     */
    static Parameters of(HttpServletRequest request) {
        String query = request.getQueryString();
        return read(query == null ? "" : query);
    }

    /**
     * Reads what stands behind a question mark, or in a form.
     *
     * @throws HttpProblem if it is encoded wrongly
     */
    static Parameters read(String text) {
        Parameters parameters = new Parameters();
        for (String pair : text.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                parameters.values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
            }
        }
        return parameters;
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The value of a parameter that may be given once. */
    Optional<String> one(String name) {
        List<String> all = all(name);
        if (all.size() > 1) {
            throw new HttpProblem(400, "The parameter " + name + " is given " + all.size() + " times.");
        }
        return all.stream().findFirst();
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Map<String, List<String>> asMap() {
        return values;
    }

    private static String decoded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer decoded = ByteBuffer.allocate(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%') {
                int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], HEX) : -1;
                int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], HEX) : -1;
                if (high < 0 || low < 0) {
                    throw new HttpProblem(
                            400, "A parameter is encoded wrongly: a % must be followed by two hex digits.");
                }
                decoded.put((byte) (high * HEX + low));
                i += 2;
            } else {
                decoded.put(bytes[i] == '+' ? (byte) ' ' : bytes[i]);
            }
        }
        return utf8(decoded.flip());
    }

    /**
     * Text from bytes.
     *
     * @throws HttpProblem if they are not UTF-8
     */
    static String utf8(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException wrong) {
            throw new HttpProblem(400, "The query is not in UTF-8.");
        }
    }
}
