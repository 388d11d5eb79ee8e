package dev.precis.pipeline.understand.finding.token;

/** Tells the words of French that lose their vowel before another word: "l'intervalle", "d'un", "qu'une". */
final class Elisions {
    private static final String VOWELS = "aeiouyhàâéèêëîïôöûüœæ";
    private static final String APOSTROPHES = "'\u2019\u02BC";
    private static final String LETTERS = "lLdDnNsS";

    private Elisions() {}

    /** Where the word begins that stands at the offset: behind the apostrophe, or at the offset itself. */
    static int after(String text, int i) {
        boolean two = i + 1 < text.length() && "qQ".indexOf(text.charAt(i)) >= 0 && text.charAt(i + 1) == 'u';
        int apostrophe = two ? i + 2 : i + 1;
        boolean elided = (two || LETTERS.indexOf(text.charAt(i)) >= 0)
                && apostrophe + 1 < text.length()
                && APOSTROPHES.indexOf(text.charAt(apostrophe)) >= 0
                && VOWELS.indexOf(Character.toLowerCase(text.charAt(apostrophe + 1))) >= 0;
        return elided ? apostrophe + 1 : i;
    }
}
