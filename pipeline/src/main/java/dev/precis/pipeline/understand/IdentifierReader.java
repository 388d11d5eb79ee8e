package dev.precis.pipeline.understand;

import dev.precis.pipeline.domain.Identifier.ArxivId;
import dev.precis.pipeline.domain.Identifier.Doi;
import dev.precis.pipeline.domain.Identifier.Isbn;
import dev.precis.pipeline.domain.Identifier.Pmid;
import dev.precis.pipeline.domain.Identifier.WebAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads DOI, PubMed, arXiv and book numbers and web addresses, with the words that introduce them. */
final class IdentifierReader {
    private static final Pattern DOI = Pattern.compile("\\b10\\.\\d{4,9}/[^\\s\"<>\u0001]{1,300}");
    private static final Pattern RESOLVER =
            Pattern.compile("(?:\\bhttps?: ?//)?(?:\\bdx\\.)?\\bdoi\\.org/(?=\u0001)", Pattern.CASE_INSENSITIVE);

    // a token with a slash, an escape or a file ending after an address is its broken-off tail
    private static final Pattern ADDRESS = Pattern.compile("(?:\\b(?:https?|ftp)://|\\bwww\\.)[^\\s\"<>\u0001]{1,2000}"
            + "(?: [^\\s\"<>]{0,200}(?:/[a-z]|%\\d|\\.pdf\\b|\\.html?\\b)[^\\s\"<>\u0001]{0,200}){0,4}");

    private static final Pattern NUMBERED =
            Pattern.compile("\\b(?:(PMID)|(ISBN)(?:-1[03])?|(arXiv)) ?:? ?" + "([\\dXx][\\d.vXx/ -]{3,20}[\\dXx])");

    private static final Pattern INTRODUCTION = Pattern.compile(
            "[(\\[]?\\b(?:(?:retrieved|accessed|retirado|available|disponible|consult\u00e9|r\u00e9cup\u00e9r\u00e9)\\b"
                    + "(?: (?:online|on|in|en|le|at|from|de|sur|through|via))?(?: [\\p{L}\\d, /-]{4,24}?,?)?"
                    + "(?: (?:from|at|de|sur))?|doi|url) ?:? ?(?=\u0001|$)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private IdentifierReader() {}

    static void read(CitationReading reading) {
        readDois(reading);
        Matcher address = reading.find(ADDRESS);
        while (address.find()) {
            addAddress(reading, address.group());
            reading.take(address.start(), address.end());
        }
        Matcher number = reading.find(NUMBERED);
        while (number.find()) {
            if (addNumber(reading, number)) {
                reading.take(number.start(), number.end());
            }
        }
        takeAll(reading, INTRODUCTION);
    }

    private static void takeAll(CitationReading reading, Pattern words) {
        Matcher matcher = reading.find(words);
        while (matcher.find()) {
            reading.take(matcher.start(), matcher.end());
        }
    }

    private static void readDois(CitationReading reading) {
        Matcher doi = reading.find(DOI);
        while (doi.find()) {
            String printed = reading.printed(doi.start(), doi.end());
            String value = withoutPunctuation(printed);
            if (!value.equals(printed)) {
                reading.repaired("punctuation after the DOI left off");
            }
            boolean hasSuffix = value.indexOf('/') < value.length() - 1;
            if (hasSuffix && reading.identifiers.stream().noneMatch(Doi.class::isInstance)) {
                reading.identifiers.add(new Doi(value));
            }
            reading.take(doi.start(), doi.start() + value.length());
        }
        takeAll(reading, RESOLVER);
    }

    private static void addAddress(CitationReading reading, String printed) {
        String value = printed.replace(" ", "");
        if (!value.equals(printed)) {
            reading.repaired("spaces inside the web address left off");
        }
        value = withoutPunctuation(value);
        try {
            reading.identifiers.add(new WebAddress(new URI(value.startsWith("www.") ? "http://" + value : value)));
        } catch (URISyntaxException e) {
            reading.repaired("web address is not one and was left off: " + value);
        }
    }

    private static boolean addNumber(CitationReading reading, Matcher number) {
        String value = number.group(4).replaceAll("[ -]", "");
        if (number.group(1) != null && value.matches("[1-9]\\d{0,8}")) {
            return reading.identifiers.add(new Pmid(value));
        }
        if (number.group(2) != null && value.matches("\\d{9}[\\dXx]|\\d{13}")) {
            return reading.identifiers.add(new Isbn(value));
        }
        return number.group(3) != null && reading.identifiers.add(new ArxivId(value));
    }

    /** A sentence's punctuation after an identifier is not part of it; a bracket is, where it was opened inside. */
    private static String withoutPunctuation(String printed) {
        int end = printed.length();
        while (end > 1) {
            char last = printed.charAt(end - 1);
            boolean closesNothing = (last == ')' && printed.substring(0, end).indexOf('(') < 0)
                    || (last == ']' && printed.substring(0, end).indexOf('[') < 0);
            if (".,;:'\u2019\u201d".indexOf(last) < 0 && !closesNothing) {
                break;
            }
            end--;
        }
        return printed.substring(0, end);
    }
}
