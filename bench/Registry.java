import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.domain.registry.Registered;
import dev.precis.pipeline.domain.registry.RegistryDate;
import dev.precis.pipeline.domain.registry.RegistryName;
import dev.precis.pipeline.domain.registry.RegistryWork;
import dev.precis.pipeline.reconcile.Answer;
import dev.precis.pipeline.reconcile.Reconciliation;
import dev.precis.pipeline.understand.citation.CitationParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes up works as blogs cite them, in five styles and with the slips of print, and a registry that has them all, or has
 * only what is easily taken for them: errata, second parts, preprints, reprints, reviews, translations, other works of the
 * team. The citation is read by our reader, the registry gives the ten that share most words; counted is what is taken.
 */
final class Registry {
    private static final String[] FAMILIES = ("Adler Baum Castellano Dietrich Ekberg Farrugia Gallo Haines Ito Jansen "
            + "Kowalski Lindqvist Marchetti Novak Okafor Petrov Quintana Rossi Schmidt Tanaka Ueda Varga Whitlock Xu "
            + "Yilmaz Zeller O'Brien McAllister Müller García Lévesque Ångström Brandt Clausen Doyle Eriksen Fontaine")
            .split(" ");
    private static final String[] GIVEN =
            "Anna Bernard Clara David Elena Frank Grace Hannah Ivan Julia Karl Laura Martin Nina Oscar Paula".split(" ");
    private static final String[] WHAT = {"alliance", "attachment", "empathy", "emotion regulation", "group cohesion",
        "therapist effects", "early response", "dropout", "expectations", "mentalizing", "feedback", "therapist training"};
    private static final String[] HOW = {"cognitive-behavioral therapy", "psychodynamic psychotherapy",
        "interpersonal therapy", "group psychotherapy", "internet-based treatment", "schema therapy", "couple therapy"};
    private static final String[] WHOM = {"depression", "generalized anxiety disorder", "bulimia nervosa",
        "borderline personality disorder", "posttraumatic stress", "chronic pain", "panic disorder", "prolonged grief"};
    private static final String[] AS = {"A meta-analysis", "A randomized controlled trial", "A systematic review",
        "Results from a two-year follow-up", "A process study", "Evidence from 32 trials", "A qualitative study"};
    private static final String[][] JOURNALS = {
        {"Journal of Applied Therapy Research", "J Appl Ther Res"}, {"Clinical Change Quarterly", "Clin Change Q"},
        {"Annals of Talking Treatments", "Ann Talking Treat"}, {"Psychological Encounters", "Psychol Encounters"},
        {"International Journal of Therapeutic Process", "Int J Ther Process"}, {"Practice & Outcome", "Pract Outcome"},
        {"European Archives of Psychotherapy", "Eur Arch Psychother"}, {"The Therapist", "Therapist"}};

    private final Random random;
    private final List<RegistryWork> registered = new ArrayList<>();
    private final List<Case> cases = new ArrayList<>();

    /** A citation and the DOIs that are right for it; none where the registry has only others. */
    private record Case(String kind, String printed, Set<String> right) {}

