package dev.precis.pipeline.extract.words;

import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.Texts;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the headings inside a post announce, in the words that blogs of research use, in the languages that we read; a
 * profile adds its own.
 */
public final class SectionWords {

    /** What a heading announces. */
    public enum Section {
        /** The citation of the study. */
        STUDY,
        /** Works cited, the study among them or not: "References". */
        WORKS,
        /** Works that are not the study: "Further reading". */
        BACKGROUND,
        /** A note about the post, not of it: interests, credits, who paid. */
        NOTE,
        /** What is no part of the post: the author, links, tags. */
        END;

        /** Whether the text does not go on below it. */
        public boolean endsText() {
            return this == NOTE || this == END;
        }

        /** Whether the study may be among what follows. */
        public boolean mayHaveStudy() {
            return this == STUDY || this == WORKS;
        }
    }

    private static final Pattern STUDY = words(
            // English
            "(?:journal|story|study|news|press|source) (?:references?|sources?|citations?)",
            "(?:the )?(?:(?:full|main|original|primary|key|featured|source|reviewed|summari[sz]ed|published)"
                    + " )?(?:citation|source|article|paper|study|publication|reference|research|journal article)(?:"
                    + " (?:reviewed|summari[sz]ed|discussed|covered|featured|details?|citation|reference|in brief))?",
            "(?:the )?(?:study|paper|article|research) (?:that )?(?:we|i) (?:read|reviewed|summari[sz]ed)",
            "(?:read|see|find|access|view|get) (?:the )?(?:full |original |whole"
                    + " )?(?:paper|study|article|text|research)(?: here)?",
            "full text(?: citation)?|about (?:the|this) (?:study|paper|article)|what (?:we|i) read|cited study",
            "(?:this|the) (?:post|summary|blog|piece) is (?:based on|about)|based on",
            // German, French, Spanish, Italian, Dutch, Portuguese
            "(?:original)?(?:quelle|studie|arbeit|publikation|artikel)|zitat|besprochene"
                    + " (?:studie|arbeit)|literaturangabe|(?:zur"
                    + " )?studie|referenz|quellenangabe|originalarbeit|originalpublikation",
            "(?:la |l ?)?(?:source|citation|reference|etude|article|publication)(?:"
                    + " (?:originale?|commentee?|resumee?|etudiee?))?|reference de l ?(?:etude|article)|l ?etude en"
                    + " question",
            "(?:el |la )?(?:fuente|cita|referencia|estudio|articulo|publicacion)(?:"
                    + " (?:original|resenado|comentado|resumido))?",
            "(?:la |lo |l )?(?:fonte|citazione|riferimento|studio|articolo)(?:"
                    + " originale)?|bron|bronvermelding|oorspronkelijk artikel|(?:a |o"
                    + " )?(?:fonte|citacao|referencia|estudo|artigo)(?: original)?");

    private static final Pattern WORKS = words(
            "references?|citations?|sources?|references? cited|works? cited|notes and references|sources and"
                    + " references|reference list|bibliography|footnotes?|notes|endnotes?|literature(?: cited)?",
            "quellen|literatur(?:verzeichnis)?|referenzen|quellen und literatur|fussnoten|anmerkungen",
            "references(?: bibliographiques)?|sources|bibliographie|notes",
            "referencias(?: bibliograficas)?|fuentes|bibliografia|notas",
            "riferimenti(?: bibliografici)?|fonti|bibliografia|bronnen|referenties|literatuur|referencias|fontes");

    private static final Pattern BACKGROUND = words(
            "(?:other|further|additional|more|related|supporting|background|secondary|selected|general|useful) "
                + "(?:references?|reading|sources?|papers?|articles?|research|studies|citations?|literature|resources?)",
            "(?:see also|read more|also cited|read next|recommended reading|suggested reading|where to read"
                    + " more|further information)",
            "(?:weitere|weiterfuhrende) (?:literatur|quellen|studien)|zum weiterlesen",
            "(?:autres|pour aller plus loin|lectures? (?:complementaires?|conseillees?)|en savoir plus)(?: references|"
                    + " sources)?",
            "(?:otras|mas) (?:referencias|fuentes|lecturas)|lecturas (?:recomendadas|adicionales)|para saber mas",
            "altri riferimenti|per approfondire|verder lezen|meer lezen|outras referencias|leituras"
                    + " (?:recomendadas|adicionais)");

    private static final Pattern NOTE = words(
            "(?:statement|declaration|conflicts?|disclosures?|competing)(?: of)? ?(?:the )?(?:authors?"
                    + " )?(?:interests?|conflicts?)?(?: statements?)?",
            "disclosures?|disclaimers?|(?:photo|image|picture|video|figure)s?"
                    + " ?(?:credits?|by|source|courtesy)?|credits?|copyright(?: notice)?|licen[cs]e",
            "funding(?: (?:statement|source|information))?|acknowledge?ments?",
            "interessenkonflikte?|offenlegung|bildnachweise?|danksagung|forderung|finanzierung",
            "conflits? d ?interets?|declaration.{0,20}interets?|liens d ?interets?|credits?"
                    + " (?:photos?|images?)|remerciements|financement",
            "conflictos? de interes(?:es)?|declaracion .{0,30}|creditos? .{0,20}|agradecimientos?|financiacion",
            "conflitt[oi] di interess[ei]|ringraziamenti|belangenconflicten?|dankwoord|conflitos? de"
                    + " interesses?|agradecimentos?");

