package dev.precis.pipeline.domain;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** A name of a cited work that others use too. Each kind checks itself. */
public sealed interface Identifier {
    /** The identifier without resolver or prefix. */
    String value();

    /**
     * A digital object identifier (ISO 26324): bare and lower case, since DOI names ignore case and IRIs do not.
     * Anything else is an {@link IllegalArgumentException}.
     */
    record Doi(String value) implements Identifier {
        // DOI Handbook section 3.8: shown with the resolver's address, formerly with "doi:"
        private static final Pattern BEFORE = Pattern.compile("(?i)^(?:https?://(?:dx\\.)?doi\\.org/|doi:\\s*)");
        // Crossref's pattern for what is registered:
        // https://www.crossref.org/blog/dois-and-matching-regular-expressions/; angle brackets come in pairs, within a
        // SICI
        private static final Pattern FORM =
                Pattern.compile("10\\.\\d{4,9}/(?:[^\\s\\p{Cntrl}\"<>]|<[^\\s\\p{Cntrl}\"<>]+>)+");

        /** One as people show it, with or without what is written before it. */
        public static Doi of(String shown) {
            return new Doi(BEFORE.matcher(shown).replaceFirst(""));
        }

        public Doi {
            value = value.toLowerCase(Locale.ROOT);
            if (!FORM.matcher(value).matches()) {
                throw new IllegalArgumentException("no DOI: " + value);
            }
        }
    }

    /** A PubMed identifier: digits. */
    record Pmid(String value) implements Identifier {
        public Pmid {
            if (!value.matches("[1-9]\\d{0,8}")) {
                throw new IllegalArgumentException("no PubMed identifier: " + value);
            }
        }
    }

    /** An article in PubMed Central: {@code PMC} and digits. */
    record Pmcid(String value) implements Identifier {
        public Pmcid {
            if (!value.matches("PMC[1-9]\\d{0,8}")) {
                throw new IllegalArgumentException("no PubMed Central identifier: " + value);
            }
        }
    }

    /** A name of the Handle System (RFC 3650) that is no DOI: prefix, slash, suffix. */
    record Handle(String value) implements Identifier {
        public Handle {
            if (!value.matches("[\\d.]{1,20}/[^\\s\"<>]{1,200}")) {
                throw new IllegalArgumentException("no handle: " + value);
            }
        }
    }

    /** An arXiv identifier, such as {@code 2101.01234}. */
    record ArxivId(String value) implements Identifier {}

    /** An ISBN of 10 or 13 digits, without hyphens. */
    record Isbn(String value) implements Identifier {}

    /** A web address printed in a citation. */
    record WebAddress(URI address) implements Identifier {
        @Override
        public String value() {
            return address.toString();
        }
    }
}
