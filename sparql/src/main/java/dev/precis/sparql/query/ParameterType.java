package dev.precis.sparql.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** What the value of a parameter is: each type turns what a client sends into an RDF term, or into nothing. */
public enum ParameterType {
    /** Words, such as the name of a topic. */
    TEXT("a text of at most 500 characters", ParameterType::text),
    /** The year of a work or of a summary. */
    YEAR("a year of four digits, such as 2018", ParameterType::year),
    /** A whole number. */
    INTEGER("a whole number, such as 500", ParameterType::integer),
    /** A number with or without a fraction. */
    NUMBER("a number with a point, such as 0.05", ParameterType::number),
    /** A day. */
    DATE("a day such as 2024-05-31", ParameterType::date),
    /** The name of a resource. */
    IRI("an absolute IRI that begins with http:// or https://", ParameterType::iri),
    /** A DOI in any case, with or without the address of a resolver; the graph has it in lower case. */
    DOI("a DOI such as 10.1002/cpp.2494", ParameterType::doi);

    private static final int LONGEST = 500;
    private static final Pattern YEARS = Pattern.compile("[12][0-9]{3}");
    private static final Pattern INTEGERS = Pattern.compile("[-+]?[0-9]{1,18}");
    private static final Pattern NUMBERS = Pattern.compile("[-+]?[0-9]{1,18}(?:\\.[0-9]{1,18})?");
    private static final Pattern DATES = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    // RFC 3987 section 2.2, less what SPARQL 1.1 section 19.8 (IRIREF) leaves out
    private static final Pattern IRIS = Pattern.compile("https?://[^\\x00-\\x20<>\"{}|^`\\\\]+");
    private static final Pattern RESOLVER = Pattern.compile("^(?:https?://(?:dx\\.|www\\.)?doi\\.org/|doi:\\s*)");
    // www.doi.org/doi-handbook section 3.2: a directory indicator, a registrant, a suffix
    private static final Pattern DOIS = Pattern.compile("10\\.[0-9]{4,9}(?:\\.[0-9]+)*/[^\\s\\p{Cntrl}]+");

    private final String expected;

    @SuppressWarnings("ImmutableEnumChecker") // readers have no state
    private final Function<String, Optional<Node>> reader;

    ParameterType(String expected, Function<String, Optional<Node>> reader) {
        this.expected = expected;
        this.reader = reader;
    }

    /** The name in query files and in the description of the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a value looks like, in words. */
    public String expected() {
        return expected;
    }

    /** The term for what was sent; nothing if it is not of this type. */
    Optional<Node> term(String given) {
        String value = given.strip();
        return value.isEmpty() || value.length() > LONGEST ? Optional.empty() : reader.apply(value);
    }

    private static Optional<Node> text(String value) {
        return Characters.clean(value).equals(value)
                ? Optional.of(NodeFactory.createLiteralString(value))
                : Optional.empty();
    }

    private static Optional<Node> year(String value) {
        return YEARS.matcher(value).matches() ? integer(value) : Optional.empty();
    }

    private static Optional<Node> integer(String value) {
        return INTEGERS.matcher(value).matches()
                ? Optional.of(NodeFactory.createLiteralDT(new BigInteger(value).toString(), XSDDatatype.XSDinteger))
                : Optional.empty();
    }

    private static Optional<Node> number(String value) {
        return NUMBERS.matcher(value).matches()
                ? Optional.of(
                        NodeFactory.createLiteralDT(new BigDecimal(value).toPlainString(), XSDDatatype.XSDdecimal))
                : Optional.empty();
    }

    private static Optional<Node> date(String value) {
        try {
            return DATES.matcher(value).matches()
                    ? Optional.of(
                            NodeFactory.createLiteralDT(LocalDate.parse(value).toString(), XSDDatatype.XSDdate))
                    : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<Node> iri(String value) {
        try {
            return IRIS.matcher(value).matches() && new URI(value).getHost() != null
                    ? Optional.of(NodeFactory.createURI(value))
                    : Optional.empty();
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }

    private static Optional<Node> doi(String value) {
        String bare = RESOLVER.matcher(value.toLowerCase(Locale.ROOT)).replaceFirst("");
        return DOIS.matcher(bare).matches() ? text(bare) : Optional.empty();
    }
}
