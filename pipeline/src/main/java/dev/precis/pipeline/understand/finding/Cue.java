package dev.precis.pipeline.understand.finding;

import dev.precis.pipeline.domain.Words;
import java.util.HashMap;
import java.util.Map;

/** What a word may tell of the frame that a sentence's numbers stand in. */
enum Cue {
    NONE(""),
    SUPPOSING("if suppose supposing imagine assume assuming had were say given si angenommen wenn falls supposons"),
    WOULD("would could might should what würde würden wäre wären ginge serait seraient iraient aurait auraient"),
    SHALL("will plan planned plans expect expected scheduled anticipate intend intended aim aimed aims propose"
            + " proposed shall"),
    ENROL("""
        recruit recruited enrol enroll enrolled randomise randomize randomised randomized include included
        interview interviewed pool pooled report follow followed invite invited assign assigned
        """),
    ELIGIBLE("eligible eligibility inclusion exclusion inclure inclusions einschlusskriterien ausschlusskriterien"),
    DENIED("mean"),
    TOY("compute calculate convert take find draw toss roll multiply divide subtract consider picture toy"
            + " exercise example practice imaginary fictitious hypothetical quiz"),
    RULE("""
        should must acceptable adequate recommended desirable considered regarded taken counts count qualifies
        qualify sufficient mindestens sollte sollten doit doivent devrait
        """),
    LIMIT("if when above below over under > < >= <= least most from between als au"),
    LEVEL("""
        signifikanzniveau alpha-niveau irrtumswahrscheinlichkeit seuil significance-level
        """),
    SOFTWARE("""
        spss stata mplus jasp jamovi metafor lavaan lme4 revman nvivo version versions
        """),
    ASK("?"),
    PRIOR("prior priors half-cauchy half-normal"),
    THRESHOLD("""
        threshold thresholds trend trends cut-off cutoff cut-offs cutoffs convergence criterion seuil
        """),
    SETTING("used adopt speak spoke applied adopted accepted usual set chosen corrected bonferroni-corrected"
            + " called signification"),
    SMALLEST("smallest minimal minimum minimally"),
    EFFECT("effect effects difference differences change"),
    MATTER("matters matter detectable important worthwhile relevant interest clinically detect"),
    FOUND("was found had showed yielded gave observed"),
    POWER("power powered puissance teststärke"),
    /** How a phrase of French or German begins that no report holds: {@link Frames} has the phrases. */
    PHRASE("""
        seront prévu sollen geplant werden definiert définie défini galt gilt gelten considéré considérée jugé jugée
        étaient pouvaient critères eingeschlossen ausgeschlossen teilnehmen
        """),
    MEANING("""
        means imply implies called acceptable considered regarded stand denotes stands according cohen
        """);

    private static final Map<String, Cue> WORDS = new HashMap<>();

    static {
        for (Cue cue : values()) {
            if (cue != NONE) {
                Words.of(cue.words).forEach(word -> WORDS.put(word, cue));
            }
        }
    }

    private final String words;

    Cue(String words) {
        this.words = words;
    }

    /** The cue that the word in small letters is, or {@link #NONE}. */
    static Cue of(String word) {
        return WORDS.getOrDefault(word, NONE);
    }
}
