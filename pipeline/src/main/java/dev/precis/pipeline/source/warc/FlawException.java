package dev.precis.pipeline.source.warc;

import java.io.IOException;

/** What is wrong with a record, as a clause that it is the subject of. */
final class FlawException extends IOException {
    private static final long serialVersionUID = 1;

    FlawException(String clause) {
        super(clause);
    }
}
