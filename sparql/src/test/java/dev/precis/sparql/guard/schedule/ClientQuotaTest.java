package dev.precis.sparql.guard.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientQuotaTest {
    private final ClientQuota quota = new ClientQuota(2);

    @Test
    void hasAsManyForEachAsWereGivenBack() {
        assertThat(quota.take("a")).isTrue();
        assertThat(quota.take("a")).isTrue();
        assertThat(quota.take("a")).isFalse();
        assertThat(quota.take("b")).isTrue();

        quota.giveBack("a");
        assertThat(quota.take("a")).isTrue();
        assertThat(quota.take("a")).isFalse();

        quota.giveBack("a");
        quota.giveBack("a");
        quota.giveBack("a");
        assertThat(quota.take("a")).isTrue();
        assertThat(quota.take("a")).isTrue();
        assertThat(quota.take("a")).isFalse();
        assertThat(quota.take("b")).isTrue();
        assertThat(quota.take("b")).isFalse();
    }
}
