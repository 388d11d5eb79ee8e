package dev.precis.sparql.site;

import static dev.precis.sparql.site.Representation.HTML;
import static dev.precis.sparql.site.Representation.JSON_LD;
import static dev.precis.sparql.site.Representation.TURTLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegotiationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8 | HTML",
                "*/* | HTML",
                "text/turtle | TURTLE",
                "TEXT/Turtle | TURTLE",
                "application/ld+json | JSON_LD",
                "application/ld+json;profile=\"http://www.w3.org/ns/json-ld#flattened, or not\" | JSON_LD",
                "application/n-quads,application/trig;q=0.95,application/ld+json;q=0.9,text/turtle;q=0.6,text/html;q=0.2"
                    + " | JSON_LD",
                "text/turtle, */* | TURTLE",
                "text/turtle;q=0.5, text/html;q=0.4 | TURTLE",
                "text/*;q=0.3, text/turtle;q=0.7, */*;q=0.5 | TURTLE",
                "text/html;q=0, */* | TURTLE",
                "application/* | JSON_LD",
                "* | HTML",
            })
    void choosesWhatTheClientLikesBest(String accept, Representation expected) {
        assertThat(acceptable(accept)).first().isEqualTo(expected);
    }

    @Test
    void prefersTheFirstOfferWhereNothingIsSaid() {
        assertThat(acceptable("")).containsExactly(HTML, TURTLE, JSON_LD);
    }

    @Test
    void acceptsNothingThatIsNotAskedFor() {
        assertThat(acceptable("image/png, application/rdf+xml")).isEmpty();
        assertThat(acceptable("text/turtle;q=0")).isEmpty();
        assertThat(acceptable("text/turtle;q=lots")).isEmpty();
    }

    @Property
    void survivesAnyField(@ForAll String accept) {
        assertThat(List.of(HTML, TURTLE, JSON_LD)).containsAll(acceptable(accept));
    }

    private static List<Representation> acceptable(String accept) {
        return Negotiation.acceptable(accept, List.of(HTML, TURTLE, JSON_LD), Representation::mediaType);
    }
}
