import dev.precis.ontology.IriTemplate;
import dev.precis.ontology.Reused.Pro;
import dev.precis.ontology.Reused.Schema;
import dev.precis.sparql.archive.ArchiveBatch;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.entity.Entities;
import dev.precis.sparql.index.GraphStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.DCTerms;

/**
 * Makes up people who write works together, prints their names as styles do, and counts which spellings are joined: wrongly,
 * where both are not of the same one person, and rightly, of all that are. Who a name is of is known from how it was made.
 *
 * <p>Family names are shared as in life (a few by many). Hard on purpose: siblings and couples of one initial who write in
 * one group, namesakes with one first name in other groups, some with one middle initial, family names of thirty bearers,
 * handbooks whose editors have authors of one name, and lists of sixty. Of one couple in two only one is ever printed in
 * full: nothing tells that the initial is of the other one, and what is joined there is counted apart; so is what is joined
 * with a spelling that is of two people in every style, and that they shared before.
 */
final class People {
    private static final String ROOT = "https://people.example/";
    private static final String[] STARTS =
            "Ab Bel Cor Dan El Fer Gal Hol Is Jar Kes Lin Mor Nor Ost Per Quil Ros Sand Tor Ul Var Wes Yor Zel".split(" ");
    private static final String[] ENDS =
            "an berg court dahl eira field grave hurst ini kamp lov mann nes oux pin rick son ton ulla wick".split(" ");
    private static final String[] MIDDLES = " a e i o u am em im om um al el il ol ul ar er ir or".split(" ", -1);
    private static final String[] COMMON = "Wang Li Zhang Chen Smith Johnson Garcia Kim Nguyen Miller".split(" ");
    private static final int FAMILIES = 5_000;
    private static final String[] GIVEN = ("Anna Adam Beth Bruce Brad Carla Carl David Dora Emma Eric Fay Frank Gina "
                    + "George Hanna Hugo Ines Ivan Jane John James Kate Karl Lei Lin Laura Mark Mara Nina Noel Olga Otto Paula "
                    + "Peter Quentin Rita Ralph Sara Simon Tina Tom Una Uwe Vera Victor Wanda Will Xin Yara Yves Zoe Zac")
            .split(" ");

    private final Random random;
    private final List<Person> people = new ArrayList<>();
    private final List<List<Person>> groups = new ArrayList<>();
    private final Map<String, Set<Integer>> bearers = new TreeMap<>();
    private final Map<String, NamedGraph> graphs = new TreeMap<>();
    private final Set<Integer> untold = new HashSet<>();

    /** @param style the only way in which they are printed; -1 for any */
    private record Person(int number, String family, String given, String middle, int style) {
        Person with(int only) {
            return new Person(number, family, given, middle, only);
        }

        /** As the style prints it that prints most: who has the same is told apart by none. */
        String fullest() {
            return family + ", " + with(0).printed(0);
        }

        String printed(int any) {
            String middleInitial = middle.isEmpty() ? "" : " " + middle.charAt(0) + ".";
            return switch (style < 0 ? any : style) {
                case 0 -> given + middleInitial;
                case 1 -> given;
                case 2 -> given.charAt(0) + ".";
                default -> given.charAt(0) + "." + middleInitial;
            };
        }
    }

    private People(long seed, int number) {
        this.random = new Random(seed);
        while (people.size() < number) {
            groups.add(group(4 + random.nextInt(9)));
        }
        for (List<Person> group : groups) {
            int works = group.size() + random.nextInt(2 * group.size());
            for (int i = 0; i < works; i++) {
                work(team(group), List.of());
            }
        }
        for (int i = 0; i < number / 100; i++) {
            List<Person> editors = team(any(groups));
            for (int chapter = 0; chapter < 10; chapter++) {
                work(team(any(groups)), editors);
            }
            work(sixty(), List.of());
        }
    }

    private List<Person> sixty() {
        Set<Person> some = new LinkedHashSet<>();
        while (some.size() < 60) {
            some.add(any(people));
        }
        return List.copyOf(some);
    }

