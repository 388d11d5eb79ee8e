package dev.precis.sparql.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

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
        ParameterType type,
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
        Optional<ParameterType> type = Arrays.stream(ParameterType.values())
                .filter(each -> each.word().equals(kind.getFirst()))
                .findFirst();
        if (type.isEmpty() || !WORDS.containsAll(words)) {
            throw new IllegalArgumentException(place + ": expected a type of "
                    + Arrays.toString(ParameterType.values()).toLowerCase(Locale.ROOT) + " and words of " + WORDS
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
                        .map(value ->
                                type == ParameterType.DOI ? value.strip().replaceFirst("[,;]$", "") : value.strip())
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
        return type == ParameterType.TEXT ? "[\\r\\n]+" : "\\s+";
    }

    String problem(String what, String wanted) {
        return "The parameter " + name + " " + what + "; expected " + wanted + ".";
    }
}
