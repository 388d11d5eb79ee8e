package dev.precis.sparql.query;

import dev.precis.sparql.query.QualityAnnotation.Flag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A cited work as a bibliography needs it. What is not known is empty.
 *
 * @param authors in printed order
 * @param elided whether the citation leaves out some authors
 * @param language of the title
 * @param citation as printed
 * @param doubtful whether the reading of the citation is yet to be reviewed
 * @param registry what a registry has of it
 * @param summaries that cite it
 */
public record Reference(
        String iri,
        Kind kind,
        String title,
        String language,
        List<Contributor> authors,
        boolean elided,
        List<Contributor> editors,
        PublicationDate date,
        Named container,
        Imprint imprint,
        Identifiers identifiers,
        String citation,
        boolean doubtful,
        Registry registry,
        List<String> summaries) {
    public Reference {
        authors = List.copyOf(authors);
        editors = List.copyOf(editors);
        summaries = List.copyOf(summaries);
    }

    /**
     * What a registry of publications has of a work, beside what is printed.
     *
     * @param added fields that are not printed, by their names in CSL-JSON
     * @param address of the record; empty if there is none
     * @param since when it has been known to say so, as an xsd:dateTime
     * @param issns of the journal
     * @param flags what became of the work later, and where print and registry differ
     */
    public record Registry(List<String> added, String address, String since, List<String> issns, List<Flag> flags) {
        public static final Registry NOTHING = new Registry(List.of(), "", "", List.of(), List.of());

        public Registry {
            added = List.copyOf(added);
            issns = List.copyOf(issns);
            flags = List.copyOf(flags);
        }

        /** Those that readers must not miss. */
        public List<Flag> alarms() {
            return flags.stream().filter(Flag::isAlarm).toList();
        }
    }

    /**
     * The same with other names for people and the journal.
     *
     * @param names gives the name to use
     */
    public Reference with(UnaryOperator<String> names) {
        return new Reference(
                iri,
                kind,
                title,
                language,
                authors.stream().map(author -> author.with(names)).toList(),
                elided,
                editors.stream().map(editor -> editor.with(names)).toList(),
                date,
                container.isPresent() ? new Named(names.apply(container.iri()), container.name()) : container,
                imprint,
                identifiers,
                citation,
                doubtful,
                registry,
                summaries);
    }

    /** The last part of its name: unlike any other of its blog, and the same for ever. */
    public String key() {
        return iri.substring(iri.lastIndexOf('/') + 1);
    }

    /** The title; where it could not be read, the citation. */
    public String heading() {
        return title.isEmpty() ? citation : title;
    }

    /** The year; empty where there is none. */
    public String year() {
        String date = date().text();
        return date.length() >= 4 ? date.substring(0, 4) : "";
    }

    /** Kinds of works, each with the class that a work of this kind has (schema.org). */
    public enum Kind {
        ARTICLE("ScholarlyArticle", "Journal article"),
        CHAPTER("Chapter", "Chapter of a book"),
        BOOK("Book", "Book"),
        REPORT("Report", "Report"),
        THESIS("Thesis", "Thesis"),
        WEBPAGE("WebPage", "Web page"),
        /** Something is cited, but its kind is not clear. */
        DOCUMENT("CreativeWork", "Work");

        private final String type;
        private final String label;

        Kind(String type, String label) {
            this.type = type;
            this.label = label;
        }

        /** The name of the class in schema.org. */
        public String type() {
            return type;
        }

        /** What readers call it. */
        public String label() {
            return label;
        }
    }

    /** Where in its container a work stands, and who published it; whatever is not known is empty. */
    public record Imprint(
            String volume,
            String issue,
            String firstPage,
            String lastPage,
            String number,
            String chapter,
            String edition,
            String publisher,
            String status) {
        /** Such as {@code 101-119} or {@code 313}. */
        public String pages() {
            return lastPage.isEmpty() ? firstPage : firstPage + "-" + lastPage;
        }
    }

    /**
     * What else a work is known by.
     *
     * @param doi bare and in lower case
     * @param addresses where it is on the web, other than by its DOI
     */
    public record Identifiers(String doi, String pmid, List<String> isbns, List<String> addresses) {
        public Identifiers {
            isbns = List.copyOf(isbns);
            addresses = List.copyOf(addresses);
        }

        /** Where the DOI leads from; empty without a DOI. */
        public String resolver() {
            return resolver(doi);
        }

        /** Where a DOI leads from (RFC 3986 section 3.3 tells what a path may hold); empty for none. */
        public static String resolver(String doi) {
            StringBuilder address = new StringBuilder(doi.isEmpty() ? "" : "https://doi.org/");
            for (byte octet : doi.getBytes(StandardCharsets.UTF_8)) {
                boolean plain =
                        octet > 0 && (Character.isLetterOrDigit(octet) || "-._~!$'()*+,;=:@/".indexOf(octet) >= 0);
                address.append(plain ? String.valueOf((char) octet) : "%%%02X".formatted(octet & 0xFF));
            }
            return address.toString();
        }
    }

    /**
     * An author or editor of a cited work, as printed.
     *
     * @param person the one who bears the name
     * @param family with its particle; the whole name of a group
     * @param given names or initials; empty for a group, or where none is printed
     * @param suffix such as {@code Jr}
     * @param last whether an ellipsis stands before this name
     */
    public record Contributor(String person, String family, String given, String suffix, boolean last) {
        /**
         * Takes a printed name apart again.
         *
         * @param printed family name, given names, suffix: apart by commas where there are any
         * @param natural the same as one speaks: given names, family name, suffix
         */
        static Contributor of(String person, String printed, String natural, boolean last) {
            if (natural.equals(printed)) {
                return new Contributor(person, printed, "", "", last);
            }
            // a comma may stand within a family name, a group's mostly: the spoken name tells which comma parts the
            // name
            for (int comma = printed.indexOf(", "); comma > 0; comma = printed.indexOf(", ", comma + 1)) {
                String family = printed.substring(0, comma);
                String rest = printed.substring(comma + 2);
                if (natural.equals(rest + " " + family)) {
                    return new Contributor(person, family, rest, "", last);
                }
                if (natural.equals(family + " " + rest)) {
                    return new Contributor(person, family, "", rest, last);
                }
                int second = rest.lastIndexOf(", ");
                if (second > 0
                        && natural.equals(
                                rest.substring(0, second) + " " + family + " " + rest.substring(second + 2))) {
                    return new Contributor(person, family, rest.substring(0, second), rest.substring(second + 2), last);
                }
            }
            String[] parts = printed.split(", ", 3);
            return new Contributor(
                    person, parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "", last);
        }

        private Contributor with(UnaryOperator<String> names) {
            return new Contributor(names.apply(person), family, given, suffix, last);
        }

        /** Whether it is no person: a name of several words with capitals, or of capitals only. */
        public boolean isGroup() {
            boolean acronym = family.length() > 1 && family.codePoints().allMatch(Character::isUpperCase);
            long capitals = family.codePoints().filter(Character::isUpperCase).count();
            return given.isEmpty() && (acronym || (family.indexOf(' ') > 0 && capitals > 1));
        }

        /** {@code Keefe, J. R., Jr}: as bibliographies sort. */
        public String inverted() {
            return family + (given.isEmpty() ? "" : ", " + given) + (suffix.isEmpty() ? "" : ", " + suffix);
        }

        /** {@code J. R. Keefe Jr}: as one speaks. */
        public String natural() {
            return (given.isEmpty() ? "" : given + " ") + family + (suffix.isEmpty() ? "" : " " + suffix);
        }
    }
}