    private Registry(long seed) {
        this.random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Work work = work();
            registered.add(work.record());
            cases.add(new Case("plain", print(work), Set.of(work.doi)));
        }
        String[] kinds = {"erratum", "erratum of the same title", "part I and II", "preprint", "reprint",
            "book and its review", "translation", "same team and year", "comment or reply", "conference abstract",
            "new edition", "same title every year", "two DOIs"};
        for (int i = 0; i < 500; i++) {
            hard(kinds[i % kinds.length], random.nextInt(2) == 0);
        }
    }

    public static void main(String[] arguments) {
        long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1;
        new Registry(seed).score(arguments.length > 1);
    }

    private void score(boolean shown) {
        CitationParser parser = new CitationParser();
        Map<String, Set<String>> words = new HashMap<>();
        registered.forEach(work -> words.put(work.doi(), words(work.toString())));
        Map<String, int[]> tallies = new LinkedHashMap<>();
        for (Case one : cases) {
            Citation citation = parser.parse(one.printed()).getFirst();
            Set<String> asked = words(one.printed());
            List<RegistryWork> candidates = registered.stream()
                    .sorted(Comparator.comparingLong((RegistryWork work) ->
                            -words.get(work.doi()).stream().filter(asked::contains).count()))
                    .limit(10)
                    .toList();
            Optional<String> taken = Reconciliation.of(citation, new Answer("", citation.printed(), "", "", "", candidates))
                    .map(Registered::doi);
            int[] tally = tallies.computeIfAbsent(one.kind(), kind -> new int[4]);
            tally[0]++;
            tally[1] += one.right().isEmpty() ? 0 : 1;
            tally[2] += taken.filter(one.right()::contains).isPresent() ? 1 : 0;
            boolean wrong = taken.isPresent() && !one.right().contains(taken.get());
            tally[3] += wrong ? 1 : 0;
            if (wrong || (shown && taken.isEmpty() && !one.right().isEmpty())) {
                System.out.println((wrong ? "WRONG  " : "missed ") + one.kind() + ": " + one.printed() + " -> " + taken
                        + (citation.trust().accepted() ? "" : " (doubtful)"));
            }
        }
        System.out.println("seed, kind, cited, registered, taken, wrong");
        int[] sum = new int[4];
        tallies.forEach((kind, tally) -> {
            System.out.println(kind + ", " + Arrays.toString(tally).replaceAll("[\\[\\]]", ""));
            Arrays.setAll(sum, i -> sum[i] + tally[i]);
        });
        System.out.println("all, " + Arrays.toString(sum).replaceAll("[\\[\\]]", ""));
    }

    private static Set<String> words(String text) {
        return new HashSet<>(Arrays.asList(Texts.key(text).split(" ")));
    }

    /** What is cited, before it is printed or registered. */
    private static final class Work implements Cloneable {
        String doi, type = "journal-article", title, subtitle = "", volume, issue, first, last;
        String[] journal;
        List<RegistryName> authors;
        int year;
        boolean notice;

        String whole() {
            return subtitle.isEmpty() ? title : title + ": " + subtitle;
        }

        RegistryWork record() {
            boolean split = doi.hashCode() % 2 == 0;
            return new RegistryWork(doi, type, split ? title : whole(), split ? subtitle : "", List.of(journal), authors,
                    List.of(new RegistryDate(year, 3, 0)), volume, issue, last.isEmpty() ? first : first + "-" + last, "",
                    List.of(), List.of(), notice ? List.of("erratum") : List.of());
        }

        Work like() {
            try {
                return (Work) clone();
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @SafeVarargs
    private final <T> T any(T... some) {
        return some[random.nextInt(some.length)];
    }

    private String doi() {
        return "10.5555/made." + (100_000 + registered.size() * 7 + random.nextInt(1_000_000_000));
    }

    private Work work() {
        Work work = new Work();
        work.doi = doi();
        work.title = any("The role of %s in %s for %s", "%s and outcome of %s for %s", "Does %s predict change in %s for %s?",
                "Changes of %s during %s for %s", "%s as a moderator of %s for %s").formatted(any(WHAT), any(HOW), any(WHOM));
        work.title = work.title.substring(0, 1).toUpperCase() + work.title.substring(1);
        work.subtitle = work.title.endsWith("?") || random.nextInt(3) == 0 ? "" : any(AS);
        work.journal = any(JOURNALS);
        work.year = 1990 + random.nextInt(35);
        work.volume = "" + (work.year - 1960 + random.nextInt(4));
        work.issue = "" + (1 + random.nextInt(6));
        int page = 1 + random.nextInt(900);
        work.first = "" + page;
        work.last = "" + (page + 4 + random.nextInt(20));
        work.authors = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            String given = any(GIVEN) + (random.nextBoolean() ? " " + (char) ('A' + random.nextInt(26)) + "." : "");
            work.authors.add(new RegistryName(any(FAMILIES), given, ""));
        }
        return work;
    }

    private Work other(Work work) {
        Work other = work.like();
        other.doi = doi();
        other.first = "" + (Integer.parseInt(work.last) + 1 + random.nextInt(80));
        other.last = "" + (Integer.parseInt(other.first) + 3 + random.nextInt(15));
        return other;
    }

    /** @param known whether the registry has the work itself, too */
    private void hard(String kind, boolean known) {
        Work work = work();
        Work other = other(work);
        boolean both = false;
        switch (kind) {
            case "erratum" -> {
                other.title = any("Erratum to: ", "Correction to ", "Corrigendum: ") + work.title;
                other.last = "";
                other.notice = random.nextBoolean();
            }
            case "erratum of the same title" -> {
                other.last = random.nextBoolean() ? "" : other.last;
                other.notice = random.nextInt(4) == 0;
                if (random.nextBoolean()) {
                    other.year++;
                    other.volume = "" + (Integer.parseInt(work.volume) + 1);
                }
            }
            case "part I and II" -> {
                String[] parts = any(new String[] {"Part I", "Part II"}, new String[] {"1. Design", "2. Design"},
                        new String[] {"Study one", "Study two"}, new String[] {"", "Part 2"});
                work.subtitle = parts[0];
                other.subtitle = parts[1];
            }
            case "preprint" -> {
                other.type = "posted-content";
                other.journal = any(new String[] {"PsyArXiv"}, new String[] {});
                other.volume = other.issue = other.first = other.last = "";
                other.year -= random.nextInt(2);
            }
            case "reprint" -> {
                if (random.nextBoolean()) {
                    other.journal = JOURNALS[(Arrays.asList(JOURNALS).indexOf(work.journal) + 1) % JOURNALS.length];
                    other.year += random.nextInt(3);
                } else {
                    other.type = "book-chapter";
                    other.journal = new String[] {"The best of talking treatments"};
                }
            }
            case "book and its review" -> {
                work.type = "book";
                other.title = any("", "Review of ", "Book review: ") + work.title;
                if (random.nextBoolean()) {
                    other.authors = work().authors;
                }
            }
            case "translation" -> {
                other.title = any(work.title, "Die Rolle der " + work.title.replaceAll("\\b(?:in|of|for|and)\\b", "und"));
                other.journal = new String[] {"Zeitschrift für Gesprächstherapie", "Z Gesprächsther"};
                other.year += random.nextInt(2);
            }
            case "same team and year" -> {
                switch (random.nextInt(4)) {
                    case 0 -> other.title = work.title.replaceFirst(" for [^?]*", " for " + any(WHOM));
                    case 1 -> other.subtitle = "Does it last?".equals(work.subtitle) ? "A trial" : "Does it last?";
                    case 2 -> other.title = work.title + any(" in men", " in women", " in adolescents", " and older adults");
                    default -> other.title = "Further " + work.title.substring(0, 1).toLowerCase() + work.title.substring(1);
                }
                if (other.whole().equals(work.whole())) {
                    other.title += " at work";
                }
            }
            case "comment or reply" -> {
                boolean before = random.nextBoolean();
                other.title = before ? any("Comment on ", "Commentary: ", "Reply to ") + work.title : work.title;
                other.subtitle = before ? work.subtitle : any("A reply", "Comment", "Response to the critics", "A rejoinder");
            }
            case "conference abstract" -> {
                other.issue = "Suppl. 1";
                other.first = "S" + other.first;
                other.last = "";
                other.year -= random.nextInt(2);
            }
            case "new edition" -> {
                work.type = other.type = "book";
                other.year += 3 + random.nextInt(9);
            }
            case "same title every year" -> {
                work.title = other.title = any("Introduction to the special section", "Editorial", "The year in review",
                        "Note from the editor", "Introduction");
                work.subtitle = other.subtitle = "";
                other.year += random.nextInt(2);
                other.issue = "" + (1 + Integer.parseInt(work.issue));
            }
            default -> {
                both = true; // publishers register an article again
                other.first = work.first;
                other.last = work.last;
            }
        }
        registered.add(other.record());
        if (known) {
            registered.add(work.record());
        }
        Set<String> right = new HashSet<>(known ? Set.of(work.doi) : Set.of());
        if (both) {
            right.add(other.doi);
        }
        cases.add(new Case(kind, print(work), right));
    }

    private String print(Work work) {
        boolean book = work.type.equals("book");
        boolean et = work.authors.size() > 3 && random.nextInt(3) == 0;
        String title = random.nextInt(8) == 0 ? work.title : work.whole();
        if (random.nextInt(25) == 0) {
            int at = 5 + random.nextInt(title.length() - 6);
            title = title.substring(0, at) + title.substring(at + 1);
        }
        title = title.replaceAll("[?]$", "") + (title.endsWith("?") ? "?" : ".");
        String pages = random.nextInt(7) == 0 ? "" : work.first + any("-", "–") + work.last;
        String issue = random.nextInt(4) == 0 ? "" : "(" + work.issue + ")";
        String name = work.journal[random.nextInt(4) == 0 ? 1 % work.journal.length : 0];
        if (book) {
            return authors(work, et, ", ", ". ", " & ") + " (" + work.year + "). " + title + " Invented University Press.";
        }
        return switch (random.nextInt(5)) {
            case 0 -> authors(work, et, " ", "", ", ") + ". " + title + " " + name + ". " + work.year + ";" + work.volume
                    + issue + (pages.isEmpty() ? "" : ":" + pages) + ".";
            case 1 -> authors(work, et, ", ", ". ", " and ") + " " + work.year + ". " + title + " " + name + " "
                    + work.volume + issue + (pages.isEmpty() ? "" : ": " + pages) + ".";
            default -> authors(work, et, ", ", ". ", " & ") + " (" + work.year + "). " + title + " " + name + ", "
                    + work.volume + issue + (pages.isEmpty() ? "" : ", " + pages) + ".";
        };
    }

    private static String authors(Work work, boolean et, String comma, String dot, String and) {
        List<String> names = work.authors.stream()
                .map(author -> {
                    StringBuilder initials = new StringBuilder();
                    for (String given : author.given().split(" ")) {
                        initials.append(given.charAt(0)).append(dot);
                    }
                    return author.family() + comma + initials.toString().strip();
                })
                .toList();
        if (et) {
            return names.getFirst() + ", et al.";
        }
        return names.size() == 1
                ? names.getFirst()
                : String.join(", ", names.subList(0, names.size() - 1)) + and.replaceFirst("^ &", ", &") + names.getLast();
    }
}
