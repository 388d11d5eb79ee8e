package dev.precis.pipeline.app.scale.broker;

import dev.precis.pipeline.app.run.Wiring;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.execute.PureStages;
import dev.precis.pipeline.route.InputDigest;
import dev.precis.pipeline.route.stage.StageRoutes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The stages of the sources that a worker has settings of; read again when somebody asks for others. */
final class KnownSources implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final Duration pause;
    private final Supplier<? extends Map<String, SourceProfile>> profiles;
    private final Map<String, Known> known = new HashMap<>();
    private long looked;

    private record Known(String settings, StageRoutes.Opened opened) {}

    /** @param profiles reads the settings of all sources, by their ids */
    KnownSources(Supplier<? extends Map<String, SourceProfile>> profiles) {
        this(profiles, BETWEEN_LOOKS);
    }

    /** @param pause between two looks at the settings */
    KnownSources(Supplier<? extends Map<String, SourceProfile>> profiles, Duration pause) {
        this.profiles = profiles;
        this.pause = pause;
        this.looked = System.nanoTime() - pause.toNanos();
    }

    /**
     * The stages of a source, if they are those that are asked for.
     *
     * @param settings digest of its settings and of the program
     */
    synchronized Optional<PureStages> find(String source, String settings) {
        Known one = known.get(source);
        if (one == null || !one.settings().equals(settings)) {
            look();
        }
        return Optional.ofNullable(known.get(source))
                .filter(now -> now.settings().equals(settings))
                .map(now -> now.opened().stages());
    }

    private void look() {
        long now = System.nanoTime();
        if (now - looked < pause.toNanos()) {
            return;
        }
        profiles.get().forEach((id, profile) -> {
            String settings = new InputDigest(profile, profile.program()).ofCircumstances();
            Known before = known.get(id);
            if (before == null || !before.settings().equals(settings)) {
                known.put(id, new Known(settings, new StageRoutes.Opened(Wiring.stages(profile))));
                if (before != null) {
                    before.opened().close();
                }
            }
        });
        looked = System.nanoTime();
    }

    @Override
    public synchronized void close() {
        known.values().forEach(one -> one.opened().close());
    }
}
