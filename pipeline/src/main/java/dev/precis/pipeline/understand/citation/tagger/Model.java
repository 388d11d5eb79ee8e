package dev.precis.pipeline.understand.citation.tagger;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * Weights of a linear model over sequences: one for each feature and label, and one for each pair of neighbouring
 * labels at each kind of punctuation.
 *
 * @param lexicon the words that have weights of their own
 * @param features {@link Features#ROWS} rows of {@link Label#COUNT} weights
 * @param transitions for each {@link Gap} kind and label before, {@link Label#COUNT} weights
 */
record Model(Lexicon lexicon, byte[] features, short[] transitions) {
    static final String RESOURCE = "citations.model.gz";
    static final int FEATURES = Features.ROWS * Label.COUNT;
    static final int TRANSITIONS = Gap.COUNT * Label.COUNT * Label.COUNT;

    Model {
        if (features.length != FEATURES || transitions.length != TRANSITIONS) {
            throw new IllegalArgumentException("a model has " + FEATURES + " and " + TRANSITIONS + " weights");
        }
    }

    /** The model that is shipped. */
    static Model load() {
        try (InputStream file = Objects.requireNonNull(Model.class.getResourceAsStream(RESOURCE), RESOURCE);
                DataInputStream data = new DataInputStream(new GZIPInputStream(file))) {
            int[] words = new int[Lexicon.SIZE];
            for (int i = 0; i < words.length; i++) {
                words[i] = data.readInt();
            }
            byte[] features = new byte[FEATURES];
            data.readFully(features);
            short[] transitions = new short[TRANSITIONS];
            for (int i = 0; i < transitions.length; i++) {
                transitions[i] = data.readShort();
            }
            return new Model(new Lexicon(words), features, transitions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