    private static final Pattern END = words(
            "how to cite(?: (?:this|us))?.{0,30}|cite (?:this|as).{0,30}",
            "about (?:the |our )?(?:authors?|writers?|reviewers?|bloggers?|contributors?|blog|us|me)|(?:the"
                    + " )?authors?|author information|written by|reviewed by|edited by",
            "links?|tags?|keywords?|categories|filed under|topics|share(?:"
                    + " (?:this|on|with|the|via)\\b.{0,30})?|print(?: this)?|email(?: this)?|download(?:"
                    + " pdf)?|subscribe.{0,40}|newsletter.{0,30}|sign up.{0,60}|join (?:us|our|the|my)\\b.{0,60}|follow"
                    + " .{0,40}|stay (?:in touch|up to date|informed|connected).{0,40}|get"
                    + " .{0,30}(?:inbox|email|newsletter|updates).{0,30}",
            "like this|more (?:from|like|in|on|by) .{0,60}|you (?:may|might) also .{0,40}|related(?:"
                + " (?:posts?|articles?|stories|content|pages?|items?|topics?).{0,40})?|recommended(?: for you)?|most"
                + " (?:read|popular|viewed|shared)|popular.{0,20}|trending.{0,20}|in this (?:article|post)|(?:table of"
                + " )?contents|on this page",
            "uber (?:den|die) autor(?:in|en)?|schlagworter|teilen.{0,30}|das konnte"
                    + " (?:sie|dich).{0,40}|ahnliche.{0,30}",
            "a propos.{0,40}|partager.{0,30}|mots cles|vous aimerez .{0,40}|articles?"
                    + " (?:similaires?|lies?|connexes?)|abonnez.{0,40}|laisser un commentaire",
            "sobre (?:el|la) autora?.{0,20}|acerca de.{0,30}|compartir.{0,30}|etiquetas|articulos relacionados|te"
                    + " puede interesar.{0,30}|deja (?:un|tu) comentario.{0,30}|suscrib.{0,40}");

    private static final Pattern SECTION = words(
            "(?:the"
                + " )?(?:background|introduction|aims?|objectives?|purpose|context|methods?|methodology|design|participants|sample"
                + "|measures?|procedures?|results?|findings|discussion|conclusions?|summary|abstract|overview|limitations?|strengths(?:"
                + " and limitations)?|commentary|comments?|bottom line|question|key points|main results|outcomes?)",
            "hintergrund|einleitung|ziele?|methoden?|methodik|ergebnisse|befunde|diskussion|fazit|zusammenfassung|schluss(?:folgerung(?:en)?)?|grenzen",
            "contexte|introduction|objectifs?|methodes?|resultats?|discussion|conclusions?|resume|limites",
            "contexto|antecedentes|introduccion|objetivos?|metodos?|resultados?|discusion|conclusion(?:es)?|resumen|limitaciones",
            "contesto|introduzione|obiettivi|metodi|risultati|discussione|conclusioni|achtergrond|inleiding|methode|resultaten|conclusie");

    private static final Pattern IN_BRACKETS = Pattern.compile("\\s*\\([^()]{0,40}\\)\\s*:?$");

    private final List<String> study;
    private final List<String> background;
    private final List<String> sections;
    private final List<String> ends;
    private final String author;

    public SectionWords(SourceProfile profile) {
        this.study = keys(profile.labels().citation());
        this.background = keys(profile.labels().references());
        this.sections = keys(profile.labels().sections());
        this.ends = keys(profile.labels().ends());
        this.author = Texts.key(profile.author());
    }

    private static Pattern words(String... forms) {
        return Pattern.compile(String.join("|", forms));
    }

    private static List<String> keys(List<String> labels) {
        return labels.stream().map(Texts::key).toList();
    }

    /** What a heading announces; empty for a section of the text, whatever it is called. */
    public Optional<Section> of(String heading) {
        String key = Texts.key(
                heading.indexOf('(') < 0
                        ? heading
                        : IN_BRACKETS.matcher(heading).replaceFirst(""));
        if (sections.contains(key)) {
            return Optional.empty();
        }
        if (study.contains(key)) {
            return Optional.of(Section.STUDY);
        }
        if (background.contains(key)) {
            return Optional.of(Section.BACKGROUND);
        }
        if (ends.contains(key) || (!author.isEmpty() && author.equals(key))) {
            return Optional.of(Section.END);
        }
        if (BACKGROUND.matcher(key).matches()) {
            return Optional.of(Section.BACKGROUND);
        }
        if (WORKS.matcher(key).matches()) {
            return Optional.of(key.endsWith("s") || !STUDY.matcher(key).matches() ? Section.WORKS : Section.STUDY);
        }
        if (STUDY.matcher(key).matches()) {
            return Optional.of(Section.STUDY);
        }
        if (NOTE.matcher(key).matches()) {
            return Optional.of(Section.NOTE);
        }
        return END.matcher(key).matches() ? Optional.of(Section.END) : Optional.empty();
    }

    /** Whether a line is what sections of any post are called, and so the title of none. */
    public static boolean isName(String text) {
        String key = Texts.key(text);
        return SECTION.matcher(key).matches()
                || WORKS.matcher(key).matches()
                || STUDY.matcher(key).matches()
                || BACKGROUND.matcher(key).matches();
    }
}
