package dev.precis.pipeline.source.crawl;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import dev.precis.pipeline.domain.SourceProfile;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** When a source is crawled: the times of its profile, each a little later, and always by the same little. */
public final class Schedule {
    private static final CronParser CRON = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

    private final String source;
    private final ExecutionTime times;
    private final Duration jitter;
    private final ZoneId zone;

    private Schedule(String source, ExecutionTime times, Duration jitter, ZoneId zone) {
        this.source = source;
        this.times = times;
        this.jitter = jitter;
        this.zone = zone;
    }

    /** That of a profile; empty if it has none. */
    public static Optional<Schedule> of(SourceProfile profile, ZoneId zone) {
        SourceProfile.Visits visits = profile.crawl().visits();
        return visits.schedule().isEmpty()
                ? Optional.empty()
                : Optional.of(new Schedule(
                        profile.id(), ExecutionTime.forCron(CRON.parse(visits.schedule())), visits.jitter(), zone));
    }

    /** When it is due next after a crawl that began at that instant; empty if never again. */
    public Optional<Instant> next(Instant last) {
        return times.nextExecution(last.atZone(zone)).map(time -> later(time.toInstant()));
    }

    private Instant later(Instant time) {
        long most = jitter.toMillis();
        return most == 0 ? time : time.plusMillis(Math.floorMod((source + time).hashCode() * 31L, most));
    }
}
