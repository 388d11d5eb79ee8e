package dev.precis.pipeline.trial;

import dev.precis.pipeline.domain.Texts;
import java.util.regex.Pattern;

/**
 * What headings of implications are called, as blogs of research summaries word them; a guess that a person confirms.
 */
final class HeadingWords {
    private static final Pattern IMPLICATIONS = Pattern.compile(
            ".*\\b(?:implications?|take ?homes?|take ?aways?|key (?:points?|messages?|learnings?)|bottom line|so what"
                    + "|(?:for|in) (?:your )?(?:clinical )?practi[cs]e|practical (?:tips?|advice|applications?)"
                    + "|clinical (?:relevance|pearls?|applications?)|recommendations?)\\b.*"
                    + "|what (?:this|it|that|does (?:this|it)|the (?:study|findings|results)) means?\\b.*"
                    + "|what (?:to|you can|should (?:you|we)|can (?:you|we)) do\\b.*|why (?:this|it) matters"
                    + "|fazit.*|.*\\b(?:praxis|bedeutung fur|konsequenzen|folgerungen)\\b.*"
                    + "|(?:en pratique|a retenir|ce qu il faut retenir|points? cles?|pour la pratique).*"
                    + "|.*\\b(?:implicaciones|implicazioni|implicacoes|implicaties)\\b.*|en la practica.*"
                    + "|(?:in pratica|na pratica|voor de praktijk).*");

    private static final Pattern SECTION = Pattern.compile(
            "(?:the )?(?:background|introduction|aims?|objectives?|methods?|design|results?|(?:key |main )?findings"
                    + "|discussion|conclusions?|summary|limitations?|references?|sources?|citation|comments?"
                    + "|hintergrund|methoden?|ergebnisse|diskussion|contexte|methodes?|resultats?|resume)");

    private HeadingWords() {}

    /** Whether a heading reads like one of implications. */
    static boolean areImplications(String heading) {
        return IMPLICATIONS.matcher(Texts.key(heading)).matches();
    }

    /** Whether a heading is what sections of any report are called. */
    static boolean areSection(String heading) {
        return SECTION.matcher(Texts.key(heading)).matches();
    }
}
