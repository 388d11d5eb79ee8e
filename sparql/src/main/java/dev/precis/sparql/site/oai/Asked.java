package dev.precis.sparql.site.oai;

import dev.precis.sparql.site.oai.OaiError.Code;
import dev.precis.sparql.site.oai.OaiError.Refused;
import dev.precis.sparql.site.oai.Verb.Argument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question that makes sense.
 *
 * @param arguments as they were given, without the verb; each once
 */
record Asked(Verb verb, Map<String, String> arguments) {
    private static final int LONGEST = 200;

    Asked {
        arguments = new LinkedHashMap<>(arguments);
    }

    /** What was made of the arguments of a request: a question, or everything that is wrong with it. */
    record Outcome(Optional<Asked> asked, List<OaiError> errors) {
        Outcome {
            errors = List.copyOf(errors);
        }
    }

    static Outcome read(Map<String, List<String>> parameters) {
        List<String> verbs = parameters.getOrDefault(Argument.VERB, List.of());
        Optional<Verb> verb = verbs.size() == 1 ? Verb.of(verbs.getFirst()) : Optional.empty();
        if (verb.isEmpty()) {
            String what = verbs.isEmpty()
                    ? "There is no verb."
                    : verbs.size() > 1 ? "The verb is given " + verbs.size() + " times." : "There is no such verb.";
            return new Outcome(Optional.empty(), List.of(new OaiError(Code.BAD_VERB, what)));
        }
        List<OaiError> errors = new ArrayList<>();
        Map<String, String> given = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (!name.equals(Argument.VERB)) {
                given.put(name, values.getFirst());
                problem(verb.get(), name, values).ifPresent(errors::add);
            }
        });
        if (!given.containsKey(Argument.TOKEN)) {
            verb.get().lacks(given.keySet()).stream()
                    .sorted()
                    .forEach(missing -> errors.add(wrong(verb.get().text() + " needs " + missing + ".")));
        } else if (verb.get().takes(Argument.TOKEN) && given.size() > 1) {
            errors.add(wrong("Nothing stands beside a resumptionToken."));
        }
        return errors.isEmpty()
                ? new Outcome(Optional.of(new Asked(verb.get(), given)), List.of())
                : new Outcome(Optional.empty(), errors);
    }

    private static Optional<OaiError> problem(Verb verb, String name, List<String> values) {
        if (!verb.takes(name)) {
            return Optional.of(wrong(verb.text() + " takes no " + shortened(name) + "."));
        }
        return values.size() > 1
                ? Optional.of(wrong(name + " is given " + values.size() + " times."))
                : Optional.empty();
    }

    private static OaiError wrong(String text) {
        return new OaiError(Code.BAD_ARGUMENT, text);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    Optional<String> argument(String name) {
        return Optional.ofNullable(arguments.get(name));
    }

    /** The format that is asked for; empty where none can be. */
    Optional<MetadataFormat> format() {
        return argument(Argument.PREFIX)
                .map(prefix -> MetadataFormat.of(prefix)
                        .orElseThrow(() -> new Refused(
                                Code.NO_SUCH_FORMAT, "The formats are " + MetadataFormat.prefixes() + ".")));
    }
}
