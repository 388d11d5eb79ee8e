package dev.precis.pipeline.correct;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Something that a person should look at.
 *
 * @param summary its IRI
 * @param title of the summary
 * @param page where it was read; empty for a file
 * @param flag the last part of the flag's IRI
 * @param label of the flag, for people
 * @param explanation what is odd here; may be empty
 * @param printed the words that it is about; may be empty
 * @param correction that would leave all as it is, to be changed and pasted into a file of corrections
 */
public record ReviewItem(
        String summary,
        String title,
        String page,
        String flag,
        String label,
        String explanation,
        String printed,
        ObjectNode correction) {}
