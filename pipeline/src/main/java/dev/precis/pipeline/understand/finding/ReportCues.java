package dev.precis.pipeline.understand.finding;

import dev.precis.pipeline.domain.Statistic;
import dev.precis.pipeline.domain.Statistic.Attachment;
import dev.precis.pipeline.domain.Words;
import dev.precis.pipeline.understand.finding.claim.Located;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks a sentence for evidence that it reports: that something was found, or is so among people. Numbers of everyday
 * life have no end of forms that could be told from results one by one; reports have few.
 *
 * <p>A number with an interval, an error, a p or degrees of freedom needs no more evidence, others need a verb in the
 * past, or people; in French and German, which tell studies in the present, one that reports will do. No fragment is
 * asked, and no other language.
 */
final class ReportCues {
    private static final int PAST = 1;
    private static final int PEOPLE = 2;
    /** Words of a language that is asked. */
    private static final int ASKED = 4;
    /** Fewer words are no sentence. */
    private static final int FEWEST = 5;
    /** The shortest regular verb in the past that is told by its end. */
    private static final int SHORTEST = 5;

    private static final Map<String, Integer> CUES = new HashMap<>();

    static {
        add(PAST, """
            was were had did found showed shown fell rose led gave went came took made met began ran held lost got
            kept spent became grew stood felt said saw told wrote chose withdrew cost lay slept brought drank
            ate drew rang sought sent sold spoke thought taught understood woke wore hit paid rode broke
            built bought caught dealt dug fed fought forgot froze hid hurt knew meant quit sank slid split struck
            swam threw
            """);
        add(PEOPLE, """
            people population patients patient adults worldwide therapists therapist clients participants persons
            adolescents children youths students women men couples families parents mothers fathers veterans clinicians
            survivors sufferers sleepers drinkers smokers users nurses teachers known report reports cost
            """);
        add(PAST, """
            était étaient avait avaient ont fut furent montre montrent révèle révèlent indique indiquent observe
            observent trouve trouvent prédit prédisait réduit réduisent améliore améliorent atteint atteignent diminue
            augmente obtient obtiennent réduite permis obtenu obtenus perdu reçu suivi inclus conclu
            war waren hatte hatten wurde wurden betrug betrugen lag lagen zeigte zeigten zeigt zeigen ergab ergaben ergibt
            fand fanden findet fiel fielen sank sanken stieg stiegen nahm nahmen kam kamen gab gaben blieb blieben schlossen
            schloss hing hingen hängt hängen liegt beträgt sagte sagten sagt erreichte erreichten erhöhte verringerte
            verbesserte senkte litten litt berichteten unterschied unterschieden
            """);
        add(PEOPLE, """
            patientes personnes participantes femmes hommes enfants adultes étudiants thérapeutes couples
            patienten patientinnen teilnehmer teilnehmerinnen teilnehmern teilnehmende teilnehmenden probanden
            probandinnen personen frauen männer kinder jugendliche jugendlichen erwachsene erwachsenen studierende
            therapeuten therapeutinnen paare
            """);
        add(ASKED, "the of and with to for from on by");
        add(ASKED, "le la les des du et avec pour par une chez");
        add(ASKED, "der das und mit dem den ein eine einer im für von bei als");
    }

    /** What ends like the past and mostly is none: what is needed, called or corrected. */
    private static final Set<String> NO_PAST = Words.of("""
        needed required called based corrected tailed sided planned defined expected considered regarded standardized
        standardised adjusted controlled focused squared detailed limited related given two-tailed two-sided one-tailed
        one-sided indeed hundred speed exceed succeed proceed agreed-upon weighted so-called named supposed advised
        recommended allowed accepted
        """);

    private ReportCues() {}

    private static void add(int cue, String words) {
        Words.of(words).forEach(word -> CUES.merge(word, cue, (before, more) -> before | more));
    }

    /** Whether the sentence reports its numbers, as far as its words tell. */
    static boolean hold(Tokens tokens, List<Located> numbers) {
        if (numbers.stream().anyMatch(ReportCues::isTested)) {
            return true;
        }
        int cues = 0;
        int words = 0;
        for (int i = 0; i < tokens.size() && (cues & (PAST | PEOPLE)) == 0; i++) {
            if (tokens.isWord(i)) {
                words++;
                cues |= cue(tokens.lower(i));
            }
        }
        boolean asked = words >= FEWEST && (cues & ASKED) != 0;
        return !asked || (cues & (PAST | PEOPLE)) != 0;
    }

    private static int cue(String word) {
        int cue = CUES.getOrDefault(word, 0);
        boolean past = word.length() >= SHORTEST && word.endsWith("ed") && !NO_PAST.contains(word);
        boolean participle = word.length() >= SHORTEST && word.endsWith("é") && !word.endsWith("té");
        return past || participle ? cue | PAST : cue;
    }

    /** Whether something was estimated or tested: the p of nothing is no evidence. */
    private static boolean isTested(Located number) {
        Statistic statistic = number.statistic();
        return !(statistic instanceof Statistic.BareProbability)
                && (Roles.isInferred(statistic)
                        || statistic
                                .attachment(Attachment.DegreesOfFreedom.class)
                                .isPresent());
    }
}
