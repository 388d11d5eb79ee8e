package dev.precis.pipeline.reconcile;

import dev.precis.pipeline.domain.registry.RegistryDate;
import dev.precis.pipeline.domain.registry.RegistryWork;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds a record in a printed citation that could not be read with certainty: author first, then year, whole title,
 * journal, volume and first page, one right after the other, so that no more and no other title stands there.
 */
final class InPrint {
    private static final String MONTH =
            "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|spring|summer|autumn|fall|winter)[a-z]*";

    private InPrint() {}

    static boolean is(String printed, RegistryWork work) {
        if (work.authors().isEmpty()
                || work.dates().isEmpty()
                || work.containers().isEmpty()
                || work.volume().isEmpty()
                || work.page().isEmpty()
                || Titles.isCommon(work.wholeTitle())) {
            return false;
        }
        String years = work.dates().stream()
                .map(RegistryDate::year)
                .distinct()
                .map(String::valueOf)
                .collect(Collectors.joining("|"));
        String journals = work.containers().stream().map(InPrint::quoted).collect(Collectors.joining("|"));
        String issue = work.issue().isEmpty() ? "\\S+" : quoted(work.issue());
        String pattern = "(?:\\S+ )??" + quoted(work.authors().getFirst().family())
                + "\\b.* (?:" + years + ")(?: " + MONTH + ")?(?: \\d{1,2})? "
                + quoted(work.wholeTitle())
                + " (?:" + journals + ")(?: vol(?:ume)?)? "
                + quoted(work.volume())
                + "(?:(?: no| issue)? " + issue + ")?(?: pp?)? "
                + quoted(Comparison.firstPage(work.page()))
                + "\\b.*";
        return Pattern.compile(pattern).matcher(Titles.key(printed)).matches();
    }

    private static String quoted(String text) {
        return Pattern.quote(Titles.key(text));
    }
}
