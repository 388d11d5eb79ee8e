package dev.precis.sparql.guard.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.guard.limit.Limits;
import org.junit.jupiter.api.Test;

class ConditionsTest {
    private final Capacity standard = Conditions.standard().capacity();

    @Test
    void leavesNoProcessorIdleWhileQuickOnesWait() {
        assertThat(standard.quick()).isGreaterThanOrEqualTo(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void triesNewOnesThoughOneTakesLong() {
        assertThat(standard.trial()).isGreaterThan(1);
        assertThat(standard.slow()).isGreaterThan(1);
    }

    @Test
    void leavesNoClientTheWholeSlowLane() {
        assertThat(standard.perClient()).isLessThan(standard.slow() + standard.waiting());
    }

    @Test
    void hasTimeForMoreThanWhatIsQuick() {
        assertThat(Conditions.standard().limits()).isEqualTo(Limits.standard());
        assertThat(standard.quantum()).isLessThan(Limits.standard().time().dividedBy(2));
    }
}
