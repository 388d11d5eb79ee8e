package dev.precis.sparql.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.Studies;
import dev.precis.sparql.site.Site;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LookUpTest {
    private static final Site SITE = Studies.site(Studies.dataset());
    private static final String OFFER = ">Look this study up</a>";

    @Test
    void seeksATitleAsAPhraseAndElseTheCitation() {
        assertThat(LookUp.address("Hope & groups", "Ortega (2018). Hope & groups."))
                .isEqualTo("https://scholar.google.com/scholar?q=%22Hope+%26+groups%22");
        assertThat(LookUp.address("", "Ortega (2018), Hope?"))
                .isEqualTo("https://scholar.google.com/scholar?q=Ortega+%282018%29%2C+Hope%3F");
    }

    @Test
    void isOfferedWhereNothingElseLeadsToTheStudy() {
        assertThat(page(Studies.WALKING)).contains("https://doi.org/10.").doesNotContain(OFFER);
        assertThat(page(Studies.SILENCE)).contains(OFFER);
    }

    private static String page(String iri) {
        String path = iri.substring(Studies.BASE.length());
        return new String(SITE.get(path, "text/html").body(), StandardCharsets.UTF_8);
    }
}
