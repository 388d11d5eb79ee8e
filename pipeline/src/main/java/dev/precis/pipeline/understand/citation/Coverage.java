package dev.precis.pipeline.understand.citation;

import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.Span;
import dev.precis.pipeline.domain.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Accounts for the characters of a printed citation: what is neither a part that was read nor a label that styles print
 * between parts is left over, and so was not understood.
 */
final class Coverage {
    private static final Set<String> LABELS = Words.of("""
        doi http https www dx org url pmid isbn arxiv pubmed epub
        p pp s page pages vol vols volume volumes bd tome tomes no nr nos number issue issues iss special section art article id
        in dans ed eds edited by edn editor editors edition hrsg dir dirs coord coords éd éds chapter chap ch
        and et und y e with al others for on behalf of the
        retrieved accessed available from at online en le de sur through via disponible consulté récupéré retirado
        c ca circa st nd rd th ème ª º
        """);

    /** A phrase that begins so is about something else than the cited work, up to its end. */
    private static final Set<String> REMARKS = Words.of("""
        original originally reprinted unpublished published thesis dissertation doctoral master's working discussion technical
        manuscript
        """);

    private static final Set<String> WHEN = Words.of("""
        january february march april may june july august september october november december
        jan feb mar apr jun jul aug sep sept oct nov dec spring summer fall winter
        """);

    private final String printed;
    private final boolean[] read;

    Coverage(Citation citation) {
        printed = citation.printed();
        read = new boolean[printed.length()];
        citation.fields().values().forEach(field -> mark(field.start(), field.end()));
        markAll(citation.places().authors());
        markAll(citation.places().editors());
        markAll(citation.places().identifiers());
        Span issued = citation.places().issued();
        mark(issued.start(), issued.end());
        boolean lettered = issued.end() < printed.length() && isAsciiLetter(printed.charAt(issued.end()));
        mark(issued.end(), lettered && !issued.isEmpty() ? issued.end() + 1 : issued.end());
    }

    private void markAll(List<Span> spans) {
        spans.forEach(span -> mark(span.start(), span.end()));
    }

    private void mark(int from, int to) {
        for (int i = from; i < to; i++) {
            read[i] = true;
        }
    }

    private static boolean isAsciiLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    /** Whether words or numbers are left over. */
    boolean leavesWords() {
        boolean retrieval = false;
        for (int i = 0; i < printed.length(); ) {
            if (read[i] || !Character.isLetterOrDigit(printed.charAt(i))) {
                i++;
                continue;
            }
            int start = i;
            while (i < printed.length() && !read[i] && isOfWord(printed.charAt(i))) {
                i++;
            }
            String word = printed.substring(start, i).toLowerCase(Locale.ROOT);
            retrieval |= word.startsWith("retriev") || word.startsWith("access") || REMARKS.contains(word);
            boolean label = LABELS.contains(word) || WHEN.contains(word) || retrieval;
            if (!label) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || c == '\'';
    }

    /** Whether a label is the last word, so that what it labels is missing. */
    boolean endsInLabel() {
        int from = lastRead() + 1;
        int end = printed.length();
        while (end > from && !Character.isLetter(printed.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > from && Character.isLetter(printed.charAt(start - 1))) {
            start--;
        }
        return LABELS.contains(printed.substring(start, end).toLowerCase(Locale.ROOT));
    }

    /** The last character that was read, or -1. */
    int lastRead() {
        int last = read.length - 1;
        while (last >= 0 && !read[last]) {
            last--;
        }
        return last;
    }
}
