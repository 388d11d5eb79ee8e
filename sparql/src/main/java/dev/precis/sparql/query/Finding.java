package dev.precis.sparql.query;

import java.util.List;

/** A sentence that reports a result or a sample, with its numbers and what is odd about them. */
public record Finding(
        String iri, String text, String role, List<Estimate> estimates, List<Sample> samples, List<Flag> flags) {
    public Finding {
        estimates = List.copyOf(estimates);
        samples = List.copyOf(samples);
        flags = List.copyOf(flags);
    }
}
