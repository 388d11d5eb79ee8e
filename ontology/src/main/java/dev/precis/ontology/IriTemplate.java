package dev.precis.ontology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the names in our graphs are put together, and so how they are told apart: the one description that mints them and
 * reads them, each a URI template (RFC 6570, level 1). A template follows the root of a blog; one that begins with a
 * hash follows the name of the document that has the part; the last ones follow the base of the site.
 */
public enum IriTemplate {
    BLOG("blog"),
    CATALOGUE("catalogue"),
    /** A summary, which is its graph's name, too. */
    SUMMARY("summary/{month}/{name}"),
    ISSUE("issue/{month}"),
    TOPICS("topic"),
    TOPIC("topic/{name}"),
    TYPES("type"),
    TYPE("type/{name}"),
    WORK("works/{name}"),
    /** The people of a blog, and the graph that says which of their names are of one person. */
    PEOPLE("person"),
    PERSON("person/{name}"),
    ORGANIZATION("organization/{name}"),
    /** The journals and books of a blog, and the graph that says which of their names are of one. */
    VENUES("venue"),
    VENUE("venue/{name}"),
    /** The graph of what follows from the printed effect sizes of a blog. */
    DERIVED("derived"),
    SNAPSHOT("snapshot/{digest}"),
    /** A picture in a summary's text: the SHA-256 of its bytes and what files of its kind end in. */
    PICTURE("picture/{picture}"),

    FINDING("#finding-{number}"),
    ESTIMATE("#estimate-{number}"),
    /** What follows from it. */
    DERIVED_ESTIMATE("#estimate-{number}-as-{name}"),
    SAMPLE("#sample-{number}"),
    IMPLICATION("#implication-{number}"),
    SUGGESTION("#suggestion-{number}"),
    FLAG("#flag-{number}"),
    CORRECTION("#correction-{number}"),
    READING("#reading"),
    AUTHOR("#author-{number}"),
    EDITOR("#editor-{number}"),
    /** What a registry has of a cited work. */
    RECORD("#record"),
    /** What was published of a work later. */
    UPDATE("#update-{number}"),
    /** Characters of a text, counted from 0, the second one not with them (RFC 5147, section 2.2.1). */
    PASSAGE("#char={start},{end}"),

    ENDPOINT("sparql"),
    /** The graph of ready-made questions (github.com/sib-swiss/sparql-examples). */
    EXAMPLES("sparql/.well-known/sparql-examples"),
    QUESTION("api/{name}"),
    /** Where data sets are described (www.w3.org/TR/void, section 7.2). */
    VOID(".well-known/void"),
    /** The catalogue of all releases. */
    DATA_SETS("dump");

    private final String template;
    private final List<String> variables;

    @SuppressWarnings("ImmutableEnumChecker") // patterns have no state
    private final Pattern pattern;

    IriTemplate(String template) {
        this.template = template;
        this.variables = Variable.NAME
                .matcher(template)
                .results()
                .map(variable -> variable.group(1))
                .toList();
        this.pattern = pattern(template);
    }

    private static Pattern pattern(String template) {
        StringBuilder pattern = new StringBuilder();
        int end = 0;
        for (MatchResult variable : Variable.NAME.matcher(template).results().toList()) {
            pattern.append(Pattern.quote(template.substring(end, variable.start())))
                    .append('(')
                    .append(Variable.allowed(variable.group(1)))
                    .append(')');
            end = variable.end();
        }
        return Pattern.compile(
                pattern.append(Pattern.quote(template.substring(end))).toString());
    }

    /** A variable and what may stand for it. */
    private static final class Variable {
        private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");
        private static final Map<String, String> ALLOWED = Map.of(
                "name", "[^/?#]+",
                "month", "[0-9]{4}-[0-9]{2}",
                "digest", "[0-9a-f]{64}",
                "picture", "[0-9a-f]{64}\\.(?:png|jpg|gif|webp|avif)",
                "number", "[1-9][0-9]*",
                "start", "[0-9]+",
                "end", "[0-9]+");

        private Variable() {}

        static String allowed(String name) {
            return Objects.requireNonNull(ALLOWED.get(name), name);
        }
    }

    /**
     * The name with these values for its variables.
     *
     * @param start root, base or document that the template follows
     */
    public String of(String start, Object... values) {
        List<String> texts = Arrays.stream(values).map(Object::toString).toList();
        if (texts.size() != variables.size()) {
            throw new IllegalArgumentException(start + template + ": expected " + variables + ", got " + texts);
        }
        String iri = template;
        for (int i = 0; i < texts.size(); i++) {
            String variable = variables.get(i);
            if (!texts.get(i).matches(Variable.allowed(variable))) {
                throw new IllegalArgumentException("%s%s: expected a %s like %s, got '%s'"
                        .formatted(start, template, variable, Variable.allowed(variable), texts.get(i)));
            }
            iri = iri.replace("{" + variable + "}", texts.get(i));
        }
        return start + iri;
    }

    /** The values of the variables, in their order; nothing if this is no such name. */
    public Optional<List<String>> read(String start, String iri) {
        if (!iri.startsWith(start)) {
            return Optional.empty();
        }
        Matcher matcher = pattern.matcher(iri).region(start.length(), iri.length());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>();
        for (int group = 1; group <= matcher.groupCount(); group++) {
            values.add(matcher.group(group));
        }
        return Optional.of(List.copyOf(values));
    }

    /** Whether a name is made like this. */
    public boolean isOf(String start, String iri) {
        return read(start, iri).isPresent();
    }

    /** Whether a name is made like this, whatever it begins with. */
    public boolean isOf(String iri) {
        String anywhere = template.startsWith("#") ? "[^#]*" : "[^#]*/";
        return iri.matches(anywhere + pattern);
    }

    /** The kind of a name below a root or a base, and of a part of any document. */
    public static Optional<IriTemplate> kindOf(String start, String iri) {
        int hash = iri.indexOf('#');
        return Arrays.stream(values())
                .filter(kind -> kind.template.startsWith("#")
                        ? hash >= 0 && kind.isOf(iri.substring(0, hash), iri)
                        : kind.isOf(start, iri))
                .findFirst();
    }
}
