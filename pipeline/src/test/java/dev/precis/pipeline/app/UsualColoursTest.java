package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.serving.ColourRole;
import dev.precis.sparql.site.service.StaticFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What profiles are judged by, held against the style sheet that all pages have. */
class UsualColoursTest {
    private static final Pattern SET = Pattern.compile("--([a-z]+): (#[0-9a-f]{6});");

    @Test
    void theyAreThoseOfTheStyleSheet() throws IOException {
        List<String> written = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(StaticFiles.class.getResourceAsStream("static/site.css"))) {
            SET.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .map(MatchResult::group)
                    .forEach(written::add);
        }
        List<String> known = new ArrayList<>();
        for (boolean dark : new boolean[] {false, true}) {
            for (ColourRole role : ColourRole.values()) {
                known.add("--" + role.variable() + ": " + role.usual(dark) + ";");
            }
        }

        assertThat(written).containsExactlyInAnyOrderElementsOf(known);
    }
}
