package dev.precis.sparql.site.oai;

/**
 * Why a question cannot be answered (section 3.6).
 *
 * @param text for people
 */
record OaiError(Code code, String text) {
    /** Those that there are, as the schema spells them. */
    enum Code {
        BAD_VERB("badVerb"),
        BAD_ARGUMENT("badArgument"),
        BAD_TOKEN("badResumptionToken"),
        NO_SUCH_FORMAT("cannotDisseminateFormat"),
        NO_SUCH_ITEM("idDoesNotExist"),
        NO_MATCH("noRecordsMatch");

        private final String text;

        Code(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }

        /** Whether what was asked is not to be repeated in the answer, since it makes no sense. */
        boolean isOfArguments() {
            return this == BAD_VERB || this == BAD_ARGUMENT;
        }
    }

    /** Thrown where nothing can be answered. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient OaiError error;

        Refused(Code code, String text) {
            super(text, null, false, false);
            this.error = new OaiError(code, text);
        }

        OaiError error() {
            return error;
        }
    }
}
