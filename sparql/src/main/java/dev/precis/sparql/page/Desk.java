package dev.precis.sparql.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the pages of an editor show: views for the templates whose names begin with "desk". */
public final class Desk {
    private Desk() {}

    /**
     * What surrounds the content of each page.
     *
     * @param title of the page
     * @param token that forms send along, so that nobody else's can
     * @param site where the public site is
     * @param said what became of what was done last
     */
    public record Room(String title, String token, String site, List<Said> said) {
        public Room {
            said = List.copyOf(said);
        }

        /** A value as part of an address. */
        public static String encoded(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }

    /** A sentence, and whether it is good news. */
    public record Said(String text, boolean good) {}

    /** A link with something that is told beside it. */
    public record Entry(String href, String name, String beside) {}

    /**
     * The first page.
     *
     * @param health of the server
     * @param runs what runs did, the last first
     * @param running what runs at the moment; empty if nothing does
     * @param waiting dropped files that wait, each with why
     * @param rejected dropped files that were rejected, each with its report
     * @param withheld how much is in quarantine
     * @param doubts how much there is to review
     * @param sources that can be crawled: id and address
     */
    public record Home(
            String health,
            List<Run> runs,
            String running,
            List<Entry> waiting,
            List<Entry> rejected,
            int withheld,
            int doubts,
            List<Entry> sources) {
        public Home {
            runs = List.copyOf(runs);
            waiting = List.copyOf(waiting);
            rejected = List.copyOf(rejected);
            sources = List.copyOf(sources);
        }
    }

    /**
     * What a run did.
     *
     * @param when it ended, in words
     * @param result its last line
     * @param told what it told besides
     */
    public record Run(String when, String what, String result, List<String> told, boolean good) {
        public Run {
            told = List.copyOf(told);
        }
    }

    /** Something in quarantine. */
    public record Item(
            String id,
            String what,
            String address,
            String stage,
            String reason,
            String since,
            String snapshot,
            String report,
            boolean ignored,
            boolean retried) {}

    /** A kind of doubt, how many there are of it, and whether the page shows it. */
    public record Kind(String flag, String label, int count, boolean shown) {}

    /** A doubt in a list. */
    public record Doubt(String href, String title, String label, String explanation, String printed) {}

    /** Doubts of some kind, a page of them. */
    public record Doubts(List<Kind> kinds, List<Doubt> shown, int from, int count, String previous, String next) {
        public Doubts {
            kinds = List.copyOf(kinds);
            shown = List.copyOf(shown);
        }
    }

    /** A piece of printed words; marked if it is what is meant, with what it was read as. */
    public record Piece(String text, boolean marked, String as) {}

    /** A variable of a citation in both readings; the last one is empty where there is no second. */
    public record Reading(String variable, String first, String second) {
        public boolean differs() {
            return !first.equals(second);
        }
    }

    /**
     * A field that can be corrected.
     *
     * @param hint how it is written
     * @param lines of the field: one, or more for a list
     */
    public record Field(String name, String label, String value, String hint, int lines) {}

    /**
     * One summary, or one doubt of it, to be corrected.
     *
     * @param summary its IRI
     * @param item the name of the doubt; empty where there is none
     * @param page where it was read; empty for a file
     * @param quote the number's words that a finding is about; empty for another doubt
     * @param readings both readings of the citation; none for another doubt
     * @param second whether there is a second reading
     * @param printed the citation, what was read in it marked
     * @param context the words around in the page, what is meant marked
     * @param fields that can be corrected
     * @param by whose correction it is, if that is known
     */
    public record Look(
            String summary,
            String title,
            String item,
            String label,
            String explanation,
            String page,
            String snapshot,
            String quote,
            List<Reading> readings,
            boolean second,
            List<Piece> printed,
            List<Piece> context,
            List<Field> fields,
            String by) {
        public Look {
            readings = List.copyOf(readings);
            printed = List.copyOf(printed);
            context = List.copyOf(context);
            fields = List.copyOf(fields);
        }
    }

    /** A line of a file: as it is ({@code ' '}), or new ({@code '+'}). */
    public record Line(char sign, String text) {}

    /**
     * A correction that is to be saved.
     *
     * @param entry its YAML
     * @param file where it goes
     * @param flaws why it cannot be saved; none if it can
     */
    public record Check(String summary, String title, String entry, String file, List<Line> lines, List<String> flaws) {
        public Check {
            lines = List.copyOf(lines);
            flaws = List.copyOf(flaws);
        }
    }

    /** A summary that is or was there. */
    public record Summary(String iri, String title, String state, boolean there, boolean redirected, String page) {}

    /** A topic or type that can be chosen. */
    public record Choice(String label, boolean chosen) {}

    /** A new summary as far as it is written. */
    public record Draft(
            List<Field> fields, List<Choice> topics, List<Choice> types, List<Field> texts, List<Preview> preview) {
        public Draft {
            fields = List.copyOf(fields);
            topics = List.copyOf(topics);
            types = List.copyOf(types);
            texts = List.copyOf(texts);
            preview = List.copyOf(preview);
        }
    }

    /**
     * How a new summary would be read.
     *
     * @param text the file
     * @param told fields and what was read
     * @param flaws why it would be rejected
     * @param notes what is odd about it
     */
    public record Preview(
            String text, List<Reading> told, List<String> paragraphs, List<String> flaws, List<String> notes) {
        public Preview {
            told = List.copyOf(told);
            paragraphs = List.copyOf(paragraphs);
            flaws = List.copyOf(flaws);
            notes = List.copyOf(notes);
        }
    }
}
