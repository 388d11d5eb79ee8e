package dev.precis.pipeline.execute;

import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;

/** The stages of one source that need nothing but their input: whoever has its settings gets the same. */
public interface PureStages {
    /** What a document says. */
    Page read(Capture capture);

    /** What a post is as a graph. */
    Described describe(PostTask post);
}
