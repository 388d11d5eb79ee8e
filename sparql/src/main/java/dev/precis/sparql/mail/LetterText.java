package dev.precis.sparql.mail;

import dev.precis.sparql.language.Phrases;
import dev.precis.sparql.query.Detail;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.Reference.Identifiers;
import java.util.List;
import java.util.stream.Collectors;

/** A month as plain text, whole, a paragraph a line: readers wrap it as they are wide. */
final class LetterText {
    private static final String BREAK = "\n\n";

    private LetterText() {}

    static String of(Named home, Named issue, List<Detail> summaries, Phrases words) {
        return heading(home.name() + ": " + issue.name(), "=")
                + issue.iri()
                + BREAK
                + summaries.stream().map(detail -> of(detail, words)).collect(Collectors.joining("\n"));
    }

    private static String of(Detail detail, Phrases words) {
        StringBuilder text = new StringBuilder(heading(detail.item().title(), "-"));
        detail.alarms().forEach(flag -> text.append(flag.label()).append(BREAK));
        detail.works()
                .forEach(work -> text.append(work.citation().isEmpty() ? work.title() : work.citation())
                        .append(work.doi().isEmpty() ? "" : " " + Identifiers.resolver(work.doi()))
                        .append(BREAK));
        detail.body().forEach(paragraph -> text.append(paragraph).append(BREAK));
        if (!detail.implications().isEmpty()) {
            text.append(words.say("implications")).append(BREAK);
            detail.ofAdvice().forEach(flag -> text.append(flag.label()).append(BREAK));
            detail.advice().forEach(paragraph -> text.append(paragraph).append(BREAK));
        }
        return text.append(words.say("letter.online"))
                .append(words.say("colon"))
                .append(detail.item().iri())
                .append(BREAK)
                .toString();
    }

    private static String heading(String words, String line) {
        return words + "\n" + line.repeat(Math.min(words.length(), 72)) + BREAK;
    }
}
