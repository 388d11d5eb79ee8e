package dev.precis.pipeline.understand;

import java.util.Set;

/** Tells sentences that speak about statistics (what counts as small, how many people are needed) from results. */
final class Conventions {
    private static final Set<String> CONVENTION = Words.of("""
        convention conventions conventional conventionally benchmarks cut-offs cutoffs
        """);
    private static final Set<String> NAMING = Words.of("""
        called suggested suggests proposed guidelines considered regarded interpreted defined classified denotes indicates represents
        represent indicate deemed termed labelled labeled
        """);
    private static final Set<String> GRADES = Set.of("small", "medium", "moderate", "large");

    private Conventions() {}

    static boolean explains(Tokens tokens) {
        int grades = 0;
        boolean naming = false;
        boolean power = false;
        boolean planning = false;
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.isWord(i)) {
                continue;
            }
            String word = tokens.lower(i);
            if (CONVENTION.contains(word)
                    || word.equals("rule") && tokens.lower(i + 1).equals("of")) {
                return true;
            }
            grades += GRADES.contains(word) && !tokens.isNumber(i + 1) ? 1 : 0;
            naming |= NAMING.contains(word);
            power |= word.equals("power") || word.equals("powered");
            planning |= word.equals("detect") || word.equals("needed") || word.equals("required");
        }
        return power && planning || naming && grades >= 3;
    }
}
