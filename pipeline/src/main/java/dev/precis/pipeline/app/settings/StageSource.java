package dev.precis.pipeline.app.settings;

import dev.precis.pipeline.execute.StageExecutors;
import java.util.Optional;

/** Options that say where the stages are run that need nothing but their input. */
public interface StageSource {
    /** Nothing where these options were not given. */
    Optional<StageExecutors> executors();
}
