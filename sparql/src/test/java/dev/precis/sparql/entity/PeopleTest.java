package dev.precis.sparql.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleTest {
    @Test
    void joinsSpellingsThatArePrintedWithTheSamePeople() {
        Printed printed = Printed.works(
                "Wampold, B. E. | Imel, Z. E.", "Wampold, Bruce E. | Imel, Z.", "Wampold, B. | Imel, Zac E.");

        assertThat(printed.people())
                .containsExactlyInAnyOrder(
                        "Wampold-B-E > Wampold-Bruce-E",
                        "Wampold-B > Wampold-Bruce-E",
                        "Imel-Z > Imel-Zac-E",
                        "Imel-Z-E > Imel-Zac-E");
        assertThat(printed.joinedPeople())
                .filteredOn(join -> join.iri().endsWith("Wampold-B"))
                .extracting(Join::reason)
                .containsExactly("Printed with the same people: Imel, Zac E.");
    }

    @Test
    void amongSoManyNamesakesNobodyIsToldApart() {
        String[] works = IntStream.rangeClosed(0, 1_000)
                .mapToObj(i -> "Wang, Y%s | Imel, Z. E.".formatted("a".repeat(i % 70)))
                .toArray(String[]::new);

        assertThat(Printed.works(works).people()).isEmpty();
    }

    @Test
    void aNameAloneTellsNothing() {
        assertThat(Printed.works("Wampold, B. E.", "Wampold, Bruce E.", "Wampold, B. | Imel, Z.")
                        .people())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Müller, H. A.; Muller, Hans A.",
                "O'Brien, K. T.; OBrien, Kate T.",
                "van der Kolk, B. A.; Van der Kolk, Bessel A.",
                "Smith-Jones, J.-P.; Smith Jones, Jean-Paul",
                "Wampold, BE; Wampold, Bruce E",
                "King, M. L., Jr.; King, Martin L., Jr",
                "Wampold, Bruce; Wampold, Bruce E."
            })
    void knowsWaysToPrintAName(String one, String other) {
        assertThat(Printed.works(one + " | Imel, Z. E.", other + " | Imel, Z. E.")
                        .people())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Beck, Aaron T.; Beck, Judith S.",
                "Gottman, J. M.; Gottman, J. S.",
                "Smith, John; Smith, Jane",
                "King, M. L.; King, M. L., Jr.",
                "Smith-Jones, J. A.; Smith, J. A.",
                "Wampold; Wampold, Bruce E."
            })
    void neverJoinsNamesThatContradictEachOther(String one, String other) {
        assertThat(Printed.works(one + " | Imel, Z. E.", other + " | Imel, Z. E.")
                        .people())
                .isEmpty();
    }

    @Test
    void whatSuitsTwoPeopleIsOfNeither() {
        assertThat(Printed.works(
                                "Wampold, B. | Imel, Z. E.",
                                "Wampold, Bruce E. | Imel, Z. E.",
                                "Wampold, Brad | Nobody, N. N.")
                        .people())
                .isEmpty();
        // also where the second one is known only as the author of a summary
        assertThat(Printed.works("Tasca, G. | Imel, Z. E.", "Tasca, George | Imel, Z. E.")
                        .writtenBy("Giorgio A. Tasca")
                        .people())
                .isEmpty();
    }

    @Test
    void whoIsPrintedBesideSomebodyIsNotThatPerson() {
        assertThat(Printed.works("Gottman, J. | Gottman, John | Imel, Z. E.", "Gottman, J. | Imel, Z. E.")
                        .people())
                .isEmpty();
        assertThat(Printed.works(
                                "Gottman, J. | Gottman, J. | Imel, Z. E.",
                                "Gottman, John M. | Imel, Z. E.",
                                "Gottman, J. | Imel, Z. E.")
                        .people())
                .isEmpty();
    }

    @Test
    void aSpellingIsJoinedWithAllOfItsWorksOrNotAtAll() {
        // the second J. Zlotnick may be Jane, of whom nothing is printed in full
        assertThat(Printed.works(
                                "Zlotnick, J. | Imel, Z. E.",
                                "Zlotnick, J. | Quill, M.",
                                "Zlotnick, John | Imel, Z. E.")
                        .people())
                .isEmpty();
        assertThat(Printed.works(
                                "Zlotnick, J. | Imel, Z. E.",
                                "Zlotnick, J. | Imel, Z. E. | Quill, M.",
                                "Zlotnick, John | Imel, Z. E.")
                        .people())
                .containsExactly("Zlotnick-J > Zlotnick-John");
        // two may be called John, and fewer John A.
        assertThat(Printed.works(
                                "Zlotnick, John | Quill, M.",
                                "Zlotnick, John | Imel, Z. E.",
                                "Zlotnick, J. A. | Imel, Z. E.")
                        .people())
                .isEmpty();
        assertThat(Printed.works(
                                "Zlotnick, John A. | Quill, M.",
                                "Zlotnick, John A. | Imel, Z. E.",
                                "Zlotnick, J. A. | Imel, Z. E.")
                        .people())
                .containsExactly("Zlotnick-J-A > Zlotnick-John-A");
    }

    @Test
    void aCommonFamilyNameTakesMoreThanAnInitial() {
        Printed common = Printed.works("Wang, A.", "Wang, B.", "Wang, C.", "Wang, D.")
                .and("one", "author", "Wang, L. | Imel, Z. E.")
                .and("two", "author", "Wang, Lei | Imel, Z. E.")
                .and("three", "author", "Wang, Q. R. | Imel, Z. E.")
                .and("four", "author", "Wang, Qiang R. | Imel, Z. E.");

        assertThat(common.people()).containsExactly("Wang-Q-R > Wang-Qiang-R");
    }

    @Test
    void coAuthorsOfACommonNameTellNothing() {
        assertThat(Printed.works(
                                "Wang, Lei | Nobody, A.",
                                "Wang, Lin | Nobody, B.",
                                "Zlotnick, J. A. | Wang, L.",
                                "Zlotnick, John A. | Wang, L.")
                        .people())
                .isEmpty();
    }

    @Test
    void neitherEditorsNorLongListsTellWhoTheAuthorsAre() {
        Printed printed = new Printed()
                .and("one", "author", "Zlotnick, J.")
                .and("one", "editor", "Lambert, M. J.")
                .and("two", "author", "Zlotnick, John")
                .and("two", "editor", "Lambert, M. J.");
        assertThat(printed.people()).isEmpty();
        String many =
                " | Aa, A. | Bb, B. | Cc, C. | Dd, D. | Ee, E. | Ff, F. | Gg, G. | Hh, H. | Ii, I. | Jj, J. | Kk, K."
                        + " | Ll, L. | Mm, M. | Nn, N. | Oo, O. | Pp, P. | Qq, Q. | Rr, R. | Ss, S. | Tt, T.";
        assertThat(Printed.works("Zlotnick, J." + many, "Zlotnick, John" + many).people())
                .isEmpty();
    }

    @Test
    void oneIdJoinsAndTwoPart() {
        assertThat(Printed.works("Zlotnick, J. [o1]", "Zlotnick, John [o1]").people())
                .containsExactly("Zlotnick-J > Zlotnick-John");
        assertThat(Printed.works("Zlotnick, J. A. [o1] | Imel, Z. E.", "Zlotnick, John [o2] | Imel, Z. E.")
                        .people())
                .isEmpty();
    }

    @Test
    void onePlaceOfOneWorkIsOfOnePerson() {
        assertThat(new Printed()
                        .and("one", "author", "Zlotnick, J.")
                        .and("one", "author", "Zlotnick, John")
                        .people())
                .containsExactly("Zlotnick-J > Zlotnick-John");
    }

    @Test
    void anEditorPartsAndJoins() {
        assertThat(Printed.works(
                                "Wampold, B. E. | Imel, Z. E.",
                                "Wampold, Bruce E. | Imel, Z. E.",
                                "Wampold, B. | Imel, Z. E.")
                        .different("Wampold, B. E.", "Wampold, Bruce E.")
                        .people())
                .as("the third could be of either")
                .isEmpty();
        Printed joined = Printed.works("Miller, Anna", "Jones, Anna | Imel, Z. E.", "Jones, A. B. | Imel, Z. E.")
                .same("Miller, Anna", "Jones, Anna");
        assertThat(joined.people()).containsExactlyInAnyOrder("Miller-Anna > Jones-Anna", "Jones-A-B > Jones-Anna");
    }

    @Test
    void theOrderMakesNoDifference() {
        Printed printed = Printed.works(
                "Wampold, B. E. | Imel, Z. E.",
                "Wampold, Bruce E. | Imel, Z.",
                "Wampold, B. | Imel, Zac E. | Quill, M. E.",
                "Quill, Mara | Imel, Zac E.",
                "Quill, M. | Imel, Z.",
                "Quill, Max | Nobody, N.",
                "Zlotnick, J. | Imel, Zac E.",
                "Zlotnick, John | Imel, Zac E. | Wampold, B.");
        List<Join> expected = printed.joinedPeople();
        assertThat(expected).isNotEmpty();
        for (int seed = 0; seed < 50; seed++) {
            List<Said> shuffled = new ArrayList<>(printed.said());
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(Printed.joined(shuffled)).isEqualTo(expected);
        }
    }
}
