package dev.precis.pipeline.fields;

import dev.precis.pipeline.domain.SourceProfile.Spellings;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Reads which spellings are of one person or journal, {@code A = B}, and which are not, {@code A != B}. */
public final class SpellingReader {
    private static final String SAME = "\\s+=\\s+";
    private static final String DIFFERENT = "\\s+!=\\s+";

    private SpellingReader() {}

    /**
     * @param one a name for the message
     * @param other another one of the same
     */
    public static Spellings read(FieldReader fields, String one, String other) {
        List<List<String>> same =
                fields.texts("same", List.of(), text -> complaint(text, SAME, "%s = %s".formatted(one, other))).stream()
                        .map(text -> names(text, SAME))
                        .filter(SpellingReader::areNames)
                        .toList();
        List<List<String>> different = fields
                .texts("different", List.of(), text -> {
                    String complaint = complaint(text, DIFFERENT, "%s != %s".formatted(one, other));
                    return complaint.isEmpty() && joined(same).test(names(text, DIFFERENT))
                            ? text + ": `same` says that two of these are the same"
                            : complaint;
                })
                .stream()
                .map(text -> names(text, DIFFERENT))
                .filter(SpellingReader::areNames)
                .toList();
        fields.finish();
        return new Spellings(same, different);
    }

    private static String complaint(String text, String between, String example) {
        return areNames(names(text, between)) ? "" : "expected names such as " + example + ", found " + text;
    }

    private static List<String> names(String text, String between) {
        return Arrays.stream(text.split(between, -1)).map(String::strip).toList();
    }

    private static boolean areNames(List<String> names) {
        return names.size() > 1
                && names.stream().distinct().count() == names.size()
                && names.stream().noneMatch(name -> name.isEmpty() || name.contains("="));
    }

    /** Whether two of some names are said to be the same, be it by a third one. */
    private static Predicate<List<String>> joined(List<List<String>> same) {
        Map<String, String> first = new HashMap<>();
        for (List<String> names : same) {
            String root = first.getOrDefault(names.getFirst(), names.getFirst());
            for (String name : names) {
                String before = first.getOrDefault(name, name);
                first.replaceAll((other, of) -> of.equals(before) ? root : of);
                first.put(name, root);
                first.put(before, root);
            }
        }
        return names -> names.stream()
                        .map(name -> first.getOrDefault(name, name))
                        .distinct()
                        .count()
                < names.size();
    }
}
