package dev.precis.sparql.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.query.Reference.Contributor;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContributorPropertyTest {
    @Provide
    Arbitrary<String> families() {
        return Arbitraries.of("Wren", "de Jong", "Del Re", "Crits-Christoph", "O’Connor", "Żelaźnik", "van der A");
    }

    @Provide
    Arbitrary<String> givens() {
        return Arbitraries.of("", "Q.", "T. A.", "Jean-Luc", "Andrzej");
    }

    @Provide
    Arbitrary<String> suffixes() {
        return Arbitraries.of("", "Jr", "III");
    }

    @Property
    void takesApartWhatWasPrinted(
            @ForAll("families") String family, @ForAll("givens") String given, @ForAll("suffixes") String suffix) {
        Contributor name = new Contributor("p", family, given, suffix, false);

        assertThat(Contributor.of("p", name.inverted(), name.natural(), false)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "World Health Organization | true",
                "APA | true",
                "Office for Rest, Sleep and Naps | true",
                "Barkham | false",
                "de Jong | false",
            })
    void tellsGroupsFromPeopleWithOneName(String name, boolean group) {
        Contributor read = Contributor.of("p", name, name, false);

        assertThat(read.family()).isEqualTo(name);
        assertThat(read.isGroup()).isEqualTo(group);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Wren, Q., Jr | Wren | Q. | Jr", "Wren, Q. | Wren | Q. | ''"})
    void fallsBackOnTheCommasWhereTheNameIsSpeltInAnotherWayElsewhere(
            String printed, String family, String given, String suffix) {
        assertThat(Contributor.of("p", printed, "Quentin Wren", true))
                .isEqualTo(new Contributor("p", family, given, suffix, true));
    }
}
