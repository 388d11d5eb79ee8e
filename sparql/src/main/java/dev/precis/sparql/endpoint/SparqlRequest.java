package dev.precis.sparql.endpoint;

import dev.precis.sparql.guard.limit.Budget;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is asked in one of the three ways of SPARQL 1.1 Protocol section 2.1.
 *
 * @param query its text
 * @param defaultGraphs IRIs that stand for the query's FROM
 * @param namedGraphs IRIs that stand for the query's FROM NAMED
 * @param format the form that the answer is to have, if a parameter says so
 * @param timeout the time that the client gives it
 */
record SparqlRequest(
        String query,
        List<String> defaultGraphs,
        List<String> namedGraphs,
        Optional<String> format,
        Optional<Duration> timeout) {
    static final String FORM = "application/x-www-form-urlencoded";
    private static final String DIRECT = "application/sparql-query";
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^;\"\\s]*)");
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final BigDecimal LONGEST = BigDecimal.valueOf(86_400);

    /**
     * Reads a request.
     *
     * @param share takes the memory for its body
     * @throws HttpProblem if it is not one of the three ways, or one to change something
     */
    static SparqlRequest read(HttpServletRequest request, Budget.Share share) throws IOException {
        Parameters address = Parameters.of(request);
        if (address.has("update")) {
            throw readOnly();
        }
        if (!request.getMethod().equals("POST")) {
            return of(address, address, query(address));
        }
        String type = mediaType(request);
        if (type.equals("application/sparql-update")) {
            throw readOnly();
        }
        if (request.getHeader("Content-Encoding") != null) {
            throw new HttpProblem(415, "Send the query as it is, without a Content-Encoding.");
        }
        if (address.has("query")) {
            throw new HttpProblem(400, "The query is given twice: in the address and in the content.");
        }
        checkCharset(request);
        if (type.equals(DIRECT)) {
            return of(address, address, body(request, share));
        }
        if (type.equals(FORM)) {
            Parameters form = Parameters.read(body(request, share));
            if (form.has("update")) {
                throw readOnly();
            }
            return of(form, address, query(form));
        }
        throw new HttpProblem(415, "Send a query as " + DIRECT + ", or in a form as " + FORM + ".");
    }

    /** @param settings where everything but the query may stand, too */
    private static SparqlRequest of(Parameters parameters, Parameters settings, String query) {
        if (parameters.has("using-graph-uri") || parameters.has("using-named-graph-uri")) {
            throw new HttpProblem(400, "A query has default-graph-uri and named-graph-uri; using-... is for updates.");
        }
        return new SparqlRequest(
                query,
                all("default-graph-uri", parameters, settings),
                all("named-graph-uri", parameters, settings),
                setting("format", parameters, settings)
                        .or(() -> setting("output", parameters, settings))
                        .filter(name -> !name.isBlank()),
                setting("timeout", parameters, settings)
                        .filter(time -> !time.isBlank())
                        .map(SparqlRequest::seconds));
    }

    private static List<String> all(String name, Parameters first, Parameters then) {
        return first.has(name) ? first.all(name) : then.all(name);
    }

    private static Optional<String> setting(String name, Parameters first, Parameters then) {
        return first.one(name).or(() -> then.one(name));
    }

    private static String query(Parameters parameters) {
        return parameters.one("query").orElseThrow(() -> new HttpProblem(400, "The parameter query is missing."));
    }

    private static HttpProblem readOnly() {
        return new HttpProblem(403, "Nothing can be changed here: this endpoint only reads.");
    }

    private static Duration seconds(String text) {
        try {
            BigDecimal seconds = new BigDecimal(text.strip());
            if (seconds.signum() > 0 && seconds.compareTo(LONGEST) < 0) {
                return Duration.ofMillis(Math.max(1, seconds.multiply(THOUSAND).longValue()));
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw new HttpProblem(400, "The parameter timeout is a number of seconds above 0.");
    }

    static String mediaType(HttpServletRequest request) {
        String type = request.getHeader("Content-Type");
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** SPARQL 1.1 Protocol section 2.1.3: UTF-8 is the only one. */
    private static void checkCharset(HttpServletRequest request) {
        // the field itself: the container fails on names that it does not know
        Matcher charset = CHARSET.matcher(String.valueOf(request.getHeader("Content-Type")));
        if (charset.find() && !charset.group(1).equalsIgnoreCase("utf-8")) {
            throw new HttpProblem(415, "Send the query in UTF-8.");
        }
    }

    private static String body(HttpServletRequest request, Budget.Share share) throws IOException {
        try (InputStream in = request.getInputStream()) {
            return Parameters.utf8(Body.read(in, request.getContentLengthLong(), share));
        }
    }
}
