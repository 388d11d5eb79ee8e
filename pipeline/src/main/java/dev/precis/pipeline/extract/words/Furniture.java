package dev.precis.pipeline.extract.words;

import dev.precis.pipeline.extract.block.Block;
import java.util.regex.Pattern;

/** Lines that web pages put around posts, as the common systems for blogs word them in English. */
public final class Furniture {
    private static final Pattern COPYRIGHT =
            pattern("(?:©|\\(c\\) |copyright\\b|.{0,60}\\ball rights reserved).{0,200}");
    /** An address of electronic mail or a telephone number. */
    private static final Pattern CONTACT = pattern(
            ".{0,80}[\\w.+-]{1,40}@[\\w-]{1,40}\\.\\w.{0,80}", ".{0,80}\\b(?:tel|phone|fax)\\b[.:]? ?[+(\\d].{0,80}");

    private static final Pattern PAGER = pattern(
            "(?:[«‹<←]+ ?)?(?:next|previous|older|newer|first|last|back to top|page \\d+|\\d+)"
                    + "(?: posts?| entries| page)?(?: ?[»›>→]+)?",
            "[«‹›»←→|\\s\\d]+");

    /** What systems for blogs add below a text: where it appeared, how to cite it, whose picture it shows. */
    private static final Pattern ADDED = pattern(
            ".{0,300}\\b(?:appeared first on|first appeared (?:on|in)|was originally published|originally appeared"
                    + "|erschien zuerst auf|est apparu en premier sur|se publicó primero en|proviene da)\\b.{0,200}",
            ".{0,80}\\b(?:cite this (?:post|article|blog|page|entry)|suggests? (?:that )?you cite)\\b.{0,400}",
            "(?:photo(?:graph)?|image|picture|illustration|foto|bild|abbildung|crédit"
                    + " photo|photographie|imagen|fotografía)s?(?: (?:credits?|courtesy(?:"
                    + " of)?|source|by|von|de|par|di|door)){0,2}\\s?:? \\p{Lu}.{0,100}(?<![.!?])",
            "(?:this (?:post|article|entry) (?:is also available|has been viewed|was last)|also available in|lesen sie"
                    + " (?:auch|mehr)|read (?:more|next)|lire aussi|leer más)\\b.{0,120}",
            "article continues .{0,60}|advertisement|werbung|publicité|publicidad");

    private static final String COMMENTS =
            "(?:comments?|repl(?:y|ies)|responses?|trackbacks?|pingbacks?|thoughts?|kommentare?"
                    + "|antworten|commentaires?|réponses?|réflexions?|comentarios?|respuestas?|commenti|reacties)";
    private static final String END = "\\s*[:.…]{0,3}\\s*(?:\\(?\\d{1,4}\\)?)?";
    /** Headings of comments. */
    private static final String COMMENTS_BELOW = String.join(
            "|",
            "(?:(?:no|\\d{1,4}|one|leave an?|post an?|add an?|new|your|recent|latest) )?" + COMMENTS + END,
            "(?:\\d{1,4}|one|two) " + COMMENTS + " (?:on|to|zu|sur|en|su|op)\\b.{0,200}",
            "(?:schreib(?:en sie)?|hinterlasse) (?:einen |eine )?(?:kommentar|antwort).{0,30}|laisser un"
                    + " commentaire|deja (?:un|tu) comentario|lascia un commento|laat een reactie achter");

    private static final Pattern COMMENTS_HEADING = pattern(COMMENTS_BELOW);
    /** Headings of what stands below a post, beside the posts, or below them all. */
    private static final Pattern HEADING = pattern(
            COMMENTS_BELOW,
            "(?:related|recent|similar|popular|more|other|latest|previous|next)"
                    + " (?:posts?|articles?|stories|entries|news)" + END,
            "(?:you )?(?:may|might) also (?:like|enjoy|be interested in)" + END,
            "(?:share this|subscribe|follow us).{0,30}",
            "about (?:us|me|this blog|the authors?)" + END,
            "(?:blog )?archives?" + END,
            "(?:blogroll|(?:upcoming )?events|news|like this|contact(?: us)?|search)" + END,
            "(?:navigation|quick links|links|categories|tags|tag cloud|pagination|pages)" + END);

    /** Longer is none of the lines above. */
    private static final int LONGEST = 600;

    private Furniture() {}

    private static Pattern pattern(String... forms) {
        return Pattern.compile(String.join("|", forms), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /** Whether a line is of no interest wherever it stands. */
    public static boolean isPassedOver(Block block) {
        String text = block.text();
        return PAGER.matcher(text).matches()
                || (text.length() <= LONGEST
                        && (ADDED.matcher(text).matches()
                                || COPYRIGHT.matcher(text).matches()))
                || (!block.isProse() && CONTACT.matcher(text).matches())
                || (block.linked() && block.links().size() > 1)
                || text.codePoints().noneMatch(Character::isLetterOrDigit);
    }

    /** Whether comments follow: "2 Comments". */
    public static boolean isComments(Block block) {
        return COMMENTS_HEADING.matcher(block.text()).matches();
    }

    /** Whether the lines below it belong to no post: "2 Comments", "Related posts". */
    public static boolean isHeading(Block block) {
        return HEADING.matcher(block.text()).matches();
    }
}
