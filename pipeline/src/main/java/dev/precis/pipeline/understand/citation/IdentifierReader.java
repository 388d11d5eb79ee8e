package dev.precis.pipeline.understand.citation;

import dev.precis.pipeline.domain.Identifier;
import dev.precis.pipeline.domain.Identifier.ArxivId;
import dev.precis.pipeline.domain.Identifier.Doi;
import dev.precis.pipeline.domain.Identifier.Handle;
import dev.precis.pipeline.domain.Identifier.Isbn;
import dev.precis.pipeline.domain.Identifier.Pmcid;
import dev.precis.pipeline.domain.Identifier.Pmid;
import dev.precis.pipeline.domain.Identifier.WebAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads DOI, PubMed, arXiv and book numbers and web addresses, with the words that introduce them. */
final class IdentifierReader {
    /** Angle brackets stand in pairs in DOIs that are made of a SICI (ANSI/NISO Z39.56): Wiley's of the 1990s. */
    private static final Pattern DOI =
            Pattern.compile("\\b10\\.\\d{4,9}/(?:[^\\s\"<>\u0001]|<[^\\s\"<>\u0001]{1,60}>){1,300}");

    // a token with a slash, an escape or a file ending after an address is its broken-off tail
    private static final Pattern ADDRESS = Pattern.compile("(?:\\b(?:https?|ftp)://|\\bwww\\.)[^\\s\"<>\u0001]{1,2000}"
            + "(?: [^\\s\"<>]{0,200}(?:/[a-z]|%\\d|\\.pdf\\b|\\.html?\\b)[^\\s\"<>\u0001]{0,200}){0,4}");

    private static final Pattern NUMBERED =
            Pattern.compile("\\b(?:(PMID)|(ISBN)(?:-1[03])?|(arXiv)) ?:? ?" + "([\\dXx][\\d.vXx/ -]{3,20}[\\dXx])");

    private static final Pattern PMCID = Pattern.compile("\\b(?:PMCID ?:? ?)?(PMC[1-9]\\d{3,8})\\b");
    private static final Pattern HANDLE =
            Pattern.compile("https?://hdl\\.handle\\.net/([\\d.]{1,20}/[^\\s\"<>\u0001]{1,200})");

    private static final Pattern CUT =
            Pattern.compile("\\b(?:doi ?: ?[^\\s\u0001]{0,9}|https?:/?|10\\.\\d{4,9}/?)$", Pattern.CASE_INSENSITIVE);

