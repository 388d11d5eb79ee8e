package dev.precis.sparql.site.section;

import dev.precis.sparql.page.Pages.Spelt;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.site.Spellings;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How else somebody or a journal is printed, as their page tells it. */
final class PrintedName {
    private PrintedName() {}

    /** @param named what a spelling is called */
    static List<Spelt> of(String iri, Spellings spellings, Function<String, Optional<Named>> named) {
        return spellings.others(iri).stream()
                .flatMap(spelling -> named.apply(spelling.iri()).stream()
                        .map(printed -> new Spelt(printed.name(), spelling.reason())))
                .toList();
    }
}
