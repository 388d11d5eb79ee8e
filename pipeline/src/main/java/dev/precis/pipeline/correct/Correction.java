package dev.precis.pipeline.correct;

import dev.precis.pipeline.domain.PublicationDate;
import dev.precis.pipeline.fields.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody says of one summary that was read otherwise.
 *
 * @param where file and line that say so
 * @param summary the summary's IRI, or the address of its page
 * @param reason for readers; may be empty
 * @param by whose correction it is; may be empty
 * @param dismissed flags that are not to be raised: the last parts of their IRIs
 */
record Correction(
        String where,
        String summary,
        String reason,
        String by,
        Fields set,
        List<OfFinding> findings,
        Set<String> dismissed) {
    Correction {
        findings = List.copyOf(findings);
        dismissed = Set.copyOf(dismissed);
    }

    /**
     * Fields that are other ones than was read; what is empty stays as it was read.
     *
     * @param citation of the study, in the variables of CSL-JSON; nothing for a variable takes it away
     * @param doi of the study
     * @param added topics and types of research, as labels, notations or IRIs
     * @param removed the same
     */
    record Fields(
            Optional<String> title,
            Optional<PublicationDate> date,
            Optional<String> author,
            Optional<Value.Mapping> citation,
            Optional<String> doi,
            List<String> added,
            List<String> removed) {
        Fields {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }

        boolean haveStudy() {
            return citation.isPresent() || doi.isPresent();
        }
    }

    /**
     * A number that was read wrong.
     *
     * @param quote words of the sentence in which it stands, with the number
     * @param estimate the number that is meant; empty if there is none
     */
    record OfFinding(String quote, Optional<BigDecimal> estimate) {}
}
