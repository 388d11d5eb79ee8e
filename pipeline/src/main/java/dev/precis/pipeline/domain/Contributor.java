package dev.precis.pipeline.domain;

/**
 * An author or editor as a citation prints the name.
 *
 * @param family family name with its particle ({@code de Jong}, {@code Del Re}); the whole name of a group
 * @param given given names or initials as printed; empty for a group or where none is printed
 * @param suffix {@code Jr}, {@code III}; usually empty
 */
public record Contributor(String family, String given, String suffix) {
    public Contributor {
        if (family.isBlank()) {
            throw new IllegalArgumentException("a contributor has at least a family name");
        }
    }

    /** A name without given names is a group's where it has several words with capitals, or capitals only. */
    public boolean isGroup() {
        boolean acronym = family.length() > 1 && family.chars().allMatch(Character::isUpperCase);
        long capitals = family.codePoints().filter(Character::isUpperCase).count();
        return given.isEmpty() && (acronym || (family.indexOf(' ') > 0 && capitals > 1));
    }

    /** {@code Keefe, J. R.}: family first, as bibliographies sort. */
    public String inverted() {
        return family + (given.isEmpty() ? "" : ", " + given) + (suffix.isEmpty() ? "" : ", " + suffix);
    }

    /** {@code J. R. Keefe}: as one speaks. */
    public String natural() {
        return (given.isEmpty() ? "" : given + " ") + family + (suffix.isEmpty() ? "" : " " + suffix);
    }
}
