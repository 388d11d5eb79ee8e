package dev.precis.pipeline.route;

import static dev.precis.pipeline.route.Posts.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Severity;
import dev.precis.pipeline.domain.SourceProfile.Doubt;
import dev.precis.pipeline.source.Profiles;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GateTest {
    private static final String LONG =
            "They asked two hundred people how they had slept, and went on asking for a year.";
    private static final IntFunction<Draft> SOUND = i -> post("Sound post number " + i, LONG + " And " + i + " more.");

    @Test
    void letsThroughWhatDiffers() {
        assertThat(judge(drafts(20, SOUND), false)).isEqualTo(Gate.Verdict.PASSED);
    }

    @ParameterizedTest
    @EnumSource(Doubt.class)
    void publishesNothingOfASourceThatIsMisunderstoodFromTheBeginning(Doubt doubt) {
        List<Draft> drafts = drafts(6, doubtful(doubt));
        List<Draft> all =
                Stream.concat(drafts.stream(), drafts(4, SOUND).stream()).toList();
        Gate.Verdict verdict = judge(all, false);

        assertThat(verdict.withheld()).hasSize(all.size());
        assertThat(verdict.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.severity()).isEqualTo(Severity.VIOLATION);
            assertThat(notice.code()).isEqualTo("source-doubtful");
            assertThat(notice.message())
                    .startsWith("6 of 10 posts ")
                    .containsAnyOf("labels.sections", "selectors.", "aliases")
                    .contains("Nothing of this source", "--force", "accept: [" + doubt.key() + "]");
        });
    }

    @ParameterizedTest
    @EnumSource(Doubt.class)
    void aSourceThatIsKnownGoesOnWithWhatIsNotInDoubt(Doubt doubt) {
        List<Draft> drafts = drafts(6, doubtful(doubt));
        Gate.Verdict verdict =
                judge(Stream.concat(drafts(4, SOUND).stream(), drafts.stream()).toList(), true);

        assertThat(verdict.withheld()).containsExactlyInAnyOrderElementsOf(drafts);
        assertThat(verdict.notices())
                .singleElement()
                .satisfies(notice -> assertThat(notice.message())
                        .contains("None of these is published, what was published before stays"));
    }

    @ParameterizedTest
    @EnumSource(Doubt.class)
    void fewPostsMayBeAlike(Doubt doubt) {
        List<Draft> few = drafts(4, doubtful(doubt));
        assertThat(judge(elsewhere(few), false)).isEqualTo(Gate.Verdict.PASSED);
        List<Draft> some = Stream.concat(elsewhere(drafts(6, doubtful(doubt))).stream(), drafts(7, SOUND).stream())
                .toList();
        assertThat(judge(some, false)).isEqualTo(Gate.Verdict.PASSED);
    }

    @ParameterizedTest
    @EnumSource(Doubt.class)
    void whoeverAcceptsItInTheProfileIsNotAskedAgain(Doubt doubt) {
        Gate gate = new Gate(Profiles.accepting(Profiles.legacy("https://blog.example/"), doubt), false);
        assertThat(gate.judge(drafts(6, doubtful(doubt)), GateTest::before, GateTest::doubles, false))
                .isEqualTo(Gate.Verdict.PASSED);
    }

    @Test
    void whoeverForcesItIsToldAllTheSame() {
        Gate gate = new Gate(Profiles.legacy("https://blog.example/"), true);
        Gate.Verdict verdict = gate.judge(drafts(6, doubtful(Doubt.SAME_TITLES)), draft -> 0, draft -> false, false);

        assertThat(verdict.withheld()).isEmpty();
        assertThat(verdict.notices()).extracting(Notice::severity).containsExactly(Severity.WARNING);
    }

    @Test
    void aListWhosePostsAreCalledAlikeWasCutAtTheWrongPlace() {
        Stream<Draft> page = IntStream.range(0, 3).mapToObj(i -> post("Reference", LONG + i));
        List<Draft> all =
                Stream.concat(page, elsewhere(drafts(20, SOUND)).stream()).toList();
        assertThat(judge(all, true).withheld())
                .extracting(draft -> draft.title().text())
                .containsExactly("Reference", "Reference", "Reference");
    }

    /** Posts that have what a doubt is about; some of it is stored before. */
    private static IntFunction<Draft> doubtful(Doubt doubt) {
        return switch (doubt) {
            case SAME_TITLES -> i -> post("Reference", LONG + i);
            case SENTENCE_TITLES ->
                i -> post("In this study number " + i + " they asked two hundred people how they had slept.", LONG + i);
            case EMPTY_TEXTS -> i -> SOUND.apply(100 + i).withTexts(List.of(), List.of(Passage.of("Ask.")));
            case SAME_TEXTS -> i -> post("Another title " + i, LONG);
            case SHORTER_TEXTS -> i -> post("Halved post " + i, "Cut off at " + i);
            case DOUBLES -> i -> post("Moved post " + i, LONG + i);
        };
    }

    private static int before(Draft draft) {
        return draft.title().text().startsWith("Halved") ? LONG.length() : 0;
    }

    private static boolean doubles(Draft draft) {
        return draft.title().text().startsWith("Moved");
    }

    private static List<Draft> drafts(int number, IntFunction<Draft> draft) {
        return IntStream.range(0, number).mapToObj(draft).toList();
    }

    /** Each on a page of its own. */
    private static List<Draft> elsewhere(List<Draft> drafts) {
        return IntStream.range(0, drafts.size())
                .mapToObj(i -> drafts.get(i).at(Posts.HOME.resolve("blog/" + i)))
                .toList();
    }

    private static Gate.Verdict judge(List<Draft> drafts, boolean known) {
        return new Gate(Profiles.legacy("https://blog.example/"), false)
                .judge(drafts, GateTest::before, GateTest::doubles, known);
    }
}
