package dev.precis.pipeline.understand.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PreferenceTest {
    private final Preference preference =
            new Preference(0.5, Map.of(Doubt.NO_NAMES, 2.0), Map.of(Doubt.TITLE_LONG, -1.5, Doubt.TAGGED, 0.5));

    @Test
    void takesTheTaggersReadingOnlyWhereClearlyMoreSpeaksAgainstTheOther() {
        assertThat(preference.isForTagger(Set.of(Doubt.NO_NAMES), Set.of(Doubt.TAGGED)))
                .isTrue();
        assertThat(preference.isForTagger(Set.of(Doubt.NO_NAMES), Set.of(Doubt.TAGGED, Doubt.TITLE_LONG)))
                .isFalse();
        assertThat(preference.isForTagger(Set.of(), Set.of(Doubt.TAGGED))).isFalse();
    }

    @Test
    void neverTakesAReadingAgainstWhichMoreSpeaks() {
        Preference forTagger = new Preference(5, Map.of(), Map.of());
        assertThat(forTagger.isForTagger(Set.of(Doubt.NO_NAMES), Set.of(Doubt.NO_NAMES)))
                .isTrue();
        assertThat(forTagger.isForTagger(Set.of(Doubt.NO_NAMES), Set.of(Doubt.NO_NAMES, Doubt.NAME_ODD)))
                .isFalse();
        assertThat(forTagger.isForTagger(Set.of(), Set.of(Doubt.NO_EDITORS))).isFalse();
        assertThat(forTagger.isForTagger(Set.of(Doubt.NO_LOCATOR), Set.of(Doubt.NO_LOCATOR)))
                .isTrue();
        assertThat(forTagger.isForTagger(Set.of(Doubt.NO_NAMES), Set.of(Doubt.NAME_ODD)))
                .isTrue();
    }

    @Test
    void isWrittenAsItIsRead() {
        assertThat(Preference.parse(preference.lines()).lines()).isEqualTo(preference.lines());
    }

    @Test
    void learnsWhatTellsWhichReadingIsRight() {
        List<PreferenceFit.Contest> contests = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            contests.add(new PreferenceFit.Contest(Set.of(Doubt.NO_NAMES), Set.of(Doubt.TAGGED), i % 20 != 0, 1));
            contests.add(new PreferenceFit.Contest(Set.of(), Set.of(Doubt.TAGGED, Doubt.SOURCE_ODD), i % 10 == 0, 1));
        }
        Preference fitted = PreferenceFit.fit(contests);
        assertThat(fitted.isForTagger(Set.of(Doubt.NO_NAMES), Set.of(Doubt.TAGGED)))
                .isTrue();
        assertThat(fitted.isForTagger(Set.of(), Set.of(Doubt.TAGGED, Doubt.SOURCE_ODD)))
                .isFalse();
        assertThat(Preference.load().isForTagger(EnumSet.noneOf(Doubt.class), Set.of(Doubt.TAGGED)))
                .isFalse();
    }
}
