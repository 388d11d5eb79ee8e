package dev.precis.sparql.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class SortedLinesTest {
    @Property(tries = 30)
    void givesEachLineOnceInOrderHoweverLittleMemoryThereIs(
            @ForAll @Size(max = 60) List<@AlphaChars @StringLength(max = 3) String> texts,
            @ForAll @IntRange(min = 100, max = 2000) int memory)
            throws IOException {
        List<String> sorted = new ArrayList<>();
        try (SortedLines lines = new SortedLines(memory)) {
            for (String text : texts) {
                lines.addAll(List.of((text + '\n').getBytes(StandardCharsets.UTF_8)));
            }
            lines.forEach(line -> sorted.add(new String(line, StandardCharsets.UTF_8).strip()));
        }
        assertThat(sorted).containsExactlyElementsOf(new TreeSet<>(texts));
    }
}
