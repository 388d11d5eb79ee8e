package dev.precis.pipeline.look;

import dev.precis.pipeline.domain.serving.Colour;
import dev.precis.pipeline.domain.serving.ColourRole;
import dev.precis.pipeline.domain.serving.Colours;
import dev.precis.pipeline.fields.FieldReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads colours; those that text could not be read in are flaws, be both of them said or one of them usual. */
final class ColourReader {
    /** WCAG 2.2, success criterion 1.4.3 (level AA), of text of any size. */
    private static final double LEAST = 4.5;

    private static final List<ColourRole> TEXTS =
            List.of(ColourRole.TEXT, ColourRole.QUIET, ColourRole.LINK, ColourRole.NOTE);
    private static final List<ColourRole> BACKGROUNDS = List.of(ColourRole.BACKGROUND, ColourRole.PANEL);
    private static final String EXPECTED =
            "expected a colour such as \"#1d5b79\", or two of them: for light pages and for dark ones";

    private final FieldReader fields;
    private final Map<ColourRole, Colour> light = new EnumMap<>(ColourRole.class);
    private final Map<ColourRole, Colour> dark = new EnumMap<>(ColourRole.class);

    private ColourReader(FieldReader fields) {
        this.fields = fields;
    }

    /** @param fields a role each, with one colour or two */
    static Colours read(FieldReader fields) {
        ColourReader reader = new ColourReader(fields);
        for (ColourRole role : ColourRole.values()) {
            reader.read(role);
        }
        fields.finish();
        Colours colours = new Colours(reader.light, reader.dark);
        reader.check(colours, false);
        reader.check(colours, true);
        return colours;
    }

    private void read(ColourRole role) {
        String key = role.key();
        List<String> said = fields.texts(key, List.of(), ColourReader::complaint);
        if (fields.isEmpty(key)) {
            // what follows # is a comment
            fields.flaw(fields.line(key), "wrong-format", key, EXPECTED + " (in quotes), found nothing");
        } else if (said.size() > 2) {
            fields.flaw(fields.line(key), "wrong-format", key, EXPECTED + ", found " + said.size());
        } else if (said.stream().allMatch(text -> complaint(text).isEmpty())) {
            said.stream().limit(1).forEach(text -> light.put(role, Colour.of(text)));
            said.stream().skip(1).forEach(text -> dark.put(role, Colour.of(text)));
        }
    }

    private static String complaint(String text) {
        try {
            Colour.of(text);
            return "";
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void check(Colours colours, boolean inDark) {
        for (ColourRole background : BACKGROUNDS) {
            for (ColourRole text : TEXTS) {
                boolean said = colours.said(inDark).containsKey(text)
                        || colours.said(inDark).containsKey(background);
                double contrast = colours.of(text, inDark).contrast(colours.of(background, inDark));
                if (said && contrast < LEAST) {
                    tell(colours, inDark, text, background, contrast);
                }
            }
        }
    }

    private void tell(Colours colours, boolean inDark, ColourRole text, ColourRole background, double contrast) {
        ColourRole blamed = colours.said(inDark).containsKey(text) ? text : background;
        // cut off, so that what is too little never looks like enough
        BigDecimal ratio = BigDecimal.valueOf(contrast).setScale(2, RoundingMode.DOWN);
        fields.flaw(
                fields.line(blamed.key()),
                "low-contrast",
                blamed.key(),
                (inDark ? "on dark pages " : "on light pages ") + told(colours, inDark, text) + " on "
                        + told(colours, inDark, background) + " has a contrast of " + ratio
                        + " : 1, expected at least " + LEAST + " : 1 (WCAG 2.2, 1.4.3)");
    }

    private static String told(Colours colours, boolean inDark, ColourRole role) {
        return role.key() + " " + colours.of(role, inDark)
                + (colours.said(inDark).containsKey(role) ? "" : " (as usual)");
    }
}