    /** What stands before an identifier, up to it: words, a resolver's address, or both. */
    private static final Pattern INTRODUCTION = Pattern.compile(
            "[(\\[]?\\b(?:(?:retrieved|accessed|retirado|available|disponible|consult\u00e9|r\u00e9cup\u00e9r\u00e9)\\b"
                    + "(?: (?:online|on|in|en|le|at|from|de|sur|through|via))?(?: [\\p{L}\\d, /-]{4,24}?,?)?"
                    + "(?: (?:from|at|de|sur))?|doi|url)? ?:? ?(?:(?:https?: ?//)?(?:dx\\.)?doi\\.org/)?$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    static final String CUT_REPAIR = "identifier that is cut left off";

    private static final int LONGEST_INTRODUCTION = 60;

    private IdentifierReader() {}

    static void read(CitationReading reading) {
        if (reading.holds("10.")) {
            Matcher doi = reading.find(DOI);
            while (doi.find()) {
                addDoi(reading, doi.start(), doi.end());
            }
        }
        if (reading.holds("://") || reading.holds("www.")) {
            Matcher address = reading.find(ADDRESS);
            while (address.find()) {
                addAddress(reading, address.start(), address.end());
                take(reading, address.start(), address.end());
            }
        }
        if (reading.holds("PMID") || reading.holds("ISBN") || reading.holds("arXiv")) {
            Matcher number = reading.find(NUMBERED);
            while (number.find()) {
                if (addNumber(reading, number)) {
                    take(reading, number.start(), number.end());
                }
            }
        }
        if (reading.holds("PMC")) {
            Matcher number = reading.find(PMCID);
            while (number.find()) {
                reading.addIdentifier(new Pmcid(number.group(1)), number.start(1), number.end(1));
                take(reading, number.start(), number.end());
            }
        }
        readEnd(reading);
    }

    /** A line that is cut may end in half an identifier, or in the words before one. */
    private static void readEnd(CitationReading reading) {
        if (endsInPart(reading)) {
            Matcher cut = reading.findFrom(reading.end - LONGEST_INTRODUCTION, CUT);
            if (cut.find()) {
                reading.repaired(CUT_REPAIR);
                take(reading, cut.start(), cut.end());
                return;
            }
        }
        take(reading, reading.end, reading.end);
    }

    private static boolean endsInPart(CitationReading reading) {
        String words = reading.lowerCase();
        String last = words.substring(Math.max(0, words.length() - LONGEST_INTRODUCTION - 1));
        return last.contains("doi") || last.contains("http") || last.contains("10.");
    }

    private static void take(CitationReading reading, int from, int to) {
        int before = from > 0 && reading.unread(from - 1) == ' ' ? from - 2 : from - 1;
        if (before >= 0 && ".)]".indexOf(reading.unread(before)) >= 0) {
            reading.take(from, to);
            return;
        }
        Matcher words = INTRODUCTION
                .matcher(reading.unread())
                .region(Math.max(reading.start, from - LONGEST_INTRODUCTION), from);
        reading.take(words.find() ? words.start() : from, to);
    }

    private static void addDoi(CitationReading reading, int from, int to) {
        String printed = reading.printed(from, to);
        String value = withoutPunctuation(printed);
        if (!value.equals(printed)) {
            reading.repaired("punctuation after the DOI left off");
        }
        boolean hasSuffix = value.indexOf('/') < value.length() - 1;
        if (hasSuffix && reading.identifiers.stream().noneMatch(Doi.class::isInstance)) {
            reading.addIdentifier(new Doi(value), from, from + value.length());
        }
        take(reading, from, from + value.length());
    }

    private static void addAddress(CitationReading reading, int from, int to) {
        String printed =
                withoutPunctuation(reading.unread().subSequence(from, to).toString());
        String value = printed.replace(" ", "");
        if (!value.equals(printed)) {
            reading.repaired("spaces inside the web address left off");
        }
        Matcher handle = HANDLE.matcher(value);
        if (handle.matches()) {
            int start = printed.indexOf(handle.group(1));
            reading.addIdentifier(new Handle(handle.group(1)), from + Math.max(start, 0), from + printed.length());
            return;
        }
        try {
            URI address = new URI(value.startsWith("www.") ? "http://" + value : value);
            reading.addIdentifier(new WebAddress(address), from, from + printed.length());
        } catch (URISyntaxException e) {
            reading.repaired("web address is not one and was left off: " + value);
        }
    }

    private static boolean addNumber(CitationReading reading, Matcher number) {
        String value = number.group(4).replaceAll("[ -]", "");
        boolean isPmid = number.group(1) != null && value.matches("[1-9]\\d{0,8}");
        boolean isIsbn = number.group(2) != null && value.matches("\\d{9}[\\dXx]|\\d{13}");
        boolean isArxiv = number.group(3) != null;
        if (isPmid || isIsbn || isArxiv) {
            Identifier identifier = isPmid ? new Pmid(value) : isIsbn ? new Isbn(value) : new ArxivId(value);
            reading.addIdentifier(identifier, number.start(4), number.end(4));
            return true;
        }
        return false;
    }

    /** A sentence's punctuation after an identifier is not part of it; a bracket is, where it was opened inside. */
    private static String withoutPunctuation(String printed) {
        int end = printed.length();
        while (end > 1) {
            char last = printed.charAt(end - 1);
            boolean closesNothing = (last == ')' && count(printed, '(', end) < count(printed, ')', end))
                    || (last == ']' && count(printed, '[', end) < count(printed, ']', end));
            if (".,;:'\u2019\u201d".indexOf(last) < 0 && !closesNothing) {
                break;
            }
            end--;
        }
        return printed.substring(0, end);
    }

    private static long count(String text, char wanted, int end) {
        return text.substring(0, end).chars().filter(c -> c == wanted).count();
    }
}
