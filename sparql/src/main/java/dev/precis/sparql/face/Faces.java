package dev.precis.sparql.face;

import java.util.Map;

/**
 * The faces of all blogs of a site.
 *
 * @param byRoot by what all names of a blog begin with
 */
public record Faces(Map<String, Face> byRoot) {
    /** Where all blogs look alike. */
    public static final Faces NONE = new Faces(Map.of());

    public Faces {
        byRoot = Map.copyOf(byRoot);
    }

    /** @param root what all names of a blog begin with */
    public Face of(String root) {
        return byRoot.getOrDefault(root, Face.NONE);
    }
}
