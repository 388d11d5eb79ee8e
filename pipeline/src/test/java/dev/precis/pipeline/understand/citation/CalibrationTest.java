package dev.precis.pipeline.understand.citation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private final Calibration calibration = new Calibration(4, Map.of(Doubt.CUT, -3.0, Doubt.TITLE_DIFFERS, -2.0), 0.9);

    @Test
    void turnsDoubtsIntoAProbability() {
        assertThat(calibration.probability(Set.of())).isCloseTo(0.982, within(0.001));
        assertThat(calibration.probability(Set.of(Doubt.CUT))).isCloseTo(0.731, within(0.001));
        assertThat(calibration.probability(Set.of(Doubt.CUT, Doubt.TITLE_DIFFERS)))
                .isCloseTo(0.269, within(0.001));
    }

    @Test
    void acceptsFromItsThresholdOn() {
        assertThat(calibration.trust(Set.of()).accepted()).isTrue();
        assertThat(calibration.trust(Set.of(Doubt.TITLE_DIFFERS)).accepted()).isFalse();
        assertThat(calibration.trust(Set.of(Doubt.TITLE_DIFFERS)).reasons())
                .containsExactly("the two readings differ in the title");
    }

    @Test
    void isWrittenAsItIsRead() {
        assertThat(Calibration.parse(calibration.lines()).lines()).isEqualTo(calibration.lines());
    }

    @Test
    void knowsEveryDoubtAndNoneSpeaksForAReading() {
        Calibration shipped = Calibration.load(Calibration.GRAMMAR);
        assertThat(shipped.weights().keySet()).isEqualTo(EnumSet.allOf(Doubt.class));
        assertThat(shipped.weights().values()).allMatch(weight -> weight <= 0);
    }
}
