package dev.precis.pipeline.domain;

import java.util.List;

/** The labels by which the topics and types of research of a source are known. */
public interface KnownLabels {
    /** For readers that leave it to others to look labels up. */
    KnownLabels ALL = new KnownLabels() {
        @Override
        public boolean knows(String label) {
            return true;
        }

        @Override
        public List<String> nearest(String label, int most) {
            return List.of();
        }
    };

    /**
     * Whether the label (or notation, or IRI) stands for a concept of the source; a list of labels if all of them do.
     */
    boolean knows(String label);

    /** The labels that the one given may have been meant to be, the nearest first. */
    List<String> nearest(String label, int most);
}
