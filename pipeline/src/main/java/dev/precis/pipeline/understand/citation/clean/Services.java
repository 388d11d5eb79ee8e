package dev.precis.pipeline.understand.citation.clean;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links to services that journals' pages print behind each reference. */
final class Services {
    private static final String SERVICE =
            "(?:DOI|PubMed(?: Central| Abstract| Citation)?|PMC(?: free)?(?: article)?|Google(?: ?Scholar| Preview|"
                + " Books)?|Cross[Rr]ef(?: Full Text)?|CROSSREF|ISI|CAS|Medline|MEDLINE|Web of"
                + " Science(?:\u00ae)?|Scopus|Europe PMC|ADS|MathSciNet|zbMATH|Math|OpenURL|Semantic"
                + " ?Scholar|ResearchGate|ACM Digital Library|IEEE Xplore|JSTOR|ERIC|Taylor & Francis Online|Wiley"
                + " Online Library|SAGE Journals|ScienceDirect|SpringerLink|(?:View|Free|Show)? ?(?:Full[-"
                + " ]?[Tt]ext|Article|Abstract|[Ii]n [Cc]ontext|Record)(?: PDF| HTML)?|PDF|WorldCat|Link|Open in new"
                + " tab|Download)";
    private static final String LOUD =
            "(?:PubMed|Google ?Scholar|Cross[Rr]ef|CROSSREF|PMC free|Web of Science|Scopus|Medline|MEDLINE|[Ii]n"
                    + " [Cc]ontext|Semantic ?Scholar|MathSciNet|zbMATH|OpenURL)";
    private static final Pattern TAIL = Pattern.compile("(?<=[\\s.,;\\])\\d])(?:(?:\\[" + SERVICE
            + "(?: ?: ?\\d{1,9})?\\]|" + SERVICE + "\\b)[\\s|,;:.\u00b7\u2022/-]{0,6}){1,10}$");
    private static final Pattern NUMBERED = Pattern.compile("\\[(?:PubMed|PMID)(?: ?: ?| )(\\d{4,9})\\]");
    private static final Pattern IS_LOUD = Pattern.compile("\\[" + SERVICE + "|" + LOUD);
    private static final int LONGEST = 240;

    private Services() {}

    static void leaveOut(LineDraft line) {
        String text = line.text();
        if (text.indexOf("[P") > 0) {
            line.change(NUMBERED, (match, copy) -> {
                copy.put("PMID: ", match.start(), match.start() + 1);
                copy.keep(match.start(1), match.end(1));
            });
            text = line.text();
        }
        if (!mayEndInOne(text)) {
            return;
        }
        int from = Math.max(0, text.length() - LONGEST);
        Matcher tail = TAIL.matcher(text).region(from, text.length()).useTransparentBounds(true);
        if (tail.find() && tail.start() > 0 && IS_LOUD.matcher(tail.group()).find()) {
            line.keepOnly(0, tail.start());
            line.repaired("links to services left off");
        }
    }

    /** Every name of a service ends in one of these. */
    private static boolean mayEndInOne(String text) {
        int end = text.length();
        while (end > 0 && " .|;,]".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int start = end;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        String last = text.substring(start, end);
        return end < text.length() && text.indexOf(']', end) >= 0
                || IS_LOUD.matcher(last).find()
                || "Scholar Science Article article Abstract Text Context context PDF Link Full Online Library Record Math CAS ISI Download tab Central HTML"
                                .contains(last)
                        && last.length() > 2;
    }
}
