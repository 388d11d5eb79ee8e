package dev.precis.pipeline.app.run;

import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.execute.Described;
import dev.precis.pipeline.execute.PostTask;
import dev.precis.pipeline.execute.PureStages;

/** Stages that tell somebody before each. */
record WatchedStages(PureStages stages, Runnable told) implements PureStages {
    @Override
    public Page read(Capture capture) {
        told.run();
        return stages.read(capture);
    }

    @Override
    public Described describe(PostTask post) {
        told.run();
        return stages.describe(post);
    }
}
