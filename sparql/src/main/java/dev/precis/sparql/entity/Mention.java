package dev.precis.sparql.entity;

/**
 * That somebody is printed as an author or editor of a work.
 *
 * @param list the IRI that the places in the list of its authors, or in that of its editors, begin with
 * @param place in that list
 * @param person the IRI that their spelling has
 * @param printed as an index prints the name: family name, given names, suffix
 * @param orcid the iD that a registry tells of this place; empty if it tells none
 */
public record Mention(String list, String place, String person, String printed, String orcid) {
    /** @param role the IRI of a place, such as {@code .../works/x#author-2} */
    static Mention of(String role, String person, String printed, String orcid) {
        int number = role.lastIndexOf('-') + 1;
        return new Mention(role.substring(0, number), role.substring(number), person, printed, orcid);
    }

    /** The work that they are printed of. */
    String work() {
        return list.substring(0, list.lastIndexOf('#'));
    }

    String role() {
        return list + place;
    }
}
