package dev.precis.pipeline.map;

import java.util.Locale;
import java.util.Set;

/** Tells by the last word of what was counted whether a number is the size of a sample, and of what. */
final class SampleWords {
    /** Those labels of the statistic type count that name studies. */
    static final Set<String> STUDIES =
            words("studies trials RCTs experiments meta-analyses reviews surveys study trial experiment review survey");

    /** Those that name people. */
    static final Set<String> PEOPLE = words("""
        patients participants clients people persons individuals adults children adolescents youth youths students women
        men girls boys males females couples families dyads pairs mothers fathers parents carers caregivers veterans
        soldiers employees respondents volunteers subjects outpatients inpatients survivors users controls completers
        residents workers nurses teachers therapists psychotherapists clinicians counsellors counselors supervisees
        supervisors trainees psychologists psychiatrists practitioners providers professionals physicians doctors
        Americans Canadians Europeans Australians infants babies newborns toddlers preschoolers teenagers pupils
        partners spouses siblings twins relatives refugees migrants prisoners inmates offenders graduates
        undergraduates athletes smokers drinkers callers applicants donors members midwives responders nonresponders
        non-responders
        patient participant client person adult child student woman man couple family therapist clinician
        """);

    private SampleWords() {}

    /** Whether studies were counted: {@code randomised controlled trials}. */
    static boolean isStudies(String unit) {
        return STUDIES.contains(lastWord(unit));
    }

    /** Whether people were counted: {@code depressed patients}. */
    static boolean isPeople(String unit) {
        return PEOPLE.contains(lastWord(unit));
    }

    private static String lastWord(String unit) {
        return unit.substring(unit.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    }

    private static Set<String> words(String list) {
        return Set.of(list.toLowerCase(Locale.ROOT).strip().split("\\s+"));
    }
}
