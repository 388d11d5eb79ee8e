package dev.precis.pipeline.understand.citation.clean;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which printed characters mark-up sets in italics: most styles set the title of a book or the name of a journal so.
 */
final class Emphasis {
    private static final Pattern EMPHASISED = Pattern.compile("<(?:em|i|cite)>([^<>]{2,600})</(?:em|i|cite)>"
            + "|(?<![*\\\\])\\*(?![*\\s])([^*]{2,600}?)(?<!\\s)\\*(?!\\*)"
            + "|(?<![\\p{L}\\d_/])_(?![_\\s])([^_]{2,600}?)(?<!\\s)_(?![\\p{L}\\d_])"
            + "|\\\\(?:emph|textit|it|textsl)\\{([^{}]{2,600})\\}|\\{\\\\(?:em|it|sl|itshape) ([^{}]{2,600})\\}");

    private Emphasis() {}

    static BitSet of(String printed) {
        BitSet emphasised = new BitSet();
        Matcher matcher = EMPHASISED.matcher(printed);
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.start(group) >= 0) {
                    emphasised.set(matcher.start(group), matcher.end(group));
                }
            }
        }
        return emphasised;
    }
}
