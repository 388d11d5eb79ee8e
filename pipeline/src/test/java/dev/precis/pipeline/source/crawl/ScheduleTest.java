package dev.precis.pipeline.source.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.source.Profiles;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "0 3 * * *, 2026-11-30T10:00:00Z, 2026-12-01T02:00:00Z",
        "0 3 * * *, 2026-11-30T02:00:00Z, 2026-12-01T02:00:00Z",
        "30 4 1 * *, 2026-11-30T10:00:00Z, 2026-12-01T03:30:00Z",
        // Sunday is 0 as well as 7
        "0 0 * * 0, 2026-11-30T10:00:00Z, 2026-12-05T23:00:00Z",
        "0 0 * * 7, 2026-11-30T10:00:00Z, 2026-12-05T23:00:00Z",
        "*/15 * * * *, 2026-11-30T10:01:00Z, 2026-11-30T10:15:00Z",
        // the night in which clocks go back has two times of 02:30, and 02:30 once a night is enough
        "30 2 * * *, 2026-10-24T12:00:00Z, 2026-10-25T00:30:00Z",
        // the night in which 02:30 does not exist
        "0 3 * * *, 2026-03-28T12:00:00Z, 2026-03-29T01:00:00Z",
    })
    void tellsTheNextTimeAfterACrawlBegan(String cron, Instant last, Instant next) {
        assertThat(of(cron, Duration.ZERO).orElseThrow().next(last)).contains(next);
    }

    @Test
    void beginsALittleLaterAndAlwaysByTheSame() {
        Schedule schedule = of("0 3 * * *", Duration.ofMinutes(20)).orElseThrow();
        Instant last = Instant.parse("2026-11-30T10:00:00Z");
        Instant next = schedule.next(last).orElseThrow();
        assertThat(next).isBetween(Instant.parse("2026-12-01T02:00:00Z"), Instant.parse("2026-12-01T02:20:00Z"));
        assertThat(schedule.next(last)).contains(next);
    }

    @Test
    void aSourceWithoutOneIsNeverDue() {
        assertThat(of("", Duration.ZERO)).isEmpty();
    }

    @Test
    void thirtiethOfFebruaryNeverComes() {
        assertThat(of("0 0 30 2 *", Duration.ZERO).orElseThrow().next(Instant.parse("2026-11-30T10:00:00Z")))
                .isEmpty();
    }

    private static Optional<Schedule> of(String cron, Duration jitter) {
        SourceProfile profile = Profiles.legacy("https://blog.example/");
        SourceProfile.Crawl crawl = profile.crawl();
        SourceProfile.Visits visits = new SourceProfile.Visits(Optional.<URI>empty(), cron, jitter, false);
        return Schedule.of(
                Profiles.withCrawl(
                        profile,
                        new SourceProfile.Crawl(
                                crawl.delay(),
                                crawl.timeout(),
                                crawl.retries(),
                                crawl.maxBytes(),
                                crawl.maxPages(),
                                crawl.userAgent(),
                                crawl.ignoreRobotsMeta(),
                                crawl.keepRatio(),
                                visits)),
                BERLIN);
    }
}
