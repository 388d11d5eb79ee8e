package dev.precis.pipeline.understand.citation;

import dev.precis.pipeline.domain.Words;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words that tell journals, publishers and places apart where the punctuation does not. */
final class SourceWords {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern JOURNAL = Pattern.compile(
            "\\b(?:journal|review|revue|revista|rivista|zeitschrift|annals|annales|archives?|bulletin|quarterly|magazine"
                + "|newsletter|gazette|herald|times|letters|transactions|advances|trends|frontiers|current|progress"
                + "|recherches?|cahiers|research|studies|\u00e9tudes|science|sciences|psycho\\p{L}*|psychi\\p{L}*|psic\\p{L}*"
                + "|therap\\p{L}*|medicine|m\u00e9decine|disorders?|disease|health|counsell?ing|\\p{L}+ologist|JAMA|BMJ|BMC"
                + "|PLoS|Lancet|clinic\\p{L}*|medical|biolog\\p{L}*|education|proceedings)\\b",
            FLAGS);

    private static final Pattern PUBLISHER = Pattern.compile(
            "\\b(?:press|presses|publish\\p{L}*|publications?|publ|books?|wiley|springer|sage|routledge|elsevier|erlbaum"
                + "|guilford|norton|penguin|pearson|mcgraw.hill|macmillan|verlag|\u00e9ditions?|editions|edi(?:ciones|zioni|tora|tores)|wydawnictwo|f\u00f6rlag|forlag|uitgeverij|\u0438\u0437\u0434|UP|dunod|mouton|thieme|hogrefe|beltz|einaudi|editorial|editores"
                + "|author|ltd|inc)\\b",
            FLAGS);

    /** Bodies that publish books, and journals too: the word of a journal beside them decides. */
    private static final String BODY = "association|institut\\p{L}*|organi[sz]ation|department|universit\\p{L}*";

    private static final String LESSER_BODY =
            "ministry|cent(?:er|re)|college|school|foundation|council|agency|company|co|media|club";
    private static final Pattern BODIES = Pattern.compile("\\b(?:" + BODY + ")\\b", FLAGS);
    private static final Pattern LESSER_BODIES = Pattern.compile("\\b(?:" + LESSER_BODY + ")\\b", FLAGS);
    private static final Pattern PERIODICAL = Pattern.compile("\\b(?:journal|review|quarterly|bulletin)\\b", FLAGS);

    private static final Pattern GROUP = Pattern.compile(
            "\\b(?:" + BODY + "|" + LESSER_BODY + "|group|team|network|committee|task force|consortium|society"
                                                + "|collaborati(?:on|ve)|commission|office|board|federation|investigators|nations|union|bank|service|bureau|authority|academy|corp(?:oration)?|inc|gmbh|ltd|engineering|software|government"
                                                + "|parliament|congress|library|hospital|laborator\\p{L}*|klinik|kliniek|clinic|(?:bundes)?minist\\p{L}*|bundesamt"
                                                + "|associa\\p{L}*|asocia\\p{L}*|sociedade?|societ\u00e0|gesellschaft|verband|consel?ho|consejo|conseil|comit[e\u00e9\u00ea]"
                                                + "|secretar[i\u00ed]a|funda\\p{L}*|hogeschool|autorit\u00e9)\\b",
            FLAGS);

    private static final Pattern PROCEEDINGS =
            Pattern.compile("\\b(?:proceedings|conference|symposium|congress|workshop|colloque|actes)\\b", FLAGS);

    /** They publish theses and preprints, and hold no volumes. */
    private static final Pattern REPOSITORY =
            Pattern.compile("ProQuest\\b.{0,80}|(?:(?:Psy|Soc|Ed)?[aA]rXiv|(?:bio|med)Rxiv)(?: preprint)?|SSRN|OSF(?:"
                    + " Preprints)?|ERIC|HAL");

    private static final Pattern THESIS = Pattern.compile(
            "\\b(?:thesis|dissertation|th\u00e8se|m\u00e9moire (?:de|d'|d\u2019)|doctorat|tesis)\\b", FLAGS);

    private static final Pattern REPORT = Pattern.compile(
            "\\b(?:working paper|(?:technical|research) report|report no|discussion paper|rapport de recherche)\\b",
            FLAGS);

    /** Countries and states as they follow a city, and the two-letter codes of states and provinces. */
    static final String REGION = "(?:[A-Z]{2}|D\\.C\\.|USA|U\\.S\\.A\\.|UK|U\\.K\\.|United Kingdom|United"
        + " States|England|Scotland|Ireland|France|Germany|Deutschland|Belgi(?:um|que)|Switzerland|Suisse|The"
        + " Netherlands|Netherlands|Canada|Australia|New"
        + " Zealand|Spain|Espa\u00f1a|Italy|Italia|Sweden|Norway|Denmark|Finland|Austria|India|Japan"
        + "|China|Israel|Brazil|Brasil|Portugal|Mexico|M\u00e9xico|California|Massachusetts|Ohio|Ontario|Qu\u00e9bec|Quebec)";

    private SourceWords() {}

    static boolean nameAJournal(String text) {
        return JOURNAL.matcher(text).find();
    }

    static boolean nameAPublisher(String text) {
        return PUBLISHER.matcher(text).find()
                || (BODIES.matcher(text).find() && !PERIODICAL.matcher(text).find())
                || (LESSER_BODIES.matcher(text).find() && !nameAJournal(text));
    }

    static boolean nameAGroup(String text) {
        return GROUP.matcher(text).find();
    }

    static boolean nameARepository(String text) {
        return REPOSITORY.matcher(text).matches();
    }

    static boolean nameProceedings(String text) {
        String words = text.toLowerCase(Locale.ROOT);
        return Words.holdOneOf(
                        words, "proceedings", "conference", "symposium", "congress", "workshop", "colloque", "actes")
                && PROCEEDINGS.matcher(text).find();
    }

    static boolean nameAThesis(String text) {
        String words = text.toLowerCase(Locale.ROOT);
        return Words.holdOneOf(words, "thesis", "dissertation", "th\u00e8se", "m\u00e9moire", "doctorat", "tesis")
                && THESIS.matcher(text).find();
    }

    static boolean nameAReport(String text) {
        String words = text.toLowerCase(Locale.ROOT);
        return Words.holdOneOf(words, "paper", "report", "rapport")
                && REPORT.matcher(text).find();
    }
}