    private List<Person> group(int size) {
        List<Person> group = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            group.add(add(family(), any(GIVEN), -1));
        }
        if (random.nextInt(100) < 25) {
            relative(group);
        }
        if (random.nextInt(100) < 10) { // somebody of the same full name elsewhere
            Person other = any(people);
            group.add(add(other.family(), other.given(), -1));
        }
        return group;
    }

    /** By the law of Zipf and Mandelbrot: the first name has 1.5 % of all people, the last some thousands hardly any. */
    private String family() {
        int rank = (int) (10 * (Math.pow((FAMILIES + 10) / 10.0, random.nextDouble()) - 1));
        int made = rank - COMMON.length;
        return made < 0
                ? COMMON[rank]
                : STARTS[made % STARTS.length]
                        + MIDDLES[made / STARTS.length / ENDS.length % MIDDLES.length]
                        + ENDS[made / STARTS.length % ENDS.length];
    }

    /** Of the same family name and initial, in the same group. */
    private void relative(List<Person> group) {
        Person one = any(group);
        List<String> others = Arrays.stream(GIVEN)
                .filter(given -> given.charAt(0) == one.given().charAt(0) && !given.equals(one.given()))
                .toList();
        if (!others.isEmpty()) {
            boolean hidden = random.nextBoolean();
            Person other = add(one.family(), any(others), hidden ? 2 : -1);
            group.add(other);
            if (hidden) {
                untold.add(other.number());
                untold.add(one.number());
            } else {
                work(List.of(one.with(0), other.with(0)), List.of());
            }
        }
    }

    private Person add(String family, String given, int style) {
        Person person =
                new Person(people.size(), family, given, random.nextInt(100) < 55 ? any(GIVEN) : "", style);
        people.add(person);
        return person;
    }

    private List<Person> team(List<Person> group) {
        Set<Person> team = new HashSet<>();
        List<Person> ordered = new ArrayList<>();
        int size = 1 + random.nextInt(Math.min(5, group.size()));
        while (ordered.size() < size) {
            Person next = random.nextInt(100) < 10 ? any(people) : any(group);
            if (team.add(next)) {
                ordered.add(next);
            }
        }
        return ordered;
    }

    private void work(List<Person> authors, List<Person> editors) {
        Graph graph = GraphFactory.createDefaultGraph();
        String name = "w" + graphs.size();
        int[] styles = {0, 1, 2, 3, 3, 3, 3};
        int style = styles[random.nextInt(styles.length)];
        print(authors, IriTemplate.AUTHOR, name, style, graph);
        print(editors, IriTemplate.EDITOR, name, style, graph);
        String summary = ROOT + "summary/2020-01/" + name;
        graphs.put(summary, new NamedGraph(summary, ROOT, graph));
    }

    private void print(List<Person> team, IriTemplate part, String name, int style, Graph graph) {
        for (int i = 0; i < team.size(); i++) {
            Person person = team.get(i);
            String printed = person.family() + ", " + person.printed(style);
            String iri = IriTemplate.PERSON.of(
                    ROOT, printed.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-").replaceAll("-$", ""));
            bearers.computeIfAbsent(iri, one -> new HashSet<>()).add(person.number());
            Node role = NodeFactory.createURI(part.of(ROOT + "works/" + name, i + 1));
            graph.add(Triple.create(role, Pro.isHeldBy.asNode(), NodeFactory.createURI(iri)));
            graph.add(Triple.create(role, Schema.name.asNode(), NodeFactory.createLiteralString(printed)));
        }
    }

    /** What is joined, as an index tells it; and how long it took to find out. */
    private Map<String, String> joined() throws IOException {
        Path folder = Files.createTempDirectory("people");
        try (GraphArchive archive = GraphArchive.open(folder)) {
            try (ArchiveBatch batch = archive.batch()) {
                graphs.values().forEach(batch::put);
                batch.commit();
            }
            try (GraphStore store = GraphStore.build(archive, "", "bench", new Entities())) {
                Map<String, String> joined = new TreeMap<>();
                Txn.executeRead(store.dataset(), () -> store.dataset()
                        .find(Node.ANY, Node.ANY, DCTerms.isReplacedBy.asNode(), Node.ANY)
                        .forEachRemaining(quad ->
                                joined.put(quad.getSubject().getURI(), quad.getObject().getURI())));
                return joined;
            }
        } finally {
            try (var files = Files.walk(folder)) {
                for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /** Prints what is joined of what should be; exit code 1 if two people are. */
    public static void main(String[] arguments) throws IOException {
        int wrong = 0;
        long seed = Long.parseLong(arguments[0]);
        int number = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2000;
        People made = new People(seed, number);
        Map<String, String> joined = made.joined();
        int hidden = 0;
        int alike = 0;
        for (Map.Entry<String, String> join : joined.entrySet()) {
            Set<Integer> both = new HashSet<>(made.bearers.get(join.getKey()));
            both.addAll(made.bearers.get(join.getValue()));
            if (both.size() > 1 && both.stream().map(one -> made.people.get(one).fullest()).distinct().count() < both.size()) {
                alike++;
            } else if (both.size() > 1 && made.untold.containsAll(both)) {
                hidden++;
            } else if (both.size() > 1) {
                wrong++;
                System.out.println("wrong: " + join + " " + both.stream().map(made.people::get).toList());
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%,d people, %,d works, %,d spellings of names, %,d of them of several people%n",
                made.people.size(),
                made.graphs.size(),
                made.bearers.size(),
                made.bearers.values().stream().filter(some -> some.size() > 1).count());
        int[] pairs = made.pairs(joined);
        System.out.printf(
                Locale.ROOT,
                "joined %,d; wrong %d; with a spelling that two people have alike in every style %d;"
                        + " of couples of whom one is never printed in full %d%n"
                        + "pairs of spellings of one person: %,d, joined %,d (%.1f %%), missed %,d%n",
                joined.size(),
                wrong,
                alike,
                hidden,
                pairs[0],
                pairs[1],
                100.0 * pairs[1] / pairs[0],
                pairs[0] - pairs[1]);
        System.exit(wrong > 0 ? 1 : 0);
    }

    /** Of spellings that are of one person alone: how many pairs there are, and how many are joined. */
    private int[] pairs(Map<String, String> joined) {
        Map<Integer, List<String>> spellings = new HashMap<>();
        bearers.forEach((iri, some) -> {
            if (some.size() == 1) {
                spellings.computeIfAbsent(some.iterator().next(), one -> new ArrayList<>()).add(iri);
            }
        });
        int[] pairs = new int[2];
        for (List<String> some : spellings.values()) {
            for (int i = 0; i < some.size(); i++) {
                for (int j = 0; j < i; j++) {
                    pairs[0]++;
                    String one = joined.getOrDefault(some.get(i), some.get(i));
                    pairs[1] += one.equals(joined.getOrDefault(some.get(j), some.get(j))) ? 1 : 0;
                }
            }
        }
        return pairs;
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private String any(String[] some) {
        return some[random.nextInt(some.length)];
    }
}
