package dev.precis.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IriTemplatePropertyTest {
    private static final String ROOT = "https://blog.example/letter/";

    /** A kind with values for its variables. */
    record Name(IriTemplate kind, List<String> values) {
        String iri(String start) {
            return kind.of(start, values.toArray());
        }
    }

    @Property
    void whatIsMintedIsRecognisedAsJustThatKindAndItsPartsComeBack(@ForAll("names") Name name) {
        String document = IriTemplate.SUMMARY.of(ROOT, "2020-09", "walking");
        String start = name.iri("").startsWith("#") ? document : ROOT;
        String iri = name.iri(start);

        assertThat(IriTemplate.kindOf(ROOT, iri)).contains(name.kind());
        assertThat(name.kind().read(start, iri)).contains(name.values());
        assertThat(name.kind().isOf(iri)).isTrue();
        assertThat(Arrays.stream(IriTemplate.values()).filter(kind -> kind.isOf(start, iri)))
                .containsExactly(name.kind());
    }

    @Property
    void whatIsRecognisedIsMintedAgain(@ForAll("names") Name name, @ForAll IriTemplate other, @ForAll String noise) {
        String iri = name.iri(ROOT) + noise;

        other.read(ROOT, iri)
                .ifPresent(
                        values -> assertThat(other.of(ROOT, values.toArray())).isEqualTo(iri));
    }

    @Property
    void twoNamesAreOneOnlyIfTheyAreOfOneKindAndOneName(@ForAll("names") Name one, @ForAll("names") Name other) {
        assertThat(one.iri(ROOT).equals(other.iri(ROOT))).isEqualTo(one.equals(other));
    }

    @Example
    void namesWhatItExpected() {
        assertThatThrownBy(() -> IriTemplate.SNAPSHOT.of(ROOT, "abc"))
                .hasMessage(ROOT + "snapshot/{digest}: expected a digest like [0-9a-f]{64}, got 'abc'");
        assertThatThrownBy(() -> IriTemplate.SUMMARY.of(ROOT, "2020-09")).hasMessageContaining("[month, name]");
    }

    @Example
    void anotherRootIsAnotherName() {
        String iri = IriTemplate.TOPIC.of(ROOT, "alliance");

        assertThat(iri).isEqualTo(ROOT + "topic/alliance");
        assertThat(IriTemplate.TOPIC.isOf("https://blog.example/", iri)).isFalse();
        assertThat(IriTemplate.TOPIC.isOf(ROOT, iri + "/feed.rss")).isFalse();
        assertThat(IriTemplate.TOPIC.isOf(ROOT, iri + "?page=2")).isFalse();
    }

    @Provide
    static Arbitrary<Name> names() {
        return Arbitraries.of(IriTemplate.values()).flatMap(kind -> values(kind).map(values -> new Name(kind, values)));
    }

    private static Arbitrary<List<String>> values(IriTemplate kind) {
        Arbitrary<String> name = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("-0123456789.é%")
                .ofMinLength(1)
                .ofMaxLength(12);
        Arbitrary<String> month = Arbitraries.integers()
                .between(1900, 2100)
                .flatMap(year -> Arbitraries.integers().between(1, 12).map(m -> "%04d-%02d".formatted(year, m)));
        return switch (kind) {
            case BLOG,
                    CATALOGUE,
                    TOPICS,
                    TYPES,
                    PEOPLE,
                    VENUES,
                    DERIVED,
                    READING,
                    RECORD,
                    ENDPOINT,
                    EXAMPLES,
                    VOID,
                    DATA_SETS -> Arbitraries.just(List.of());
            case SUMMARY -> month.flatMap(m -> name.map(n -> List.of(m, n)));
            case ISSUE -> month.map(List::of);
            case TOPIC, TYPE, WORK, PERSON, ORGANIZATION, VENUE, QUESTION -> name.map(List::of);
            case SNAPSHOT ->
                Arbitraries.strings().withChars("0123456789abcdef").ofLength(64).map(List::of);
            case PICTURE ->
                Arbitraries.strings()
                        .withChars("0123456789abcdef")
                        .ofLength(64)
                        .flatMap(digest -> Arbitraries.of("png", "jpg", "gif", "webp", "avif")
                                .map(suffix -> List.of(digest + "." + suffix)));
            case FINDING, ESTIMATE, SAMPLE, IMPLICATION, SUGGESTION, FLAG, CORRECTION, AUTHOR, EDITOR, UPDATE ->
                Arbitraries.integers().between(1, 999).map(number -> List.of("" + number));
            case DERIVED_ESTIMATE ->
                Arbitraries.integers().between(1, 999).flatMap(number -> name.map(n -> List.of("" + number, n)));
            case PASSAGE ->
                Arbitraries.integers()
                        .between(0, 99_999)
                        .flatMap(start -> Arbitraries.integers()
                                .between(start, 199_999)
                                .map(end -> List.of("" + start, "" + end)));
        };
    }
}
