package dev.precis.pipeline.map;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.ontology.Ontology;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.understand.check.ConsistencyCheck;
import dev.precis.pipeline.understand.finding.FindingFinder;
import dev.precis.pipeline.understand.finding.StatisticReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingsJsonTest {
    private final FindingFinder finder =
            new FindingFinder(new StatisticReader(Ontology.statistics()), new ConsistencyCheck(Ontology.statistics()));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        g = 0.63; 95% CI [0.87, 0.41], SE = 0.08, p = .002 | {"kind":"statistic","stat":"g","op":"=","value":0.63,"ci":{"level":95,"low":0.41,"high":0.87,"as_printed":[0.87,0.41]},"se":0.08,"p":{"op":"=","value":0.002},"role":"result","flags":["ci-bounds-reversed"]}
        F(1, 58) = 0.02, p = 1.2e-9                        | {"kind":"statistic","stat":"F","op":"=","value":0.02,"df":[1,58],"p":{"op":"=","value":0.0000000012},"role":"result","flags":["p-irreconcilable"]}
        r = .29 [.1, .4], k = 53, N = 6,055, ns            | {"kind":"statistic","stat":"r","op":"=","value":0.29,"ci":{"level":null,"low":0.1,"high":0.4},"k":53,"n":6055,"p":{"op":"ns"},"role":"result"}
        M = 21.3 points, SD = 6.2                          | {"kind":"statistic","stat":"mean","op":"=","value":21.3,"sd":6.2,"role":"result"}
        between 6% and 9%                                  | {"kind":"percent","op":"=","value":6,"high":9,"unit":"%","role":"result"}
        over 1.2 million adults                            | {"kind":"count","op":">","value":1200000,"unit":"adults","role":"result"}
        about one in five                                  | {"kind":"ratio","op":"~","num":1,"den":5,"role":"result"}
        8 weeks                                            | {"kind":"duration","op":"=","value":8,"unit":"weeks","role":"result"}
        aged 18 to 65                                      | {"kind":"range","op":"=","value":18,"high":65,"unit":"years","role":"sample"}
        all ps < .05                                       | {"kind":"p-only","p":{"op":"<","value":0.05},"role":"result"}
        N = 86                                             | {"kind":"statistic","stat":"n","op":"=","value":86,"role":"sample"}
        """)
    void writesEachFormInItsOwnShape(String text, String expected) throws Exception {
        String json = FindingsJson.write(FindingsJson.of(text, finder.find(Passage.of(text))));
        assertThat(json)
                .isEqualTo("{\"text\":" + new ObjectMapper().writeValueAsString(text) + ",\"findings\":[" + expected
                        + "]}");
    }

    @Test
    void quotesTheClaimWithItsPlace() {
        String text = "Naps were more effective than tea for mood (d = 0.4).";
        assertThat(FindingsJson.of(text, finder.find(new Passage(text, 0)))
                        .path("findings")
                        .path(0))
                .hasToString("{\"kind\":\"statistic\",\"stat\":\"d\",\"op\":\"=\",\"value\":0.4,\"role\":\"result\","
                        + "\"predictor\":{\"text\":\"Naps\",\"start\":0,\"end\":4},"
                        + "\"comparator\":{\"text\":\"tea\",\"start\":30,\"end\":33},"
                        + "\"outcomes\":[{\"text\":\"mood\",\"start\":38,\"end\":42}],\"favours\":\"predictor\"}");
    }

    @Test
    void tellsTheFlagsOfEachNumber() {
        String text = "Naps helped (d = 0.4, 95% CI [0.7, 0.1]) and tea did not (d = 0.1).";
        assertThat(FindingsJson.of(text, finder.find(new Passage(text, 0))).path("findings"))
                .extracting(node -> node.path("flags").toString())
                .containsExactly("[\"ci-bounds-reversed\"]", "");
    }
}
