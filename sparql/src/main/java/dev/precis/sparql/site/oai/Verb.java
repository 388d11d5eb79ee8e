package dev.precis.sparql.site.oai;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What can be asked for (sections 4.1 to 4.6), and by which arguments. */
enum Verb {
    IDENTIFY("Identify", Set.of(), Set.of(), false),
    LIST_METADATA_FORMATS("ListMetadataFormats", Set.of(), Set.of(Argument.IDENTIFIER), false),
    LIST_SETS("ListSets", Set.of(), Set.of(), true),
    GET_RECORD("GetRecord", Set.of(Argument.IDENTIFIER, Argument.PREFIX), Set.of(), false),
    LIST_IDENTIFIERS(
            "ListIdentifiers", Set.of(Argument.PREFIX), Set.of(Argument.FROM, Argument.UNTIL, Argument.SET), true),
    LIST_RECORDS("ListRecords", Set.of(Argument.PREFIX), Set.of(Argument.FROM, Argument.UNTIL, Argument.SET), true);

    /** What arguments are called. */
    static final class Argument {
        static final String VERB = "verb";
        static final String IDENTIFIER = "identifier";
        static final String PREFIX = "metadataPrefix";
        static final String FROM = "from";
        static final String UNTIL = "until";
        static final String SET = "set";
        static final String TOKEN = "resumptionToken";

        private Argument() {}
    }

    private final String text;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> required;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> optional;

    private final boolean resumed;

    Verb(String text, Set<String> required, Set<String> optional, boolean resumed) {
        this.text = text;
        this.required = required;
        this.optional = optional;
        this.resumed = resumed;
    }

    /** The verb of that name, which is told in its own case. */
    static Optional<Verb> of(String name) {
        return Arrays.stream(values()).filter(verb -> verb.text.equals(name)).findFirst();
    }

    String text() {
        return text;
    }

    /** Whether it takes that argument. */
    boolean takes(String argument) {
        return required.contains(argument) || optional.contains(argument) || resumed && argument.equals(Argument.TOKEN);
    }

    /** Which arguments it needs and has not, where no token stands for all of them. */
    Set<String> lacks(Set<String> given) {
        Set<String> missing = new HashSet<>(required);
        missing.removeAll(given);
        return missing;
    }
}
