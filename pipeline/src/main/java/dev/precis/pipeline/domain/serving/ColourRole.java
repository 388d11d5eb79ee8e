package dev.precis.pipeline.domain.serving;

import java.util.Locale;

/** What a colour of a page is for: what it is called in style sheets, and what it is where a blog says nothing. */
public enum ColourRole {
    BACKGROUND("paper", "#fdfcfa", "#16191c"),
    /** The background of what is set apart. */
    PANEL("tint", "#f2efe9", "#1f2428"),
    TEXT("ink", "#22262a", "#dfe2e4"),
    /** Text of less weight, and what frames fields of forms. */
    QUIET("quiet", "#5a6067", "#a3aab1"),
    LINK("link", "#1d5b79", "#8cc5e2"),
    /** What is to be minded. */
    NOTE("note", "#8a4b08", "#e0a763"),
    /** What parts things, and tells nothing by itself. */
    LINE("line", "#dedad3", "#33393f");

    private final String variable;
    private final Colour light;
    private final Colour dark;

    ColourRole(String variable, String light, String dark) {
        this.variable = variable;
        this.light = Colour.of(light);
        this.dark = Colour.of(dark);
    }

    /** As it is called in profiles. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As it is called in the style sheet, after two hyphens. */
    public String variable() {
        return variable;
    }

    /** What it usually is. */
    public Colour usual(boolean inDark) {
        return inDark ? dark : light;
    }
}
