package dev.precis.sparql.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * What may be chosen in a question, as the line {@code #parameter: name, type, description} of its file says; behind
 * the type may stand {@code required} (must be given), {@code optional} (an empty value means any) and {@code list}
 * (several values).
 *
 * @param name that of the variable in the query
 * @param description what it is, in words
 * @param values those that stand in the file: what holds where nothing is given or, where something must be, examples
 */
public record Parameter(
        String name,
        Type type,
        boolean required,
        boolean optional,
        boolean list,
        String description,
        List<String> values) {
    private static final int MOST = 500;
    private static final Set<String> WORDS = Set.of("required", "optional", "list");

    public Parameter {
        values = List.copyOf(values);
    }

    /** Reads a line of a query file, less its first word. */
    static Parameter parse(String line, String place) {
        String[] parts = line.split(",", 3);
        if (parts.length < 3) {
            throw new IllegalArgumentException(place + ": expected #parameter: name, type, description");
        }
        List<String> kind = Arrays.asList(parts[1].strip().split("\\s+"));
        List<String> words = kind.subList(1, kind.size());
        Optional<Type> type = Arrays.stream(Type.values())
                .filter(each -> each.word().equals(kind.getFirst()))
                .findFirst();
        if (type.isEmpty() || !WORDS.containsAll(words)) {
            throw new IllegalArgumentException(place + ": expected a type of "
                    + Arrays.toString(Type.values()).toLowerCase(Locale.ROOT) + " and words of " + WORDS
                    + ", but it is \"" + parts[1].strip()
                    + "\"");
        }
        return new Parameter(
                parts[0].strip(),
                type.orElseThrow(),
                words.contains("required"),
                words.contains("optional"),
                words.contains("list"),
                parts[2].strip(),
                List.of());
    }

    /** The same with the values that stand in the file. */
    Parameter with(List<String> others) {
        return new Parameter(name, type, required, optional, list, description, others);
    }

    /** Whether any value will do, as long as none is given. */
    public boolean open() {
        return values.isEmpty();
    }

    /** What a value looks like, in words. */
    public String expected() {
        return list ? "one or more values, each " + type.expected() : type.expected();
    }

    /**
     * The terms for what was sent.
     *
     * @param given values as sent, decoded; several of a list may stand in one, parted by line feeds, or by any white
     *     space where a value can have none
     * @param problems told of what is wrong
     */
    List<Node> terms(List<String> given, List<String> problems) {
        List<String> single = list
                ? given.stream()
                        .flatMap(value -> Arrays.stream(value.strip().split(parting(), -1)))
                        .map(value -> type == Type.DOI ? value.strip().replaceFirst("[,;]$", "") : value.strip())
                        .filter(value -> !value.isEmpty())
                        .distinct()
                        .toList()
                : given.stream().filter(value -> !value.isBlank()).toList();
        if (single.isEmpty() && !optional) {
            problems.add(problem("is empty", expected()));
        } else if (!list && given.size() > 1) {
            problems.add(problem("is given " + given.size() + " times", "once"));
        } else if (single.size() > MOST) {
            problems.add(problem("has " + single.size() + " values", "at most " + MOST));
        } else {
            List<Node> terms = new ArrayList<>();
            single.forEach(value -> type.term(value)
                    .ifPresentOrElse(
                            terms::add,
                            () -> problems.add(
                                    problem("is \"" + Excerpt.of(Characters.clean(value), 60) + "\"", expected()))));
            return terms.stream().distinct().toList();
        }
        return List.of();
    }

    private String parting() {
        return type == Type.TEXT ? "[\\r\\n]+" : "\\s+";
    }

    String problem(String what, String wanted) {
        return "The parameter " + name + " " + what + "; expected " + wanted + ".";
    }

    /** What the value of a parameter is: each type turns what a client sends into an RDF term, or into nothing. */
    public enum Type {
        /** Words, such as the name of a topic. */
        TEXT("a text of at most 500 characters", Type::text),
        /** The year of a work or of a summary. */
        YEAR("a year of four digits, such as 2018", Type::year),
        /** A whole number. */
        INTEGER("a whole number, such as 500", Type::integer),
        /** A number with or without a fraction. */
        NUMBER("a number with a point, such as 0.05", Type::number),
        /** A day. */
        DATE("a day such as 2024-05-31", Type::date),
        /** The name of a resource. */
        IRI("an absolute IRI that begins with http:// or https://", Type::iri),
        /** A DOI in any case, with or without the address of a resolver; the graph has it in lower case. */
        DOI("a DOI such as 10.1002/cpp.2494", Type::doi);

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

        Type(String expected, Function<String, Optional<Node>> reader) {
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
                        ? Optional.of(NodeFactory.createLiteralDT(
                                LocalDate.parse(value).toString(), XSDDatatype.XSDdate))
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
}
