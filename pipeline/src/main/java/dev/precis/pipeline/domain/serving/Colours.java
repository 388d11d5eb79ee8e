package dev.precis.pipeline.domain.serving;

import java.util.Map;

/**
 * What a blog says of its colours; the others are as usual.
 *
 * @param light where readers want light pages
 * @param dark where they want dark ones
 */
public record Colours(Map<ColourRole, Colour> light, Map<ColourRole, Colour> dark) {
    public static final Colours NONE = new Colours(Map.of(), Map.of());

    public Colours {
        light = Map.copyOf(light);
        dark = Map.copyOf(dark);
    }

    /** What something has, be it said or usual. */
    public Colour of(ColourRole role, boolean inDark) {
        return said(inDark).getOrDefault(role, role.usual(inDark));
    }

    public Map<ColourRole, Colour> said(boolean inDark) {
        return inDark ? dark : light;
    }
}
