package dev.precis.sparql.query;

/**
 * An author or editor of a cited work, as printed.
 *
 * @param person the one who bears the name
 * @param family with its particle; the whole name of a group
 * @param given names or initials; empty for a group, or where none is printed
 * @param suffix such as {@code Jr}
 * @param last whether an ellipsis stands before this name
 */
public record Contributor(String person, String family, String given, String suffix, boolean last) {
    /**
     * Takes a printed name apart again.
     *
     * @param printed family name, given names, suffix: apart by commas where there are any
     * @param natural the same as one speaks: given names, family name, suffix
     */
    static Contributor of(String person, String printed, String natural, boolean last) {
        if (natural.equals(printed)) {
            return new Contributor(person, printed, "", "", last);
        }
        // a comma may stand within a family name, a group's mostly: the spoken name tells which comma parts the name
        for (int comma = printed.indexOf(", "); comma > 0; comma = printed.indexOf(", ", comma + 1)) {
            String family = printed.substring(0, comma);
            String rest = printed.substring(comma + 2);
            if (natural.equals(rest + " " + family)) {
                return new Contributor(person, family, rest, "", last);
            }
            if (natural.equals(family + " " + rest)) {
                return new Contributor(person, family, "", rest, last);
            }
            int second = rest.lastIndexOf(", ");
            if (second > 0
                    && natural.equals(rest.substring(0, second) + " " + family + " " + rest.substring(second + 2))) {
                return new Contributor(person, family, rest.substring(0, second), rest.substring(second + 2), last);
            }
        }
        String[] parts = printed.split(", ", 3);
        return new Contributor(
                person, parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "", last);
    }

    /** Whether it is no person: a name of several words with capitals, or of capitals only. */
    public boolean isGroup() {
        boolean acronym = family.length() > 1 && family.codePoints().allMatch(Character::isUpperCase);
        long capitals = family.codePoints().filter(Character::isUpperCase).count();
        return given.isEmpty() && (acronym || (family.indexOf(' ') > 0 && capitals > 1));
    }

    /** {@code Keefe, J. R., Jr}: as bibliographies sort. */
    public String inverted() {
        return family + (given.isEmpty() ? "" : ", " + given) + (suffix.isEmpty() ? "" : ", " + suffix);
    }

    /** {@code J. R. Keefe Jr}: as one speaks. */
    public String natural() {
        return (given.isEmpty() ? "" : given + " ") + family + (suffix.isEmpty() ? "" : " " + suffix);
    }
}
