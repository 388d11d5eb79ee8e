package dev.precis.pipeline.reconcile;

import dev.precis.pipeline.domain.registry.RegistryWork;
import java.util.List;

/**
 * What a registry answered about one cited work.
 *
 * @param summary that cites it
 * @param printed the citation as printed
 * @param doi that was asked for; empty where the citation itself was
 * @param address of the record that is meant; empty where none is
 * @param since when the registry first answered so, ISO 8601
 * @param works the record of the DOI, or all that the registry thought of
 */
public record Answer(
        String summary, String printed, String doi, String address, String since, List<RegistryWork> works) {
    public Answer {
        works = List.copyOf(works);
    }
}
