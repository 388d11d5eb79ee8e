package dev.precis.sparql.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever came and went, what follows is what follows from what there is. */
class FollowedNamesTest {
    private static final String[] NAMES = {
        "Wampold, B. E.",
        "Wampold, Bruce E.",
        "Wampold, B.",
        "Wampold, Brad",
        "Wampold, Bruce",
        "Imel, Z. E.",
        "Imel, Zac",
        "Imel, Z.",
        "Imel, Zac E.",
        "Quill, M.",
        "Quill, Mara E.",
        "Quill, Max",
        "Wang, L.",
        "Wang, Lei",
        "Wang, A.",
        "Wang, B.",
        "Wang, C.",
        "Wang, Lei M.",
        "Zlotnick, J.",
        "Zlotnick, John [o1]",
        "Zlotnick, J. A. [o1]"
    };
    private static final String[] VENUES = {
        "Psychother Res",
        "Psychotherapy Research",
        "The Psychotherapy Research",
        "Psychol Res",
        "Psychology Research",
        "Psychological Research",
        "Psychotherapie",
        "J Clin Psychol",
        "Journal of Clinical Psychology"
    };
    private static final String[] NUMBERS = {"1050-3307", "1468-4381", "0021-9762"};

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void followFromWhatThereIs(int seed) {
        Random random = new Random(seed);
        // of fewer names more can be joined
        List<String> some = new ArrayList<>(List.of(NAMES));
        Collections.shuffle(some, random);
        String[] names = some.subList(0, 8 + 2 * seed).toArray(String[]::new);
        People people = new People();
        Journals journals = new Journals();
        List<Said> present = new ArrayList<>();
        Set<Integer> sizes = new HashSet<>();
        for (int step = 0; step < 100; step++) {
            for (int i = 0; i <= random.nextInt(3); i++) {
                boolean takenBack = !present.isEmpty() && random.nextInt(20) < present.size();
                Said one = takenBack ? present.remove(random.nextInt(present.size())) : said(names, random);
                if (takenBack) {
                    people.remove(one);
                    journals.remove(one);
                } else {
                    present.add(one);
                    people.add(one);
                    journals.add(one);
                }
            }
            assertThat(people.joins()).as("step %s", step).isEqualTo(Printed.joined(present));
            assertThat(journals.joins()).as("step %s", step).isEqualTo(Printed.joinedVenues(present));
            sizes.add(people.joins().size() * 100 + journals.joins().size());
        }
        assertThat(sizes).hasSizeGreaterThan(3);
    }

    private static Said said(String[] names, Random random) {
        Printed printed = new Printed();
        return switch (random.nextInt(30)) {
            case 0 ->
                printed.same(name(names, random), name(names, random)).said().getFirst();
            case 1 ->
                printed.different(name(names, random), name(names, random))
                        .said()
                        .getFirst();
            case 2 ->
                printed.sameVenues(any(VENUES, random), any(VENUES, random))
                        .said()
                        .getFirst();
            case 3 ->
                printed.differentVenues(any(VENUES, random), any(VENUES, random))
                        .said()
                        .getFirst();
            case 4 -> printed.writtenBy("Brad A. Wampold").said().getFirst();
            case 5, 6, 7 -> printed.in(any(VENUES, random)).said().getFirst();
            case 8 ->
                printed.in(any(VENUES, random), any(NUMBERS, random)).said().getFirst();
            default ->
                printed.and(
                                "w" + random.nextInt(15),
                                random.nextInt(9) == 0 ? "editor" : "author",
                                any(names, random) + " | " + any(names, random) + " | " + any(names, random))
                        .said()
                        .getFirst();
        };
    }

    private static String name(String[] names, Random random) {
        return any(names, random).replaceFirst("\\s*\\[.*", "");
    }

    private static String any(String[] some, Random random) {
        return some[random.nextInt(some.length)];
    }

    @Test
    void nothingIsThoughtThroughForWhatIsThereAlready() {
        List<Said> said = Printed.works("Wampold, B. E. | Imel, Z. E.", "Wampold, Bruce E. | Imel, Z.", "Quill, M.")
                .in("Psychother Res")
                .in("Psychotherapy Research")
                .said();
        SaidByBlog all = new SaidByBlog();
        said.forEach(all::add);
        SaidByBlog.OfBlog blog = all.blogs().get(Printed.ROOT);
        var people = blog.people("people", Printed.ROOT);
        var journals = blog.journals("journals", Printed.ROOT);
        assertThat(people.graph().isEmpty()).isFalse();

        all.add(Printed.works("Zlotnick, John | Quill, M.")
                .in("Psychother Res")
                .said()
                .getFirst());
        all.add(said.getLast());

        assertThat(blog.people("people", Printed.ROOT)).isSameAs(people);
        assertThat(blog.journals("journals", Printed.ROOT)).isSameAs(journals);
    }
}
