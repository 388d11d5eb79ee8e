package dev.precis.pipeline.understand.citation.tagger;

import java.util.random.RandomGenerator;

/** Throws the dice for what is made up. */
record Chance(RandomGenerator random) {
    boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    String oneOf(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
